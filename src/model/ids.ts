/**
 * Which strings may be ids, and how a legal one is made from any other. Ids are keys of plain objects,
 * so names with a meaning in JavaScript are refused: no file can reach an object's prototype.
 */

/** Ids are short words that are safe as JSON keys, in file formats and in URLs. */
export const idPattern = /^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}$/

/** Names that could reach a prototype: refused as a key anywhere in a file, also in unknown fields. */
export const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const reservedIds: ReadonlySet<string> = new Set([
  ...reservedKeys,
  ...Object.getOwnPropertyNames(Object.prototype),
])

/** Whether a string may be the id of a node, relation, section or source. */
export function isLegalId(id: string): boolean {
  return idPattern.test(id) && !reservedIds.has(id)
}

/**
 * A legal id that `isTaken` does not know, as like the wished one as possible: what is illegal becomes a
 * hyphen, and a number makes it unique.
 */
export function legalIdLike(wish: string, isTaken: (id: string) => boolean): string {
  const word = wish
    .replaceAll(/[^A-Za-z0-9_.:-]+/g, '-')
    .replace(/^[.:-]+/, '')
    .slice(0, 100)
  const base = word === '' ? 'id' : word
  if (isLegalId(base) && !isTaken(base)) return base
  for (let number = 2; ; number += 1) {
    const id = `${base}-${number}`
    if (isLegalId(id) && !isTaken(id)) return id
  }
}

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
  return legalIds(isTaken)(wish)
}

/** The same for many ids: each is also unlike those given before, and a hundred thousand like wishes take no longer each. */
export function legalIds(isTaken: (id: string) => boolean): (wish: string) => string {
  const given = new Set<string>()
  const numbers = new Map<string, number>()
  return (wish) => {
    const base = legalWord(wish)
    for (let number = numbers.get(base) ?? 1; ; number += 1) {
      const id = number === 1 ? base : `${base}-${number}`
      if (!isLegalId(id) || given.has(id) || isTaken(id)) continue
      given.add(id)
      numbers.set(base, number + 1)
      return id
    }
  }
}

function legalWord(wish: string): string {
  const word = wish
    .slice(0, 100)
    .replaceAll(/[^A-Za-z0-9_.:-]+/g, '-')
    .replace(/^[.:-]+/, '')
  return word === '' ? 'id' : word
}

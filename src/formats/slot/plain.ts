/**
 * Plain JSON values as data from files: whether two are the same, whether one may become part of a
 * document, and a short fingerprint by which it is recognised later. Nothing here recurses without bound.
 */
import { reservedKeys } from '../../model/ids.ts'

/** An object of plain JSON, read by name only through `Object.hasOwn` or as a whole. */
export type Fields = Readonly<Record<string, unknown>>

/** Whether the value is an object with names, and no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of a field of its own, undefined for none and for what only the prototype has. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** Levels that a value may have to stay within the limit of files after being put into a record. */
const maxDepth = 90

/**
 * Whether the value is JSON that may become part of a document: lists, plain objects without names that
 * JavaScript reserves, texts, finite numbers, booleans and null, at most 90 levels deep.
 */
export function isPlain(value: unknown): boolean {
  return isPlainAt(value, 0)
}

/** Recursion ends with the limit of depth. */
function isPlainAt(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= maxDepth) return false
  if (Array.isArray(value)) return value.every((one) => isPlainAt(one, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  for (const name of Object.keys(value)) {
    if (reservedKeys.has(name) || !isPlainAt(Reflect.get(value, name), depth + 1)) return false
  }
  return true
}

/**
 * The value itself if it may become part of a document, else a copy without what may not: reserved names are
 * left out, numbers beyond all bounds and what is nested too deep become null.
 */
export function madePlain(value: unknown): unknown {
  return isPlain(value) ? value : plainCopy(value, 0)
}

function plainCopy(value: unknown, depth: number): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value !== 'object' || depth >= maxDepth) return null
  if (Array.isArray(value)) return value.map((one) => plainCopy(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      reservedKeys.has(name) ? [] : [[name, plainCopy(one, depth + 1)]],
    ),
  )
}

/** Whether two values are written as the same JSON, the order of names included. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/**
 * Twelve characters that differ for values that differ, whatever the order of their names. It tells that
 * something was edited, not that nobody forged it: two 32-bit hashes in the manner of FNV-1a (Fowler, Noll
 * and Vo 1991) with the finish of MurmurHash3 (Appleby 2011).
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(sortNames(value)) ?? ''
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x85ebca6b)
    other ^= other >>> 13
  }
  return toWord(one) + toWord(other)
}

function toWord(hash: number): string {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(36).padStart(7, '0').slice(-6)
}

/** Recursion ends with the document's own limit of depth. */
function sortNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortNames)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sortNames(one)]),
  )
}

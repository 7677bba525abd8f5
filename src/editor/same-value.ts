/**
 * Whether two plain values are the same: how an edit that changes nothing is told from one that does.
 * Values that share parts (as immer's do) are compared quickly, because shared parts are skipped.
 */

/** Structural equality of JSON values. Keys must stand in the same order, since files keep that order. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  const others = Object.keys(b)
  return (
    keys.length === others.length &&
    keys.every(
      (key, index) =>
        others[index] === key &&
        isSameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}

/**
 * Whether two plain values are the same: how an edit that changes nothing is told from one that does.
 * Values that share parts (as immer's do) are compared quickly, because shared parts are skipped.
 */

/** Structural equality of JSON values. Keys must stand in the same order, since files keep that order. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  const right = Object.entries(b)
  return (
    left.length === right.length &&
    left.every(([key, value], index) => {
      const other = right[index]
      return other !== undefined && other[0] === key && isSameValue(value, other[1])
    })
  )
}

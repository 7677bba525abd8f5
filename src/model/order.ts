/**
 * The author's order among siblings. Each record may carry `order`, a fractional index (a string
 * between any two of which another fits), so two people can insert between the same siblings and
 * merge. Records without one, as in files written by hand, come first, as they stand in the file.
 */
import { generateNKeysBetween } from 'fractional-indexing'

interface Ordered {
  readonly order?: string | undefined
}

/**
 * The ids of `records` in author's order, restricted to `ids` if given. Stable: equal keys keep the
 * order in which `ids` (or the record's own keys) list them.
 */
export function inOrder<T extends Ordered>(
  records: Readonly<Record<string, T>>,
  ids: readonly string[] = Object.keys(records),
): string[] {
  // Keys are looked up once each; most groups stand in order already, as the editor writes them.
  const keys = ids.map((id) => records[id]?.order ?? '')
  if (keys.every((key, index) => index === 0 || compareKeys(keys[index - 1], key) <= 0)) return [...ids]
  return [...ids.keys()].sort((a, b) => compareKeys(keys[a], keys[b])).map((index) => ids[index] ?? '')
}

/** Compares two order keys; an absent key comes before every present one. */
export function compareKeys(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * `count` new keys, ascending, strictly between two keys; `undefined` is an open end.
 * @throws RangeError if `before` is not less than `after`: then the group wants new keys altogether.
 * @throws Error if one of them is no fractional index, as in files written by hand.
 */
export function keysBetween(before: string | undefined, after: string | undefined, count: number): string[] {
  // The generator itself finds only some of these.
  if (before && after && before >= after) {
    throw new RangeError(`there is no key between "${before}" and "${after}"`)
  }
  return generateNKeysBetween(before || null, after || null, count)
}

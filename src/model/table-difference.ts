/**
 * What has come and gone between two versions of a table of records, where little has and nothing has moved.
 * Versions share unchanged records, so asking costs one look at each.
 */
export interface Difference {
  /** New ids in the order of the later version, at the end of which they all stand. */
  readonly added: readonly string[]
  readonly removed: ReadonlySet<string>
}

const none: Difference = { added: [], removed: new Set() }

/**
 * The difference between two versions of a table; undefined if ids have moved, a record has changed in what
 * `isAlike` looks at, or more records than `limit` have come, gone or changed.
 */
export function differenceOf<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  isAlike: (one: T, other: T) => boolean,
  limit: number,
): Difference | undefined {
  if (before === after) return none
  const [old, ids] = [Object.keys(before), Object.keys(after)]
  const removed = new Set<string>()
  let [kept, changed] = [0, 0]
  for (const id of old) {
    if (ids[kept] !== id) {
      if (Object.hasOwn(after, id)) return undefined
      removed.add(id)
      if (removed.size > limit) return undefined
      continue
    }
    const one = before[id] as T
    const other = after[id] as T
    kept += 1
    if (one === other) continue
    changed += 1
    if (changed > limit || !isAlike(one, other)) return undefined
  }
  return ids.length - kept > limit ? undefined : { added: ids.slice(kept), removed }
}

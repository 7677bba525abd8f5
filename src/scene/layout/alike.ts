/**
 * Which edits change nothing about how a map hangs together: ratings, notes, weights, the words of a
 * statement. Then what was derived from the map before serves again. Records that did not change are the very
 * same in both versions, so asking costs one look at each.
 */
import type { ArgumentGraph, ArgumentNode, Relation } from '../../model/graph.ts'

/**
 * Whether two versions of a document have the same elements in the same order, related in the same way, and
 * hide the same. False wherever sections are folded: there each version is a graph of its own making.
 */
export function isBuiltAlike(before: ArgumentGraph, after: ArgumentGraph): boolean {
  return (
    !before.layout?.folded?.length &&
    !after.layout?.folded?.length &&
    areSameWords(before.layout?.collapsed, after.layout?.collapsed) &&
    areRecordsAlike(before.relations, after.relations, isSameRelation) &&
    areRecordsAlike(before.nodes, after.nodes, isSamePlace)
  )
}

function areSameWords(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a === b || (a.length === b.length && a.every((word, index) => word === b[index]))
}

function areRecordsAlike<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  isSame: (one: T, other: T) => boolean,
): boolean {
  if (before === after) return true
  const [old, ids] = [Object.keys(before), Object.keys(after)]
  if (old.length !== ids.length) return false
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? ''
    if (id !== old[index]) return false
    const one = before[id] as T
    const other = after[id] as T
    if (one !== other && !isSame(one, other)) return false
  }
  return true
}

function isSameRelation(a: Relation, b: Relation): boolean {
  return a.kind === b.kind && a.to === b.to && a.order === b.order && areSameWords(a.from, b.from)
}

function isSamePlace(a: ArgumentNode, b: ArgumentNode): boolean {
  return a.order === b.order
}

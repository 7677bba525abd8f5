/**
 * What goes when something is doubted: exactly what would go if it were deleted. A doubted element takes with
 * it each relation that has it as a premise or as its target, and the relations on those, and so on (S3).
 * The document is not touched.
 */
import { hasElement, nodeAt, type ArgumentGraph, type ElementId, type RelationId } from '../model/graph.ts'

const nothing: ReadonlySet<ElementId> = new Set()

/** The doubted elements that exist and every relation that goes with them. Time O(V + E). */
export function doubtClosure(graph: ArgumentGraph, doubted: readonly ElementId[]): ReadonlySet<ElementId> {
  const known = doubted.filter((id) => hasElement(graph, id))
  if (known.length === 0) return nothing
  const leftOut = new Set<ElementId>(known)
  const gone: RelationId[] = []
  const onRelation = new Map<RelationId, RelationId[]>()
  for (const [id, { from, to }] of Object.entries(graph.relations)) {
    if (leftOut.has(id)) gone.push(id)
    else if (leftOut.has(to) || from.some((premise) => leftOut.has(premise))) gone.push(id)
    if (nodeAt(graph, to)) continue
    const others = onRelation.get(to)
    if (others) others.push(id)
    else onRelation.set(to, [id])
  }
  // Premises are nodes, so from here on only relations on relations can follow.
  const seen = new Set(gone)
  for (const id of gone) {
    leftOut.add(id)
    for (const other of onRelation.get(id) ?? []) {
      if (seen.has(other)) continue
      seen.add(other)
      gone.push(other)
    }
  }
  return leftOut
}

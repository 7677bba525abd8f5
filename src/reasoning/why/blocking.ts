/**
 * What blocks each other: a circle of statements and steps through an unresolved one, each of which is open
 * because the next is, with at least one objection among them.
 */
import { nodeAt, type ElementId } from '../../model/graph.ts'
import { attacksOn, openParts, supportsOf, type Look } from './steps.ts'

/** How many elements are looked at before giving up. */
const searched = 2000

/**
 * The shortest such circle that starts with this element, steps left out where the statements tell enough.
 * Undefined if it is in none (then it is open because of something that is), or none was found near by.
 */
export function blockingCircle(look: Look, start: ElementId): readonly ElementId[] | undefined {
  const origin: Visit = { id: start, opposed: false, from: undefined }
  const seen = new Set([keyOf(origin)])
  const waiting = [origin]
  for (const visit of waiting) {
    for (const { id, opposes } of opennessOf(look, visit.id)) {
      const next: Visit = { id, opposed: visit.opposed || opposes, from: visit }
      if (id === start && next.opposed) return pathTo(look, visit)
      if (seen.has(keyOf(next)) || seen.size >= searched) continue
      seen.add(keyOf(next))
      waiting.push(next)
    }
  }
  return undefined
}

interface Visit {
  readonly id: ElementId
  /** Whether there is an objection on the way here. */
  readonly opposed: boolean
  readonly from: Visit | undefined
}

/** What has to be settled before an unresolved element can be: its open objections, or else its open reasons. */
function opennessOf(look: Look, id: ElementId): { id: ElementId; opposes: boolean }[] {
  const against = attacksOn(look, id).flatMap((step) => openParts(look, step))
  if (against.length > 0) return against.map((part) => ({ id: part, opposes: true }))
  return supportsOf(look, id).flatMap((step) =>
    openParts(look, step).map((part) => ({ id: part, opposes: false })),
  )
}

function pathTo({ graph }: Look, last: Visit): readonly ElementId[] {
  const path: ElementId[] = []
  for (let at: Visit | undefined = last; at; at = at.from) path.unshift(at.id)
  const nodes = path.filter((id) => nodeAt(graph, id))
  return [...new Set(nodes.length > 1 ? nodes : path)]
}

function keyOf({ id, opposed }: Visit): string {
  return `${opposed ? 1 : 0} ${id}`
}

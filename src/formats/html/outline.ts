/**
 * The outline of a map as rows of a tree: every statement once with what bears on it below, and a row that
 * leads there wherever else it bears on something. What bears on a step from one statement to another stands
 * beside the statements of that step. Walks without recursion, however deep the map.
 */
import type { ArgumentGraph, NodeId, RelationId } from '../../model/graph.ts'
import { relationAt } from '../../model/graph.ts'
import { relationKinds, type RelationKind } from '../../model/kinds.ts'
import { quoteElement } from '../../model/naming.ts'
import { structureOf } from '../../model/structure.ts'

export interface OutlineRow {
  readonly id: NodeId
  /** From 1. */
  readonly level: number
  /** Place among the rows below the same one, from 1, and their number. */
  readonly position: number
  readonly size: number
  /** How it bears on the row above; roots bear on nothing. */
  readonly bearing?: { readonly kind: RelationKind; readonly words: string }
  /** Whether it stands in full elsewhere. */
  readonly repeats: boolean
  /** Whether rows follow below it. */
  readonly opens: boolean
}

type Entry = Pick<OutlineRow, 'id' | 'bearing' | 'repeats'>

/** All rows from top to bottom. */
export function outlineRows(graph: ArgumentGraph): OutlineRow[] {
  const { roots } = structureOf(graph)
  const rows: OutlineRow[] = []
  const waiting = placed(
    roots.map((id) => ({ id, repeats: false })),
    1,
  )
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const below = next.repeats ? [] : entriesBelow(graph, next.id)
    rows.push({ ...next, opens: below.length > 0 })
    for (const each of placed(below, next.level + 1)) waiting.push(each)
  }
  return rows
}

/** With level and place, the last first, as the stack wants them. */
function placed(entries: readonly Entry[], level: number): Omit<OutlineRow, 'opens'>[] {
  const size = entries.length
  return entries.map((entry, index) => ({ ...entry, level, position: index + 1, size })).reverse()
}

/** Premises of the relations into a node, each followed by what bears on the relation itself. */
function entriesBelow(graph: ArgumentGraph, node: NodeId): Entry[] {
  const { into, premises, parentRelation } = structureOf(graph)
  const entries: Entry[] = []
  const waiting: RelationId[] = [...(into.get(node) ?? [])].reverse()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const relation = relationAt(graph, id)
    if (!relation) continue
    const onStep = relation.to !== node
    const verb = onStep ? stepVerbs[relation.kind] : relationKinds[relation.kind].label
    for (const [index, premise] of (premises.get(id) ?? []).entries()) {
      const words = index > 0 ? 'together with' : onStep ? `${verb} ${stepWords(graph, relation.to)}` : verb
      entries.push({
        id: premise,
        bearing: { kind: relation.kind, words },
        repeats: parentRelation.get(premise) !== id,
      })
    }
    waiting.push(...[...(into.get(id) ?? [])].reverse())
  }
  return entries
}

/** A step named by its first premise, which stands just above. */
function stepWords(graph: ArgumentGraph, id: RelationId): string {
  const [first] = structureOf(graph).premises.get(id) ?? []
  return first === undefined ? 'a step' : `the step from ${quoteElement(graph, first, 30)}`
}

const stepVerbs: Readonly<Record<RelationKind, string>> = {
  supports: 'backs',
  attacks: 'undercuts',
  addresses: 'addresses',
  restates: 'restates',
}

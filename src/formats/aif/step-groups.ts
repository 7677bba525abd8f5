/**
 * Which relations make one S-node: those that came from one and are tied by `ext.aif.group` or `ext.aif.pair`,
 * as long as they still say together what the S-node said; every other relation is one by itself.
 */
import type { ArgumentGraph, ElementId, NodeId, Relation, RelationId } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import { fieldOf } from '../slot/plain.ts'
import { idText } from './nodeset.ts'

type Entry = readonly [RelationId, Relation]

export interface StepGroup {
  /** The relation whose id and `ext` the S-node has. */
  readonly first: Entry
  readonly members: readonly Entry[]
  readonly premises: readonly NodeId[]
  readonly ends: readonly ElementId[]
  /** An edge from statement to statement, without an S-node. */
  readonly isDirect: boolean
}

/** The S-nodes of a graph in author's order. */
export function stepGroups(graph: ArgumentGraph): StepGroup[] {
  const tied = new Map<string, Entry[]>()
  const entries = inOrder(graph.relations).flatMap((id): Entry[] => {
    const relation = graph.relations[id]
    return relation && relation.kind !== 'addresses' ? [[id, relation]] : []
  })
  for (const entry of entries) {
    const tie = tieOf(entry[1])
    if (tie === undefined) continue
    const list = tied.get(tie)
    if (list) list.push(entry)
    else tied.set(tie, [entry])
  }
  const done = new Set<RelationId>()
  const targets = new Set(entries.map(([, { to }]) => to))
  return entries.flatMap((entry): StepGroup[] => {
    if (done.has(entry[0])) return []
    const members = tied.get(tieOf(entry[1]) ?? '') ?? [entry]
    const group = members.length > 1 ? groupOf(members) : undefined
    for (const [id] of group?.members ?? [entry]) done.add(id)
    return [group ?? alone(entry, targets)]
  })
}

function tieOf({ kind, ext }: Relation): string | undefined {
  const aif = fieldOf(ext, 'aif')
  const pair = idText(fieldOf(aif, 'pair'))
  const group = idText(fieldOf(aif, 'group'))
  return pair !== undefined && kind === 'attacks'
    ? `pair ${pair}`
    : group === undefined
      ? undefined
      : `${kind} ${group}`
}

function alone(entry: Entry, targets: ReadonlySet<ElementId>): StepGroup {
  const { kind, from, to, ext, scheme } = entry[1]
  const isDirect =
    kind === 'supports' &&
    from.length === 1 &&
    scheme === undefined &&
    // What something points at needs a node of its own.
    !targets.has(entry[0]) &&
    fieldOf(fieldOf(ext, 'aif'), 'edge') !== undefined
  return { first: entry, members: [entry], premises: from, ends: [to], isDirect }
}

function groupOf(members: readonly Entry[]): StepGroup | undefined {
  const tie = tieOf(members[0]?.[1] ?? { kind: 'supports', from: [], to: '' }) ?? ''
  const token = tie.slice(tie.indexOf(' ') + 1)
  const first =
    members.find(([id, { ext }]) => (idText(fieldOf(fieldOf(ext, 'aif'), 'nodeID')) ?? id) === token) ??
    members[0]
  if (!first) return undefined
  const rest = members.filter((member) => member !== first)
  const all = [first, ...rest]
  const premises = [...new Set(all.flatMap(([, { from }]) => from))]
  const ends = [...new Set(all.map(([, { to }]) => to))]
  const distinct = new Set(all.map(([, { from, to }]) => JSON.stringify([from, to])))
  const isWhole = tie.startsWith('pair ')
    ? isPair(all)
    : distinct.size === all.length &&
      all.length === ends.length * (first[1].kind === 'restates' ? premises.length : 1) &&
      all.every(
        ([, { from, scheme }]) =>
          scheme === first[1].scheme && (first[1].kind === 'restates' || from.length === premises.length),
      )
  return isWhole ? { first, members: all, premises, ends, isDirect: false } : undefined
}

function isPair([one, other, ...more]: readonly Entry[]): boolean {
  if (!one || !other || more.length > 0) return false
  const [first, second] = [one[1], other[1]]
  return (
    first.from.length === 1 &&
    second.from.length === 1 &&
    first.from[0] === second.to &&
    second.from[0] === first.to &&
    first.to !== second.to &&
    first.scheme === second.scheme
  )
}

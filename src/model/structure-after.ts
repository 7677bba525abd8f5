/**
 * The structure of a document after the most frequent edits: a statement was added that bears on something, or
 * one was removed on which nothing bore. Nothing else about the structure depends on such a leaf, so the one
 * before is taken over with that leaf put in or left out. Promises: what it answers is what would be found
 * afresh, in the same order; where it is not sure, it answers nothing.
 */
import {
  nodeAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type Relation,
  type RelationId,
} from './graph.ts'
import { compareKeys, inOrder } from './order.ts'
import type { Structure } from './structure.ts'

/** A statement with the one relation that it is part of, as its only premise. */
interface Leaf {
  readonly node: NodeId
  readonly id: RelationId
  readonly relation: Relation
}

/** The structure of `after`, made from that of a version before; undefined when more than a leaf came or went. */
export function structureAfter(
  before: ArgumentGraph,
  structure: Structure,
  after: ArgumentGraph,
): Structure | undefined {
  const isMore = Object.keys(after.nodes).length > Object.keys(before.nodes).length
  const [larger, smaller] = isMore ? [after, before] : [before, after]
  const node = onlyMore(larger.nodes, smaller.nodes, (a, b) => a.order === b.order)
  const id = onlyMore(larger.relations, smaller.relations, (a, b) => a === b)
  const relation = id === undefined ? undefined : larger.relations[id]
  if (node === undefined || id === undefined || !relation) return undefined
  if (relation.from.length !== 1 || relation.from[0] !== node) return undefined
  const leaf = { node, id, relation }
  return isMore ? withLeaf(after, structure, leaf) : withoutLeaf(structure, leaf)
}

function withLeaf(
  after: ArgumentGraph,
  { into, outOf, premises, parentRelation, roots }: Structure,
  { node, id, relation: { from, to } }: Leaf,
): Structure | undefined {
  // A new leaf is the last of the file; elsewhere the order of what is found first would be another one.
  const isLast = Object.keys(after.nodes).at(-1) === node && Object.keys(after.relations).at(-1) === id
  const isOnNode = nodeAt(after, to) !== undefined && to !== node
  if (!isLast || !isOnNode || into.has(node) || into.has(id) || outOf.has(node)) return undefined
  return {
    into: intoWith(after, into, to, id),
    outOf: new Map(outOf).set(node, [id]),
    premises: new Map(premises).set(id, from),
    parentRelation: new Map(parentRelation).set(node, id),
    roots,
  }
}

/** Targets stand in the order of the first relation into each: the new one, last of the file, comes after equals. */
function intoWith(
  { relations }: ArgumentGraph,
  before: Structure['into'],
  to: ElementId,
  id: RelationId,
): Structure['into'] {
  const list = inOrder(relations, [...(before.get(to) ?? []), id])
  if (list[0] !== id) return new Map(before).set(to, list)
  const into = new Map<ElementId, readonly RelationId[]>()
  const orderOf = (relation: RelationId | undefined) => relations[relation ?? '']?.order
  for (const [target, its] of before) {
    if (!into.has(to) && compareKeys(orderOf(id), orderOf(its[0])) < 0) into.set(to, list)
    if (target !== to) into.set(target, its)
  }
  return into.has(to) ? into : into.set(to, list)
}

function withoutLeaf(
  { into, outOf, premises, parentRelation, roots }: Structure,
  { node, id, relation: { to } }: Leaf,
): Structure | undefined {
  const siblings = into.get(to)
  if (!siblings || into.has(node) || into.has(id) || parentRelation.get(node) !== id) return undefined
  if (outOf.get(node)?.length !== 1) return undefined
  const left = siblings.filter((each) => each !== id)
  // Its target would have another place among the targets.
  if (siblings[0] === id && left.length > 0) return undefined
  const after = {
    into: new Map(into),
    outOf: new Map(outOf),
    premises: new Map(premises),
    parentRelation: new Map(parentRelation),
    roots,
  }
  if (left.length > 0) after.into.set(to, left)
  else after.into.delete(to)
  after.outOf.delete(node)
  after.premises.delete(id)
  after.parentRelation.delete(node)
  return after
}

/** The one id that `larger` has beyond those of `smaller`, all others being alike and in the same order. */
function onlyMore<T>(
  larger: Readonly<Record<string, T>>,
  smaller: Readonly<Record<string, T>>,
  isAlike: (a: T, b: T) => boolean,
): string | undefined {
  const [ids, others] = [Object.keys(larger), Object.keys(smaller)]
  if (ids.length !== others.length + 1) return undefined
  let more: string | undefined
  for (const [index, id] of ids.entries()) {
    const other = others[more === undefined ? index : index - 1]
    if (id !== other) {
      if (more !== undefined) return undefined
      more = id
      continue
    }
    const [a, b] = [larger[id], smaller[id]]
    if (a !== b && (a === undefined || b === undefined || !isAlike(a, b))) return undefined
  }
  return more
}

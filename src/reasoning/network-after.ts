/**
 * The network after an edit, made from the one before. Edited graphs share unchanged records, so what an edit
 * touched is found by comparing records by identity; everything else is moved over as numbers. Where that
 * cannot be done (the network before has something doubted or supposed, the file is broken, the numbers of
 * ratings changed), the answer is undefined and the network has to be made anew.
 */
import type { GraphChanges } from '../model/changes.ts'
import { nodeAt, type ArgumentGraph, type ElementId } from '../model/graph.ts'
import { nodeKinds, relationKinds } from '../model/kinds.ts'
import { isSecondOpinion } from './base-scores.ts'
import { doubtClosure } from './doubt.ts'
import type { EvaluationOptions } from './evaluation.ts'
import type { Network } from './network.ts'
import { movedNetwork, rebased, type GraphRecordChanges, type RecordChanges } from './network-moved.ts'

/** The network of `graph`, and which item of the network before each of its items was (−1: none). */
export interface NetworkAfter {
  readonly network: Network
  /** Absent where every item is the one it was and only base scores differ. */
  readonly formerly?: Int32Array
  /** Items whose base score or surroundings the edit touched. */
  readonly touched: readonly number[]
}

/**
 * Time O(V + E), with a far smaller factor than making it anew. For evaluation without any options.
 * @param changes what leads from the graph before to this one, where it is known; found out unless given.
 */
export function networkAfter(
  before: Network,
  graph: ArgumentGraph,
  changes?: GraphChanges,
): NetworkAfter | undefined {
  if (!before.sound || before.leftOut.size > 0 || before.graph.evaluation !== graph.evaluation)
    return undefined
  const untouched: Differing = { set: [], removed: [] }
  const told = (table: 'nodes' | 'relations') => changes && (changes.tables[table] ?? untouched)
  const nodes = tableChanges(before.graph.nodes, graph.nodes, {
    told: told('nodes'),
    takesPart: ({ kind }) => nodeKinds[kind].evaluated,
    isSame: (a, b) => a.kind === b.kind,
  })
  const relations = tableChanges(before.graph.relations, graph.relations, {
    told: told('relations'),
    takesPart: ({ kind }) => relationKinds[kind].evaluated,
    isSame: (a, b) => a.kind === b.kind && a.to === b.to && isSameList(a.from, b.from),
  })
  if (nodes.entered.length + nodes.left.length + relations.entered.length + relations.left.length > 0) {
    return movedNetwork(before, graph, { nodes, relations })
  }
  return rebasedNetwork(before, graph, { nodes, relations })
}

/**
 * The network of the same graph with something doubted or ratings supposed, made from the one without any
 * options. Time O(V + E).
 */
export function networkSupposing(before: Network, options: EvaluationOptions): NetworkAfter | undefined {
  const { graph, indexOf, nodeCount } = before
  if (!before.sound || before.leftOut.size > 0 || isSecondOpinion(options)) return undefined
  const leftOut = doubtClosure(graph, options.doubted ?? [])
  const gone = { nodes: new Array<ElementId>(), relations: new Array<ElementId>() }
  for (const id of leftOut) {
    const item = indexOf.get(id)
    if (item !== undefined) (item < nodeCount ? gone.nodes : gone.relations).push(id)
  }
  const rated = Object.keys(options.supposedRatings ?? {}).flatMap((id) => {
    const node = nodeAt(graph, id)
    return node ? [[id, node] as const] : []
  })
  const changes = {
    nodes: { kept: rated, entered: [], left: gone.nodes },
    relations: { kept: [], entered: [], left: gone.relations },
  }
  const after =
    gone.nodes.length + gone.relations.length > 0
      ? movedNetwork(before, graph, changes, options)
      : rebasedNetwork(before, graph, changes, options)
  return after && { ...after, network: { ...after.network, leftOut } }
}

function rebasedNetwork(
  before: Network,
  graph: ArgumentGraph,
  changes: GraphRecordChanges,
  options: EvaluationOptions = {},
): NetworkAfter {
  const base = before.base.slice()
  const touched = rebased({ base, graph, indexOf: before.indexOf, options }, changes)
  return { network: { ...before, graph, base }, touched }
}

/** Which records of a table differ: as they are told, or found by looking at every one. */
interface Differing {
  readonly set: readonly (readonly [ElementId, unknown])[]
  readonly removed: readonly ElementId[]
}

function tableChanges<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  {
    told,
    takesPart,
    isSame,
  }: {
    told: Differing | undefined
    takesPart: (record: T) => boolean
    isSame: (a: T, b: T) => boolean
  },
): RecordChanges<T> {
  const kept: (readonly [ElementId, T])[] = []
  const entered: (readonly [ElementId, T])[] = []
  const left: ElementId[] = []
  if (before === after) return { kept, entered, left }
  const { set, removed } = told ?? differing(before, after)
  for (const [id] of set) {
    const [now, was] = [after[id], before[id]]
    if (now === was || now === undefined) continue
    const isIn = takesPart(now)
    const wasIn = was !== undefined && takesPart(was)
    if (isIn && wasIn && isSame(was, now)) kept.push([id, now])
    else {
      if (isIn) entered.push([id, now])
      if (wasIn) left.push(id)
    }
  }
  for (const id of removed) {
    const was = before[id]
    if (was !== undefined && takesPart(was)) left.push(id)
  }
  entered.sort(([a], [b]) => (a < b ? -1 : 1))
  return { kept, entered, left }
}

function differing<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): Differing {
  const set: [ElementId, T][] = []
  let common = 0
  for (const id of Object.keys(after)) {
    const [was, now] = [before[id], after[id]]
    if (was !== undefined) common += 1
    if (now !== was && now !== undefined) set.push([id, now])
  }
  const ids = Object.keys(before)
  return { set, removed: common === ids.length ? [] : ids.filter((id) => after[id] === undefined) }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => each === b[index]))
}

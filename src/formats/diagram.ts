/**
 * A graph as what diagram languages can draw: boxes, and lines that join two of them. A relation with several
 * premises, or with a relation on it, becomes a small junction of its own: its premises lead to it, it leads
 * to its target, and undercuts point at it. DOT, Mermaid and GraphML are written from this.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type Relation,
  type RelationId,
  type SectionId,
} from '../model/graph.ts'
import { relationKinds, weights, type Direction } from '../model/kinds.ts'
import { inOrder } from '../model/order.ts'
import { structureOf } from '../model/structure.ts'

export interface Diagram {
  /** Sections that have something in them, in author's order, then what is in none. */
  readonly groups: readonly DiagramGroup[]
  /** In author's order of the relations; the lines of one relation stand together. */
  readonly lines: readonly DiagramLine[]
  /** Relations that are drawn with a junction. */
  readonly junctions: ReadonlySet<RelationId>
}

interface DiagramGroup {
  /** Undefined, like the title, for what is in no section. */
  readonly id: SectionId | undefined
  readonly title: string | undefined
  /** Nodes in author's order. */
  readonly nodes: readonly NodeId[]
  /** Junctions all of whose ends are in the section. */
  readonly junctions: readonly RelationId[]
}

export interface DiagramLine {
  readonly id: RelationId
  readonly relation: Relation
  readonly from: ElementId
  readonly to: ElementId
  /** whole: from the only premise to the target. premise: to the junction. conclusion: from it to the target. */
  readonly part: 'whole' | 'premise' | 'conclusion'
}

/** The diagram of a graph. Time O(V + E) beside sorting. */
export function diagramOf(graph: ArgumentGraph): Diagram {
  const { into, premises } = structureOf(graph)
  const order = inOrder(graph.relations)
  const junctions = new Set(order.filter((id) => (premises.get(id)?.length ?? 0) > 1 || into.has(id)))
  const lines = order.flatMap((id): DiagramLine[] => {
    const relation = relationAt(graph, id)
    if (!relation) return []
    const from = premises.get(id) ?? []
    if (!junctions.has(id)) {
      return from.map((premise) => ({ id, relation, from: premise, to: relation.to, part: 'whole' }))
    }
    return [
      ...from.map((premise): DiagramLine => ({ id, relation, from: premise, to: id, part: 'premise' })),
      { id, relation, from: id, to: relation.to, part: 'conclusion' },
    ]
  })
  return { groups: groupsOf(graph, junctions), lines, junctions }
}

/** Which way the lines run for each direction of the map: they lead from the grounds to what these support. */
export const lineDirections = {
  down: 'BT',
  up: 'TB',
  right: 'RL',
  left: 'LR',
} as const satisfies Record<Direction, string>

/** "+ supports", "− attacks (weak)". */
export function relationWords({ kind, weight }: Relation): string {
  const { sign, label } = relationKinds[kind]
  return `${sign} ${label}${weight === undefined || weight === 'strong' ? '' : ` (${weights[weight].label})`}`
}

/** What drawings made by other programs from a written diagram do not show. */
export const pictureLosses = [
  'warrants',
  'ratings',
  'schemes',
  'roles',
  'questions',
  'criteria',
  'sources',
  'excerpts',
  'remarks',
  'tags',
  'description',
  'scores',
  'muted',
  'pins',
  'collapsed',
  'extensions',
  'unknownFields',
] as const

function groupsOf(graph: ArgumentGraph, junctions: ReadonlySet<RelationId>): DiagramGroup[] {
  const nodesIn = new Map<string | undefined, NodeId[]>()
  for (const id of inOrder(graph.nodes)) push(nodesIn, sectionOfNode(graph, id), id)
  const junctionsIn = new Map<string | undefined, RelationId[]>()
  // The section of a junction is only known once that of the junction it points at is.
  const known = new Map<RelationId, string | undefined>()
  for (const id of junctions) push(junctionsIn, sectionOfJunction(graph, id, known), id)
  return [...inOrder(graph.sections), undefined].flatMap((section) => {
    const nodes = nodesIn.get(section) ?? []
    const inside = junctionsIn.get(section) ?? []
    const title = section === undefined ? undefined : (graph.sections[section]?.title ?? '')
    return nodes.length + inside.length > 0 ? [{ id: section, title, nodes, junctions: inside }] : []
  })
}

function sectionOfNode(graph: ArgumentGraph, id: NodeId): string | undefined {
  const section = nodeAt(graph, id)?.section
  return section !== undefined && Object.hasOwn(graph.sections, section) ? section : undefined
}

/** The section of all its premises and of what it leads to, or none. */
function sectionOfJunction(
  graph: ArgumentGraph,
  start: RelationId,
  known: Map<RelationId, string | undefined>,
): string | undefined {
  const chain: RelationId[] = []
  let at: ElementId = start
  while (!nodeAt(graph, at) && !known.has(at)) {
    const next: Relation | undefined = relationAt(graph, at)
    if (!next) break
    chain.push(at)
    at = next.to
  }
  let section = nodeAt(graph, at) ? sectionOfNode(graph, at) : known.get(at)
  for (const id of chain.reverse()) {
    const premises = relationAt(graph, id)?.from ?? []
    const [first] = premises
    const own = first === undefined ? undefined : sectionOfNode(graph, first)
    if (own !== section || premises.some((premise) => sectionOfNode(graph, premise) !== own)) {
      section = undefined
    }
    known.set(id, section)
  }
  return section
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

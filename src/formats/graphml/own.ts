/**
 * What a GraphML file of ours shows to any program, apart from XML: sections as groups, statements as nodes,
 * relations as edges, and a junction node for each relation that has several premises or is a target. A reader
 * that has found these in a file (it has the key "relation") gets the map back with `graphOfContent`; what the
 * keys cannot say is in the slot (slot.ts), in the data "counterpoint" of the graph.
 */
import {
  emptyGraph,
  hasElement,
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ArgumentNode,
  type Relation,
} from '../../model/graph.ts'
import { legalIds } from '../../model/ids.ts'
import {
  nodeKindNames,
  relationKindNames,
  relationKinds,
  weightNames,
  type NodeKind,
} from '../../model/kinds.ts'
import { diagramOf } from '../diagram.ts'
import { legalText } from '../plain-text.ts'

/** Values of data elements by the names of their keys. */
export type Data = ReadonlyMap<string, string>

export interface GraphmlNode {
  readonly id: string
  /** statements: kind, text. junctions: relation, weight, scheme. */
  readonly data: Data
}

export interface GraphmlGroup {
  /** Undefined for what is in no group. */
  readonly section: { readonly id: string; readonly title: string } | undefined
  readonly nodes: readonly GraphmlNode[]
}

export interface GraphmlEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  /** relation, weight and scheme; part for edges to and from junctions, which have the first of these only. */
  readonly data: Data
}

/** The file without XML, in the order in which it is written. */
export interface GraphmlContent {
  readonly title: string
  readonly groups: readonly GraphmlGroup[]
  readonly edges: readonly GraphmlEdge[]
}

/** What is written of a graph. */
export function contentOf(graph: ArgumentGraph): GraphmlContent {
  const diagram = diagramOf(graph)
  const edgeId = legalIds((id) => hasElement(graph, id))
  const statement = (id: string): GraphmlNode[] => {
    const node = nodeAt(graph, id)
    return node
      ? [
          {
            id,
            data: dataOf([
              ['kind', node.kind],
              ['text', legalText(node.text)],
            ]),
          },
        ]
      : []
  }
  const junction = (id: string): GraphmlNode[] => {
    const relation = relationAt(graph, id)
    return relation ? [{ id, data: relationData(relation) }] : []
  }
  return {
    title: legalText(graph.title),
    groups: diagram.groups.map(({ id, title = '', nodes, junctions }) => ({
      section: id === undefined ? undefined : { id, title: legalText(title) },
      nodes: [...nodes.flatMap(statement), ...junctions.flatMap(junction)],
    })),
    edges: diagram.lines.map(({ id, relation, from, to, part }) => ({
      // A relation without a junction is its edge.
      id: part === 'whole' ? id : edgeId(`${id}.${part}`),
      source: from,
      target: to,
      data:
        part === 'whole'
          ? relationData(relation)
          : dataOf([
              ['relation', relation.kind],
              ['part', part],
            ]),
    })),
  }
}

/** Whether a file is one of ours, or says as much: it has these keys. */
export function isOwnContent(content: GraphmlContent): boolean {
  return content.groups.some(({ nodes }) => nodes.some(({ data }) => isNodeKind(data.get('kind'))))
}

/**
 * The map that such content shows, valid whatever it holds, and sentences on what of it makes no relation. Nodes
 * without a kind of ours are claims.
 */
export function graphOfContent({ title, groups, edges }: GraphmlContent): {
  readonly graph: ArgumentGraph
  readonly notes: readonly string[]
} {
  const notes: string[] = []
  const sections = new Map<string, { title: string }>()
  const nodes = new Map<string, ArgumentNode>()
  const junctions = new Map<string, Data>()
  for (const group of groups) {
    if (group.section) sections.set(group.section.id, { title: group.section.title })
    for (const { id, data } of group.nodes) {
      if (data.has('relation')) junctions.set(id, data)
      else nodes.set(id, statementOf(data, group.section?.id))
    }
  }
  const relations = relationsOf(junctions, edges, notes)
  const sound = soundRelations(relations, nodes, notes)
  return {
    graph: {
      ...emptyGraph(title),
      sections: Object.fromEntries(sections),
      nodes: Object.fromEntries(nodes),
      relations: Object.fromEntries(sound),
    },
    notes,
  }
}

function statementOf(data: Data, section: string | undefined): ArgumentNode {
  const kind = data.get('kind')
  return {
    kind: isNodeKind(kind) ? kind : 'claim',
    text: data.get('text') ?? '',
    ...(section === undefined ? {} : { section }),
  }
}

/** Junctions with the edges into and out of them, then the edges that are relations by themselves. */
function relationsOf(
  junctions: ReadonlyMap<string, Data>,
  edges: readonly GraphmlEdge[],
  notes: string[],
): Map<string, Relation> {
  const relations = new Map<string, Relation>()
  const premises = new Map<string, string[]>()
  const targets = new Map<string, string>()
  const whole: GraphmlEdge[] = []
  for (const edge of edges) {
    if (edge.data.has('relation') && !edge.data.has('part')) whole.push(edge)
    else if (junctions.has(edge.source) && edge.data.get('part') !== 'premise')
      targets.set(edge.source, edge.target)
    else if (junctions.has(edge.target)) {
      const others = premises.get(edge.target)
      if (others) others.push(edge.source)
      else premises.set(edge.target, [edge.source])
    } else
      notes.push(`The edge from "${edge.source}" to "${edge.target}" says no relation, so it is left out.`)
  }
  for (const [id, data] of junctions) {
    const [from, to] = [premises.get(id) ?? [], targets.get(id)]
    if (from.length > 0 && to !== undefined) relations.set(id, relationWith(data, from, to))
    else notes.push(`The relation "${id}" has no premise or no target, so it is left out.`)
  }
  for (const { id, source, target, data } of whole) relations.set(id, relationWith(data, [source], target))
  return relations
}

/** The relations that join what may be joined; with one goes whatever points at it. */
function soundRelations(
  relations: ReadonlyMap<string, Relation>,
  nodes: ReadonlyMap<string, ArgumentNode>,
  notes: string[],
): Map<string, Relation> {
  const settled = new Map<string, boolean>()
  for (const start of relations.keys()) {
    // Along the chain of targets to a node or to what is settled, then back: chains may be long.
    const chain: string[] = []
    const seen = new Set<string>()
    let at = start
    while (relations.has(at) && !nodes.has(at) && !settled.has(at) && !seen.has(at)) {
      seen.add(at)
      chain.push(at)
      at = relations.get(at)?.to ?? ''
    }
    let isTargetSound = nodes.has(at) || settled.get(at) === true
    for (const id of chain.reverse()) {
      const relation = relations.get(id)
      isTargetSound = relation !== undefined && isTargetSound && mayJoin(relation, relations, nodes)
      settled.set(id, isTargetSound)
    }
  }
  return new Map(
    [...relations].filter(([id]) => {
      if (settled.get(id)) return true
      notes.push(`The relation "${id}" joins what cannot be joined that way, so it is left out.`)
      return false
    }),
  )
}

function mayJoin(
  { kind, from, to }: Relation,
  relations: ReadonlyMap<string, Relation>,
  nodes: ReadonlyMap<string, ArgumentNode>,
): boolean {
  const entry = relationKinds[kind]
  const isOneOf = (kinds: readonly NodeKind[], id: string) =>
    kinds.some((each) => each === nodes.get(id)?.kind)
  const target = relations.get(to)
  const reaches = nodes.has(to)
    ? isOneOf(entry.to, to)
    : target !== undefined && entry.toRelation && relationKinds[target.kind].evaluated
  return (
    reaches && from.every((premise) => isOneOf(entry.from, premise)) && (entry.linked || from.length === 1)
  )
}

function relationWith(data: Data, from: readonly string[], to: string): Relation {
  const [kind, weight, scheme] = [data.get('relation'), data.get('weight'), data.get('scheme')]
  return {
    kind: relationKindNames.find((name) => name === kind) ?? 'supports',
    from: [...new Set(from)],
    to,
    ...weightField(weight),
    ...(scheme === undefined ? {} : { scheme }),
  }
}

function weightField(weight: string | undefined): Pick<Relation, 'weight'> {
  const known = weightNames.find((name) => name === weight)
  return known === undefined ? {} : { weight: known }
}

function relationData({ kind, weight, scheme }: Relation): Data {
  return dataOf([
    ['relation', kind],
    ['weight', weight],
    ['scheme', scheme && legalText(scheme)],
  ])
}

function dataOf(entries: readonly (readonly [string, string | undefined])[]): Data {
  return new Map(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}

function isNodeKind(kind: string | undefined): kind is NodeKind {
  return nodeKindNames.some((name) => name === kind)
}

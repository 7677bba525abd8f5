/**
 * The offer to put steps on the map that lack something: an empty statement stands where the premise or the
 * conclusion is missing, for a person to fill in. A step whose only premise is its own conclusion gets an
 * empty premise too. Steps that point at each other in a circle stay where they are.
 */
import type { ArgumentGraph, ArgumentNode, NodeId, Relation } from '../../model/graph.ts'
import { hasElement } from '../../model/graph.ts'
import { isLegalId, legalIds } from '../../model/ids.ts'
import type { ImportOffer } from '../conversion.ts'
import { fieldOf, isFields, type Fields } from '../slot/plain.ts'
import { idText, nodesetIn, type AifEdge, type AifNode, type Nodeset } from './nodeset.ts'
import { schemeOfNode } from './scheme-of-node.ts'
import { isStepType } from './steps.ts'
import { keptOfStep } from './to-graph.ts'

/** Offers to complete steps; empty where there are none that could be. */
export function completionOffer(graph: ArgumentGraph): readonly ImportOffer[] {
  const count = gapsIn(graph).length
  if (count === 0) return []
  return [
    {
      id: 'complete-steps',
      label: count === 1 ? 'Put 1 incomplete step on the map' : `Put ${count} incomplete steps on the map`,
      explanation:
        'Inferences and conflicts that lack a premise or a conclusion come onto the map with an empty statement in its place, to be filled in.',
      apply: completeSteps,
    },
  ]
}

/** A step that lacks something, with the ids that its ends have on the map. */
interface Gap {
  readonly node: AifNode
  readonly premises: readonly NodeId[]
  readonly end: string | undefined
  readonly edges: readonly AifEdge[]
}

function completeSteps(graph: ArgumentGraph): ArgumentGraph {
  const layer = layerOf(graph)
  const taken = new Set(layer.nodes.map(({ id }) => id))
  const newId = legalIds((id) => taken.has(id) || hasElement(graph, id))
  const nodes: [NodeId, ArgumentNode][] = []
  const relations: [string, Relation][] = []
  const done = new Set<unknown>()
  const tied = new Set<string>()
  const emptyStatement = (): NodeId => {
    const id = newId('missing')
    nodes.push([id, { kind: 'claim', text: '' }])
    return id
  }
  const inferences = new Map(
    Object.entries(graph.relations).flatMap(([id, relation]) =>
      isInference(graph, id) ? [[aifIdOf(id, relation), [id, relation] as const] as const] : [],
    ),
  )
  /** A step on the map that led to this one as well as elsewhere leads to it again. */
  const pointAt = (edge: AifEdge, end: string): void => {
    const [id, relation] = inferences.get(edge.from) ?? []
    if (id === undefined || !relation) return
    const { kind, from, scheme } = relation
    const tie = { ext: { aif: { group: edge.from } } }
    relations.push([
      newId(`${id}-2`),
      { kind, from, to: end, ...(scheme === undefined ? {} : { scheme }), ...tie },
    ])
    tied.add(id)
  }
  for (const { node, premises, end, edges } of gapsIn(graph)) {
    const id = isLegalId(node.id) && !hasElement(graph, node.id) ? node.id : newId(node.id)
    const scheme = schemeOfNode(node, new Map())
    relations.push([
      id,
      {
        kind: node.type === 'RA' ? 'supports' : 'attacks',
        from: premises.length > 0 ? premises : [emptyStatement()],
        to: end ?? emptyStatement(),
        ...(scheme === undefined ? {} : { scheme }),
        ...withKept(id === node.id ? {} : { nodeID: node.id }, keptOfStep(node)),
      },
    ])
    for (const one of [node, ...edges]) done.add(one.raw)
    for (const onto of edges) if (onto.to === node.id) pointAt(onto, id)
  }
  const aif = fieldOf(graph.ext, 'aif')
  const left = (name: string, list: readonly { readonly raw: unknown }[]): object => {
    const rest = list.flatMap(({ raw }) => (done.has(raw) ? [] : [raw]))
    return rest.length > 0 ? { [name]: rest } : {}
  }
  const { nodes: _, edges: _1, ...others } = isFields(aif) ? aif : {}
  const tiedRelations = Object.entries(graph.relations).map(([id, relation]): [string, Relation] => {
    const own = fieldOf(relation.ext, 'aif')
    const aif = { ...(isFields(own) ? own : {}), group: aifIdOf(id, relation) }
    return [id, tied.has(id) ? { ...relation, ext: { ...relation.ext, aif } } : relation]
  })
  return {
    ...graph,
    nodes: { ...graph.nodes, ...Object.fromEntries(nodes) },
    relations: Object.fromEntries([...tiedRelations, ...relations]),
    ext: { ...graph.ext, aif: { ...others, ...left('nodes', layer.nodes), ...left('edges', layer.edges) } },
  }
}

function layerOf(graph: ArgumentGraph): Nodeset {
  const aif = fieldOf(graph.ext, 'aif')
  return nodesetIn({ nodes: fieldOf(aif, 'nodes'), edges: fieldOf(aif, 'edges') }, undefined, [])
}

/** Inferences and conflicts in what is kept of the file, that lack one end and have another on the map. */
function gapsIn(graph: ArgumentGraph): Gap[] {
  const layer = layerOf(graph)
  const steps = layer.nodes.filter(({ type }) => isStepType(type) && type !== 'MA')
  if (steps.length === 0) return []
  const onMap = new Map<string, string>()
  for (const [id, record] of [...Object.entries(graph.relations), ...Object.entries(graph.nodes)]) {
    onMap.set(aifIdOf(id, record), id)
  }
  const around = new Map<string, AifEdge[]>(steps.map(({ id }) => [id, []]))
  for (const edge of layer.edges) {
    around.get(edge.from)?.push(edge)
    around.get(edge.to)?.push(edge)
  }
  return steps.flatMap((node): Gap[] => {
    const edges = around.get(node.id) ?? []
    const drawn = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => onMap.get(id) ?? []))]
    const premises = drawn(edges.flatMap(({ from, to }) => (to === node.id ? [from] : []))).filter((id) =>
      isStatement(graph, id),
    )
    const [end] = drawn(edges.flatMap(({ from, to }) => (from === node.id ? [to] : []))).filter(
      (id) => isStatement(graph, id) || isInference(graph, id),
    )
    const others = premises.filter((id) => id !== end)
    return others.length === 0 && end === undefined ? [] : [{ node, premises: others, end, edges }]
  })
}

function withKept(own: Fields, fields: Fields): Pick<Relation, 'ext'> {
  const aif = { ...own, ...(Object.keys(fields).length > 0 ? { fields } : {}) }
  return Object.keys(aif).length > 0 ? { ext: { aif } } : {}
}

/** The id that a record had in the file. */
function aifIdOf(id: string, { ext }: ArgumentNode | Relation): string {
  return idText(fieldOf(fieldOf(ext, 'aif'), 'nodeID')) ?? id
}

function isStatement(graph: ArgumentGraph, id: string): boolean {
  const kind = Object.hasOwn(graph.nodes, id) ? graph.nodes[id]?.kind : undefined
  return kind !== undefined && kind !== 'issue' && kind !== 'note'
}

function isInference(graph: ArgumentGraph, id: string): boolean {
  const kind = Object.hasOwn(graph.relations, id) ? graph.relations[id]?.kind : undefined
  return kind === 'supports' || kind === 'attacks'
}

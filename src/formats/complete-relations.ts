/**
 * Relations of a file that lack something are kept with the document, under `incomplete` in `ext`. This is the
 * offer to put them on the map: an empty statement stands where the premise or the conclusion is missing, for
 * a person to fill in.
 */
import {
  hasElement,
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ArgumentNode,
  type NodeId,
  type Relation,
} from '../model/graph.ts'
import { isLegalId, legalIds } from '../model/ids.ts'
import { nodeKinds, relationKinds, type RelationKind } from '../model/kinds.ts'
import type { ImportOffer } from './conversion.ts'
import { fieldOf, type Fields } from './slot/plain.ts'

/** A relation that is not on the map, with those of its ends that are; `own` is what the file says of it. */
export interface IncompleteRelation {
  readonly id: string
  readonly kind: RelationKind
  readonly from: readonly NodeId[]
  readonly to?: string
  readonly own?: Fields
}

/** Offers to complete what `ext.<format>` of the document keeps; empty where nothing could be. */
export function completionOffer(graph: ArgumentGraph, format: string): readonly ImportOffer[] {
  const count = gapsIn(graph, format).length
  if (count === 0) return []
  return [
    {
      id: 'complete-relations',
      label:
        count === 1 ? 'Put 1 incomplete relation on the map' : `Put ${count} incomplete relations on the map`,
      explanation:
        'Relations that lack a premise or a conclusion come onto the map with an empty statement in its place, to be filled in.',
      apply: (given) => complete(given, format),
    },
  ]
}

function complete(graph: ArgumentGraph, format: string): ArgumentGraph {
  const gaps = gapsIn(graph, format)
  const newId = legalIds((id) => hasElement(graph, id))
  const nodes: [NodeId, ArgumentNode][] = []
  const emptyStatement = (): NodeId => {
    const id = newId('missing')
    nodes.push([id, { kind: 'claim', text: '' }])
    return id
  }
  const relations = gaps.map(({ id, kind, from, to, own }): [string, Relation] => [
    newId(isLegalId(id) ? id : 'r'),
    {
      kind,
      from: from.length > 0 ? from : [emptyStatement()],
      to: to ?? emptyStatement(),
      ...(own ? { ext: { [format]: own } } : {}),
    },
  ])
  const done = new Set<unknown>(gaps.map(({ raw }) => raw))
  const { incomplete: _, ...others } = asFields(fieldOf(graph.ext, format))
  const rest = listIn(graph, format).filter((raw) => !done.has(raw))
  const own = rest.length > 0 ? { ...others, incomplete: rest } : others
  const { [format]: _1, ...otherFormats } = graph.ext ?? {}
  const ext = Object.keys(own).length > 0 ? { ...otherFormats, [format]: own } : otherFormats
  const { ext: _2, ...document } = graph
  return {
    ...document,
    nodes: { ...graph.nodes, ...Object.fromEntries(nodes) },
    relations: { ...graph.relations, ...Object.fromEntries(relations) },
    ...(Object.keys(ext).length > 0 ? { ext } : {}),
  }
}

interface Gap extends IncompleteRelation {
  readonly raw: unknown
}

/** Supports and attacks that have at least one end on the map as it is now. */
function gapsIn(graph: ArgumentGraph, format: string): Gap[] {
  return listIn(graph, format).flatMap((raw): Gap[] => {
    const kind = fieldOf(raw, 'kind')
    if (kind !== 'supports' && kind !== 'attacks') return []
    const [id, from, to, own] = ['id', 'from', 'to', 'own'].map((name) => fieldOf(raw, name))
    const premises = (Array.isArray(from) ? from : []).filter(
      (one): one is string => typeof one === 'string' && isStatement(graph, one),
    )
    // A premise or target that is there and cannot be one is not missing; a person has to change its kind.
    const list: readonly unknown[] = Array.isArray(from) ? from : []
    const named = [...list, to].filter((one) => typeof one === 'string')
    if (named.some((one) => nodeAt(graph, one) && !isStatement(graph, one))) return []
    const end = typeof to === 'string' && isTarget(graph, to) ? to : undefined
    const others = premises.filter((one) => one !== end)
    if (others.length === 0 && end === undefined) return []
    return [
      {
        raw,
        id: typeof id === 'string' ? id : 'r',
        kind,
        from: others,
        ...(end === undefined ? {} : { to: end }),
        ...(typeof own === 'object' && own !== null ? { own: asFields(own) } : {}),
      },
    ]
  })
}

function listIn(graph: ArgumentGraph, format: string): readonly unknown[] {
  const list = fieldOf(fieldOf(graph.ext, format), 'incomplete')
  return Array.isArray(list) ? list : []
}

function isStatement(graph: ArgumentGraph, id: string): boolean {
  const node = nodeAt(graph, id)
  return node !== undefined && nodeKinds[node.kind].evaluated
}

function isTarget(graph: ArgumentGraph, id: string): boolean {
  const relation = relationAt(graph, id)
  return isStatement(graph, id) || (relation !== undefined && relationKinds[relation.kind].evaluated)
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

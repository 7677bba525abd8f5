/**
 * Changes that files of several formats invite and that only a person can decide. Readers list those that
 * fit what they read.
 */
import type { ArgumentGraph, ArgumentNode, NodeId } from '../model/graph.ts'
import type { ImportOffer } from './conversion.ts'
import { fieldOf } from './slot/plain.ts'

/**
 * Offers to read claims that something rests on, and that rest on nothing themselves, as assumptions: most
 * formats do not say what is taken for granted, and an unsupported claim carries little in evaluation.
 * Empty where there are none.
 */
export function assumptionsOffer(graph: ArgumentGraph): readonly ImportOffer[] {
  const count = unsupportedPremises(graph).length
  if (count === 0) return []
  return [
    {
      id: 'read-unsupported-as-assumptions',
      label:
        count === 1
          ? 'Read 1 unsupported premise as an assumption'
          : `Read ${count} unsupported premises as assumptions`,
      explanation:
        'The file does not say what is taken for granted, and claims without support carry little when the map is evaluated; as assumptions they count until somebody objects.',
      apply: (given) => {
        const premises = new Set(unsupportedPremises(given))
        const nodes = Object.entries(given.nodes).map(([id, node]): [NodeId, ArgumentNode] => [
          id,
          premises.has(id) ? { ...node, kind: 'assumption' } : node,
        ])
        return { ...given, nodes: Object.fromEntries(nodes) }
      },
    },
  ]
}

/** Claims that are premises of a support or an attack and are not supported themselves. */
function unsupportedPremises({ nodes, relations }: ArgumentGraph): NodeId[] {
  const [premises, supported] = [new Set<NodeId>(), new Set<string>()]
  for (const { kind, from, to } of Object.values(relations)) {
    if (kind === 'supports' || kind === 'attacks') for (const premise of from) premises.add(premise)
    if (kind === 'supports') supported.add(to)
  }
  return Object.keys(nodes).filter(
    (id) => nodes[id]?.kind === 'claim' && premises.has(id) && !supported.has(id),
  )
}

/**
 * The offer to pin statements where a file has them. Readers keep places as x and y in `ext.<format>`; what is
 * not visible there is left out. Empty where nothing has a place.
 */
export function pinsOffer(
  graph: ArgumentGraph,
  format: string,
  { where, explanation }: { readonly where: string; readonly explanation: string },
): readonly ImportOffer[] {
  const count = pinsOf(graph, format).length
  if (count === 0) return []
  return [
    {
      id: 'pin-positions',
      label:
        count === 1 ? `Pin 1 statement where ${where} it` : `Pin ${count} statements where ${where} them`,
      explanation,
      apply: (given) => ({
        ...given,
        layout: {
          ...given.layout,
          pinned: { ...given.layout?.pinned, ...Object.fromEntries(pinsOf(given, format)) },
        },
      }),
    },
  ]
}

function pinsOf({ nodes }: ArgumentGraph, format: string): [NodeId, { x: number; y: number }][] {
  return Object.entries(nodes).flatMap(([id, { ext }]): [NodeId, { x: number; y: number }][] => {
    const own = fieldOf(ext, format)
    const [x, y] = [fieldOf(own, 'x'), fieldOf(own, 'y')]
    return isCoordinate(x) && isCoordinate(y) && fieldOf(own, 'visible') !== false ? [[id, { x, y }]] : []
  })
}

/** As far as pins may lie from the middle. */
function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 1e7
}

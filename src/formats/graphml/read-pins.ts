/** The offer to pin statements where a drawing has them; readers keep the places in `ext.graphml`. */
import type { ArgumentGraph, NodeId } from '../../model/graph.ts'
import type { ImportOffer } from '../conversion.ts'
import { fieldOf } from '../slot/plain.ts'

/** Empty where nothing has a place. */
export function pinsOffer(graph: ArgumentGraph): readonly ImportOffer[] {
  const count = pinsOf(graph).length
  if (count === 0) return []
  return [
    {
      id: 'pin-positions',
      label:
        count === 1
          ? 'Pin 1 statement where the file has it'
          : `Pin ${count} statements where the file has them`,
      explanation: 'The file says where each statement was drawn; otherwise the map is laid out anew.',
      apply: (given) => ({
        ...given,
        layout: {
          ...given.layout,
          pinned: { ...given.layout?.pinned, ...Object.fromEntries(pinsOf(given)) },
        },
      }),
    },
  ]
}

function pinsOf({ nodes }: ArgumentGraph): [NodeId, { x: number; y: number }][] {
  return Object.entries(nodes).flatMap(([id, { ext }]): [NodeId, { x: number; y: number }][] => {
    const own = fieldOf(ext, 'graphml')
    const [x, y] = [fieldOf(own, 'x'), fieldOf(own, 'y')]
    return isCoordinate(x) && isCoordinate(y) ? [[id, { x, y }]] : []
  })
}

/** As far as pins may lie from the middle. */
function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 1e7
}

/** The offer to pin statements where a drawing has them; readers keep the places in `ext.graphml`. */
import type { ArgumentGraph } from '../../model/graph.ts'
import type { ImportOffer } from '../conversion.ts'
import { pinsOffer } from '../offers.ts'

/** Empty where nothing has a place. */
export function drawnPinsOffer(graph: ArgumentGraph): readonly ImportOffer[] {
  return pinsOffer(graph, 'graphml', {
    where: 'the file has',
    explanation: 'The file says where each statement was drawn; otherwise the map is laid out anew.',
  })
}

/** The slider by which another certainty of a statement is supposed, without touching the document. */
import { nodeAt, type NodeId } from '../../../model/graph.ts'
import { quoteElement } from '../../../model/naming.ts'
import { isRated } from '../../../reasoning/base-scores.ts'
import { useApp } from '../../app-state.ts'
import { RatingSlider } from './RatingSlider.tsx'
import { useSuppose } from './use-suppose.ts'

/** Nothing for a statement whose certainty does not count. */
export function SupposedRating({ id }: { readonly id: NodeId }) {
  const { rate } = useSuppose()
  const graph = useApp((state) => state.editor.graph)
  const ratings = useApp((state) => state.supposition?.ratings)
  const node = nodeAt(graph, id)
  if (!node || !isRated(node.kind)) return null
  return (
    <RatingSlider
      of={quoteElement(graph, id, 60)}
      value={ratings && Object.hasOwn(ratings, id) ? ratings[id] : node.rating}
      documentValue={node.rating}
      onChange={(rating) => rate(id, rating)}
    />
  )
}

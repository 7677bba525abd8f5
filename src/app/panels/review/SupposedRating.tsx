/** The slider by which another certainty of a statement is supposed, without touching the document. */
import { nodeAt, type NodeId } from '../../../model/graph.ts'
import type { Rating } from '../../../model/kinds.ts'
import { quoteElement } from '../../../model/naming.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { RatingSlider } from './RatingSlider.tsx'

export function SupposedRating({ id }: { readonly id: NodeId }) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const supposition = useApp((state) => state.supposition)
  const documentValue = nodeAt(graph, id)?.rating
  const { doubted = [], ratings = {} } = supposition ?? {}
  const value = Object.hasOwn(ratings, id) ? ratings[id] : documentValue
  const suppose = (rating: Rating | undefined) => {
    const others = Object.fromEntries(Object.entries(ratings).filter(([each]) => each !== id))
    const next = rating === documentValue ? others : { ...others, [id]: rating }
    const isOver = doubted.length === 0 && Object.keys(next).length === 0
    application.services.suppose(isOver ? undefined : { doubted, ratings: next })
  }
  return (
    <RatingSlider
      of={quoteElement(graph, id, 60)}
      value={value}
      documentValue={documentValue}
      onChange={suppose}
    />
  )
}

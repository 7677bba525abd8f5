/** What the controls of a what-if session do: each supposes one thing more, or takes it back, beside the selection. */
import type { ElementId, NodeId } from '../../../model/graph.ts'
import type { Rating } from '../../../model/kinds.ts'
import { withDoubts, withRating } from '../../../editor/suppositions.ts'
import { useApplication } from '../../app-state.ts'

interface Suppose {
  /** Doubts it, or trusts it again. */
  readonly doubt: (id: ElementId) => void
  /** Supposes a rating; the one that is supposed already, or the document's own, takes it back. */
  readonly rate: (id: NodeId, rating: Rating | undefined) => void
}

export function useSuppose(): Suppose {
  const { services, context } = useApplication()
  return {
    doubt: (id) => services.suppose(withDoubts(context().view?.supposition, [id])),
    rate: (id, rating) => {
      const { state, view } = context()
      services.suppose(withRating(state.graph, view?.supposition, { ids: [id], rating }))
    },
  }
}

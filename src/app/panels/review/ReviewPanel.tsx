/**
 * What the evaluation says about the whole argument, in two tabs: verdicts on the recommendations, and problems
 * of the argument. Escape closes it and gives the keys back to the map.
 */
import { useRef } from 'react'
import { useApp, useApplication } from '../../app-state.ts'
import { Icon } from '../../icons.tsx'
import { Problems } from './Problems.tsx'
import { panelId, ReviewTabs, tabId } from './ReviewTabs.tsx'
import { Verdicts } from './Verdicts.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { ratedIds } from './verdict-cards.ts'

export function ReviewPanel() {
  const application = useApplication()
  const open = useApp((state) => state.review)
  const graph = useApp((state) => state.analysis?.graph ?? state.editor.graph)
  const found = useApp((state) => state.analysis?.findings.length)
  const panel = useRef<HTMLElement>(null)
  useKeptFocus(panel)
  if (open === undefined) return null
  const close = () => {
    application.set({ review: undefined })
    application.canvas()?.focus()
  }
  const { ids } = ratedIds(graph)
  return (
    <aside
      ref={panel}
      className="side review"
      aria-label="Review"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <div className="side-head">
        <ReviewTabs
          open={open}
          labels={{
            verdicts: ids.length === 0 ? 'Verdicts' : `Verdicts (${ids.length})`,
            problems: found === undefined ? 'Problems' : `Problems (${found})`,
          }}
          onOpen={(tab) => application.set({ review: tab })}
        />
        <button type="button" className="icon-button" aria-label="Close the review" onClick={close}>
          <Icon name="X" />
        </button>
      </div>
      <div
        key={open}
        className="review-body"
        role="tabpanel"
        id={panelId(open)}
        aria-labelledby={tabId(open)}
        tabIndex={-1}
      >
        {open === 'verdicts' ? <Verdicts /> : <Problems />}
      </div>
    </aside>
  )
}

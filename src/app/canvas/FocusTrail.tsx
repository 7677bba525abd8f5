/** While a branch is shown alone: where it hangs in the map, each step a way back up. */
import { Fragment } from 'react'
import { quoteElement } from '../../model/naming.ts'
import { trailTo } from '../../editor/lineage.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'

export function FocusTrail() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const focus = useApp((state) => state.focus)
  if (focus === undefined) return null
  const trail = trailTo(graph, focus)
  // A deep branch would fill the window with its own way down.
  const shown = trail.length > 4 ? [...trail.slice(0, 1), undefined, ...trail.slice(-2)] : trail
  return (
    <nav className="float focus-trail" aria-label="Branch that is shown">
      <button type="button" className="button quiet" onClick={() => application.run('view.focus-out')}>
        <Icon name="Map" />
        Whole map
      </button>
      {shown.map((id, index) => (
        <Fragment key={id ?? 'more'}>
          <Icon name="ChevronRight" size={14} />
          {id === undefined ? (
            <span aria-label={`${trail.length - 3} more steps`}>…</span>
          ) : (
            <button
              type="button"
              className="button quiet crumb"
              aria-current={index === shown.length - 1 ? 'location' : undefined}
              onClick={() => {
                application.select([id])
                application.services.focusOn(id)
              }}
            >
              {quoteElement(graph, id, 40)}
            </button>
          )}
        </Fragment>
      ))}
    </nav>
  )
}

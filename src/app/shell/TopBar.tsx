/** The bar at the top: menus, the document's name and whether it is saved, and the tools used most. */
import { isChanged } from '../../editor/state.ts'
import { setTitle } from '../../editor/edits/document.ts'
import { useApp, useApplication } from '../app-state.ts'
import { CommandButton } from './CommandButton.tsx'
import { MenuBar, MenuButton } from './MenuBar.tsx'

export function TopBar() {
  const inspector = useApp((state) => state.inspector)
  const review = useApp((state) => state.review)
  return (
    <header className="bar">
      <MenuButton />
      <div className="brand">
        <Mark />
        <span>Counterpoint</span>
      </div>
      <MenuBar />
      <DocumentTitle />
      <div className="bar-tools" role="group" aria-label="Tools">
        <CommandButton id="edit.undo" />
        <CommandButton id="edit.redo" />
        <CommandButton id="view.search" />
        {/* On a phone the title needs the room; the menu has it too. */}
        <CommandButton id="view.palette" className="icon-button wide-only" />
        <CommandButton id="evaluate.verdicts" pressed={review === 'verdicts'} />
        <CommandButton
          id="evaluate.problems"
          className="icon-button wide-only"
          pressed={review === 'problems'}
        />
        <CommandButton id="view.inspector" pressed={inspector} />
      </div>
    </header>
  )
}

function DocumentTitle() {
  const application = useApplication()
  const title = useApp((state) => state.editor.graph.title)
  const changed = useApp((state) => isChanged(state.editor))
  const fileName = useApp((state) => state.fileName)
  return (
    <div className="document-title">
      <input
        aria-label="Title of the argument"
        value={title}
        spellCheck
        onChange={(event) => application.dispatch(setTitle(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <span className="document-state" data-changed={changed || undefined}>
        {changed ? '● Edited' : fileName === undefined ? '' : 'Saved'}
      </span>
    </div>
  )
}

/** The sign of the product: a statement and the point against it, meeting in one line. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <rect
        x="2.5"
        y="3"
        width="12"
        height="8"
        rx="2.5"
        fill="none"
        stroke="var(--claim)"
        strokeWidth="2.2"
      />
      <path
        d="M12.5 13h6l3 2.2v3.6L18.500 21h-6l-3-2.200v-3.600z"
        fill="none"
        stroke="var(--counterpoint)"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** What a map without statements shows: one key to begin, and the other ways to. */
import { useApp, useApplication } from '../app-state.ts'
import { StartChoices } from '../shell/StartChoices.tsx'

export function EmptyMap() {
  const application = useApplication()
  const empty = useApp((state) => Object.keys(state.editor.graph.nodes).length === 0)
  const dialogOpen = useApp((state) => state.dialog !== undefined)
  if (!empty || dialogOpen) return null
  return (
    <div className="empty-map">
      <div className="empty-card">
        <h2>What is the thesis?</h2>
        <p>
          Write it, then go on with the keys: <kbd>Tab</kbd> adds a reason, <kbd>Enter</kbd> the next one,{' '}
          <kbd>Shift Tab</kbd> a counterpoint.
        </p>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            application.canvas()?.focus()
            application.run('add.root.claim')
          }}
        >
          Write the thesis
        </button>
        <StartChoices />
      </div>
    </div>
  )
}

/** One problem in the list: its sentence leads to its place; below, the way out and "do not report this again". */
import type { Finding } from '../../../reasoning/problems/finding.ts'
import { useApplication } from '../../app-state.ts'
import { useShowOnMap } from './StatementLink.tsx'

interface ProblemEntryProps {
  readonly finding: Finding
  /** Stops reporting it here; absent where it has no place. */
  readonly onMute?: (() => void) | undefined
}

export function ProblemEntry({ finding, onMute }: ProblemEntryProps) {
  const application = useApplication()
  const show = useShowOnMap()
  const { at, sentence, fix } = finding
  const [place] = at
  const repair = () => {
    if (!fix) return
    const places = fix.select ?? at
    // Showing the first opens the branch it may be hidden in; the command then finds all of them selected.
    if (places[0] !== undefined) show(places[0])
    application.select(places)
    application.run(fix.command)
  }
  return (
    <li className="problem">
      {place === undefined ? (
        <p className="problem-sentence">{sentence}</p>
      ) : (
        <button type="button" className="problem-sentence" data-place onClick={() => show(place)}>
          {sentence}
        </button>
      )}
      <div className="problem-actions">
        {fix && (
          <button type="button" className="button small" onClick={repair}>
            {fix.label}
            <span className="visually-hidden">: {sentence}</span>
          </button>
        )}
        {onMute && (
          <button type="button" className="button small quiet" onClick={onMute}>
            Mute
            <span className="visually-hidden">: {sentence}</span>
          </button>
        )}
      </div>
    </li>
  )
}

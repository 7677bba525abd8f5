/** A list of questions with how many of them have been dealt with. */
import type { Found } from '../../../reasoning/critical-questions.ts'
import { ChecklistItem } from './ChecklistItem.tsx'
import type { ChecklistEntry } from './checklist-entry.ts'

interface ChecklistProps {
  /** What the list is called. */
  readonly name: string
  readonly entries: readonly ChecklistEntry[]
}

export function Checklist({ name, entries }: ChecklistProps) {
  return (
    <ul className="checklist" aria-label={name}>
      {entries.map((entry) => (
        <ChecklistItem key={entry.id} entry={entry} />
      ))}
    </ul>
  )
}

/** How far a checklist has got: in words, unless they stand elsewhere, and with a mark for each question. */
export function ChecklistProgress({
  entries,
  words,
}: {
  readonly entries: readonly Found[]
  readonly words?: string
}) {
  return (
    <div className="checklist-progress">
      {words !== undefined && <span>{words}</span>}
      <span className="checklist-marks" aria-hidden="true">
        {entries.map(({ state }, index) => (
          <span key={index} data-state={state} />
        ))}
      </span>
    </div>
  )
}

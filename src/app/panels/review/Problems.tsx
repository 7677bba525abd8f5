/** All problems of the argument by rule, with what can be done about each, and what the document mutes. */
import { useState } from 'react'
import type { Finding, Severity } from '../../../reasoning/problems/finding.ts'
import { mute } from '../../../editor/edits/muting.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { Muted } from './Muted.tsx'
import { countBySeverity, groupFindings } from './problem-groups.ts'
import { ProblemGroup } from './ProblemGroup.tsx'
import { severities, severityNames } from './severities.tsx'

const none: readonly Finding[] = []

export function Problems() {
  const application = useApplication()
  const findings = useApp((state) => state.analysis?.findings ?? none)
  const muted = useApp((state) => state.analysis?.muted ?? none)
  const analysed = useApp((state) => state.analysis !== undefined)
  const [hidden, setHidden] = useState<readonly Severity[]>([])
  const counts = countBySeverity(findings)
  const groups = groupFindings(findings.filter(({ severity }) => !hidden.includes(severity)))
  const edit = application.dispatch
  const context = application.context
  if (!analysed) {
    return (
      <p className="review-note" role="status">
        Working it out…
      </p>
    )
  }
  return (
    <>
      <div className="chips" role="group" aria-label="Show">
        {severityNames.map((severity) => (
          <button
            key={severity}
            type="button"
            className="chip"
            aria-pressed={!hidden.includes(severity)}
            onClick={() =>
              setHidden(
                hidden.includes(severity)
                  ? hidden.filter((each) => each !== severity)
                  : [...hidden, severity],
              )
            }
          >
            {severities[severity].plural} {counts[severity]}
          </button>
        ))}
      </div>
      {findings.length === 0 && (
        <p className="review-note">
          No problems found. The rules look at how the argument is built, not at whether it is true: ask what
          else could be objected, in the debate mode for example.
        </p>
      )}
      {groups.map((group, index) => (
        <ProblemGroup
          key={group.rule}
          group={group}
          open={index < 2 && group.findings.length <= 10}
          onMute={(finding) => edit(mute(context(), finding.rule, finding.at.slice(0, 1)))}
          onMuteRule={() => edit(mute(context(), group.rule))}
        />
      ))}
      <Muted findings={muted} />
    </>
  )
}

/**
 * The problems of one rule: severity, heading and count, the paragraph that explains the rule, then the entries.
 * A long group shows its first entries, so that hundreds of problems cost no more than dozens.
 */
import { useState } from 'react'
import type { Finding } from '../../../reasoning/problems/finding.ts'
import { findingRules } from '../../../reasoning/problems/rules.ts'
import { Disclosure } from './Disclosure.tsx'
import { ProblemEntry } from './ProblemEntry.tsx'
import type { FindingGroup } from './problem-groups.ts'
import { SeverityMark } from './severities.tsx'

/** Entries shown before "Show all". */
const shownAtFirst = 25

interface ProblemGroupProps {
  readonly group: FindingGroup
  readonly open: boolean
  readonly onMute: (finding: Finding) => void
  readonly onMuteRule: () => void
}

export function ProblemGroup({ group, open, onMute, onMuteRule }: ProblemGroupProps) {
  const { rule, severity, findings } = group
  const [all, setAll] = useState(false)
  const { title, explanation } = findingRules[rule]
  const shown = all ? findings : findings.slice(0, shownAtFirst)
  return (
    <Disclosure
      className="problem-group"
      heading
      open={open}
      title={
        <span className="problem-title">
          <SeverityMark severity={severity} />
          <span className="problem-rule">{title}</span>
          <span className="count">
            {findings.length}
            <span className="visually-hidden"> found</span>
          </span>
        </span>
      }
    >
      <Disclosure className="rule-explained" title="What this means" about={`: ${title}`}>
        <p className="fact">{explanation}</p>
        <button type="button" className="button small quiet" onClick={onMuteRule}>
          Mute this rule in this document
        </button>
      </Disclosure>
      <ul className="finding-list">
        {shown.map((finding) => (
          <ProblemEntry
            key={`${finding.at.join(' ')} ${finding.sentence}`}
            finding={finding}
            onMute={finding.at.length > 0 ? () => onMute(finding) : undefined}
          />
        ))}
      </ul>
      {shown.length < findings.length && (
        <button type="button" className="button small" onClick={() => setAll(true)}>
          Show all {findings.length}
        </button>
      )}
    </Disclosure>
  )
}

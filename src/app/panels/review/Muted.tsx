/**
 * What the document does not want to hear of, rule by rule and place by place, so that it is never forgotten that
 * there is something. Each can be reported again.
 */
import type { ElementId } from '../../../model/graph.ts'
import { unmute } from '../../../editor/edits/muting.ts'
import type { Finding } from '../../../reasoning/problems/finding.ts'
import { findingRules, type FindingRule } from '../../../reasoning/problems/rules.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { Disclosure } from './Disclosure.tsx'
import { InlineLink } from './StatementLink.tsx'

interface MutedProps {
  /** The problems that are not reported now. */
  readonly findings: readonly Finding[]
}

/** A rule muted as a whole, or at one place. */
interface MutedHere {
  readonly rule: FindingRule
  readonly at: ElementId | undefined
}

export function Muted({ findings }: MutedProps) {
  const recorded = useApp((state) => state.editor.graph.muted)
  const muted = Object.entries(recorded ?? {}).flatMap(([rule, { everywhere, at = [] }]): MutedHere[] => {
    // Another version's rule is kept in the document, but there is nothing to report of it here.
    if (!isRule(rule)) return []
    return everywhere ? [{ rule, at: undefined }] : at.map((place) => ({ rule, at: place }))
  })
  if (muted.length === 0) return null
  return (
    <Disclosure heading title={`Muted in this document (${findings.length})`}>
      <ul className="finding-list">
        {muted.map(({ rule, at }) => (
          <MutedEntry
            key={`${rule} ${at ?? ''}`}
            rule={rule}
            at={at}
            count={findings.filter((each) => each.rule === rule).length}
          />
        ))}
      </ul>
    </Disclosure>
  )
}

function MutedEntry({ rule, at, count }: MutedHere & { readonly count: number }) {
  const application = useApplication()
  const { title } = findingRules[rule]
  const reportAgain = () =>
    application.dispatch(unmute(application.context(), rule, at === undefined ? [] : [at]))
  return (
    <li className="problem">
      <p className="problem-sentence">
        {title}: {at === undefined ? `everywhere, ${count} not reported` : <InlineLink id={at} />}
      </p>
      <div className="problem-actions">
        <button type="button" className="button small" onClick={reportAgain}>
          Report again<span className="visually-hidden">: {title}</span>
        </button>
      </div>
    </li>
  )
}

function isRule(rule: string): rule is FindingRule {
  return Object.hasOwn(findingRules, rule)
}

/** How bad a problem is, in an icon and a word: never in colour alone. */
import type { Severity } from '../../../reasoning/problems/finding.ts'
import { Icon } from '../../icons.tsx'

/** From bad to harmless, with the words for one and for several. */
export const severities = {
  error: { label: 'Error', plural: 'Errors', icon: 'CircleAlert' },
  warning: { label: 'Warning', plural: 'Warnings', icon: 'TriangleAlert' },
  info: { label: 'Hint', plural: 'Hints', icon: 'Info' },
} as const satisfies Record<Severity, { label: string; plural: string; icon: string }>

export const severityNames = Object.keys(severities) as readonly Severity[]

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <span className="severity" data-severity={severity}>
      <Icon name={severities[severity].icon} size={14} />
      <span className="severity-word">{severities[severity].label}</span>
    </span>
  )
}

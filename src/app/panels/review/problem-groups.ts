/** Findings sorted for reading: by rule, the bad ones first, each rule's findings in the order they were found. */
import type { Finding, Severity } from '../../../reasoning/problems/finding.ts'
import type { FindingRule } from '../../../reasoning/problems/rules.ts'
import { severityNames } from './severities.tsx'

export interface FindingGroup {
  readonly rule: FindingRule
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

/** One group for each rule that found something, by severity, then in the order of `findings`. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<FindingRule, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    if (group) group.push(finding)
    else groups.set(finding.rule, [finding])
  }
  return [...groups]
    .map(([rule, found]): FindingGroup => ({ rule, severity: worst(found), findings: found }))
    .toSorted((a, b) => severityNames.indexOf(a.severity) - severityNames.indexOf(b.severity))
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

function worst(findings: readonly Finding[]): Severity {
  return severityNames.find((severity) => findings.some((each) => each.severity === severity)) ?? 'info'
}

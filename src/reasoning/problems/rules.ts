/** The rules about arguments: what each demands, in a paragraph a reader can act on. */
import type { Severity } from './finding.ts'

interface FindingRuleEntry {
  /** Heading of the group in the list of problems: "Unsupported claims". */
  readonly title: string
  readonly severity: Severity
  /** One paragraph: what the rule finds, why it matters, what to do about it. */
  readonly explanation: string
}

/** Stable names: scripts and documents (`muted`) name them. */
export const findingRules = {} as const satisfies Record<string, FindingRuleEntry>

export type FindingRule = keyof typeof findingRules

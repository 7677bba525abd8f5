/** The rules about arguments: what each finds, why it matters and what to do about it. */
import type { Severity } from './finding.ts'

interface FindingRuleEntry {
  /** Heading of the group in the list of problems: "Unsupported claims". */
  readonly title: string
  readonly severity: Severity
  /** One paragraph: what the rule finds, why it matters, what to do about it. */
  readonly explanation: string
}

/** Stable names: scripts and documents (`muted`) name them. */
export const findingRules = {
  'rec-without-evidence': {
    title: 'Recommendations without evidence',
    severity: 'error',
    explanation:
      'No line of support leads from any evidence to this recommendation, so nothing on the map shows that it would work. Add evidence to one of its reasons, or connect evidence that is on the map already.',
  },
  'circular-support': {
    title: 'Circular support',
    severity: 'error',
    explanation:
      'These statements support each other in a circle, so what they seem to give comes from nowhere. The steps that only close the circle are not counted and are drawn dotted. Give one of the statements support of its own, or take a step out.',
  },
  'self-attack': {
    title: 'Statements that speak against themselves',
    severity: 'error',
    explanation:
      'A statement is a premise of an objection to itself. Usually the objection was meant for another statement or for a step: move its end there, or delete it.',
  },
  'supports-and-attacks': {
    title: 'For and against the same thing',
    severity: 'error',
    explanation:
      'The same statement is given as a reason for and as an objection to the same thing. One of the two is a slip, or the statement says two things and should be split.',
  },
  wishful: {
    title: 'Wishful thinking',
    severity: 'error',
    explanation:
      'A recommendation is used as a ground: for evidence, or for a claim that it rests on itself. That something should be done does not show that anything is the case. Turn the step round, or delete it.',
  },
  unstable: {
    title: 'Scores that do not settle',
    severity: 'error',
    explanation:
      'These statements influence each other in circles for which no steady scores were found, so their numbers mean nothing. Whether they hold is still told. Weaken or remove one of the steps between them.',
  },
  'unsupported-claim': {
    title: 'Unsupported claims',
    severity: 'warning',
    explanation:
      'A claim without any reason counts for nothing: whoever asserts something has to show it. Add support, or, if it is taken for granted, turn it into an assumption.',
  },
  'ungrounded-claim': {
    title: 'Claims that end in the air',
    severity: 'warning',
    explanation:
      'This claim has reasons, but none of them goes back to evidence or to an assumption. Follow its reasons down and add evidence where they end.',
  },
  'rests-on-assumptions': {
    title: 'Recommendations that rest on assumptions',
    severity: 'warning',
    explanation:
      'Assumptions support this recommendation, but no evidence does. That may be as it must be; if evidence can be had, add it, above all for the assumption that matters most.',
  },
  'duplicate-relation': {
    title: 'Steps that say the same',
    severity: 'warning',
    explanation:
      'Two steps lead from the same premises to the same target and do the same, so one reason is counted twice. Delete one of them.',
  },
  'evidence-without-source': {
    title: 'Evidence without a source',
    severity: 'warning',
    explanation:
      'Nobody can check evidence that names neither a source nor an address. Say where it stands, or turn it into a claim.',
  },
  'single-point-of-failure': {
    title: 'Single points of failure',
    severity: 'warning',
    explanation:
      'All support of a recommendation that goes back to evidence passes through this one statement: if it breaks, nothing is left. Find support that does not need it.',
  },
  'double-counting': {
    title: 'Evidence that counts twice',
    severity: 'warning',
    explanation:
      'The same piece of evidence stands behind two reasons for one statement, and reasons count as independent of each other, so the score is too high. Link the reasons into one step, or leave one of them out.',
  },
  'uncontested-rec': {
    title: 'Recommendations nobody has objected to',
    severity: 'warning',
    explanation:
      'There is no objection anywhere below this recommendation, so it holds for want of a test. Ask what speaks against it: add a counterpoint, give its steps a scheme and go through the critical questions, or use the debate mode.',
  },
  'unanswered-counterpoint': {
    title: 'Unanswered counterpoints',
    severity: 'warning',
    explanation:
      'This counterpoint speaks against a recommendation, and nothing on the map speaks against it. Answer it with a counterpoint of its own, or let the recommendation take it into account.',
  },
  'contested-loop': {
    title: 'Objections in circles',
    severity: 'info',
    explanation:
      'Statements here attack each other round a circle. With an even number of attacks there are two ways to settle it, and something from outside has to decide; with an odd number there is none.',
  },
  'cuts-both-ways': {
    title: 'Statements that cut both ways',
    severity: 'info',
    explanation:
      'This statement helps a recommendation on one way and hurts it on another, so making it stronger may do either. Check that both are meant.',
  },
  orphan: {
    title: 'Statements without any connection',
    severity: 'info',
    explanation: 'Nothing leads to or from this statement. Connect it, turn it into a note, or delete it.',
  },
  'off-topic': {
    title: 'Statements that bear on no recommendation',
    severity: 'info',
    explanation:
      'No way leads from this statement to a recommendation, so it decides nothing. Connect what it belongs to, or leave it as background.',
  },
  'evidence-unrated': {
    title: 'Evidence that is not rated',
    severity: 'info',
    explanation:
      'How certain this evidence is has not been said, so it counts like evidence of low certainty. Rate it from very low to high.',
  },
  'evidence-jump': {
    title: 'Evidence straight under a recommendation',
    severity: 'info',
    explanation:
      'Evidence says what is the case, a recommendation what should be done; nothing says why the one bears on the other. Put a claim between them, or write the warrant of the step.',
  },
  'pivotal-evidence': {
    title: 'Evidence that decides a verdict',
    severity: 'info',
    explanation:
      'Without this one piece of evidence the verdict on a recommendation would be another one. Make sure of it: check its source and its rating, and look for a second piece.',
  },
  'unbacked-counterpoint': {
    title: 'Counterpoints without backing',
    severity: 'info',
    explanation:
      'This counterpoint is neither rated nor supported, so it counts like one of low certainty. Rate it or support it, so that it gets the weight it deserves.',
  },
  'defeated-but-cited': {
    title: 'Defeated claims that are still used',
    severity: 'info',
    explanation:
      'Objections outweigh the reasons for this claim, and yet it is given as a reason for something else, where it counts for nothing. Answer the objections, or drop the step.',
  },
  'open-critical-question': {
    title: 'Open critical questions',
    severity: 'info',
    explanation:
      'Arguments of this kind can go wrong in known ways, and nobody has said yet whether this one does. Go through its questions: each is either fine, with a word on why, or becomes a counterpoint.',
  },
  'missing-etd': {
    title: 'Recommendations not weighed by all criteria',
    severity: 'info',
    explanation:
      'Fewer than six of the eleven questions that decision makers ask (benefits, harms, costs, equity, acceptance, …) have been considered for this recommendation. Go through them in the inspector.',
  },
  'verdict-depends-on-rule': {
    title: 'An order that depends on the way of scoring',
    severity: 'info',
    explanation:
      'Other ways of joining reasons and objections put the recommendations into another order. Do not rely on which of them has the higher score.',
  },
} as const satisfies Record<string, FindingRuleEntry>

export type FindingRule = keyof typeof findingRules

/** All rules, errors first. */
export const findingRuleNames = Object.keys(findingRules) as readonly FindingRule[]

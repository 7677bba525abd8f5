/**
 * The eleven criteria of the GRADE Evidence-to-Decision framework (Alonso-Coello et al. 2016, BMJ 353:i2016
 * and i2089) as a second checklist for recommendations. Which criteria there are is theirs, the wording is
 * our own. Names are stable: files hold answers under them.
 */

interface DecisionCriterion {
  /** Lower case: "undesirable effects". */
  readonly label: string
  /** One plain sentence to the reader. */
  readonly question: string
  /** One sentence on what to look at. */
  readonly hint: string
}

/** Every criterion in the order of the framework. */
export const decisionCriteria = {
  priority: {
    label: 'priority of the problem',
    question: 'Is the problem serious enough to act on now?',
    hint: 'How bad it is, how many it concerns and how urgent it is.',
  },
  'desirable-effects': {
    label: 'desirable effects',
    question: 'How large are the good effects to be expected?',
    hint: 'The gains for those concerned, in size and not only in kind.',
  },
  'undesirable-effects': {
    label: 'undesirable effects',
    question: 'How large are the bad effects to be expected?',
    hint: 'Harm, burden and side effects, also for those who do not decide.',
  },
  certainty: {
    label: 'certainty of the evidence',
    question: 'How sure is the evidence about these effects?',
    hint: 'The ratings of the evidence that the recommendation rests on.',
  },
  values: {
    label: 'values',
    question: 'Do the people concerned agree on how much these effects matter?',
    hint: 'Where they would weigh gains and harm differently, say so.',
  },
  balance: {
    label: 'balance of effects',
    question: 'Do the good effects outweigh the bad ones?',
    hint: 'Both taken together, with how sure they are and how much they matter.',
  },
  resources: {
    label: 'resources required',
    question: 'How much money, staff and time does it take?',
    hint: 'What it takes at the start and from year to year, and how well that is known.',
  },
  'cost-effectiveness': {
    label: 'cost-effectiveness',
    question: 'Is what it brings worth what it costs, compared with other uses?',
    hint: 'The same money spent on the next best thing.',
  },
  equity: {
    label: 'equity',
    question: 'Who gains and who loses, and does that make unfair differences larger or smaller?',
    hint: 'Poorer, smaller or weaker groups, regions and countries above all.',
  },
  acceptability: {
    label: 'acceptability',
    question: 'Will those who must bear it or carry it out accept it?',
    hint: 'Everyone whose agreement it needs, and what they would object to.',
  },
  feasibility: {
    label: 'feasibility',
    question: 'Can it be carried out where it is meant to be?',
    hint: 'Law, skills, institutions, and whether it can be kept up.',
  },
} as const satisfies Record<string, DecisionCriterion>

export type CriterionName = keyof typeof decisionCriteria

/** All names in the order of the framework. */
export const criterionNames = Object.keys(decisionCriteria) as readonly CriterionName[]

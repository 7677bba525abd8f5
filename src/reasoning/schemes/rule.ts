/** Schemes that apply rules and definitions. */
import { conclusion, inference, premise, type Scheme } from './scheme.ts'

export const ruleSchemes = {
  'established-rule': {
    label: 'established rule',
    group: 'rule',
    hint: 'A rule in force says so; so it is to be done, or is so.',
    premises: {
      rule: { label: 'the rule', template: 'A rule in force says that ….', kind: 'evidence' },
    },
    conclusion: 'It is to be done, or is so.',
    questions: {
      'in-force': {
        question: 'Is there such a rule, and is it in force?',
        effects: [premise('rule')],
        burden: 'raised',
      },
      applies: {
        question: 'Does the rule apply to this case?',
        effects: [inference],
        burden: 'raised',
      },
      overridden: {
        question: 'Does another rule or a stronger reason come before it?',
        effects: [conclusion],
        burden: 'raised',
      },
    },
  },
  classification: {
    label: 'classification',
    group: 'rule',
    hint: 'It has what makes something count as this; so it is this, with all that follows.',
    premises: {
      fit: { label: 'what it has', template: 'It has …, as the definition asks.', kind: 'assumption' },
      definition: {
        label: 'the definition',
        template: 'Whatever has … counts as ….',
        kind: 'assumption',
      },
    },
    conclusion: 'It counts as this.',
    questions: {
      definition: {
        question: 'Is the definition a good one for this purpose?',
        effects: [premise('definition')],
        burden: 'raised',
      },
      fits: {
        question: 'Does the case really have what the definition asks for?',
        effects: [premise('fit')],
        burden: 'raised',
      },
    },
  },
} as const satisfies Record<string, Scheme>

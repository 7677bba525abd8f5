/** Schemes that go from cases to other cases or to all of them. */
import { conclusion, inference, premise, type Scheme } from './scheme.ts'

export const caseSchemes = {
  analogy: {
    label: 'analogy',
    group: 'case',
    hint: 'It was so, or worked, in a similar case; so it is so, or works, here.',
    premises: {
      case: { label: 'the other case', template: 'In … it was so.', kind: 'evidence' },
      similarity: {
        label: 'that the cases are alike',
        template: '… is like this case in what matters.',
        kind: 'assumption',
      },
    },
    conclusion: 'It is so here as well.',
    questions: {
      similar: {
        question: 'Are the two cases alike in what matters for this?',
        effects: [premise('similarity')],
        burden: 'raised',
      },
      differences: {
        question: 'Which differences could make it come out another way here?',
        effects: [inference],
        burden: 'raised',
      },
      'counter-case': {
        question: 'Is there another case just as similar in which it went the other way?',
        effects: [conclusion],
        burden: 'raised',
      },
      'true-there': {
        question: 'Was it really so in the other case?',
        effects: [premise('case')],
        burden: 'raised',
      },
    },
  },
  example: {
    label: 'example',
    group: 'case',
    hint: 'It is so in one or a few cases; so it is so in general.',
    premises: {
      case: { label: 'the examples', template: 'In … it is so.', kind: 'evidence' },
    },
    conclusion: 'It is so in general.',
    questions: {
      true: {
        question: 'Is what is said about the examples true?',
        effects: [premise('case')],
        burden: 'raised',
      },
      typical: {
        question: 'Are the examples typical, or were they picked?',
        effects: [inference],
        burden: 'raised',
      },
      enough: {
        question: 'Are there enough of them to speak for all?',
        effects: [inference],
        burden: 'raised',
      },
      special: {
        question: 'Was something special about the examples that explains them?',
        effects: [inference],
        burden: 'raised',
      },
    },
  },
  precedent: {
    label: 'precedent',
    group: 'case',
    hint: 'It was decided so in an earlier case; so it should be decided so here.',
    premises: {
      ruling: { label: 'the earlier decision', template: 'In … it was decided so.', kind: 'evidence' },
    },
    conclusion: 'It should be decided so here.',
    questions: {
      similar: {
        question: 'Is this case like the earlier one in what decided that one?',
        effects: [inference],
        burden: 'raised',
      },
      valid: {
        question: 'Does the earlier decision still stand?',
        effects: [premise('ruling')],
        burden: 'raised',
      },
      exception: {
        question: 'Is there a reason to make an exception this time?',
        effects: [inference],
        burden: 'raised',
      },
    },
  },
} as const satisfies Record<string, Scheme>

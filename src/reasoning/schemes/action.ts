/** Schemes that conclude what should be done or left undone. */
import { conclusion, inference, premise, rival, type Scheme } from './scheme.ts'

export const actionSchemes = {
  'practical-reasoning': {
    label: 'practical reasoning',
    group: 'action',
    hint: 'There is a goal, and doing this brings it about; so it should be done.',
    premises: {
      goal: { label: 'the goal', template: '… is a goal worth pursuing.', kind: 'assumption' },
      means: { label: 'the means', template: 'Doing this brings … about.', kind: 'assumption' },
    },
    conclusion: 'It should be done.',
    questions: {
      goal: {
        question: 'Is the goal worth pursuing, and whose goal is it?',
        effects: [premise('goal')],
        burden: 'raised',
      },
      achieves: {
        question: 'Would doing this really bring the goal about?',
        effects: [premise('means')],
        burden: 'raised',
      },
      feasible: {
        question: 'Can it be done at all, with the money, time and power there are?',
        effects: [inference],
        burden: 'raised',
      },
      alternative: {
        question: 'Is there another way to the same goal that is better?',
        effects: [rival],
        burden: 'raised',
      },
      'side-effects': {
        question: 'What else would it do that nobody wants?',
        effects: [conclusion],
        burden: 'raised',
      },
      'other-goals': {
        question: 'Does it get in the way of other goals that matter as much?',
        effects: [conclusion],
        burden: 'raised',
      },
    },
  },
  'value-based-practical-reasoning': {
    label: 'practical reasoning from a value',
    group: 'action',
    hint: 'Doing this serves a goal that promotes something people value; so it should be done.',
    premises: {
      value: { label: 'the value', template: '… is a value that counts here.', kind: 'assumption' },
      goal: { label: 'the goal', template: 'Reaching … promotes this value.', kind: 'assumption' },
      means: { label: 'the means', template: 'Doing this brings … about.', kind: 'assumption' },
    },
    conclusion: 'It should be done.',
    questions: {
      'value-shared': {
        question: 'Do those who are affected share this value?',
        effects: [premise('value')],
        burden: 'raised',
      },
      'other-values': {
        question: 'Does it harm another value that people hold?',
        effects: [conclusion],
        burden: 'raised',
      },
      alternative: {
        question: 'Would something else promote the value more?',
        effects: [rival],
        burden: 'raised',
      },
    },
  },
  'positive-consequences': {
    label: 'positive consequences',
    group: 'action',
    hint: 'Doing this leads to something good; so it should be done.',
    premises: {
      outcome: { label: 'the outcome', template: 'Doing this leads to ….', kind: 'assumption' },
      good: { label: 'that it is good', template: '… is good for those it reaches.', kind: 'assumption' },
    },
    conclusion: 'It should be done.',
    questions: {
      likely: {
        question: 'How likely is it that this outcome comes about?',
        effects: [premise('outcome'), inference],
        burden: 'asked',
      },
      good: {
        question: 'How good would the outcome be, and for whom?',
        effects: [premise('good')],
        burden: 'raised',
      },
      'bad-too': {
        question: 'Are there bad consequences as well?',
        effects: [conclusion],
        burden: 'raised',
      },
      anyway: {
        question: 'Would the same good come about without it?',
        effects: [inference],
        burden: 'raised',
      },
    },
  },
  'negative-consequences': {
    label: 'negative consequences',
    group: 'action',
    hint: 'Doing this leads to something bad; so it should not be done.',
    premises: {
      outcome: { label: 'the outcome', template: 'Doing this leads to ….', kind: 'assumption' },
      bad: { label: 'that it is bad', template: '… is bad for those it reaches.', kind: 'assumption' },
    },
    conclusion: 'It should not be done.',
    questions: {
      likely: {
        question: 'How likely is it that this harm comes about?',
        effects: [premise('outcome'), inference],
        burden: 'asked',
      },
      bad: {
        question: 'How bad would it be, and for whom?',
        effects: [premise('bad')],
        burden: 'raised',
      },
      avoidable: {
        question: 'Could the harm be avoided while the thing is done all the same?',
        effects: [inference],
        burden: 'raised',
      },
      offset: {
        question: 'Are there benefits that outweigh the harm?',
        effects: [conclusion],
        burden: 'raised',
      },
    },
  },
  'sunk-cost': {
    label: 'sunk cost',
    group: 'action',
    hint: 'Much has been put into this already; so it should be carried on.',
    premises: {
      invested: {
        label: 'what was put in',
        template: '… has been put into it and would be lost.',
        kind: 'assumption',
      },
    },
    conclusion: 'It should be carried on.',
    questions: {
      recoverable: {
        question: 'Could what was put in be got back or used for something else?',
        effects: [premise('invested')],
        burden: 'raised',
      },
      future: {
        question: 'Leaving aside what is spent, is it still worth what it will cost from now on?',
        effects: [conclusion],
        burden: 'raised',
      },
      loss: {
        question: 'What more would be lost by carrying on?',
        effects: [conclusion],
        burden: 'raised',
      },
    },
  },
  'slippery-slope': {
    label: 'slippery slope',
    group: 'action',
    hint: 'A first step leads through others to something terrible; so it should not be taken.',
    premises: {
      slope: { label: 'the steps', template: 'Doing this leads to …, and that to ….', kind: 'assumption' },
      end: { label: 'the end', template: '… is something that must not happen.', kind: 'assumption' },
    },
    conclusion: 'The first step should not be taken.',
    questions: {
      steps: {
        question: 'How sure is each single step on the way down?',
        effects: [inference],
        burden: 'raised',
      },
      stop: {
        question: 'Is there a point on the way at which one could stop?',
        effects: [inference],
        burden: 'raised',
      },
      end: {
        question: 'Is what stands at the end really that bad?',
        effects: [premise('end')],
        burden: 'raised',
      },
    },
  },
  fairness: {
    label: 'fairness',
    group: 'action',
    hint: 'This treats people unequally who should be treated alike; so it should not be done.',
    premises: {
      unequal: { label: 'the unequal treatment', template: 'It treats … worse than ….', kind: 'assumption' },
    },
    conclusion: 'It should not be done.',
    questions: {
      unequal: {
        question: 'Are they treated unequally in a respect that matters here?',
        effects: [premise('unequal')],
        burden: 'raised',
      },
      justified: {
        question: 'Is there a good reason to treat them differently?',
        effects: [inference],
        burden: 'raised',
      },
      compensated: {
        question: 'Is the disadvantage made up for in some other way?',
        effects: [conclusion],
        burden: 'raised',
      },
    },
  },
} as const satisfies Record<string, Scheme>

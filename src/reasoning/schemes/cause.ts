/** Schemes about what brings something about, what points to it and what explains it. */
import { inference, premise, rival, type Scheme } from './scheme.ts'

export const causeSchemes = {
  'cause-to-effect': {
    label: 'cause to effect',
    group: 'cause',
    hint: 'The cause is there, and it has this effect; so the effect follows.',
    premises: {
      cause: { label: 'the cause', template: '… is the case.', kind: 'assumption' },
      law: { label: 'that it has this effect', template: '… leads to ….', kind: 'assumption' },
    },
    conclusion: 'The effect follows.',
    questions: {
      law: {
        question: 'How firmly is it known that this cause has this effect?',
        effects: [premise('law'), inference],
        burden: 'asked',
      },
      interference: {
        question: 'Could something else keep the effect from coming about?',
        effects: [inference],
        burden: 'raised',
      },
      scope: {
        question: 'Does what is known hold for these people, this place and this scale?',
        effects: [inference],
        burden: 'raised',
      },
    },
  },
  'correlation-to-cause': {
    label: 'correlation to cause',
    group: 'cause',
    hint: 'The two go together; so the one causes the other.',
    premises: {
      correlation: { label: 'the correlation', template: '… and … go together.', kind: 'evidence' },
    },
    conclusion: 'The one causes the other.',
    questions: {
      real: {
        question: 'Do the two really go together, in enough cases and over enough time?',
        effects: [premise('correlation')],
        burden: 'raised',
      },
      'third-factor': {
        question: 'Could a third factor bring about both?',
        effects: [inference],
        burden: 'raised',
      },
      reverse: {
        question: 'Could it be the other way round?',
        effects: [inference],
        burden: 'raised',
      },
      mechanism: {
        question: 'By what way would the one bring about the other?',
        effects: [inference],
        burden: 'asked',
      },
      chance: {
        question: 'Could chance, or the choice of the cases, have made it look so?',
        effects: [inference],
        burden: 'raised',
      },
    },
  },
  sign: {
    label: 'sign or indicator',
    group: 'cause',
    hint: 'A sign of it can be seen; so it is the case.',
    premises: {
      sign: { label: 'the sign', template: '… can be seen.', kind: 'evidence' },
      link: { label: 'that it is a sign of this', template: '… is a sign of ….', kind: 'assumption' },
    },
    conclusion: 'It is the case.',
    questions: {
      reliable: {
        question: 'How well does the sign show what it is taken to show?',
        effects: [premise('link')],
        burden: 'raised',
      },
      'other-explanations': {
        question: 'Could the sign be there for another reason?',
        effects: [inference],
        burden: 'raised',
      },
      measured: {
        question: 'Was the sign observed or measured well?',
        effects: [premise('sign')],
        burden: 'raised',
      },
    },
  },
  'best-explanation': {
    label: 'best explanation',
    group: 'cause',
    hint: 'This explains the facts better than anything else; so it is so.',
    premises: {
      facts: { label: 'the facts', template: '… is to be explained.', kind: 'evidence' },
      explains: {
        label: 'that it explains them best',
        template: 'This explains … better than anything else.',
        kind: 'assumption',
      },
    },
    conclusion: 'It is so.',
    questions: {
      rivals: {
        question: 'Is there another explanation that is as good or better?',
        effects: [rival, inference],
        burden: 'raised',
      },
      search: {
        question: 'How hard were other explanations looked for?',
        effects: [inference],
        burden: 'raised',
      },
    },
  },
  'lack-of-evidence': {
    label: 'lack of evidence',
    group: 'cause',
    hint: 'There is no evidence of it; so it is not so.',
    premises: {
      search: { label: 'that nothing was found', template: 'No evidence of … was found.', kind: 'evidence' },
    },
    conclusion: 'It is not so.',
    questions: {
      search: {
        question: 'Was it looked for well enough to be found?',
        effects: [inference],
        burden: 'raised',
      },
      'would-show': {
        question: 'Would there be evidence to see if it were so?',
        effects: [inference],
        burden: 'raised',
      },
      burden: {
        question: 'Who has to show it here, and is it right to decide without?',
        effects: [inference],
        burden: 'raised',
      },
    },
  },
} as const satisfies Record<string, Scheme>

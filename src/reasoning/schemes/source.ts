/** Schemes that rest on who says or does something. */
import { inference, premise, type Scheme } from './scheme.ts'

export const sourceSchemes = {
  'expert-opinion': {
    label: 'expert opinion',
    group: 'source',
    hint: 'Someone who knows the field says so; so it is true.',
    premises: {
      says: { label: 'what the expert says', template: '… says so.', kind: 'evidence' },
      expertise: {
        label: 'that it is an expert of this field',
        template: '… is an expert in this field.',
        kind: 'assumption',
      },
    },
    conclusion: 'It is true.',
    questions: {
      genuine: {
        question: 'Is this really an expert, going by training, work and record?',
        effects: [premise('expertise')],
        burden: 'raised',
      },
      field: {
        question: 'Does the question belong to the field in which this is an expert?',
        effects: [premise('expertise')],
        burden: 'raised',
      },
      said: {
        question: 'Is that really what the expert said, in these terms and in this context?',
        effects: [premise('says')],
        burden: 'raised',
      },
      independent: {
        question: 'Does the expert have something to gain from saying so?',
        effects: [inference],
        burden: 'raised',
      },
      'others-agree': {
        question: 'Do other experts see it differently?',
        effects: [inference],
        burden: 'raised',
      },
      evidence: {
        question: 'What evidence does the expert give for it?',
        effects: [inference],
        burden: 'asked',
      },
    },
  },
  'position-to-know': {
    label: 'position to know',
    group: 'source',
    hint: 'Someone who is placed to know says so; so it is true.',
    premises: {
      says: { label: 'what is said', template: '… says so.', kind: 'evidence' },
      position: {
        label: 'that it is known there',
        template: '… is in a position to know.',
        kind: 'assumption',
      },
    },
    conclusion: 'It is true.',
    questions: {
      placed: {
        question: 'How would this person or body come to know it?',
        effects: [premise('position')],
        burden: 'raised',
      },
      honest: {
        question: 'Is there a reason to doubt that they say what they know?',
        effects: [inference],
        burden: 'raised',
      },
      corroborated: {
        question: 'Does anything independent confirm it?',
        effects: [inference],
        burden: 'asked',
      },
    },
  },
  'popular-opinion': {
    label: 'popular opinion or practice',
    group: 'source',
    hint: 'Most people think or do so; so it is right.',
    premises: {
      majority: { label: 'the majority', template: 'Most … think or do so.', kind: 'evidence' },
    },
    conclusion: 'It is right.',
    questions: {
      really: {
        question: 'Do most of them really think or do so, and how is that known?',
        effects: [premise('majority'), inference],
        burden: 'asked',
      },
      reason: {
        question: 'Is there a reason to believe that so many are right about this?',
        effects: [inference],
        burden: 'raised',
      },
      comparators: {
        question: 'Are those who were counted the right ones to look at?',
        effects: [inference],
        burden: 'raised',
      },
    },
  },
} as const satisfies Record<string, Scheme>

/**
 * The vocabulary as tables: which kinds of node and relation there are, what they are called,
 * and which may be connected. Validation, menus, the legend, the drawing and the documentation
 * all read these tables, so a new kind is one entry here (and one shape in the scene).
 */

/** What a kind of node is called, how it is explained, and whether it takes part in evaluation. */
interface NodeKindEntry {
  /** Singular, lower case, as used in the middle of a sentence. */
  readonly label: string
  readonly plural: string
  /** One sentence for menus and the legend. */
  readonly hint: string
  /** Name of its lucide icon. */
  readonly icon: string
  /** Issues and notes are drawn but never evaluated, so they can carry no support or attack. */
  readonly evaluated: boolean
  /** Whether a newcomer meets this kind at once, or finds it one step away. */
  readonly common: boolean
  /** What an empty node of this kind asks for. */
  readonly placeholder: string
}

/** Every kind of node, in the order in which menus and the legend list them. */
export const nodeKinds = {
  claim: {
    label: 'claim',
    plural: 'claims',
    hint: 'Something that is asserted and needs support.',
    icon: 'Flag',
    evaluated: true,
    common: true,
    placeholder: 'What is claimed?',
  },
  evidence: {
    label: 'evidence',
    plural: 'pieces of evidence',
    hint: 'A figure, study, event or document that a claim rests on.',
    icon: 'FileText',
    evaluated: true,
    common: true,
    placeholder: 'What was found, and by whom?',
  },
  recommendation: {
    label: 'recommendation',
    plural: 'recommendations',
    hint: 'What should be done.',
    icon: 'Bookmark',
    evaluated: true,
    common: true,
    placeholder: 'What should be done?',
  },
  counterpoint: {
    label: 'counterpoint',
    plural: 'counterpoints',
    hint: 'An objection: it counts until it is answered.',
    icon: 'ShieldAlert',
    evaluated: true,
    common: true,
    placeholder: 'What speaks against it?',
  },
  assumption: {
    label: 'assumption',
    plural: 'assumptions',
    hint: 'A premise the argument needs but does not argue for.',
    icon: 'Lightbulb',
    evaluated: true,
    common: false,
    placeholder: 'What is taken for granted?',
  },
  issue: {
    label: 'issue',
    plural: 'issues',
    hint: 'A question that recommendations answer. Not evaluated.',
    icon: 'MessageCircleQuestion',
    evaluated: false,
    common: false,
    placeholder: 'Which question is to be answered?',
  },
  note: {
    label: 'note',
    plural: 'notes',
    hint: 'A remark beside the argument. Not evaluated.',
    icon: 'StickyNote',
    evaluated: false,
    common: false,
    placeholder: 'A remark',
  },
} as const satisfies Record<string, NodeKindEntry>

export type NodeKind = keyof typeof nodeKinds

/** All node kinds in menu order. */
export const nodeKindNames = Object.keys(nodeKinds) as readonly NodeKind[]

/** What a kind of relation is called and what it may join. */
interface RelationKindEntry {
  /** As a verb: "evidence *supports* claim". */
  readonly label: string
  /** "cannot *support*". */
  readonly infinitive: string
  /** "cannot be *supported*". */
  readonly participle: string
  readonly hint: string
  /** The sign drawn on the line, so that meaning never rests on colour. */
  readonly sign: '+' | '−' | '→' | '='
  readonly evaluated: boolean
  readonly from: readonly NodeKind[]
  readonly to: readonly NodeKind[]
  /** Whether it may point at a relation, which backs or undercuts that inference. */
  readonly toRelation: boolean
  /** Whether several nodes can be its premises together. */
  readonly linked: boolean
}

const evaluatedKinds = ['claim', 'evidence', 'recommendation', 'counterpoint', 'assumption'] as const

/** Every kind of relation, in menu order. */
export const relationKinds = {
  supports: {
    label: 'supports',
    infinitive: 'support',
    participle: 'supported',
    hint: 'A reason for the statement, or a backing of the inference.',
    sign: '+',
    evaluated: true,
    from: evaluatedKinds,
    to: evaluatedKinds,
    toRelation: true,
    linked: true,
  },
  attacks: {
    label: 'attacks',
    infinitive: 'attack',
    participle: 'attacked',
    hint: 'A reason against the statement, or an undercut of the inference.',
    sign: '−',
    evaluated: true,
    from: evaluatedKinds,
    to: evaluatedKinds,
    toRelation: true,
    linked: true,
  },
  addresses: {
    label: 'addresses',
    infinitive: 'address',
    participle: 'addressed',
    hint: 'A recommendation answers this issue. Not evaluated.',
    sign: '→',
    evaluated: false,
    from: ['recommendation'],
    to: ['issue'],
    toRelation: false,
    linked: false,
  },
  restates: {
    label: 'restates',
    infinitive: 'restate',
    participle: 'restated',
    hint: 'Says the same as the other statement. Not evaluated.',
    sign: '=',
    evaluated: false,
    from: evaluatedKinds,
    to: evaluatedKinds,
    toRelation: false,
    linked: false,
  },
} as const satisfies Record<string, RelationKindEntry>

export type RelationKind = keyof typeof relationKinds

/** All relation kinds in menu order. */
export const relationKindNames = Object.keys(relationKinds) as readonly RelationKind[]

/** How sure evidence, an assumption or a counterpoint is, in the words of GRADE (Guyatt et al. 2008). */
export const ratings = {
  high: { label: 'high', hint: 'Very confident in it.' },
  moderate: { label: 'moderate', hint: 'Likely close to the truth, possibly different.' },
  low: { label: 'low', hint: 'Limited confidence.' },
  'very-low': { label: 'very low', hint: 'Very little confidence.' },
} as const satisfies Record<string, { label: string; hint: string }>

export type Rating = keyof typeof ratings

/** Ratings from best to worst; an absent rating means "not rated". */
export const ratingNames = Object.keys(ratings) as readonly Rating[]

/** What a number can be set for: each rating, and what counts where nobody has rated. */
export const ratingScale = {
  ...ratings,
  unrated: { label: 'not rated', hint: 'Nobody has said yet how sure it is.' },
} as const satisfies Record<Rating | 'unrated', { label: string; hint: string }>

/** A rating, or its absence by name. */
export type RatingOrNone = keyof typeof ratingScale

/** How directly a relation's premises bear on its target; absent means strong. */
export const weights = {
  strong: { label: 'strong', hint: 'Bears on it directly.', value: 1 },
  partial: { label: 'partial', hint: 'Bears on it in part.', value: 0.7 },
  weak: { label: 'weak', hint: 'Bears on it a little.', value: 0.4 },
} as const satisfies Record<string, { label: string; hint: string; value: number }>

export type Weight = keyof typeof weights

/** Weights from strong to weak. */
export const weightNames = Object.keys(weights) as readonly Weight[]

/** What was found when a critical question or a decision criterion was asked; an open one has no answer. */
export const answers = {
  fine: { label: 'no problem', hint: 'It was looked into, and nothing speaks against the argument here.' },
  problem: {
    label: 'a problem',
    hint: 'It was looked into, and a counterpoint on the map says what is wrong.',
  },
} as const satisfies Record<string, { label: string; hint: string }>

export type AnswerWord = keyof typeof answers

/** The answers in menu order. */
export const answerWords = Object.keys(answers) as readonly AnswerWord[]

/** The directions a map may run in: where the grounds stand as seen from what they support. */
export const directions = {
  down: { label: 'Grounds below' },
  up: { label: 'Grounds above' },
  right: { label: 'Grounds to the right' },
  left: { label: 'Grounds to the left' },
} as const satisfies Record<string, { label: string }>

export type Direction = keyof typeof directions

/** All directions in menu order. */
export const directionNames = Object.keys(directions) as readonly Direction[]

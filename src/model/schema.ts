/**
 * The shape of format version 1, declared once: TypeScript types, the validator and the published
 * JSON Schema all come from here, and the order of the fields is the order in which they are written.
 * It says what a record looks like; what must hold between records (references, kinds that may be
 * connected, acyclic targets) is in validate.ts.
 * Objects are loose: fields a newer minor version wrote survive a round trip.
 */
import * as v from 'valibot'
import {
  answerWords,
  directionNames,
  nodeKindNames,
  ratingNames,
  relationKindNames,
  weightNames,
  type RatingOrNone,
} from './kinds.ts'

const text = v.string()
const id = v.string()
const orderKey = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Za-z]*$/),
  v.description(
    'Place among siblings, a fractional index: siblings stand in ascending order of it, those without first.',
  ),
)
const note = v.pipe(v.string(), v.description('A remark beside the argument.'))
const extension = v.pipe(
  v.record(v.string(), v.unknown()),
  v.description('What an imported format carries and this one has no place for, by the name of that format.'),
)
const score = v.pipe(v.number(), v.minValue(0.01), v.maxValue(0.99))
const coordinate = v.pipe(v.number(), v.minValue(-1e7), v.maxValue(1e7))

/** A place in a source: a locator such as "3 ¶2", and the words themselves where the user has them. */
export const excerptSchema = v.looseObject({
  source: v.pipe(id, v.description('Id of the source.')),
  locator: v.exactOptional(v.pipe(text, v.description('Page, section or paragraph, such as "3 ¶2".'))),
  quote: v.exactOptional(v.pipe(text, v.description("The source's own words."))),
})

/**
 * What was found when a critical question or a decision criterion was asked: nothing wrong, or a problem.
 * A question without an answer is open, so there is no word for that in the file; a problem is what a
 * counterpoint says, so without one (`by`) the question is open too.
 */
export const answerSchema = v.looseObject({
  answer: v.picklist(answerWords),
  by: v.exactOptional(
    v.pipe(id, v.description('Id of the node that answers it, or of the counterpoint that raises it.')),
  ),
  text: v.exactOptional(v.pipe(text, v.description('The answer in a sentence.'))),
})

const scheme = v.pipe(text, v.description('The kind of inference, such as "expert-opinion".'))
const questions = v.pipe(
  v.record(v.string(), answerSchema),
  v.description('Critical questions of the scheme that were answered, by the id of the question.'),
)

export const nodeSchema = v.looseObject({
  kind: v.picklist(nodeKindNames),
  text: v.pipe(text, v.description('The statement itself, plain text.')),
  order: v.exactOptional(orderKey),
  section: v.exactOptional(v.pipe(id, v.description('Id of the section it belongs to.'))),
  excerpts: v.exactOptional(
    v.pipe(
      v.array(excerptSchema),
      v.description("Where it is taken from. A node without excerpts is the mapper's own."),
    ),
  ),
  rating: v.exactOptional(v.picklist(ratingNames)),
  scheme: v.exactOptional(scheme),
  questions: v.exactOptional(questions),
  criteria: v.exactOptional(
    v.pipe(
      v.record(v.string(), answerSchema),
      v.description('Evidence-to-Decision criteria that were considered for a recommendation, by name.'),
    ),
  ),
  note: v.exactOptional(note),
  tags: v.exactOptional(v.array(text)),
  ext: v.exactOptional(extension),
})

export const relationSchema = v.looseObject({
  kind: v.picklist(relationKindNames),
  from: v.pipe(
    v.array(id),
    v.minLength(1),
    v.description(
      'Ids of its premises, all needed together. Independent reasons are relations of their own.',
    ),
  ),
  to: v.pipe(id, v.description('Id of the node, or of the relation, that it bears on.')),
  order: v.exactOptional(orderKey),
  weight: v.exactOptional(v.picklist(weightNames)),
  scheme: v.exactOptional(scheme),
  roles: v.exactOptional(
    v.pipe(
      v.record(v.string(), id),
      v.description('Which premise of the scheme each premise is, ids by the name that the scheme gives it.'),
    ),
  ),
  questions: v.exactOptional(questions),
  warrant: v.exactOptional(v.pipe(text, v.description('Why the premises bear on the target.'))),
  note: v.exactOptional(note),
  ext: v.exactOptional(extension),
})

/** A CSL-JSON item; only `type` is required, everything else is kept as found. */
export const sourceSchema = v.looseObject({
  type: v.pipe(v.string(), v.description('The CSL type, such as "report" or "article-journal".')),
  title: v.exactOptional(text),
  ext: v.exactOptional(extension),
})

export const sectionSchema = v.looseObject({
  title: text,
  order: v.exactOptional(orderKey),
  note: v.exactOptional(note),
  ext: v.exactOptional(extension),
})

/** Top left corner of a pinned node, px. */
export const pinSchema = v.looseObject({ x: coordinate, y: coordinate })

export const layoutSchema = v.looseObject({
  direction: v.exactOptional(v.picklist(directionNames)),
  sections: v.exactOptional(
    v.pipe(v.boolean(), v.description('Whether sections are drawn as tinted areas.')),
  ),
  pinned: v.exactOptional(
    v.pipe(
      v.record(v.string(), pinSchema),
      v.description('Nodes that stay where the user put them, by id: top left corner in px.'),
    ),
  ),
  collapsed: v.exactOptional(
    v.pipe(v.array(id), v.description('Ids of nodes whose branches are folded away.')),
  ),
  folded: v.exactOptional(
    v.pipe(v.array(v.string()), v.description('Ids of sections that are drawn as one box each.')),
  ),
})

const ratingScore = v.exactOptional(score)

/** The number from 0.01 to 0.99 that a rating stands for; absent ones stand for the usual number. */
export const ratingScoresSchema = v.strictObject({
  high: ratingScore,
  moderate: ratingScore,
  low: ratingScore,
  'very-low': ratingScore,
  unrated: v.exactOptional(v.pipe(score, v.description('What counts for statements that nobody has rated.'))),
} satisfies Record<RatingOrNone, unknown>)

/** Where the author disagrees with a rule about arguments and does not want to hear of it again. */
export const mutedSchema = v.looseObject({
  everywhere: v.exactOptional(v.boolean()),
  at: v.exactOptional(v.pipe(v.array(id), v.description('Ids of the nodes and relations it is muted at.'))),
})

/** How the graph is evaluated, where the author departs from the usual numbers. */
export const evaluationSchema = v.looseObject({
  ratings: v.exactOptional(
    v.pipe(
      ratingScoresSchema,
      v.description('The numbers that ratings stand for, where not the usual ones.'),
    ),
  ),
})

export const graphSchema = v.looseObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal('counterpoint'),
  version: v.literal(1),
  title: text,
  description: v.exactOptional(text),
  sources: v.record(v.string(), sourceSchema),
  sections: v.record(v.string(), sectionSchema),
  nodes: v.record(v.string(), nodeSchema),
  relations: v.record(v.string(), relationSchema),
  evaluation: v.exactOptional(evaluationSchema),
  muted: v.exactOptional(
    v.pipe(
      v.record(v.string(), mutedSchema),
      v.description('Problems that are not to be reported, by the name of their rule.'),
    ),
  ),
  layout: v.exactOptional(layoutSchema),
  ext: v.exactOptional(extension),
})

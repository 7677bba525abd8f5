/**
 * The shape of format version 1, declared once: TypeScript types, the validator and the published
 * JSON Schema all come from here, and the order of the fields is the order in which they are written.
 * It says what a record looks like; what must hold between records (references, kinds that may be
 * connected, acyclic targets) is in validate.ts.
 * Objects are loose: fields a newer minor version wrote survive a round trip.
 */
import * as v from 'valibot'
import { directionNames, nodeKindNames, ratingNames, relationKindNames, weightNames } from './kinds.ts'

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
const coordinate = v.pipe(v.number(), v.minValue(-1e7), v.maxValue(1e7))

/** A place in a source: a locator such as "3 ¶2", and the words themselves where the user has them. */
export const excerptSchema = v.looseObject({
  source: v.pipe(id, v.description('Id of the source.')),
  locator: v.exactOptional(v.pipe(text, v.description('Page, section or paragraph, such as "3 ¶2".'))),
  quote: v.exactOptional(v.pipe(text, v.description("The source's own words."))),
})

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
  scheme: v.exactOptional(v.pipe(text, v.description('The kind of inference, such as "example".'))),
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
  layout: v.exactOptional(layoutSchema),
  ext: v.exactOptional(extension),
})

/**
 * The shape of format version 1, declared once: TypeScript types, the validator and the published
 * JSON Schema all come from here. It says what a record looks like; what must hold between records
 * (references, kinds that may be connected, acyclic targets) is in validate.ts.
 * Objects are loose: fields a newer minor version wrote survive a round trip.
 */
import * as v from 'valibot'
import {
  directionNames,
  nodeKindNames,
  ratingNames,
  relationKindNames,
  weightNames,
} from './kinds.ts'

/** Ids are short words that are safe as JSON keys, in file formats and in URLs. */
export const idPattern = /^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}$/

const text = v.string()
const id = v.string()
const orderKey = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]*$/))
const extension = v.record(v.string(), v.unknown())
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-1e7), v.maxValue(1e7))

/** A place in a source: a locator such as "3 ¶2", and the words themselves where the user has them. */
export const excerptSchema = v.looseObject({
  source: id,
  locator: v.exactOptional(text),
  quote: v.exactOptional(text),
})

export const nodeSchema = v.looseObject({
  kind: v.picklist(nodeKindNames),
  text,
  order: v.exactOptional(orderKey),
  section: v.exactOptional(id),
  excerpts: v.exactOptional(v.array(excerptSchema)),
  rating: v.exactOptional(v.picklist(ratingNames)),
  note: v.exactOptional(text),
  tags: v.exactOptional(v.array(text)),
  ext: v.exactOptional(extension),
})

export const relationSchema = v.looseObject({
  kind: v.picklist(relationKindNames),
  from: v.pipe(v.array(id), v.minLength(1)),
  to: id,
  order: v.exactOptional(orderKey),
  weight: v.exactOptional(v.picklist(weightNames)),
  scheme: v.exactOptional(text),
  warrant: v.exactOptional(text),
  note: v.exactOptional(text),
  ext: v.exactOptional(extension),
})

/** A CSL-JSON item; only `type` is required, everything else is kept as found. */
export const sourceSchema = v.looseObject({
  type: v.string(),
  title: v.exactOptional(text),
})

export const sectionSchema = v.looseObject({
  title: text,
  order: v.exactOptional(orderKey),
  note: v.exactOptional(text),
  ext: v.exactOptional(extension),
})

export const layoutSchema = v.looseObject({
  direction: v.exactOptional(v.picklist(directionNames)),
  sections: v.exactOptional(v.boolean()),
  pinned: v.exactOptional(v.record(v.string(), v.looseObject({ x: coordinate, y: coordinate }))),
  collapsed: v.exactOptional(v.array(id)),
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

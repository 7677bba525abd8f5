/**
 * The document: an argument graph as a plain immutable value, shaped exactly like its JSON.
 * Records are keyed by id and hold no id of their own; nodes and relations share one id space.
 * Order among siblings is a key on the record (see order.ts), never a position in an array.
 * Nothing derived is stored: no sizes, no scores, no selection. The shape is declared once, in
 * schema.ts; these are its types. Unknown fields from newer minor versions ride along untouched.
 */
import type { Immutable } from 'immer'
import type { InferOutput } from 'valibot'
import type {
  answerSchema,
  excerptSchema,
  graphSchema,
  layoutSchema,
  nodeSchema,
  relationSchema,
  sourceSchema,
} from './schema.ts'

/** The id of a node; unique among nodes and relations of one graph. */
export type NodeId = string
/** The id of a relation; unique among nodes and relations of one graph. */
export type RelationId = string
/** The id of a node or a relation: what a relation may point at, and what can be selected. */
export type ElementId = NodeId | RelationId
export type SectionId = string
export type SourceId = string

export type ArgumentGraph = Immutable<InferOutput<typeof graphSchema>>
/** One statement. Named ArgumentNode so that nobody takes it for the DOM's Node. */
export type ArgumentNode = Immutable<InferOutput<typeof nodeSchema>>
/** One inference from its premises (`from`, all needed together) to a node or another relation. */
export type Relation = Immutable<InferOutput<typeof relationSchema>>
/** What nodes are taken from: a CSL-JSON item (Citation Style Language 1.0.2) without its id. */
export type Source = Immutable<InferOutput<typeof sourceSchema>>
/** Where in a source a node stands. */
export type Excerpt = Immutable<InferOutput<typeof excerptSchema>>
/** What was found when a critical question or a decision criterion was asked. */
export type Answer = Immutable<InferOutput<typeof answerSchema>>
/** Answers by the id of the question or the name of the criterion. */
export type Answers = Readonly<Record<string, Answer>>
/** How the map is laid out: direction, nodes pinned by the user (top left corner, px), collapsed branches. */
export type Layout = Immutable<InferOutput<typeof layoutSchema>>

/** The version of the file format this program writes. */
export const currentVersion = 1

/** An empty document, ready for its first statement. */
export function emptyGraph(title = 'Untitled argument'): ArgumentGraph {
  return {
    $schema: './argument-graph.schema.json',
    format: 'counterpoint',
    version: currentVersion,
    title,
    sources: {},
    sections: {},
    nodes: {},
    relations: {},
  }
}

/** The node with this id, or undefined; safe for any string, also names on Object.prototype. */
export function nodeAt(graph: ArgumentGraph, id: ElementId): ArgumentNode | undefined {
  return Object.hasOwn(graph.nodes, id) ? graph.nodes[id] : undefined
}

/** The relation with this id, or undefined; safe for any string. */
export function relationAt(graph: ArgumentGraph, id: ElementId): Relation | undefined {
  return Object.hasOwn(graph.relations, id) ? graph.relations[id] : undefined
}

/** Whether the id names a node or a relation of this graph. */
export function hasElement(graph: ArgumentGraph, id: ElementId): boolean {
  return Object.hasOwn(graph.nodes, id) || Object.hasOwn(graph.relations, id)
}

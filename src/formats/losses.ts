/**
 * What a graph holds, by feature, with the words for it: a writer names the features that its format has no
 * place for, and gets the losses to report. Everything a document can hold is one of these features, so that
 * "nothing is lost" can be checked feature by feature.
 */
import type { ArgumentGraph, ArgumentNode, Relation } from '../model/graph.ts'
import { nodeAt, relationAt } from '../model/graph.ts'
import { nodeSchema, relationSchema, sectionSchema, sourceSchema, graphSchema } from '../model/schema.ts'
import { structureOf } from '../model/structure.ts'
import type { Loss } from './conversion.ts'

interface FeatureEntry {
  readonly one: string
  readonly many: string
  readonly count: (graph: ArgumentGraph) => number
}

/** In the order in which losses are listed: what changes the argument first, what changes its looks last. */
const features = {
  undercuts: {
    one: 'undercut',
    many: 'undercuts',
    count: (graph) => relationsOnRelations(graph, 'attacks'),
  },
  backings: {
    one: 'backing of an inference',
    many: 'backings of inferences',
    count: (graph) => relationsOnRelations(graph, 'supports'),
  },
  linked: {
    one: 'group of premises that only count together',
    many: 'groups of premises that only count together',
    count: (graph) => inRelations(graph, ({ from }) => (new Set(from).size > 1 ? 1 : 0)),
  },
  supports: relationsOfKind('supports', 'support', 'supports'),
  attacks: relationsOfKind('attacks', 'objection', 'objections'),
  addresses: relationsOfKind('addresses', 'answer to an issue', 'answers to issues'),
  restatements: relationsOfKind('restates', 'restatement', 'restatements'),
  secondParents: {
    one: 'further conclusion of a statement that has several',
    many: 'further conclusions of statements that have several',
    count: (graph) => [...structureOf(graph).outOf.values()].reduce((sum, out) => sum + out.length - 1, 0),
  },
  issues: nodesOfKind('issue', 'issue', 'issues'),
  notes: nodesOfKind('note', 'note', 'notes'),
  kinds: {
    one: 'kind of a statement',
    many: 'kinds of statements',
    count: (graph) => Object.keys(graph.nodes).length,
  },
  warrants: {
    one: 'warrant',
    many: 'warrants',
    count: (graph) => inRelations(graph, ({ warrant }) => (warrant === undefined ? 0 : 1)),
  },
  weights: {
    one: 'weight',
    many: 'weights',
    count: (graph) => inRelations(graph, ({ weight }) => (weight === undefined ? 0 : 1)),
  },
  ratings: {
    one: 'rating',
    many: 'ratings',
    count: (graph) => inNodes(graph, ({ rating }) => (rating === undefined ? 0 : 1)),
  },
  schemes: {
    one: 'scheme',
    many: 'schemes',
    count: (graph) => inBoth(graph, ({ scheme }) => (scheme === undefined ? 0 : 1)),
  },
  roles: {
    one: 'role of a premise',
    many: 'roles of premises',
    count: (graph) => inRelations(graph, ({ roles }) => Object.keys(roles ?? {}).length),
  },
  questions: {
    one: 'answer to a critical question',
    many: 'answers to critical questions',
    count: (graph) => inBoth(graph, ({ questions }) => Object.keys(questions ?? {}).length),
  },
  criteria: {
    one: 'answer to a decision criterion',
    many: 'answers to decision criteria',
    count: (graph) => inNodes(graph, ({ criteria }) => Object.keys(criteria ?? {}).length),
  },
  sources: {
    one: 'source',
    many: 'sources',
    count: (graph) => Object.keys(graph.sources).length,
  },
  excerpts: {
    one: 'excerpt',
    many: 'excerpts',
    count: (graph) => inNodes(graph, ({ excerpts }) => excerpts?.length ?? 0),
  },
  remarks: {
    one: 'remark',
    many: 'remarks',
    count: (graph) =>
      inBoth(graph, ({ note }) => (note === undefined ? 0 : 1)) +
      Object.values(graph.sections).filter(({ note }) => note !== undefined).length,
  },
  tags: {
    one: 'tag',
    many: 'tags',
    count: (graph) => inNodes(graph, ({ tags }) => tags?.length ?? 0),
  },
  sections: {
    one: 'section',
    many: 'sections',
    count: (graph) => Object.keys(graph.sections).length,
  },
  description: {
    one: 'description of the document',
    many: 'descriptions of the document',
    count: ({ description }) => (description === undefined ? 0 : 1),
  },
  scores: {
    one: 'number set for a rating',
    many: 'numbers set for ratings',
    count: ({ evaluation }) => Object.keys(evaluation?.ratings ?? {}).length,
  },
  muted: {
    one: 'muted rule',
    many: 'muted rules',
    count: ({ muted }) => Object.keys(muted ?? {}).length,
  },
  pins: {
    one: 'pinned position',
    many: 'pinned positions',
    count: ({ layout }) => Object.keys(layout?.pinned ?? {}).length,
  },
  collapsed: {
    one: 'collapsed branch or section',
    many: 'collapsed branches and sections',
    count: ({ layout }) => (layout?.collapsed?.length ?? 0) + (layout?.folded?.length ?? 0),
  },
  layout: {
    one: 'setting of the layout',
    many: 'settings of the layout',
    count: ({ layout }) =>
      (layout?.direction === undefined ? 0 : 1) + (layout?.sections === undefined ? 0 : 1),
  },
  extensions: {
    one: 'record with data of another format',
    many: 'records with data of other formats',
    count: (graph) => records(graph).filter(({ record }) => record['ext'] !== undefined).length,
  },
  unknownFields: {
    one: 'field of a newer version',
    many: 'fields of a newer version',
    count: (graph) =>
      records(graph).reduce(
        (sum, { record, known }) => sum + Object.keys(record).filter((field) => !known.has(field)).length,
        0,
      ),
  },
} as const satisfies Record<string, FeatureEntry>

/** Something that a graph can hold. */
export type Feature = keyof typeof features

/** All features, in the order in which losses are listed. */
export const featureNames = Object.keys(features) as readonly Feature[]

/** What is lost if these features have no place, as far as the graph has any of them; in the order of the table. */
export function lossesOf(graph: ArgumentGraph, lost: readonly Feature[]): Loss[] {
  return featureNames
    .filter((feature) => lost.includes(feature))
    .flatMap((feature) => {
      const { one, many, count } = features[feature]
      return lossOf(count(graph), one, many)
    })
}

/** A loss where there is one: for what a format loses in special cases only. */
export function lossOf(count: number, one: string, many: string): Loss[] {
  return count > 0 ? [{ count, one, many }] : []
}

function relationsOfKind(kind: Relation['kind'], one: string, many: string): FeatureEntry {
  return { one, many, count: (graph) => inRelations(graph, (relation) => (relation.kind === kind ? 1 : 0)) }
}

function nodesOfKind(kind: ArgumentNode['kind'], one: string, many: string): FeatureEntry {
  return { one, many, count: (graph) => inNodes(graph, (node) => (node.kind === kind ? 1 : 0)) }
}

function relationsOnRelations(graph: ArgumentGraph, kind: Relation['kind']): number {
  return inRelations(graph, (relation) =>
    relation.kind === kind && relationAt(graph, relation.to) && !nodeAt(graph, relation.to) ? 1 : 0,
  )
}

function inNodes({ nodes }: ArgumentGraph, count: (node: ArgumentNode) => number): number {
  return Object.values(nodes).reduce((sum, node) => sum + count(node), 0)
}

function inRelations({ relations }: ArgumentGraph, count: (relation: Relation) => number): number {
  return Object.values(relations).reduce((sum, relation) => sum + count(relation), 0)
}

function inBoth(graph: ArgumentGraph, count: (record: ArgumentNode | Relation) => number): number {
  return inNodes(graph, count) + inRelations(graph, count)
}

type Fields = Readonly<Record<string, unknown>>

/** Every record of the document with the fields that this version knows; sources may have any field. */
function records(graph: ArgumentGraph): { record: Fields; known: { has(field: string): boolean } }[] {
  const all = (list: readonly Fields[], schema: { readonly entries: object }) => {
    const known = new Set(Object.keys(schema.entries))
    return list.map((record) => ({ record, known }))
  }
  const anything = { has: () => true }
  return [
    ...all([graph], graphSchema),
    ...all(Object.values(graph.nodes), nodeSchema),
    ...all(Object.values(graph.relations), relationSchema),
    ...all(Object.values(graph.sections), sectionSchema),
    ...all(Object.values(graph.sources), sourceSchema).map(({ record }) => ({ record, known: anything })),
  ]
}

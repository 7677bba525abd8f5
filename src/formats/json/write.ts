/**
 * The canonical text of a graph: JSON with two-space indent and a final newline, fields in the order of
 * the schema and unknown ones after them as they were found, records in the order in which they stand.
 * A changed word changes one line, a moved node changes only `layout`, and what was written here is
 * written again byte for byte after reading. Optional lists and objects that are empty are left out.
 */
import type { Answers, ArgumentGraph } from '../../model/graph.ts'
import {
  answerSchema,
  evaluationSchema,
  excerptSchema,
  graphSchema,
  layoutSchema,
  mutedSchema,
  nodeSchema,
  pinSchema,
  ratingScoresSchema,
  relationSchema,
  sectionSchema,
  sourceSchema,
} from '../../model/schema.ts'

/** The text of the graph's file. */
export function writeGraph(graph: ArgumentGraph): string {
  return `${JSON.stringify(canonical(graph), undefined, 2)}\n`
}

type Fields = Readonly<Record<string, unknown>>

function canonical(graph: ArgumentGraph): Fields {
  const { sources, sections, nodes, relations, evaluation, muted, layout } = graph
  return inFieldOrder(graphSchema, {
    ...graph,
    sources: mapRecords(sources, (source) => inFieldOrder(sourceSchema, source)),
    sections: mapRecords(sections, (section) => inFieldOrder(sectionSchema, section)),
    nodes: mapRecords(nodes, canonicalNode),
    relations: mapRecords(relations, (relation) =>
      inFieldOrder(relationSchema, { ...relation, questions: canonicalAnswers(relation.questions) }),
    ),
    evaluation:
      evaluation &&
      inFieldOrder(evaluationSchema, {
        ...evaluation,
        ratings: evaluation.ratings && inFieldOrder(ratingScoresSchema, evaluation.ratings),
      }),
    muted: muted && mapRecords(muted, canonicalMuted),
    layout: layout && canonicalLayout(layout),
  })
}

function canonicalNode(node: ArgumentGraph['nodes'][string]): Fields {
  const excerpts = node.excerpts?.map((excerpt) => inFieldOrder(excerptSchema, excerpt))
  const questions = canonicalAnswers(node.questions)
  return inFieldOrder(nodeSchema, { ...node, excerpts, questions, criteria: canonicalAnswers(node.criteria) })
}

function canonicalAnswers(answers: Answers | undefined): Fields | undefined {
  return answers && mapRecords(answers, (answer) => inFieldOrder(answerSchema, answer))
}

function canonicalMuted(muted: NonNullable<ArgumentGraph['muted']>[string]): Fields {
  // A set like the collapsed branches below.
  return inFieldOrder(mutedSchema, { ...muted, at: muted.at && [...muted.at].sort() })
}

function canonicalLayout(layout: NonNullable<ArgumentGraph['layout']>): Fields {
  return inFieldOrder(layoutSchema, {
    ...layout,
    pinned: layout.pinned && mapRecords(layout.pinned, (pin) => inFieldOrder(pinSchema, pin)),
    // Which branches are collapsed is a set: sorted, so that opening one and closing it again changes nothing.
    collapsed: layout.collapsed && [...layout.collapsed].sort(),
    folded: layout.folded && [...layout.folded].sort(),
  })
}

/** Schemas know the order of fields and which of them are optional. */
interface FieldOrder {
  readonly entries: Readonly<Record<string, { readonly type: string }>>
}

/** The fields in the schema's order, then the unknown ones; without undefined ones and optional empty ones. */
function inFieldOrder({ entries }: FieldOrder, record: Fields): Fields {
  const known = Object.entries(entries)
    .filter(
      ([name, { type }]) =>
        Object.hasOwn(record, name) && !(type === 'exact_optional' && isEmpty(record[name])),
    )
    .map(([name]): [string, unknown] => [name, record[name]])
  const unknown = Object.entries(record).filter(
    ([name, value]) => !Object.hasOwn(entries, name) && value !== undefined,
  )
  // Defines properties instead of assigning them, so that no name can reach a prototype.
  return Object.fromEntries([...known, ...unknown])
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  )
}

function mapRecords<T>(records: Readonly<Record<string, T>>, map: (record: T) => Fields): Fields {
  return Object.fromEntries(Object.entries(records).map(([id, record]) => [id, map(record)]))
}

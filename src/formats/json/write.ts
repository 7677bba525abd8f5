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

/**
 * The text of the graph's file. The text of each record is made once and kept beside it (records are
 * immutable), so that writing a version again costs little more than joining what has not changed.
 */
export function writeGraph(graph: ArgumentGraph): string {
  const { evaluation, muted, layout } = graph
  const fields = inFieldOrder(graphSchema, {
    ...graph,
    evaluation:
      evaluation &&
      inFieldOrder(evaluationSchema, {
        ...evaluation,
        ratings: evaluation.ratings && inFieldOrder(ratingScoresSchema, evaluation.ratings),
      }),
    muted: muted && mapRecords(muted, canonicalMuted),
    layout: layout && canonicalLayout(layout),
  })
  const lines = Object.entries(fields).map(([name, value]) => {
    const text = isTable(name) ? tableText(graph[name], name) : indented(value, '  ')
    return `  ${JSON.stringify(name)}: ${text}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

/** Makes the texts of a graph's records ahead of `writeGraph`, a few at each step. */
export function* prepareToWrite(graph: ArgumentGraph): Generator<undefined, void> {
  for (const name of ['nodes', 'relations'] as const) {
    for (const [index, [id, record]] of Object.entries<object>(graph[name]).entries()) {
      recordLines(id, record, name)
      if (index % 50 === 49) yield
    }
  }
}

type Fields = Readonly<Record<string, unknown>>

/** How the records of each table are put into the order of their schema. */
const canonicalRecord = {
  sources: (source: ArgumentGraph['sources'][string]) => inFieldOrder(sourceSchema, source),
  sections: (section: ArgumentGraph['sections'][string]) => inFieldOrder(sectionSchema, section),
  nodes: canonicalNode,
  relations: (relation: ArgumentGraph['relations'][string]) =>
    inFieldOrder(relationSchema, { ...relation, questions: canonicalAnswers(relation.questions) }),
} as const

type Table = keyof typeof canonicalRecord

/** The lines of records, as they stand in each table under their ids. */
const written: Readonly<Record<Table, WeakMap<object, { readonly id: string; readonly lines: string }>>> = {
  sources: new WeakMap(),
  sections: new WeakMap(),
  nodes: new WeakMap(),
  relations: new WeakMap(),
}

function isTable(name: string): name is Table {
  return Object.hasOwn(written, name)
}

function tableText(records: Readonly<Record<string, object>>, table: Table): string {
  const ids = Object.keys(records)
  if (ids.length === 0) return '{}'
  return `{\n${ids.map((id) => recordLines(id, records[id] ?? {}, table)).join(',\n')}\n  }`
}

function recordLines(id: string, record: object, table: Table): string {
  const known = written[table].get(record)
  if (known?.id === id) return known.lines
  // Each table holds records of its own kind.
  const canonical = canonicalRecord[table] as (record: object) => Fields
  const lines = ['    ', JSON.stringify(id), ': ', indented(canonical(record), '    ')].join('')
  written[table].set(record, { id, lines })
  return lines
}

/** JSON whose lines after the first stand this far in; a string never holds a line break of its own. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`)
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

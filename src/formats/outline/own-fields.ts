/**
 * What our own outlines keep in attributes beside what is to be seen: read back as fields of statements and
 * relations as far as the graph stays valid with them. What does not fit any more is left out and listed.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import { isLegalId } from '../../model/ids.ts'
import { validate } from '../../model/validate.ts'
import type { Assembly } from '../assembly.ts'
import type { Imported, ImportNote } from '../conversion.ts'
import type { ReadResult } from '../import-error.ts'
import { checkShape } from '../json/shape.ts'
import { fieldOf, isFields, isPlain, type Fields } from '../slot/plain.ts'

/** Fields of one record, by the names of the schema. */
export type OwnFields = Fields

/** Attribute and field; those with `true` are JSON. */
type Table = readonly (readonly [attribute: string, field: string, isJson?: true])[]

const ofNodes: Table = [
  ['counterpoint_rating', 'rating'],
  ['counterpoint_scheme', 'scheme'],
  ['counterpoint_questions', 'questions', true],
  ['counterpoint_criteria', 'criteria', true],
  ['counterpoint_excerpts', 'excerpts', true],
  ['counterpoint_tags', 'tags', true],
  ['counterpoint_ext', 'ext', true],
]

const ofRelations: Table = [
  ['counterpoint_weight', 'weight'],
  ['counterpoint_relation_scheme', 'scheme'],
  ['counterpoint_warrant', 'warrant'],
  ['counterpoint_roles', 'roles', true],
  ['counterpoint_relation_questions', 'questions', true],
  ['counterpoint_relation_note', 'note'],
  ['counterpoint_relation_ext', 'ext', true],
]

/** What the attributes of an entry say of its statement. */
export function nodeFields(attributes: ReadonlyMap<string, string>): OwnFields {
  return fieldsIn(attributes, ofNodes)
}

/** What the attributes of an entry say of its relation. */
export function relationFields(attributes: ReadonlyMap<string, string>): OwnFields {
  return fieldsIn(attributes, ofRelations)
}

function fieldsIn(attributes: ReadonlyMap<string, string>, table: Table): OwnFields {
  return Object.fromEntries(
    table.flatMap(([attribute, field, isJson]): [string, unknown][] => {
      const text = attributes.get(attribute)
      if (text === undefined) return []
      return [[field, isJson ? parse(text) : text]]
    }),
  )
}

/** The value; a text that is no plain JSON stays one, which no field takes. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isPlain(value) ? value : text
  } catch {
    // The only way that the parser has to say so.
    return text
  }
}

/** As many fields that do not fit are listed one by one. */
const most = 100

/** The import with the fields of each record, by the record's key in the assembly. */
export function withOwnFields(
  imported: Imported,
  fields: ReadonlyMap<string, OwnFields>,
  assembly: Assembly,
): ReadResult {
  const notes: ImportNote[] = [...imported.notes]
  let graph = withSources(withFields(imported.graph, fields, assembly), notes)
  let dropped = 0
  for (let round = 0; round < 10; round += 1) {
    const shape = checkShape(graph)
    const problems = shape.ok ? validate(graph) : shape.error
    if (problems.length === 0) {
      const more = dropped > most ? [{ message: `${dropped - most} more entries do not fit any more.` }] : []
      return { ok: true, value: { ...imported, graph, notes: [...notes, ...more] } }
    }
    const out = new Map<string, Set<string>>()
    for (const { path, place, wrong } of problems) {
      const [table, id, field] = path.map(String)
      if (table === undefined || id === undefined || field === undefined) continue
      const record = `${table} ${id}`
      const known = out.get(record) ?? new Set()
      if (!known.has(field) && (dropped += 1) <= most) {
        notes.push({
          place,
          message: `What Counterpoint had kept here does not fit any more (${wrong}); it is left out.`,
        })
      }
      out.set(record, known.add(field))
    }
    graph = without(graph, out)
  }
  const message =
    'What Counterpoint had kept of statements and relations does not fit any more; it is left out.'
  return { ok: true, value: { ...imported, notes: [...imported.notes, { message }] } }
}

function withFields(
  graph: ArgumentGraph,
  fields: ReadonlyMap<string, OwnFields>,
  assembly: Assembly,
): ArgumentGraph {
  const byId = new Map<string, OwnFields>()
  for (const [key, own] of fields) {
    const id = assembly.idOf(key)
    if (id !== undefined && Object.keys(own).length > 0) byId.set(id, own)
  }
  const merge = <T extends Fields>(records: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(records).map(([id, record]): [string, T] => {
        const own = byId.get(id)
        if (!own) return [id, record]
        const ext =
          isFields(own['ext']) && isFields(record['ext']) ? { ext: { ...record['ext'], ...own['ext'] } } : {}
        return [id, { ...record, ...own, ...ext }]
      }),
    )
  return { ...graph, nodes: merge(graph.nodes), relations: merge(graph.relations) }
}

/** Outlines have no place for sources, so those that excerpts name are there by their ids alone. */
function withSources(graph: ArgumentGraph, notes: ImportNote[]): ArgumentGraph {
  const named = Object.values(graph.nodes).flatMap(({ excerpts }: Fields) =>
    Array.isArray(excerpts) ? excerpts.map((excerpt: unknown) => fieldOf(excerpt, 'source')) : [],
  )
  const ids = [...new Set(named)].filter((id): id is string => typeof id === 'string' && isLegalId(id))
  if (ids.length === 0) return graph
  notes.push({
    message: `${ids.length === 1 ? '1 source is' : `${ids.length} sources are`} known by name only, since outlines hold no sources; fill in the rest.`,
  })
  const sources = Object.fromEntries(ids.map((id) => [id, { type: 'document', title: id }]))
  return { ...graph, sources: { ...graph.sources, ...sources } }
}

function without(graph: ArgumentGraph, out: ReadonlyMap<string, ReadonlySet<string>>): ArgumentGraph {
  const clean = <T extends Fields>(table: string, records: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(records).map(([id, record]): [string, T] => {
        const fields = out.get(`${table} ${id}`)
        if (!fields) return [id, record]
        const kept = Object.entries(record).filter(([name]) => !fields.has(name))
        return [id, Object.fromEntries(kept) as T]
      }),
    )
  return { ...graph, nodes: clean('nodes', graph.nodes), relations: clean('relations', graph.relations) }
}

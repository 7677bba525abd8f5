/**
 * Puts a slot's entries onto the visible graph. Entries whose visible part has changed since, or whose ends
 * are gone, are left out first; then the graph is validated, and entries that make it invalid are left out
 * until it is valid. The visible graph is valid by itself, so this ends; each thing left out is a note.
 */
import type { ArgumentGraph, RelationId } from '../../model/graph.ts'
import type { Problem } from '../../model/problem.ts'
import { validate } from '../../model/validate.ts'
import type { ImportNote } from '../conversion.ts'
import { defaultLimits, limitProblems } from '../json/limits.ts'
import { checkShape } from '../json/shape.ts'
import {
  parseSlot,
  tables,
  type DocumentPatch,
  type ParsedSlot,
  type RecordEntry,
  type Table,
} from './entries.ts'
import { fingerprintOf, inThisOrder, patched } from './patch.ts'
import { fieldOf, fingerprint, isFields, type Fields } from './plain.ts'
import { recordAt, Settling, type SlotEntries } from './settle.ts'

/** Each round leaves out what is wrong and what that laid bare; after that many the whole slot is left out. */
const maxRounds = 12

const words: Readonly<Record<Table, string>> = {
  sources: 'source',
  sections: 'section',
  nodes: 'statement',
  relations: 'relation',
}

/** The graph that a slot makes of the visible one, and what could not be used of it. */
export function mergeSlot(
  visible: ArgumentGraph,
  slot: unknown,
  guessed: ReadonlySet<string>,
): { readonly graph: ArgumentGraph; readonly notes: readonly ImportNote[] } {
  return new Merging(visible, parseSlot(slot), guessed).run()
}

class Merging implements SlotEntries {
  private readonly entries: Readonly<Record<Table, Map<string, RecordEntry>>>
  private readonly order: ParsedSlot['order']
  private readonly notes: ImportNote[]
  private document: DocumentPatch

  constructor(
    private readonly visible: ArgumentGraph,
    { document, records, order, notes }: ParsedSlot,
    private readonly guessed: ReadonlySet<string>,
  ) {
    this.document = document
    this.order = order
    this.notes = [...notes]
    this.entries = {
      sources: new Map(records.sources),
      sections: new Map(records.sections),
      nodes: new Map(records.nodes),
      relations: new Map(records.relations),
    }
  }

  run(): { graph: ArgumentGraph; notes: readonly ImportNote[] } {
    this.leaveOutContradicted()
    for (let round = 0; round < maxRounds; round += 1) {
      this.leaveOutDangling()
      const graph = this.build()
      const problems = problemsOf(graph)
      if (problems.length === 0) return { graph, notes: this.notes }
      if (!new Settling(this, graph).settle(problems)) break
    }
    const message =
      'What Counterpoint had kept in the file does not fit the rest of it and is left out; what the file shows is there.'
    return { graph: this.visible, notes: [{ place: 'counterpoint', message }] }
  }

  entryAt(table: Table, id: string): RecordEntry | undefined {
    return this.entries[table].get(id)
  }

  replace(table: Table, id: string, entry: RecordEntry): void {
    this.entries[table].set(id, entry)
  }

  /** Leaves an entry out; whether there was one. */
  leaveOut(table: Table, id: string, because: string): boolean {
    const entry = this.entries[table].get(id)
    if (!entry) return false
    this.entries[table].delete(id)
    const what =
      'whole' in entry
        ? `A ${words[table]} that Counterpoint had kept is left out`
        : `What Counterpoint had kept about this ${words[table]}${listFields(entry)} is left out`
    this.note(`${table}.${id}`, `${what}, because ${because}.`)
    return true
  }

  note(place: string, message: string): void {
    this.notes.push({ place, message })
  }

  get documentPatch(): DocumentPatch {
    return this.document
  }

  /** Changes a field of the document's part, or takes it out; whether there was one. */
  setDocumentField(name: string, value: unknown): boolean {
    const { set = {}, without = [] } = this.document
    if (!Object.hasOwn(set, name) && !without.includes(name)) return false
    const others = Object.entries(set).filter(([field]) => field !== name)
    this.document = {
      ...this.document,
      set: Object.fromEntries(value === undefined ? others : [...others, [name, value]]),
      without: without.filter((field) => field !== name),
    }
    return true
  }

  private leaveOutContradicted(): void {
    for (const table of tables) {
      for (const [id, entry] of this.entries[table]) this.compare(table, id, entry)
    }
    const { set = {}, without = [], beside = {}, ext } = this.document
    for (const name of [...Object.keys(set), ...without]) {
      const seen = fieldOf(this.visible, name)
      const meant = fieldOf(beside, name)
      if (meant === (seen === undefined ? undefined : fingerprint(seen))) continue
      this.setDocumentField(name, undefined)
      this.note(name, `The document's own ${name} was changed elsewhere, so the one in the file counts.`)
    }
    if (ext && fingerprint(this.visible.ext) !== ext.beside) {
      const { ext: _, ...rest } = this.document
      this.document = rest
      this.note('ext', changedExt)
    }
  }

  private compare(table: Table, id: string, entry: RecordEntry): void {
    const seen = recordAt(this.visible, table, id)
    if ('whole' in entry) {
      const twin = table === 'nodes' ? 'relations' : table === 'relations' ? 'nodes' : undefined
      if (seen || (twin && this.exists(twin, id) && !this.entries[twin].has(id))) {
        this.leaveOut(table, id, 'something else in the file has its id now')
      }
    } else if (!seen) {
      if ('gone' in entry) this.entries[table].delete(id)
      else this.leaveOut(table, id, `the ${words[table]} itself is no longer in the file`)
    } else if (fingerprintOf(seen, this.guessed) !== entry.beside) {
      this.leaveOut(
        table,
        id,
        `the ${words[table]} itself was changed elsewhere; add it again where it still holds`,
      )
    } else if (!('gone' in entry) && entry.ext && fingerprint(seen['ext']) !== entry.ext.beside) {
      const { ext: _, ...rest } = entry
      this.replace(table, id, rest)
      this.note(`${table}.${id}.ext`, changedExt)
    }
  }

  /** Whole relations whose ends are gone, and then those that hung on them. */
  private leaveOutDangling(): void {
    const whole: [RelationId, Fields][] = []
    for (const [id, entry] of this.entries.relations) if ('whole' in entry) whole.push([id, entry.whole])
    const onto = new Map<unknown, RelationId[]>()
    for (const [id, { to }] of whole) {
      const list = onto.get(to)
      if (list) list.push(id)
      else onto.set(to, [id])
    }
    const open = whole.flatMap(([id, relation]) => (this.hasEnds(relation) ? [] : [id]))
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (this.leaveOut('relations', id, 'a statement or relation at its ends is no longer there')) {
        for (const further of onto.get(id) ?? []) open.push(further)
      }
    }
  }

  private hasEnds({ from, to }: Fields): boolean {
    const premises: readonly unknown[] = Array.isArray(from) ? from : []
    return (
      premises.every((id) => typeof id === 'string' && this.exists('nodes', id)) &&
      typeof to === 'string' &&
      (this.exists('nodes', to) || this.exists('relations', to))
    )
  }

  private exists(table: Table, id: string): boolean {
    const entry = this.entries[table].get(id)
    return entry && 'whole' in entry
      ? true
      : !(entry && 'gone' in entry) && recordAt(this.visible, table, id) !== undefined
  }

  private build(): ArgumentGraph {
    const { sources, sections, nodes, relations, ...fields } = this.visible
    const { ext, ...rest } = { ...patched(fields, this.document) }
    const extended = this.document.ext && isFields(ext) ? patched(ext, this.document.ext) : ext
    // Checked by schema and rules before anybody gets it.
    return {
      ...rest,
      sources: this.buildTable('sources', sources),
      sections: this.buildTable('sections', sections),
      nodes: this.buildTable('nodes', nodes),
      relations: this.buildTable('relations', relations),
      ...(extended === undefined ? {} : { ext: extended }),
    } as unknown as ArgumentGraph
  }

  private buildTable(table: Table, visible: Readonly<Record<string, Fields>>): Fields {
    const records = new Map(Object.entries(visible))
    for (const [id, entry] of this.entries[table]) {
      const seen = records.get(id)
      if ('whole' in entry) records.set(id, entry.whole)
      else if ('gone' in entry) records.delete(id)
      else if (seen) {
        const record = patched(seen, entry)
        const ext = record['ext']
        records.set(id, entry.ext && isFields(ext) ? { ...record, ext: patched(ext, entry.ext) } : record)
      }
    }
    const order = this.order[table]
    return Object.fromEntries(order ? inThisOrder(records, order) : records)
  }
}

const changedExt =
  'What another format had kept here was changed elsewhere, so what the file shows of it counts.'

function problemsOf(graph: ArgumentGraph): readonly Problem[] {
  const shape = checkShape(graph)
  if (!shape.ok) return shape.error
  const problems = validate(graph)
  return problems.length > 0 ? problems : limitProblems(graph, defaultLimits)
}

function listFields(entry: RecordEntry): string {
  if (!('beside' in entry) || 'gone' in entry) return ''
  const names = [...Object.keys(entry.set ?? {}), ...(entry.ext ? ['ext'] : [])]
  return names.length > 0 ? ` (${names.join(', ')})` : ''
}

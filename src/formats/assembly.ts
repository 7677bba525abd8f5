/**
 * Puts a graph together from the records of another format. Ids are kept where they are legal and free, else
 * made anew with the old one in `ext`; records stay in the order of the file; kinds are guessed no further
 * than claim and counterpoint. What makes no relation (no premise, no target, a premise that is its own
 * conclusion, targets in a circle) is left out, listed, kept raw in `ext`, and offered for repair. Whatever is
 * added, the graph is valid.
 */
import {
  emptyGraph,
  type ArgumentGraph,
  type ArgumentNode,
  type ElementId,
  type Excerpt,
  type NodeId,
  type Relation,
  type Source,
} from '../model/graph.ts'
import {
  reasonAgainstLinking,
  reasonAgainstPremise,
  reasonAgainstRelationTarget,
  reasonAgainstTarget,
} from '../model/connections.ts'
import { isLegalId, legalIds } from '../model/ids.ts'
import type { NodeKind, RelationKind, Weight } from '../model/kinds.ts'
import { keysBetween } from '../model/order.ts'
import { sentenceOf } from '../model/problem.ts'
import { completionOffer, type IncompleteRelation } from './complete-relations.ts'
import { importLimits, type ImportNote } from './conversion.ts'
import { withGuessedKinds } from './guessed-kinds.ts'
import { failed, type ReadResult } from './import-error.ts'
import { defaultLimits, limitProblems } from './json/limits.ts'
import { assumptionsOffer } from './offers.ts'
import { isPlain, type Fields } from './slot/plain.ts'

/** Names a record while a file is read: whatever the reader likes, once for each node and relation. */
export type Key = string

/** What a reader knows of a record of any sort. */
interface Draft {
  /** The id in the file; absent where it has none. */
  readonly id?: string
  /** For `ext` under the name of the format. Left out, with a note, if it is no plain JSON. */
  readonly own?: Fields
}

/** What a reader knows of a statement; without a kind it is guessed. */
export interface NodeDraft extends Draft {
  readonly kind?: NodeKind
  readonly text: string
  /** As `addSection` gave it. */
  readonly section?: string
  /** Of sources as `addSource` gave them. */
  readonly excerpts?: readonly Excerpt[]
  readonly scheme?: string
  readonly note?: string
  readonly tags?: readonly string[]
}

/** What a reader knows of a relation; ends are keys, which may be added later or never. */
export interface RelationDraft extends Draft {
  readonly kind: RelationKind
  readonly from: readonly Key[]
  readonly to: Key | undefined
  readonly weight?: Weight
  readonly scheme?: string
  readonly warrant?: string
  readonly note?: string
  /** Where it stands in the file, for notes: "line 12". */
  readonly place?: string
}

interface SectionDraft extends Draft {
  readonly title: string
  readonly note?: string
}

/** A source with its CSL fields. */
interface SourceDraft extends Draft {
  readonly type: string
  readonly fields?: Fields
}

/** What is said of the whole document. */
export interface DocumentDraft {
  readonly title?: string
  readonly description?: string
  readonly own?: Fields
}

/** Collects the records of one file; `finish` makes the graph of them. */
export class Assembly {
  private readonly nodes = new Map<Key, NodeDraft>()
  private readonly relations = new Map<Key, RelationDraft>()
  private readonly sections = new Map<string, ArgumentGraph['sections'][string]>()
  private readonly sources = new Map<string, Source>()
  private readonly notes: ImportNote[] = []
  private readonly newSectionId = legalIds(() => false)
  private readonly newSourceId = legalIds(() => false)
  private ids: ReadonlyMap<Key, ElementId> = new Map()
  private unfit = 0
  private premises = 0
  private unsaid = 0

  /** `format` names the place in `ext`: "kialo". */
  constructor(private readonly format: string) {}

  /** How many nodes and relations there are so far. */
  get count(): number {
    return this.nodes.size + this.relations.size
  }

  /** Whether there are more records than can be worked with, so that a reader can stop. */
  get isTooLarge(): boolean {
    return this.count > importLimits.records || this.premises > 10 * importLimits.records
  }

  /** Adds a statement. The first of a key stays; false for another. */
  addNode(key: Key, node: NodeDraft): boolean {
    if (this.has(key)) return false
    this.nodes.set(key, node)
    return true
  }

  /** Adds a relation. The first of a key stays; false for another. */
  addRelation(key: Key, relation: RelationDraft): boolean {
    if (this.has(key)) return false
    this.relations.set(key, relation)
    this.premises += relation.from.length
    return true
  }

  has(key: Key): boolean {
    return this.nodes.has(key) || this.relations.has(key)
  }

  /** The statement of a key, so far. */
  nodeAt(key: Key): NodeDraft | undefined {
    return this.nodes.get(key)
  }

  /** The relation of a key, so far. */
  relationAt(key: Key): RelationDraft | undefined {
    return this.relations.get(key)
  }

  /** Adds something to a statement that is there. */
  amendNode(key: Key, more: Partial<NodeDraft>): void {
    const node = this.nodes.get(key)
    if (node) this.nodes.set(key, { ...node, ...more, ...mergedOwn(node, more) })
  }

  /** Adds something to a relation that is there. */
  amendRelation(key: Key, more: Partial<RelationDraft>): void {
    const relation = this.relations.get(key)
    if (relation) this.relations.set(key, { ...relation, ...more, ...mergedOwn(relation, more) })
  }

  /** Adds a section and gives its id. */
  addSection({ id, own, ...section }: SectionDraft): string {
    const newId = this.newSectionId(id ?? 's')
    this.sections.set(newId, { ...section, ...this.ext(own, id, newId) })
    return newId
  }

  /** Adds a source and gives its id. */
  addSource({ id, own, type, fields }: SourceDraft): string {
    const newId = this.newSourceId(id ?? 'source')
    const usable = fields && isPlain(fields) ? fields : {}
    this.sources.set(newId, { ...usable, type, ...this.ext(own, id, newId) })
    return newId
  }

  /** A whole sentence on what had to be decided, and where. */
  note(message: string, place?: string): void {
    if (this.notes.length >= mostNotes) this.unsaid += 1
    else this.notes.push({ message, ...(place === undefined ? {} : { place }) })
  }

  /** "3 claims point nowhere …", or nothing if there are none: `rest` says what became of them. */
  noteCount(count: number, one: string, many: string, rest = ''): void {
    if (count > 0) this.note(`${count} ${count === 1 ? one : many}${rest}.`)
  }

  /** The id that a record has in the graph, once that is finished. */
  idOf(key: Key): ElementId | undefined {
    return this.ids.get(key)
  }

  /** The graph with its notes and offers, or that it is too large. */
  finish({ title = '', description, own }: DocumentDraft = {}): ReadResult {
    if (this.isTooLarge) {
      return failed(
        'tooLarge',
        `The file makes more than ${importLimits.records} statements and relations, which is the most that can be worked with; split it into several files.`,
      )
    }
    const ids = this.giveIds()
    this.ids = ids
    const nodes = [...this.nodes].map(([key, node]) => this.toNode(known(ids, key), node))
    const { relations, incomplete } = this.toRelations(ids)
    const kept = incomplete.length > 0 ? { ...own, incomplete } : own
    const ext = this.ext(kept)
    const name = title.replaceAll(/\s+/g, ' ').trim()
    const bare: ArgumentGraph = {
      ...emptyGraph(...(name === '' ? [] : [name])),
      ...(description === undefined || description.trim() === '' ? {} : { description }),
      sources: Object.fromEntries(this.sources),
      sections: inFileOrder([...this.sections]),
      nodes: inFileOrder(nodes),
      relations: inFileOrder(relations),
      ...ext,
    }
    const unsaid = [...this.nodes].flatMap(([key, { kind }]) => (kind ? [] : [known(ids, key)]))
    const graph = withGuessedKinds(bare, new Set(unsaid))
    this.noteCount(
      this.unfit,
      'record holds',
      'records hold',
      ' something beside the map that no document can keep; it is left out',
    )
    const more = this.unsaid === 0 ? [] : [{ message: `There are ${this.unsaid} more notes like these.` }]
    const [long] = limitProblems(graph, defaultLimits)
    if (long) return failed('tooLarge', `${sentenceOf(long)}.`)
    const offers = [...completionOffer(graph, this.format), ...assumptionsOffer(graph)]
    return { ok: true, value: { graph, notes: [...this.notes, ...more], offers } }
  }

  /** Legal ids of the file first, in its order, so that no made one takes their place. */
  private giveIds(): Map<Key, ElementId> {
    const ids = new Map<Key, ElementId>()
    const taken = new Set<string>()
    const all = [...this.nodes, ...this.relations]
    for (const [key, { id }] of all) {
      if (id === undefined || taken.has(id) || !isLegalId(id)) continue
      taken.add(id)
      ids.set(key, id)
    }
    const newId = legalIds((id) => taken.has(id))
    const numbers = new Map<string, number>()
    for (const [key, { id }] of all) {
      if (ids.has(key)) continue
      const letter = this.relations.has(key) ? 'r' : 'n'
      const number = (numbers.get(letter) ?? 0) + 1
      if (id === undefined) numbers.set(letter, number)
      ids.set(key, newId(id ?? `${letter}${number}`))
    }
    return ids
  }

  private toNode(newId: NodeId, { id, own, kind, text, ...rest }: NodeDraft): [NodeId, ArgumentNode] {
    return [newId, { kind: kind ?? 'claim', text, ...rest, ...this.ext(own, id, newId) }]
  }

  private toRelations(ids: ReadonlyMap<Key, ElementId>): {
    readonly relations: [string, Relation][]
    readonly incomplete: IncompleteRelation[]
  } {
    const circular = this.circular()
    const relations: [string, Relation][] = []
    const incomplete: IncompleteRelation[] = []
    for (const [key, draft] of this.relations) {
      const { from, to, kind, id, own, place, ...rest } = draft
      const premises = [...new Set(from)].filter((one) => this.nodes.has(one)).map((one) => known(ids, one))
      const end = to !== undefined && this.has(to) && !circular.has(to) ? known(ids, to) : undefined
      const fault = this.faultOf(draft, circular)
      if (fault === undefined && end !== undefined) {
        const relation = { kind, from: premises, to: end, ...rest, ...this.ext(own, id, known(ids, key)) }
        relations.push([known(ids, key), relation])
        continue
      }
      if (incomplete.length < most) this.note(`${faults[fault ?? 'end']} ${kept}`, place)
      incomplete.push({
        id: id ?? known(ids, key),
        kind,
        from: premises.filter((one) => one !== end),
        ...(end === undefined ? {} : { to: end }),
        ...(own && isPlain(own) ? { own } : {}),
      })
    }
    this.noteCount(
      Math.max(0, incomplete.length - most),
      'more relation is incomplete and is',
      'more relations are incomplete and are',
      ' kept with the document, but not on the map',
    )
    return { relations, incomplete }
  }

  private faultOf(draft: RelationDraft, circular: ReadonlySet<Key>): Fault | undefined {
    const { from, to } = draft
    if (!from.some((one) => this.nodes.has(one))) return 'premise'
    if (to === undefined || !this.has(to)) return 'end'
    if (circular.has(to)) return 'circle'
    if (from.includes(to)) return 'itself'
    return this.mayJoin(draft, to) ? undefined : 'kinds'
  }

  /** Whether relations of this kind join such ends. What has no kind yet becomes one that takes part. */
  private mayJoin({ kind, from }: RelationDraft, to: Key): boolean {
    const kinds = from.flatMap((one) => this.nodes.get(one) ?? []).map((node) => node.kind ?? 'claim')
    const [target, relation] = [this.nodes.get(to), this.relations.get(to)]
    const reasons = [
      ...kinds.map((one) => reasonAgainstPremise(kind, one)),
      reasonAgainstLinking(kind, new Set(from).size),
      target ? reasonAgainstTarget(kind, kinds, target.kind ?? 'claim') : undefined,
      relation ? reasonAgainstRelationTarget(kind, relation.kind) : undefined,
    ]
    return reasons.every((reason) => reason === undefined)
  }

  /** Relations whose chain of targets never ends at a statement, and all that point at those or at incomplete ones. */
  private circular(): Set<Key> {
    const bad = new Set<Key>()
    const sound = new Set<Key>()
    for (const start of this.relations.keys()) {
      const chain = new Set<Key>()
      let at: Key | undefined = start
      while (at !== undefined && this.relations.has(at) && !sound.has(at) && !bad.has(at) && !chain.has(at)) {
        chain.add(at)
        at = this.relations.get(at)?.to
      }
      let isSound = at !== undefined && (this.nodes.has(at) || sound.has(at))
      for (const key of [...chain].reverse()) {
        const relation = this.relations.get(key)
        isSound &&= relation !== undefined && this.faultOf(relation, bad) === undefined
        ;(isSound ? sound : bad).add(key)
      }
    }
    return bad
  }

  private ext(own: Fields | undefined, id?: string, newId?: string): { readonly ext?: Fields } {
    const isUsable = own === undefined || isPlain(own)
    if (!isUsable) this.unfit += 1
    const fields = {
      ...(id !== undefined && newId !== undefined && id !== newId ? { id } : {}),
      ...(isUsable ? own : {}),
    }
    return Object.keys(fields).length > 0 ? { ext: { [this.format]: fields } } : {}
  }
}

/** As many incomplete relations are listed one by one, and as many notes in all. */
const [most, mostNotes] = [100, 500]

type Fault = 'premise' | 'end' | 'itself' | 'circle' | 'kinds'

const faults: Readonly<Record<Fault, string>> = {
  premise: 'A relation has no premise',
  end: 'A relation leads to nothing that is in the file',
  itself: 'A relation has its premise as its conclusion',
  circle: 'A relation points at others that lead to no statement',
  kinds: 'A relation joins statements of kinds that cannot be joined that way',
}

const kept =
  'and is kept with the document, but not on the map; complete it here or in the program it comes from.'

function mergedOwn(
  before: { readonly own?: Fields },
  more: { readonly own?: Fields },
): { readonly own?: Fields } {
  return before.own && more.own ? { own: { ...before.own, ...more.own } } : {}
}

function known(ids: ReadonlyMap<Key, ElementId>, key: Key): ElementId {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`no record was added for "${key}"`)
  return id
}

/**
 * Records by id in the order of the file. Objects list names that are all digits first and ascending; where
 * that is another order, keys say which one it was.
 */
function inFileOrder<T extends { readonly order?: string }>(
  entries: readonly (readonly [string, T])[],
): Record<string, T> {
  const records = Object.fromEntries(entries)
  if (Object.keys(records).every((id, index) => entries[index]?.[0] === id)) return records
  const keys = keysBetween(undefined, undefined, entries.length)
  return Object.fromEntries(
    entries.map(([id, record], index): [string, T] => {
      const order = keys[index]
      return [id, order === undefined ? record : { ...record, order }]
    }),
  )
}

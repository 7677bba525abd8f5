/**
 * What to leave out of a slot when the graph it makes is not valid: the entry or the field of it that a
 * problem points at, or, where the problem is with something that only the file shows, the entries of what
 * that names. Each round is linear in the size of the graph.
 */
import type { ArgumentGraph, ElementId } from '../../model/graph.ts'
import type { Path, Problem } from '../../model/problem.ts'
import { tables, type DocumentPatch, type RecordEntry, type Table } from './entries.ts'
import { fieldOf, type Fields } from './plain.ts'
import { withoutPaths } from './without-paths.ts'

/** Without these a record cannot be, or is another one: an entry that has them wrong is left out as a whole. */
const essential: ReadonlySet<unknown> = new Set(['kind', 'text', 'from', 'to', 'type', 'title'])

/** The entries as far as settling changes them. */
export interface SlotEntries {
  readonly documentPatch: DocumentPatch
  entryAt(table: Table, id: string): RecordEntry | undefined
  replace(table: Table, id: string, entry: RecordEntry): void
  /** Leaves an entry out and notes why; whether there was one. */
  leaveOut(table: Table, id: string, because: string): boolean
  /** Changes a field of the document's part, or takes it out; whether there was one. */
  setDocumentField(name: string, value: unknown): boolean
  note(place: string, message: string): void
}

/** One round of leaving out what makes a graph invalid. */
export class Settling {
  /** Entries and fields that were seen to in this round: further problems with them may be gone with them. */
  private readonly settled = new Set<string>()

  constructor(
    private readonly merging: SlotEntries,
    private readonly graph: ArgumentGraph,
  ) {}

  /** Whether anything was left out. */
  settle(problems: readonly Problem[]): boolean {
    const inDocument = new Map<string, Problem[]>()
    let hasSettled = false
    for (const problem of problems) {
      const [first, id] = problem.path
      if (isTable(first) && typeof id === 'string') {
        hasSettled = this.settleRecord(first, id, problem) || hasSettled
      } else if (typeof first === 'string') {
        const list = inDocument.get(first)
        if (list) list.push(problem)
        else inDocument.set(first, [problem])
      }
    }
    for (const [name, list] of inDocument) hasSettled = this.settleField(name, list) || hasSettled
    return hasSettled
  }

  private settleRecord(table: Table, id: string, problem: Problem): boolean {
    const field = problem.path[2]
    if (this.settled.has(`${table}.${id}`) || this.settled.has(`${table}.${id}.${field}`)) return true
    const entry = this.merging.entryAt(table, id)
    if (problem.rule === 'shared-id') return this.leaveOutNamed(new Set([id]))
    if (!entry) return problem.rule === 'cyclic-target' ? this.openCircle(id) : this.settleNamed(table, id)
    const fields = 'whole' in entry ? entry.whole : 'gone' in entry ? {} : (entry.set ?? {})
    if (typeof field === 'string' && !essential.has(field) && Object.hasOwn(fields, field)) {
      const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field))
      this.merging.replace(table, id, 'whole' in entry ? { whole: rest } : { ...entry, set: rest })
      this.merging.note(`${table}.${id}.${field}`, leftOut(problem))
      this.settled.add(`${table}.${id}.${field}`)
      return true
    }
    this.settled.add(`${table}.${id}`)
    return this.merging.leaveOut(table, id, problem.wrong)
  }

  /** What is wrong with a record that only the file shows comes from the entries of what it names. */
  private settleNamed(table: Table, id: string): boolean {
    const record = recordAt(this.graph, table, id)
    return record ? this.leaveOutNamed(textsIn(record)) : false
  }

  private leaveOutNamed(names: ReadonlySet<string>): boolean {
    let hasSettled = false
    for (const name of names) {
      for (const table of tables) {
        const because = 'it does not fit what was added or changed elsewhere'
        if (this.settled.has(`${table}.${name}`)) hasSettled = true
        else if (this.merging.leaveOut(table, name, because)) {
          this.settled.add(`${table}.${name}`)
          hasSettled = true
        }
      }
    }
    return hasSettled
  }

  private openCircle(start: ElementId): boolean {
    const circle = new Set<string>()
    for (let at = start; !circle.has(at);) {
      circle.add(at)
      at = (Object.hasOwn(this.graph.relations, at) ? this.graph.relations[at]?.to : undefined) ?? start
    }
    return this.leaveOutNamed(circle)
  }

  private settleField(name: string, problems: readonly Problem[]): boolean {
    const value = fieldOf(this.merging.documentPatch.set, name)
    const paths = problems.map(({ path }) => path.slice(1))
    const rest = paths.every((path) => path.length > 0) ? withoutPaths(value, paths) : value
    const isSmaller = rest !== value
    if (this.merging.setDocumentField(name, isSmaller ? rest : undefined)) {
      for (const problem of problems) this.merging.note(problem.place, leftOut(problem))
      return true
    }
    return this.leaveOutNamed(new Set(paths.flatMap((path) => namesAt(fieldOf(this.graph, name), path))))
  }
}

function leftOut({ wrong }: Problem): string {
  return `What Counterpoint had kept here is left out: ${wrong}.`
}

/** The record of a graph with this id; safe for any string. */
export function recordAt(graph: ArgumentGraph, table: Table, id: string): Fields | undefined {
  return Object.hasOwn(graph[table], id) ? graph[table][id] : undefined
}

function isTable(name: unknown): name is Table {
  return (tables as readonly unknown[]).includes(name)
}

/** The texts in a record, outside of `ext`. */
function textsIn(record: Fields): ReadonlySet<string> {
  const texts = new Set<string>()
  const open: unknown[] = Object.entries(record).flatMap(([name, value]) => (name === 'ext' ? [] : [value]))
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'object' && value !== null)
      for (const one of Object.values(value)) open.push(one)
  }
  return texts
}

/** The names on the way to a value, and the value itself where it is a text. */
function namesAt(root: unknown, path: Path): string[] {
  let value = root
  for (const name of path) value = Array.isArray(value) ? value[Number(name)] : fieldOf(value, String(name))
  return [...path.map(String), ...(typeof value === 'string' ? [value] : [])]
}

/**
 * Ids for what an Argdown file names by titles, or not at all. An id follows from the title where that is a
 * legal one, else it is made like the title; relations without a title are numbered. What Counterpoint wrote
 * may have had other ids: the file then lists them by what stands for them in the text.
 */
import { isLegalId, legalIds } from '../../model/ids.ts'
import { fieldOf, isFields } from '../slot/plain.ts'

/** How a relation that is a line of the text is found: "k1 attacks c1". */
export function signatureOf(from: string, verb: string, to: string): string {
  return `${from} ${verb} ${to}`
}

/** Titles of headings made unique, by which their sections are found: the second "Costs" is "Costs (2)". */
export function headingKeys(titles: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return titles.map((title) => {
    const count = (counts.get(title) ?? 0) + 1
    counts.set(title, count)
    return count === 1 ? title : `${title} (${count})`
  })
}

/** Gives ids in one space of them: each id once, and the ones that the file lists before all others. */
export class Ids {
  private readonly listed = new Map<string, string>()
  private readonly given = new Set<string>()
  private readonly free: (wish: string) => string
  private number = 0

  /**
   * `tables` are objects of ids by name, as the file may hold them: anything that is not one is passed over.
   * Ids among `kept` are given to nothing that is not listed.
   */
  constructor(tables: readonly unknown[], kept: Iterable<string> = []) {
    const listed = new Set<string>()
    for (const [index, table] of tables.entries()) {
      for (const [name, id] of typeof table === 'object' && table !== null ? Object.entries(table) : []) {
        if (typeof id !== 'string' || !isLegalId(id) || listed.has(id)) continue
        listed.add(id)
        this.listed.set(`${index} ${name}`, id)
      }
    }
    const reserved = new Set([...listed, ...kept])
    this.free = legalIds((id) => reserved.has(id) || this.given.has(id))
  }

  /** The id listed for a name in one of the tables, else one like the wish; without a wish, a numbered one. */
  give(table: number, name: string, wish: string | undefined, letter: string): string {
    const key = `${table} ${name}`
    const listed = this.listed.get(key)
    this.listed.delete(key)
    const id = listed ?? this.made(wish, letter)
    this.given.add(id)
    return id
  }

  private made(wish: string | undefined, letter: string): string {
    if (wish !== undefined) return this.free(wish)
    this.number += 1
    return this.free(`${letter}${this.number}`)
  }
}

/** The table of one kind of names in what the file holds for Counterpoint. */
export function namesIn(slot: unknown, kind: 'nodes' | 'relations' | 'sections'): unknown {
  return fieldOf(fieldOf(slot, 'names'), kind)
}

/** The ids of nodes and relations that the file holds for Counterpoint alone, so that nothing else takes them. */
export function keptIds(slot: unknown): string[] {
  return ['nodes', 'relations'].flatMap((table) => {
    const entries = fieldOf(slot, table)
    return isFields(entries)
      ? Object.keys(entries).filter((id) => isFields(fieldOf(entries[id], 'whole')))
      : []
  })
}

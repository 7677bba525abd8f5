/**
 * Gives parsed data the shape of a graph: what is missing gets the least that will do, what is of the
 * wrong type goes, and a relation that does not say what it joins goes as a whole.
 */
import type { Path, Problem } from '../../model/problem.ts'
import type { Dropped } from './open-error.ts'
import { valueAt } from './value-at.ts'

/** Mends every problem of shape in place and says what was done. Later rounds find what this laid bare. */
export function mendShape(raw: object, problems: readonly Problem[]): Dropped[] {
  const gone: Path[] = []
  const dropped = problems.map((problem): Dropped => {
    const { path, place, wrong } = problem
    const mend = mendAt(path, valueOf(raw, path))
    if ('drop' in mend) gone.push(mend.drop)
    else put(raw, path, mend.value)
    return { place, message: `${wrong}; ${mend.says}` }
  })
  removeAll(raw, gone)
  return dropped
}

type Mend = { readonly says: string } & ({ readonly drop: Path } | { readonly value: unknown })

/** What becomes of the value at a path that has the wrong shape. */
function mendAt(path: Path, value: unknown): Mend {
  const [field, id, part] = path
  if (field === 'title') return textFor(value, 'Untitled argument')
  if (field === 'sources' || field === 'sections' || field === 'nodes' || field === 'relations') {
    if (id === undefined) return { value: {}, says: 'there would be none' }
    if (part === undefined) return { drop: path, says: 'the record would be dropped' }
    return mendRecord(field, path, value)
  }
  if (field === 'layout' && id === 'pinned' && part !== undefined) {
    return { drop: path.slice(0, 3), says: 'the node would not be pinned' }
  }
  return { drop: path, says: 'it would be dropped' }
}

function mendRecord(records: string, path: Path, value: unknown): Mend {
  const record = path.slice(0, 2)
  const [, id = '', part, index, detail] = path
  if (records === 'relations' && (part === 'kind' || part === 'from' || part === 'to')) {
    return { drop: record, says: 'the relation would be dropped' }
  }
  if (records === 'nodes' && part === 'kind') return { value: 'claim', says: 'it would become a claim' }
  if (records === 'nodes' && part === 'text') return textFor(value, '')
  if (records === 'sources' && part === 'type')
    return { value: 'document', says: 'it would become "document"' }
  if (records === 'sections' && part === 'title') return textFor(value, String(id))
  if (part === 'excerpts' && index !== undefined && detail === 'source') {
    return { drop: path.slice(0, 4), says: 'the excerpt would be dropped' }
  }
  if ((part === 'questions' || part === 'criteria') && index !== undefined && detail === 'answer') {
    return { drop: path.slice(0, 4), says: 'the answer would be dropped' }
  }
  return { drop: path, says: 'it would be dropped' }
}

/** Numbers and truth values can be read as texts; for anything else there is a substitute. */
function textFor(value: unknown, substitute: string): Mend {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : substitute
  return { value: text, says: `it would be ${text === '' ? 'empty' : `“${text}”`}` }
}

function valueOf(raw: object, path: Path): unknown {
  const holder = valueAt(raw, path.slice(0, -1))
  const key = path.at(-1)
  return holder && key !== undefined && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined
}

function put(raw: object, path: Path, value: unknown): void {
  const holder = valueAt(raw, path.slice(0, -1))
  const key = path.at(-1)
  // Defined, not assigned, so that no name can reach a setter.
  if (holder && key !== undefined) {
    Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true })
  }
}

/** Removes all places at once, so that no index moves before it is used. */
function removeAll(raw: object, paths: readonly Path[]): void {
  const entries = new Map<unknown[], Set<number>>()
  const members = paths.map((path) => ({ holder: valueAt(raw, path.slice(0, -1)), key: path.at(-1) ?? '' }))
  for (const { holder, key } of members) {
    if (Array.isArray(holder)) {
      const indexes = entries.get(holder) ?? new Set()
      entries.set(holder, indexes.add(Number(key)))
    } else if (holder) {
      Reflect.deleteProperty(holder, key)
    }
  }
  for (const [list, indexes] of entries) {
    const kept = list.filter((_, index) => !indexes.has(index))
    list.length = 0
    for (const entry of kept) list.push(entry)
  }
}

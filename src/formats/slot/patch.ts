/**
 * What leads from a record as another format shows it to the record as it is: fields to set, fields to take
 * out, and the order of fields where it would come out otherwise. `ext` is compared one level deeper, since
 * each format keeps its own part there. Applying what was found gives the record back, field for field.
 */
import { fieldOf, fingerprint, isFields, isSameJson, type Fields } from './plain.ts'

/** Changes to the fields of one object. */
export interface Patch {
  readonly set?: Fields
  readonly without?: readonly string[]
  /** All fields in order, where setting and taking out alone would give another order. */
  readonly order?: readonly string[]
}

/** Changes to what `ext` holds, and the fingerprint of the visible `ext` they were written beside. */
export interface ExtPatch extends Patch {
  readonly beside: string
}

/** Changes to a record, and the fingerprint of the visible record they were written beside, `ext` left out. */
export interface RecordPatch extends Patch {
  readonly beside: string
  readonly ext?: ExtPatch
}

/**
 * Changes from one object to another; undefined if there are none. The order of names that are known to the
 * schema is no difference, since they are written in the schema's order.
 */
function patchBetween(
  visible: Fields,
  wanted: Fields,
  known: ReadonlySet<string> = new Set(),
): Patch | undefined {
  const set = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && !isSameJson(fieldOf(visible, name), value),
  )
  const without = Object.keys(visible).filter(
    (name) => visible[name] !== undefined && fieldOf(wanted, name) === undefined,
  )
  const patch: Patch = {
    ...(set.length > 0 ? { set: Object.fromEntries(set) } : {}),
    ...(without.length > 0 ? { without } : {}),
  }
  const order = orderBetween(patched(visible, patch), wanted, known)
  return Object.keys(patch).length + Object.keys(order).length > 0 ? { ...patch, ...order } : undefined
}

/** Changes from a visible record to the record itself; undefined if there are none. */
export function recordPatchBetween(
  visible: Fields,
  wanted: Fields,
  known: ReadonlySet<string>,
  guessed: ReadonlySet<string>,
): RecordPatch | undefined {
  const { fields, ext } = splitPatch(visible, wanted, known)
  return fields || ext
    ? { beside: fingerprintOf(visible, guessed), ...fields, ...(ext ? { ext } : {}) }
    : undefined
}

/** The same in its two parts: the fields, and what `ext` holds where both have one. */
export function splitPatch(
  visible: Fields,
  wanted: Fields,
  known: ReadonlySet<string>,
): { readonly fields: Patch | undefined; readonly ext: ExtPatch | undefined } {
  const [seen, meant] = [fieldOf(visible, 'ext'), fieldOf(wanted, 'ext')]
  if (!isFields(seen) || !isFields(meant)) {
    return { fields: patchBetween(visible, wanted, known), ext: undefined }
  }
  const patch = patchBetween(seen, meant)
  return {
    fields: patchBetween(visible, { ...wanted, ext: seen }, known),
    ext: patch && { beside: fingerprint(seen), ...patch },
  }
}

/** The fingerprint by which a visible record is recognised; fields that are only guessed say nothing of it. */
export function fingerprintOf(record: Fields, guessed: ReadonlySet<string>): string {
  const seen = Object.entries(record).filter(([name]) => name !== 'ext' && !guessed.has(name))
  return fingerprint(Object.fromEntries(seen))
}

/** The object with the changes made. Names that JavaScript reserves stay names. */
export function patched(visible: Fields, { set = {}, without = [], order }: Patch): Fields {
  const fields = new Map(Object.entries(visible))
  for (const name of without) fields.delete(name)
  for (const [name, value] of Object.entries(set)) fields.set(name, value)
  return Object.fromEntries(order ? inThisOrder(fields, order) : fields)
}

/** Entries in the given order; what it does not name stays behind what it followed. */
export function inThisOrder<T>(entries: ReadonlyMap<string, T>, order: readonly string[]): Map<string, T> {
  const named = new Set(order)
  const followers = new Map<string | undefined, string[]>()
  let last: string | undefined
  for (const name of entries.keys()) {
    if (named.has(name)) last = name
    else {
      const list = followers.get(last)
      if (list) list.push(name)
      else followers.set(last, [name])
    }
  }
  const ordered = new Map<string, T>()
  const take = (name: string): void => {
    const value = entries.get(name)
    if (value !== undefined) ordered.set(name, value)
  }
  for (const name of followers.get(undefined) ?? []) take(name)
  for (const name of named) {
    take(name)
    for (const follower of followers.get(name) ?? []) take(follower)
  }
  return ordered
}

function orderBetween(
  reached: Fields,
  wanted: Fields,
  known: ReadonlySet<string>,
): { readonly order?: readonly string[] } {
  const names = (fields: Fields): string[] =>
    Object.keys(fields).filter((name) => !known.has(name) && fields[name] !== undefined)
  const order = names(wanted)
  return isSameJson(names(reached), order) ? {} : { order }
}

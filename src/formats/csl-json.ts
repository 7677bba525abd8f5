/**
 * Sources as CSL-JSON (Citation Style Language 1.0.2), the array of items that every reference manager
 * exports and imports. Fields are kept as found: dates, names and titles with their markup stay what they
 * are, as text. An id that cannot be a key here is kept in `ext.csl.id`; what only this program knows
 * travels in `custom.counterpoint`. Writing and reading again gives the same sources under the same ids.
 */
import type { Source, SourceId } from '../model/graph.ts'
import { legalIdLike, legalIds } from '../model/ids.ts'
import { problemAt, type Path, type Problem } from '../model/problem.ts'
import type { Result } from '../model/result.ts'
import { titleOf } from './citation.ts'
import type { Writer } from './conversion.ts'
import { defaultLimits, isTooLarge, longTexts } from './json/limits.ts'
import { explain, explainProblems, type OpenError } from './json/open-error.ts'
import { isWhole, scanJson } from './json/scan.ts'
import { doiOf } from './links.ts'
import { lossOf } from './losses.ts'

export type Sources = Readonly<Record<SourceId, Source>>

/** What a file of sources would add to a document. */
export interface ImportedSources {
  /** New sources, under ids that are legal and free. */
  readonly items: readonly { readonly id: SourceId; readonly source: Source }[]
  /** Sources that seem to be there already: the user decides between joining and adding them. */
  readonly joins: readonly SourceJoin[]
}

export interface SourceJoin {
  /** The source that is there, in the document or among the new items. */
  readonly with: SourceId
  /** The one from the file, and the id it would get if it were added after all. */
  readonly id: SourceId
  readonly source: Source
  readonly because: 'same DOI' | 'same id and title'
}

export type SourcesError =
  | Extract<OpenError, { kind: 'tooLarge' | 'notJson' | 'tooDeep' }>
  | { readonly kind: 'cutOff'; readonly line: number; readonly column: number }
  /** JSON, but no array of items. */
  | { readonly kind: 'notSources' }
  /** Items that cannot be read; `rest` is what could be imported without them. */
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[]; readonly rest: ImportedSources }

/** The sources in a CSL-JSON file, beside those that a document has already. */
export function readSources(text: string, existing: Sources = {}): Result<ImportedSources, SourcesError> {
  if (isTooLarge(text, defaultLimits)) return failure({ kind: 'tooLarge', limit: defaultLimits.bytes })
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  const scan = scanJson(json, defaultLimits.depth)
  if (!isWhole(scan)) {
    return failure(scan.kind === 'cutOff' ? { kind: 'cutOff', line: scan.line, column: scan.column } : scan)
  }
  const parsed: unknown = JSON.parse(json)
  if (!Array.isArray(parsed)) return failure({ kind: 'notSources' })
  const scanned = new Map<unknown, Problem[]>()
  for (const problem of scan.problems) {
    const group = scanned.get(problem.path[0])
    if (group) group.push(problem)
    else scanned.set(problem.path[0], [problem])
  }
  const found = parsed.map((item: unknown, index) => ({
    item,
    problems: [...(scanned.get(index) ?? []), ...itemProblems(item, index)],
  }))
  const problems = found.flatMap((one) => one.problems)
  const sound = found.flatMap(({ item, problems: { length } }) =>
    length === 0 && isItem(item) ? [item] : [],
  )
  const imported = sortItems(sound, existing)
  return problems.length === 0
    ? { ok: true, value: imported }
    : failure({ kind: 'invalid', problems, rest: imported })
}

/** What is wrong with a file of sources and what can be done, in one or two sentences. */
export function explainSourcesError(error: SourcesError): string {
  switch (error.kind) {
    case 'notSources':
      return 'The file is JSON, but not a list of sources; export the sources as CSL-JSON from the reference manager.'
    case 'invalid':
      return explainProblems(error.problems)
    case 'tooLarge':
    case 'notJson':
    case 'tooDeep':
    case 'cutOff':
      return explain(error)
  }
}

/** The text of a CSL-JSON file with these sources, two-space indent and final newline. */
export function writeSources(sources: Sources): string {
  return `${JSON.stringify(Object.entries(sources).map(toItem), undefined, 2)}\n`
}

/** The sources of a document as CSL-JSON; everything else of it is lost. */
export const writeCsl: Writer = async ({ sources, nodes, relations }) =>
  Promise.resolve({
    content: writeSources(sources),
    losses: [
      ...lossOf(Object.keys(nodes).length, 'statement', 'statements'),
      ...lossOf(Object.keys(relations).length, 'relation', 'relations'),
    ],
    notes: ['The file has the sources alone, for reference managers and word processors.'],
  })

/** One source of two: what the one in the document says stays, and what it does not say is added. */
export function joinSources(there: Source, added: Source): Source {
  return {
    ...there,
    ...Object.fromEntries(Object.entries(added).filter(([field]) => !Object.hasOwn(there, field))),
  }
}

type Fields = Readonly<Record<string, unknown>>
type Item = Fields & {
  readonly id: string | number
  readonly type: string
  readonly title?: string
  readonly ext?: Fields
}

function itemProblems(item: unknown, index: number): Problem[] {
  const problem = (path: Path, wrong: string, remedy: string): Problem =>
    problemAt('wrong-shape', [index, ...path], wrong, remedy)
  if (!isFields(item)) return [problem([], 'must be an object', 'take it out, or export the sources again')]
  const { id, type, title = '', ext = {} } = item
  const problems = [...longTexts(item, defaultLimits.text)].map(({ rule, path, wrong }) =>
    problemAt(rule, [index, ...path], wrong, 'shorten it'),
  )
  if ((typeof id !== 'string' || id === '') && typeof id !== 'number') {
    problems.push(
      problem(['id'], id === undefined ? 'is missing' : 'must be a text or a number', 'give it an id'),
    )
  }
  if (typeof type !== 'string') {
    const wrong = type === undefined ? 'is missing' : 'must be a text'
    problems.push(problem(['type'], wrong, 'write a type there, such as "report"'))
  }
  if (typeof title !== 'string')
    problems.push(problem(['title'], 'must be a text', 'correct it or take it out'))
  if (!isFields(ext)) problems.push(problem(['ext'], 'must be an object', 'correct it or take it out'))
  return problems
}

/** Gives each item its id, and sets those apart that are there already. */
function sortItems(found: readonly Item[], existing: Sources): ImportedSources {
  const there = new Map<SourceId, Source>(Object.entries(existing))
  const byDoi = new Map<string, SourceId>()
  for (const [id, source] of there) noteDoi(byDoi, id, source)
  const newId = legalIds((id) => there.has(id))
  const items: ImportedSources['items'][number][] = []
  const joins: SourceJoin[] = []
  for (const item of found) {
    const { wish, source: plain } = fromItem(item)
    const id = newId(wish)
    const source = id === item.id ? plain : withItemId(plain, item.id)
    const sameDoi = byDoi.get(doiOf(source) ?? '')
    const namesake = there.get(wish)
    if (sameDoi !== undefined) {
      joins.push({ with: sameDoi, id, source, because: 'same DOI' })
    } else if (namesake && haveSameTitle(namesake, source)) {
      joins.push({ with: wish, id, source, because: 'same id and title' })
    } else {
      items.push({ id, source })
      there.set(id, source)
      noteDoi(byDoi, id, source)
    }
  }
  return { items, joins }
}

function noteDoi(byDoi: Map<string, SourceId>, id: SourceId, source: Source): void {
  const doi = doiOf(source)
  if (doi !== undefined && !byDoi.has(doi)) byDoi.set(doi, id)
}

/** Titles are compared without markup, case and blanks; sources without a title are never the same. */
function haveSameTitle(one: Source, other: Source): boolean {
  const title = titleOf(one)?.toLowerCase()
  return title !== undefined && title === titleOf(other)?.toLowerCase()
}

/** An item as a source, and the legal id that it would like to have. */
function fromItem({ id, custom, ...fields }: Item): { wish: SourceId; source: Source } {
  const { counterpoint, ...foreign } = isFields(custom) ? custom : {}
  const own = isFields(counterpoint) ? counterpoint : undefined
  const wish = legalIdLike(typeof own?.['key'] === 'string' ? own['key'] : String(id), () => false)
  if (!own) return { wish, source: custom === undefined ? fields : { ...fields, custom } }
  const source = {
    ...fields,
    ...(isFields(own['fields']) ? own['fields'] : {}),
    ...(Object.keys(foreign).length > 0 ? { custom: foreign } : {}),
    ...(isFields(own['ext']) ? { ext: { ...fields.ext, ...own['ext'] } } : {}),
  }
  return { wish, source }
}

/** The source with the id that its item has in other programs, which is no id here. */
function withItemId(source: Source, id: string | number): Source {
  return {
    ...source,
    ext: { ...source.ext, csl: { ...(isFields(source.ext?.['csl']) ? source.ext['csl'] : {}), id } },
  }
}

function toItem([key, source]: readonly [SourceId, Source]): Fields {
  const { ext = {}, custom, id: sourceOwnId, ...fields } = source
  const { csl, ...formats } = ext
  const { id: itemId, ...rest } = isFields(csl) ? csl : {}
  const isId = typeof itemId === 'string' || typeof itemId === 'number'
  const id = isId ? itemId : key
  const others = !isId ? ext : Object.keys(rest).length > 0 ? { ...formats, csl: rest } : formats
  // Fields whose place in an item is taken, or is for an object only.
  const displaced = {
    ...(sourceOwnId === undefined ? {} : { id: sourceOwnId }),
    ...(custom === undefined || isForeignCustom(custom) ? {} : { custom }),
  }
  const own = {
    ...(id === key ? {} : { key }),
    ...(Object.keys(displaced).length > 0 ? { fields: displaced } : {}),
    ...(Object.keys(others).length > 0 ? { ext: others } : {}),
  }
  const foreign = isForeignCustom(custom) ? custom : {}
  if (Object.keys(own).length === 0) return { id, ...fields, ...(custom === undefined ? {} : { custom }) }
  return { id, ...fields, custom: { ...foreign, counterpoint: own } }
}

/** Whether `custom` can stand in an item beside what is ours. */
function isForeignCustom(custom: unknown): custom is Fields {
  return isFields(custom) && Object.keys(custom).length > 0 && !Object.hasOwn(custom, 'counterpoint')
}

function isItem(item: unknown): item is Item {
  return isFields(item)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function failure(error: SourcesError): { readonly ok: false; readonly error: SourcesError } {
  return { ok: false, error }
}

/**
 * Sources in words, from their CSL-JSON fields: "Hurley et al. 2019" where there is little room, and a
 * reference of one line in an author-date style of our own. Fields of any shape are borne: what cannot be
 * read is left out. Results are plain text; the markup that CSL allows in titles is taken out of them.
 */
import type { Source } from '../model/graph.ts'
import { linkOfSource } from './links.ts'

/** "Hurley et al. 2019", "City Transport Office 2024", "One year of bus lanes n.d.". Never empty. */
export function shortCitation(source: Source): string {
  const names = authorsOf(source).map(({ family }) => family)
  const [first, second] = names
  const who =
    first === undefined || second === undefined
      ? first
      : names.length === 2
        ? `${first} and ${second}`
        : `${first} et al.`
  return `${who ?? shortTitle(source)} ${yearOf(source) ?? 'n.d.'}`
}

/** "Hurley, J., Morris, S. and Portelance, G. (2019). Title. Container, 3(1), 139–175. Publisher, Place. https://doi.org/…" */
export function fullCitation(source: Source): string {
  const authors = list(
    authorsOf(source).map(({ family, initials }) => (initials ? `${family}, ${initials}` : family)),
  )
  const year = `(${yearOf(source) ?? 'n.d.'})`
  const title = titleOf(source) ?? 'Untitled'
  const kind = text(source['genre']) ?? genres.get(source.type)
  const described = kind === undefined ? title : `${title} [${kind}]`
  const head = authors === '' ? [`${described} ${year}`] : [`${authors} ${year}`, described]
  const publisher = commas(text(source['publisher']), text(source['publisher-place']))
  const link = linkOfSource(source)
  const sentences = [...head, containerOf(source), publisher].flatMap((part) =>
    part ? endWithStop(part) : [],
  )
  return [...sentences, ...(link === undefined ? [] : [link])].join(' ')
}

/** The title as plain text, or undefined if there is none. */
export function titleOf(source: Source): string | undefined {
  const title = text(source.title)
  return title === undefined ? undefined : text(title.replaceAll(titleMarkup, ''))
}

/** The year of publication as it is cited: "2019", "44 BC", or whatever words the source has for it. */
export function yearOf(source: Source): string | undefined {
  const issued: unknown = source['issued']
  if (typeof issued === 'string') return yearIn(issued)
  const date = fieldsOf(issued)
  const parts: unknown = date['date-parts']
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined
  const year = Number(text(Array.isArray(first) ? first[0] : undefined))
  if (Number.isInteger(year) && year !== 0) return year < 0 ? `${-year} BC` : String(year)
  const words = text(date['raw']) ?? text(date['literal'])
  return words === undefined ? undefined : yearIn(words)
}

/** Exactly the markup that CSL-JSON allows; any other angle brackets are part of the text. */
const titleMarkup =
  /<\/?(?:i|b|sup|sub|sc)>|<span(?: class="nocase"| style="font-variant: ?small-caps;?")>|<\/span>/g

/** Types that a reference names, because nothing else in it says what it is. */
const genres: ReadonlyMap<string, string> = new Map([
  ['bill', 'bill'],
  ['dataset', 'data set'],
  ['hearing', 'hearing'],
  ['speech', 'speech'],
  ['thesis', 'thesis'],
])

interface Name {
  readonly family: string
  readonly initials: string
}

/** Authors, or whoever stands for them. */
function authorsOf(source: Source): Name[] {
  for (const role of ['author', 'editor', 'container-author', 'translator', 'director', 'interviewer']) {
    const names: unknown = source[role]
    const found = Array.isArray(names) ? names.flatMap((name: unknown) => nameOf(name)) : []
    if (found.length > 0) return found
  }
  return []
}

function nameOf(name: unknown): Name | [] {
  const fields = fieldsOf(name)
  const family = words(text(fields['non-dropping-particle']), text(fields['family']), text(fields['suffix']))
  const given = words(text(fields['given']), text(fields['dropping-particle']))
  if (family !== '') return { family, initials: initialsOf(given) }
  const whole = text(fields['literal']) ?? given
  return whole === '' ? [] : { family: whole, initials: '' }
}

/** "Ada Mary" as "A. M.", "Jean-Luc" as "J.-L.", "Ada van" as "A. van"; scripts without capitals stay whole. */
function initialsOf(given: string): string {
  const initial = (part: string): string => {
    const [letter = ''] = part
    return letter.toLowerCase() === letter ? part : `${letter}.`
  }
  return given
    .split(/[\s.]+/)
    .filter((word) => word !== '')
    .map((word) => word.split('-').map(initial).join('-'))
    .join(' ')
}

/** "Journal, 3(1), 139–175." */
function containerOf(source: Source): string {
  const container = text(source['container-title'])?.replaceAll(titleMarkup, '')
  const volume = text(source['volume'])
  const issue = text(source['issue']) ?? text(source['number'])
  const numbered = volume !== undefined && issue !== undefined ? `${volume}(${issue})` : (volume ?? issue)
  return commas(container, numbered, text(source['page'])?.replaceAll(/(\d)\s*-+\s*(\d)/g, '$1–$2'))
}

function shortTitle(source: Source): string {
  const title =
    text(source['title-short']) ?? text(source['shortTitle']) ?? titleOf(source) ?? 'Untitled source'
  const characters = [...title]
  return characters.length <= 40 ? title : `${characters.slice(0, 39).join('').trimEnd()}…`
}

/** A four-figure year where there is one, else the words themselves. */
function yearIn(words: string): string | undefined {
  return /(?<!\d)\d{4}(?!\d)/.exec(words)?.[0] ?? text(words)
}

/** A value as one line of text: CSL allows numbers for most texts. Anything else is nothing. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  const line = typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : ''
  return line === '' ? undefined : line
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  // An empty prototype, so that a field is only what the file has.
  return typeof value === 'object' && value !== null
    ? (Object.assign(Object.create(null), value) as Record<string, unknown>)
    : {}
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ')
}

function commas(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ')
}

function list(names: readonly string[]): string {
  const shown = names.length > 7 ? [...names.slice(0, 6), 'others'] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}

function endWithStop(sentence: string): string {
  return /[.!?…]["”’»]?$/.test(sentence) ? sentence : `${sentence}.`
}

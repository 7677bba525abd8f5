/**
 * What can be written, and what a word or a file name means by it: one list of documents, formats and
 * pictures for both `convert` and `export`.
 */
import { formats } from '../formats/formats.ts'
import { pictures, type Picture, type PictureChoice } from '../formats/pictures.ts'
import { UsageError, type Call } from './command.ts'
import { suggestion } from './nearest.ts'

/** Where output goes; a target is told by the extension there. */
export type Destination =
  | { readonly kind: 'output' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }

export interface Target {
  /** What `--to` takes. */
  readonly id: string
  readonly name: string
  /** With the dot; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]]
  /** document: holds an argument. picture: shows one. */
  readonly group: 'document' | 'picture'
  readonly choices: readonly PictureChoice[]
}

/** The program's own format, which is in neither list: it is always read and written. */
export const ownFormat = {
  id: 'counterpoint',
  name: 'Counterpoint document',
  extensions: ['.json'],
  group: 'document',
  choices: [],
} as const satisfies Target

/** What `convert` writes; our own first, so that ".json" means it. */
export const documentTargets: readonly Target[] = [
  ownFormat,
  ...formats.flatMap(({ id, name, extensions, writer }): Target[] =>
    writer ? [{ id, name, extensions, group: 'document', choices: ['part'] }] : [],
  ),
]

/** What `export` writes. */
export const exportTargets: readonly Target[] = [
  ...Object.entries<Picture>(pictures).map(([id, { name, extensions, choices }]): Target => ({
    id,
    name,
    extensions,
    group: 'picture',
    choices,
  })),
  ...documentTargets.slice(1),
]

/** What can be read, for `--from`. */
export const readableFormats: readonly Pick<Target, 'id' | 'name' | 'extensions'>[] = [
  ownFormat,
  ...formats.filter(({ reader }) => reader !== undefined),
]

/** The format that `--from` names. Throws UsageError. */
export function formatToRead(word: string | undefined): (typeof readableFormats)[number] | undefined {
  return word === undefined ? undefined : named(word, 'from', readableFormats)
}

/** The target of a call, by `--to` or the output's name. Throws UsageError where neither tells. */
export function chosenTarget(
  call: Call,
  destination: Destination,
  {
    possible,
    elsewhere,
  }: {
    readonly possible: readonly Target[]
    /** Another command, and what it writes. */
    readonly elsewhere: { readonly command: string; readonly targets: readonly Target[] }
  },
): Target {
  const word = call.value('to')
  const path = destination.kind === 'file' ? destination.path : undefined
  if (word === undefined && path === undefined) {
    throw new UsageError(`which format? Say it with --to: ${possible.map(({ id }) => id).join(', ')}.`)
  }
  const find = (list: readonly Target[]) =>
    word !== undefined ? byWord(word, list) : byExtension(path ?? '', list)
  const found = find(possible)
  if (found) return found
  const other = find(elsewhere.targets)
  if (other) {
    throw new UsageError(
      `${other.name} is written by "counterpoint ${elsewhere.command}", not by this command.`,
    )
  }
  if (word !== undefined) return named(word, 'to', possible)
  throw new UsageError(
    `the name "${path}" does not tell the format; say it with --to: ${possible.map(({ id }) => id).join(', ')}.`,
  )
}

type Named = Pick<Target, 'id' | 'extensions'>

/** By its id, or by an extension without the dot. */
function byWord<T extends Named>(word: string, list: readonly T[]): T | undefined {
  const lower = word.toLowerCase()
  return (
    list.find(({ id }) => id === lower) ?? list.find(({ extensions }) => extensions.includes(`.${lower}`))
  )
}

function named<T extends Named>(word: string, option: string, list: readonly T[]): T {
  const found = byWord(word, list)
  if (found) return found
  const ids = list.map(({ id }) => id)
  throw new UsageError(`--${option} ${word} is none of ${ids.join(', ')}.${suggestion(word, ids)}`)
}

/** The one that a file's name ends like, by the longest ending; undefined for none. */
export function byExtension<T extends Pick<Target, 'extensions'>>(
  path: string,
  list: readonly T[],
): T | undefined {
  const lower = path.toLowerCase()
  let best: { target: T; length: number } | undefined
  for (const target of list) {
    for (const extension of target.extensions) {
      const length = extension.length
      if (lower.endsWith(extension) && length > (best?.length ?? 0)) best = { target, length }
    }
  }
  return best?.target
}

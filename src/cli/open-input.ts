/**
 * Opens one input, whatever it holds, and says what is wrong with it or what had to be decided.
 */
import { openBytes, type Opened } from '../formats/open.ts'
import type { ImportNote, ImportOffer } from '../formats/conversion.ts'
import { formats } from '../formats/formats.ts'
import { explain, type OpenError, type Repair } from '../formats/json/open-error.ts'
import { readGraph } from '../formats/json/read.ts'
import type { ArgumentGraph } from '../model/graph.ts'
import { sayFindings, wholeFile, type FileFinding } from './findings.ts'
import { say } from './messages.ts'
import { FileError, type Surroundings } from './surroundings.ts'
import type { Input } from './inputs.ts'
import { ownFormat } from './targets.ts'

export type OpenedInput =
  | {
      readonly ok: true
      readonly graph: ArgumentGraph
      readonly notes: readonly ImportNote[]
      readonly offers: readonly ImportOffer[]
    }
  /** At least one error. */
  | { readonly ok: false; readonly errors: readonly FileFinding[]; readonly repair?: Repair }

/** Opens an input in the format named, or in the one it is found to be in. */
export async function openInput(
  { file, name }: Input,
  { files, input }: Surroundings,
  from?: string,
): Promise<OpenedInput> {
  const error = (rule: string, message: string, place = wholeFile) => ({
    ok: false as const,
    errors: [{ file, severity: 'error' as const, rule, place, message }],
  })
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = file === '-' ? await input() : await files.read(file)
  } catch (thrown) {
    if (!(thrown instanceof FileError)) throw thrown
    return error('cannot-read', thrown.message)
  }
  const opened =
    from === undefined ? await openBytes(bytes, file === '-' ? undefined : name) : await openAs(bytes, from)
  switch (opened.kind) {
    case 'own':
      return { ok: true, graph: opened.graph, notes: [], offers: [] }
    case 'imported':
      return { ok: true, graph: opened.graph, notes: opened.notes, offers: opened.offers }
    case 'openError': {
      const repair = repairOf(opened.error)
      return { ok: false, errors: findingsOf(file, opened.error), ...(repair ? { repair } : {}) }
    }
    case 'failed':
      return error(failureRules[opened.why], opened.message, opened.place)
  }
}

/** Opens an input and says what had to be decided, or why it cannot be opened; then the answer is undefined. */
export async function openOrSay(
  input: Input,
  surroundings: Surroundings,
  from?: string,
): Promise<ArgumentGraph | undefined> {
  const opened = await openInput(input, surroundings, from)
  await (opened.ok ? sayNotes(input, opened.notes, surroundings) : sayFindings(opened.errors, surroundings))
  return opened.ok ? opened.graph : undefined
}

/** What a reader had to decide, as messages. */
export async function sayNotes(
  { file }: Input,
  notes: readonly ImportNote[],
  { messages }: Surroundings,
): Promise<void> {
  for (const { place, message } of notes) {
    await say(messages, { file, message, ...(place === undefined ? {} : { place }) })
  }
}

const failureRules = {
  unreadable: 'unreadable',
  noDocument: 'no-document',
  damaged: 'damaged',
  sources: 'sources-only',
  unknown: 'unknown-format',
} as const

const openErrorRules = {
  tooLarge: 'too-large',
  notJson: 'not-json',
  cutOff: 'cut-off',
  tooDeep: 'too-deep',
  notAGraph: 'not-a-graph',
  tooNew: 'too-new',
} as const

function findingsOf(file: string, error: OpenError): FileFinding[] {
  const severity = 'error'
  if (error.kind === 'invalid') {
    return error.problems.map(({ rule, place, message }) => ({ file, severity, rule, place, message }))
  }
  const place = 'line' in error ? `line ${error.line}, column ${error.column}` : wholeFile
  return [{ file, severity, rule: openErrorRules[error.kind], place, message: explain(error) }]
}

function repairOf(error: OpenError): Repair | undefined {
  return 'repair' in error ? error.repair : undefined
}

/** Reads as the format that somebody has named, whatever the content looks like. */
async function openAs(bytes: Uint8Array, id: string): Promise<Opened> {
  const text = new TextDecoder().decode(bytes)
  if (id === ownFormat.id) {
    const read = readGraph(text)
    return read.ok ? { kind: 'own', graph: read.value } : { kind: 'openError', error: read.error }
  }
  const format = formats.find((each) => each.id === id)
  if (!format?.reader) throw new Error(`there is no reader of "${id}"`)
  const read = await (await format.reader())(text)
  if (read.ok) return { kind: 'imported', formatId: id, format: format.name, ...read.value }
  const { message, place } = read.error
  return { kind: 'failed', why: 'unreadable', message, ...(place === undefined ? {} : { place }) }
}

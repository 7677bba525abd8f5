/** What every reader says before it reads, and how it says that it cannot: sentences with a way out. */
import type { Result } from '../model/result.ts'
import type { Imported, ImportError } from './conversion.ts'
import { defaultLimits, isTooLarge } from './json/limits.ts'

/** A result without a value. */
export type Failed = Extract<Result<never, ImportError>, { readonly ok: false }>

/** That a file cannot be read, in a sentence, and where, if known. */
export function failed(kind: ImportError['kind'], message: string, place?: string): Failed {
  return { ok: false, error: { kind, message, ...(place === undefined ? {} : { place }) } }
}

/** That a text is larger than any reader takes; undefined for one that is not. */
export function refusalOfSize(text: string): Failed | undefined {
  if (!isTooLarge(text, defaultLimits)) return undefined
  return failed('tooLarge', 'The file is larger than 25 MB; split it into several files.')
}

/** The lines of a text, whatever system it comes from, without a byte order mark. */
export function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
}

/** What readers give. */
export type ReadResult = Result<Imported, ImportError>

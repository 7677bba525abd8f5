/**
 * Every format of documents and text, declared once: what it is called, which extensions it has, and where
 * its reader and writer are. Menus, the command line, detection and the documentation read this list.
 * Readers and writers are loaded on demand. Pictures are listed in pictures.ts.
 */
import type { Reader, Writer } from './conversion.ts'

export interface Format {
  /** Stable, for scripts: what `--from` and `--to` take. */
  readonly id: string
  /** As people know it: "Argdown". */
  readonly name: string
  /** With the dot; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]]
  readonly mediaType: string
  /** One sentence for menus and help. */
  readonly hint: string
  readonly reader?: () => Promise<Reader>
  readonly writer?: () => Promise<Writer>
}

/** In the order in which menus list them. */
export const formats: readonly Format[] = []

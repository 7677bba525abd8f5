/**
 * Everything outside the program that it uses: standard input and output, files, the clock, what pictures
 * are made with. Commands get it as a parameter, so that tests run them in their own process.
 */
import type { ExportResources } from '../formats/exporting.ts'

/** Where text or bytes go. */
export interface Sink {
  /** Whether a person sees it at once. */
  readonly isTerminal: boolean
  /** Resolves when more may be written. */
  write(content: string | Uint8Array): Promise<void>
}

/** The file system, as far as it is used. Paths are as people write them. Everything rejects with a FileError. */
export interface Files {
  read(path: string): Promise<Uint8Array<ArrayBuffer>>
  /** Undefined where there is nothing. other: a device or a pipe. */
  kindOf(path: string): Promise<'file' | 'folder' | 'other' | undefined>
  /** Files in a folder and the folders below it, relative to it, sorted; hidden ones and node_modules left out. */
  list(folder: string): Promise<string[]>
  /** As a whole or not at all: what was there before is replaced in one step. Makes missing folders. */
  write(path: string, content: string | Uint8Array): Promise<void>
  /** A name that is the same for all ways of naming a file, whether it exists or not. */
  identityOf(path: string): Promise<string>
}

/** A file cannot be read or written; the message is a sentence without the path. */
export class FileError extends Error {
  override readonly name = 'FileError'
}

export interface Surroundings {
  /** All of standard input. */
  readonly input: () => Promise<Uint8Array<ArrayBuffer>>
  readonly output: Sink
  readonly messages: Sink
  readonly files: Files
  /** Milliseconds from any fixed moment. */
  readonly now: () => number
  /** The version of the program. */
  readonly version: string
  /** What pictures are made with; loaded when first asked for. */
  readonly resources: () => Promise<ExportResources>
}

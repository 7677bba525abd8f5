/**
 * Messages as people and scripts read them: one a line, `file:place: message`. What comes from a file may be
 * anything: nothing of it can end a line or steer a terminal.
 */
import type { Sink } from './surroundings.ts'

export interface Message {
  /** As given on the command line; "-" for standard input. */
  readonly file: string
  /** "relations.r8.to", "line 12" */
  readonly place?: string
  readonly message: string
}

/** Writes a message. */
export function say(sink: Sink, { file, place, message }: Message): Promise<void> {
  return sayLine(sink, `${place === undefined ? file : `${file}:${place}`}: ${message}`)
}

/** Writes one line. */
export function sayLine(sink: Sink, line: string): Promise<void> {
  return sink.write(`${oneLine(line)}\n`)
}

/** Control characters, line ends of any kind, and marks that turn the direction of text round. */
const unfit = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** The text in one line that a terminal shows as it is. */
export function oneLine(text: string): string {
  return text.replaceAll(unfit, ' ')
}

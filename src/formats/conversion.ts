/**
 * What all conversions between an argument graph and another format have in common: a reader gives a graph
 * with notes on what it had to decide, a writer gives the file's content with a count of what it could not
 * carry. Nothing is dropped without being said, and imported text is only ever text.
 */
import type { ArgumentGraph } from '../model/graph.ts'
import type { Result } from '../model/result.ts'

/** Something a format has no place for: how many, and what one and several of them are called. */
export interface Loss {
  /** At least 1. */
  readonly count: number
  /** "warrant" */
  readonly one: string
  /** "warrants" */
  readonly many: string
}

/** What a writer gives. */
export interface Written {
  readonly content: string | Uint8Array<ArrayBuffer>
  /** What the format could not carry; empty when out and in again loses nothing for any reader. */
  readonly losses: readonly Loss[]
  /** Whole sentences on anything else a person should know, such as limits of programs that read the format. */
  readonly notes: readonly string[]
}

/** Something a reader had to decide or could not use: a whole sentence, and where in the file, if known. */
export interface ImportNote {
  /** As people find it there: "line 12", "nodes.7". */
  readonly place?: string
  readonly message: string
}

/** A change that the file invites but that only a person can decide, such as merging restatements. */
export interface ImportOffer {
  /** Stable, for scripts: "merge-restatements". */
  readonly id: string
  /** As on a button: "Merge 12 restatements". */
  readonly label: string
  /** What it does and why one might want it, in a sentence. */
  readonly explanation: string
  /** The graph with the change made; the given graph stays as it is. */
  readonly apply: (graph: ArgumentGraph) => ArgumentGraph
}

/** What a reader gives. The graph is valid. Ids follow from the file alone: the same file gives the same graph. */
export interface Imported {
  readonly graph: ArgumentGraph
  readonly notes: readonly ImportNote[]
  readonly offers: readonly ImportOffer[]
}

/** Why a file of another format cannot be read: a sentence with a remedy, and the place, if known. */
export interface ImportError {
  /** unreadable: not well formed, or breaks the format's rules. tooLarge, tooDeep: beyond a limit. refused: asks for something that is never done, such as loading another file. */
  readonly kind: 'unreadable' | 'tooLarge' | 'tooDeep' | 'refused'
  /** A whole sentence that ends with what can be done. */
  readonly message: string
  /** "line 12" */
  readonly place?: string
}

/** Reads one format. Never throws for what a file may hold. */
export type Reader = (text: string) => Promise<Result<Imported, ImportError>>

/** Writes one format. Never fails for a valid graph. */
export type Writer = (graph: ArgumentGraph) => Promise<Written>

/** Limits every reader observes before it parses. */
export const importLimits = {
  /** UTF-8 bytes: 25 MB. */
  bytes: 25 * 2 ** 20,
  /** Levels of nesting in trees and outlines. */
  depth: 500,
  /** Nodes and relations together. */
  records: 100_000,
} as const

/** "3 warrants and 2 undercuts have no place in Mermaid." Undefined when nothing is lost. */
export function explainLosses(losses: readonly Loss[], format: string): string | undefined {
  const parts = losses.map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`)
  const last = parts.pop()
  if (last === undefined) return undefined
  const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
  const single = losses.length === 1 && losses[0]?.count === 1
  return `${list} ${single ? 'has' : 'have'} no place in ${format}.`
}

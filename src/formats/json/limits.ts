/**
 * How much is read: enough for any map that people make, little enough that no file can take the editor
 * down. Size is checked before a file is parsed, depth while it is scanned, counts and lengths at the end.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import { problemAt, type Path, type Problem } from '../../model/problem.ts'

export interface Limits {
  /** Bytes of UTF-8. */
  readonly bytes: number
  /** Levels of nesting; a graph itself needs six, the rest is for what other formats keep in it. */
  readonly depth: number
  /** Nodes and relations together. */
  readonly records: number
  /** UTF-16 units of one text; what `ext` holds is not counted. */
  readonly text: number
}

export const defaultLimits: Limits = { bytes: 25 * 2 ** 20, depth: 100, records: 100_000, text: 100_000 }

/** Whether the text takes more bytes in UTF-8 than are allowed. Looks at it closely only when it is near. */
export function isTooLarge(text: string, { bytes }: Limits): boolean {
  if (text.length > bytes) return true
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes
}

/** Counts and lengths beyond the limits. */
export function limitProblems(graph: ArgumentGraph, limits: Limits): readonly Problem[] {
  const count = Object.keys(graph.nodes).length + Object.keys(graph.relations).length
  const problems = [...longTexts(graph, limits.text)]
  if (count > limits.records) {
    const wrong = `there are ${count} nodes and relations, and at most ${limits.records} can be worked with`
    problems.unshift(problemAt('too-many-records', ['nodes'], wrong, 'split the map into several files'))
  }
  return problems
}

/** Texts with more than `limit` UTF-16 units, outside of `ext`. Walks without recursion. */
export function* longTexts(root: object, limit: number): Generator<Problem> {
  const open: { value: unknown; path: Path }[] = [{ value: root, path: [] }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && value.length > limit) {
      const wrong = `the text has ${value.length} characters, and at most ${limit} can be worked with`
      yield problemAt('text-too-long', path, wrong, 'shorten it')
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if (key !== 'ext' && (typeof one === 'object' || typeof one === 'string'))
          open.push({ value: one, path: [...path, key] })
      }
    }
  }
}

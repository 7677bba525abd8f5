/**
 * Finding words in the map, in collapsed branches too: texts, notes, tags, locators, quotes, titles of
 * sources, warrants. Capitals and accents do not matter, runs of blanks count as one.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ElementId, type NodeId } from '../model/graph.ts'
import { inOrder } from '../model/order.ts'
import { relationsInto, structureOf } from '../model/structure.ts'
import { expand } from './edits/collapse.ts'
import { unfold } from './edits/fold.ts'
import type { Transaction } from './state.ts'
import { ancestorsOf } from './visible.ts'

export type SearchField = 'text' | 'note' | 'tag' | 'locator' | 'quote' | 'source' | 'warrant'

/** One text in which something was found. */
export interface SearchHit {
  readonly field: SearchField
  readonly text: string
  /** Where: index of the first character and of the one after the last, several if it occurs repeatedly. */
  readonly ranges: readonly (readonly [start: number, end: number])[]
}

/** A node or relation in which something was found, with at least one hit. */
export interface SearchMatch {
  readonly id: ElementId
  readonly hits: readonly SearchHit[]
}

/** Everything that contains the query, in the order in which the map is read; nothing for a blank query. */
export function searchGraph(graph: ArgumentGraph, query: string): SearchMatch[] {
  const needle = fold(query.trim()).text
  if (needle === '') return []
  return readingOrder(graph).flatMap((id) => {
    const hits = textsOf(graph, id).flatMap(([field, text]) => {
      const ranges = rangesOf(text, needle)
      return ranges.length === 0 ? [] : [{ field, text, ranges }]
    })
    return hits.length === 0 ? [] : [{ id, hits }]
  })
}

/** Selects an element and expands whatever hides it. */
export function revealing(graph: ArgumentGraph, id: ElementId): Transaction {
  const ancestors = ancestorsOf(graph, id)
  const at = nodeAt(graph, id) ? [id] : ancestors.slice(0, 1)
  const sections = at.flatMap((node) => nodeAt(graph, node)?.section ?? [])
  return {
    label: 'Expand to what was found',
    change: (draft) => {
      expand(draft, ancestors)
      unfold(draft, sections)
    },
    selection: [id],
  }
}

/** Nodes from the roots downwards, each followed by the relations that lead from it. */
function readingOrder(graph: ArgumentGraph): ElementId[] {
  const { outOf, premises, roots } = structureOf(graph)
  const seen = new Set<ElementId>()
  const stack: ElementId[] = [...inOrder(graph.nodes).reverse(), ...[...roots].reverse()]
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const next = nodeAt(graph, id)
      ? [...(outOf.get(id) ?? []).filter((relation) => !seen.has(relation)), ...below(id)]
      : below(id)
    stack.push(...next.reverse())
  }
  return [...seen]

  function below(id: ElementId): NodeId[] {
    return relationsInto(graph, id).flatMap((relation) => premises.get(relation) ?? [])
  }
}

function textsOf(graph: ArgumentGraph, id: ElementId): [SearchField, string][] {
  const relation = relationAt(graph, id)
  if (relation)
    return present([
      ['warrant', relation.warrant],
      ['note', relation.note],
    ])
  const node = nodeAt(graph, id)
  return present([
    ['text', node?.text],
    ['note', node?.note],
    ...(node?.tags ?? []).map((tag): [SearchField, string] => ['tag', tag]),
    ...(node?.excerpts ?? []).flatMap(({ source, locator, quote }): [SearchField, string | undefined][] => [
      ['locator', locator],
      ['quote', quote],
      ['source', Object.hasOwn(graph.sources, source) ? graph.sources[source]?.title : undefined],
    ]),
  ])
}

function present(texts: readonly [SearchField, string | undefined][]): [SearchField, string][] {
  return texts.flatMap(([field, text]) => (text ? [[field, text]] : []))
}

function rangesOf(text: string, needle: string): [number, number][] {
  const folded = fold(text)
  const ranges: [number, number][] = []
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + needle.length)) {
    ranges.push([folded.starts[at] ?? 0, folded.ends[at + needle.length - 1] ?? text.length])
  }
  return ranges
}

/** A text without capitals, accents and repeated blanks, and where each of its units stood in the original. */
function fold(text: string): { text: string; starts: number[]; ends: number[] } {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const start = at
    at += character.length
    const plain = /\s/u.test(character)
      ? folded.endsWith(' ') || folded === ''
        ? ''
        : ' '
      : character
          .normalize('NFD')
          .replaceAll(/\p{Mn}/gu, '')
          .toLowerCase()
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = at
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(start)
      ends.push(at)
    }
    folded += plain
  }
  return { text: folded, starts, ends }
}

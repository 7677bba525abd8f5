/**
 * Which row each vertex stands in: the longest way down from the roots, so that everything stands below
 * all it supports, and adding a leaf moves no other vertex to another row. Junctions stand in rows of
 * their own between the rows of statements.
 */
import type { Network } from './network.ts'

export interface Ranks {
  /** Per vertex: its row, from 0, without gaps. */
  readonly rowOf: Int32Array
  readonly rowCount: number
  /**
   * Per link: the vertex at its upper end. That is its target, except for the links that close a circle,
   * which run against the others, and for self-relations.
   */
  readonly upper: Int32Array
  readonly lower: Int32Array
}

/** Ranks a network. Iterative throughout: chains of any length are ranked. */
export function rankVertices(network: Network): Ranks {
  const { vertices, links } = network
  const isReversed = linksAgainstTheFlow(network)
  const upper = Int32Array.from(links, (link, index) => (isReversed[index] ? link.source : link.target))
  const lower = Int32Array.from(links, (link, index) => (isReversed[index] ? link.target : link.source))

  // Even ranks are for statements, odd ones for junctions; the empty ones are dropped afterwards.
  const rank = new Int32Array(vertices.length)
  const waitsFor = new Int32Array(vertices.length)
  const downwards: number[][] = vertices.map(() => [])
  for (const index of links.keys()) {
    const [from, to] = [upper[index] ?? 0, lower[index] ?? 0]
    if (from === to) continue
    downwards[from]?.push(to)
    waitsFor[to] = (waitsFor[to] ?? 0) + 1
  }
  const ready = [...vertices.keys()].filter((vertex) => waitsFor[vertex] === 0)
  for (let vertex = ready.pop(); vertex !== undefined; vertex = ready.pop()) {
    for (const next of downwards[vertex] ?? []) {
      const step = vertices[vertex]?.isJunction === vertices[next]?.isJunction ? 2 : 1
      rank[next] = Math.max(rank[next] ?? 0, (rank[vertex] ?? 0) + step)
      waitsFor[next] = (waitsFor[next] ?? 0) - 1
      if (waitsFor[next] === 0) ready.push(next)
    }
  }
  const used = [...new Set(rank)].sort((a, b) => a - b)
  const row = new Map(used.map((value, index) => [value, index]))
  return { rowOf: rank.map((value) => row.get(value) ?? 0), rowCount: used.length, upper, lower }
}

/** Links that close a circle when the map is walked downwards from its roots in author's order. */
function linksAgainstTheFlow({ vertices, links, into, roots }: Network): Uint8Array {
  const isReversed = new Uint8Array(links.length)
  const state = new Uint8Array(vertices.length) // 0 not seen, 1 being walked, 2 done
  const next = new Int32Array(vertices.length)
  for (const start of [...roots, ...vertices.keys()]) {
    if (state[start] !== 0) continue
    const way = [start]
    state[start] = 1
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const link = into[at]?.[next[at] ?? 0]
      if (link === undefined) {
        state[at] = 2
        way.pop()
        continue
      }
      next[at] = (next[at] ?? 0) + 1
      const below = links[link]?.source ?? at
      if (below === at) continue
      if (state[below] === 1) isReversed[link] = 1
      else if (state[below] === 0) {
        state[below] = 1
        way.push(below)
      }
    }
  }
  return isReversed
}

/**
 * Connected parts of a network, each laid out by itself and packed afterwards: engines that lay out a
 * whole map at once put separate parts into one endless row.
 */
import type { Island, Link, Network, Vertex } from './network.ts'

/**
 * The parts, ordered by their first root in author's order; keys, ids and orders are kept. Trees that stand
 * together are of one part, whether lines join them or not.
 */
export function componentsOf(network: Network): Network[] {
  const { vertices, links, into, parentLink, roots, islands } = network
  const { partOf, count } = numberParts(network)
  if (count <= 1) return count === 0 ? [] : [network]
  const parts = Array.from({ length: count }, () => ({
    vertices: [] as Vertex[],
    links: [] as Link[],
    into: [] as (readonly number[])[],
    parentLink: [] as number[],
    roots: [] as number[],
    ...(islands ? { islands: [] as Island[] } : {}),
  }))
  const at = (vertex: number) => parts[partOf[vertex] ?? -1] ?? missing(vertex)
  const local = new Int32Array(vertices.length)
  for (let index = 0; index < vertices.length; index += 1) {
    local[index] = at(index).vertices.push(vertices[index] ?? missing(index)) - 1
  }
  const localLink = new Int32Array(links.length)
  for (let index = 0; index < links.length; index += 1) {
    const { key, relation, part, kind, source: from, target: to } = links[index] ?? missing(index)
    const [source, target] = [local[from] ?? 0, local[to] ?? 0]
    localLink[index] = at(from).links.push({ key, relation, part, kind, source, target }) - 1
  }
  for (let index = 0; index < vertices.length; index += 1) {
    const { into: lists, parentLink: parents } = at(index)
    const list = into[index] ?? []
    lists.push(list.length === 0 ? list : list.map((link) => localLink[link] ?? 0))
    const parent = parentLink[index] ?? -1
    parents.push(parent === -1 ? -1 : (localLink[parent] ?? -1))
  }
  for (const root of roots) at(root).roots.push(local[root] ?? 0)
  for (const { roots: trees, ...rest } of islands ?? []) {
    at(trees[0] ?? -1).islands?.push({ ...rest, roots: trees.map((root) => local[root] ?? 0) })
  }
  return parts
}

/** The number of the part of each vertex; disjoint sets (Tarjan and van Leeuwen 1984). */
function numberParts({ vertices, links, roots, islands }: Network): { partOf: Int32Array; count: number } {
  const leader = Int32Array.from(vertices, (_, index) => index)
  const find = (start: number): number => {
    let root = start
    while (leader[root] !== root) {
      const next = leader[root] ?? root
      leader[root] = leader[next] ?? next
      root = next
    }
    return root
  }
  for (const { source, target } of links) leader[find(source)] = find(target)
  for (const { roots: trees } of islands ?? []) {
    for (const root of trees) leader[find(root)] = find(trees[0] ?? root)
  }
  const partOf = new Int32Array(vertices.length).fill(-1)
  let count = 0
  const number = (vertex: number): void => {
    const first = find(vertex)
    if (partOf[first] === -1) {
      partOf[first] = count
      count += 1
    }
    partOf[vertex] = partOf[first] ?? -1
  }
  for (const root of roots) number(root)
  for (let vertex = 0; vertex < vertices.length; vertex += 1) number(vertex)
  return { partOf, count }
}

function missing(index: number): never {
  throw new Error(`there is no vertex or link ${index}`)
}

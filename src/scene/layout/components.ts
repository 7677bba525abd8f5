/**
 * Connected parts of a network, each laid out by itself and packed afterwards: engines that lay out a
 * whole map at once put separate parts into one endless row.
 */
import type { Island, Link, Network } from './network.ts'

/**
 * The parts, ordered by their first root in author's order; keys, ids and orders are kept. Trees that stand
 * together are of one part, whether lines join them or not.
 */
export function componentsOf(network: Network): Network[] {
  const { vertices, links } = network
  const leader = Int32Array.from(vertices, (_, index) => index)
  const find = (start: number): number => {
    let root = start
    while (leader[root] !== root) root = leader[root] ?? root
    for (let at = start; at !== root;) {
      const next = leader[at] ?? root
      leader[at] = root
      at = next
    }
    return root
  }
  for (const link of links) leader[find(link.source)] = find(link.target)
  for (const { roots } of network.islands ?? []) {
    for (const root of roots) leader[find(root)] = find(roots[0] ?? root)
  }

  const members = new Map<number, number[]>()
  for (const root of network.roots) if (!members.has(find(root))) members.set(find(root), [])
  for (const index of vertices.keys()) {
    const list = members.get(find(index))
    if (list) list.push(index)
    else members.set(find(index), [index])
  }
  const local = new Int32Array(vertices.length)
  const localLink = new Int32Array(links.length)
  const linksOf = new Map<number, Link[]>()
  for (const list of members.values()) for (const [index, vertex] of list.entries()) local[vertex] = index
  for (const [index, link] of links.entries()) {
    const component = find(link.source)
    const list = linksOf.get(component) ?? []
    linksOf.set(component, list)
    localLink[index] = list.length
    list.push({ ...link, source: local[link.source] ?? 0, target: local[link.target] ?? 0 })
  }
  const rootsOf = new Map<number, number[]>()
  for (const root of network.roots) {
    const list = rootsOf.get(find(root)) ?? []
    rootsOf.set(find(root), list)
    list.push(local[root] ?? 0)
  }
  const islandsOf = new Map<number, Island[]>()
  for (const island of network.islands ?? []) {
    const component = find(island.roots[0] ?? 0)
    const list = islandsOf.get(component) ?? []
    islandsOf.set(component, list)
    list.push({ ...island, roots: island.roots.map((root) => local[root] ?? 0) })
  }
  return [...members].map(([component, list]) => ({
    vertices: list.map((vertex) => vertices[vertex] ?? missing(vertex)),
    links: linksOf.get(component) ?? [],
    into: list.map((vertex) => (network.into[vertex] ?? []).map((link) => localLink[link] ?? 0)),
    parentLink: list.map((vertex) => {
      const link = network.parentLink[vertex] ?? -1
      return link === -1 ? -1 : (localLink[link] ?? -1)
    }),
    roots: rootsOf.get(component) ?? [],
    ...(network.islands ? { islands: islandsOf.get(component) ?? [] } : {}),
  }))
}

function missing(vertex: number): never {
  throw new Error(`there is no vertex ${vertex}`)
}

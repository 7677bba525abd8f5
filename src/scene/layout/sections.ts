/**
 * Sections as the layout sees them. Where they are shown, the tree of a map is cut wherever a statement hangs
 * under one of another section: so every section is some whole trees, which stand together in its frame
 * (islands.ts), and what was cut is drawn as a line beside the trees. Statements without a section, folded
 * sections among them, that were cut off the same statement stand together without a frame.
 */
import { nodeAt, type ArgumentGraph, type SectionId } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import { sectionOfFold } from '../../model/fold.ts'
import type { Direction } from '../../model/kinds.ts'
import type { TextMeasurer } from '../measure/text-measurer.ts'
import type { Island, IslandFrame, Network } from './network.ts'

/** From the border of a frame to what is in it, and height of the strip for its title, px. */
const [air, strip] = [20, 30]
/** How titles are set, and how much wider than the title a frame is at least, px: room to fold it. */
const titleLook = { size: 13, weight: 600 } as const
const besideTitle = 46
/** Titles wider than this are shortened, px. */
const widestTitle = 620

/** The network with islands where sections are shown and any are to be seen; the very same where not. */
export function withIslands(graph: ArgumentGraph, network: Network, measurer: TextMeasurer): Network {
  if (graph.layout?.sections !== true) return network
  const order = walked(network)
  const sectionOf = sectionsOf(graph, network, order)
  if (sectionOf.every((section) => section === undefined)) return network
  const { vertices, links, parentLink } = network
  const above = (vertex: number) => links[parentLink[vertex] ?? -1]?.target ?? -1
  const isCut = (vertex: number) => above(vertex) !== -1 && sectionOf[vertex] !== sectionOf[above(vertex)]
  const roots = order.filter((vertex) => above(vertex) === -1 || isCut(vertex))

  const rank = new Map(order.map((vertex, index) => [vertex, index]))
  const framed = new Map<SectionId, number[]>()
  const frameless = new Map<number, number[]>()
  for (const root of roots) {
    const section = sectionOf[root]
    if (section !== undefined) push(framed, section, root)
    // Negative for those that were always on top: they stand by themselves.
    else push(frameless, isCut(root) ? conclusionOf(root) : -1 - root, root)
  }
  const direction = graph.layout.direction ?? 'down'
  let last = -1
  const islands: { readonly island: Island; readonly rank: number }[] = []
  for (const id of inOrder(graph.sections)) {
    const own = framed.get(id)
    if (!own) continue
    last = Math.max(last, rankOf(own))
    const width = measurer.widthOf(shortened(graph.sections[id]?.title ?? '', measurer), titleLook)
    islands.push({ island: { roots: own, frame: frameFor(id, width, direction) }, rank: last })
  }
  for (const own of frameless.values()) islands.push({ island: { roots: own }, rank: rankOf(own) })
  islands.sort((a, b) => a.rank - b.rank)
  return {
    ...network,
    parentLink: parentLink.map((link, vertex) => (isCut(vertex) ? -1 : link)),
    roots,
    islands: islands.map(({ island }) => island),
  }

  function rankOf(own: readonly number[]): number {
    return rank.get(own[0] ?? -1) ?? 0
  }

  /** What a statement speaks for or against, also where it does so through a junction. */
  function conclusionOf(vertex: number): number {
    const parent = above(vertex)
    return links[parentLink[vertex] ?? -1]?.part === 'premise' && vertices[parent]?.isJunction
      ? above(parent)
      : parent
  }
}

/** Whether two versions of a document show the same sections of the same statements, with titles at the same side. */
export function areGroupedAlike(before: ArgumentGraph, after: ArgumentGraph): boolean {
  const isShown = after.layout?.sections === true
  if (isShown !== (before.layout?.sections === true)) return false
  if (!isShown) return true
  return (
    before.layout?.direction === after.layout?.direction &&
    (before.sections === after.sections ||
      JSON.stringify(before.sections) === JSON.stringify(after.sections)) &&
    Object.entries(after.nodes).every(([id, { section }]) => nodeAt(before, id)?.section === section)
  )
}

/** A title as it is drawn in a frame: in one line, with … at the end where that would be wider than 620 px. */
export function shortened(title: string, measurer: TextMeasurer): string {
  const words = title.replaceAll(/\s+/g, ' ').trim()
  if (measurer.widthOf(words, titleLook) <= widestTitle) return words
  const letters = Array.from(words)
  let [low, high] = [0, letters.length]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    const width = measurer.widthOf(`${letters.slice(0, middle).join('')}…`, titleLook)
    if (width <= widestTitle) low = middle
    else high = middle
  }
  return `${letters.slice(0, low).join('')}…`
}

function frameFor(section: SectionId, title: number, direction: Direction): IslandFrame {
  const length = Math.ceil(title) + besideTitle
  const frame = { section, left: air, right: air, above: air, below: air }
  switch (direction) {
    case 'down':
      return { ...frame, above: strip, leastWidth: length, leastHeight: 0, guarded: 0 }
    case 'up':
      return { ...frame, below: strip, leastWidth: length, leastHeight: 0, guarded: 0 }
    case 'right':
      return { ...frame, left: strip, leastWidth: 0, leastHeight: length, guarded: length }
    case 'left':
      // The title is at the far end, and how far that is comes out last.
      return { ...frame, left: strip, leastWidth: 0, leastHeight: length, guarded: 1e9 }
  }
}

/** All vertices in the order in which the map is read when it is walked as a tree. */
function walked({ links, into, parentLink, roots }: Network): number[] {
  const order: number[] = []
  const waiting = [...roots].reverse()
  for (let vertex = waiting.pop(); vertex !== undefined; vertex = waiting.pop()) {
    order.push(vertex)
    for (const link of (into[vertex] ?? []).toReversed()) {
      const source = links[link]?.source ?? -1
      if (parentLink[source] === link) waiting.push(source)
    }
  }
  return order
}

/** Per vertex. A junction is of the section of what its relation concludes. */
function sectionsOf(
  graph: ArgumentGraph,
  { vertices, links, parentLink }: Network,
  order: readonly number[],
): (SectionId | undefined)[] {
  const sections = vertices.map(({ id }) => {
    const section = sectionOfFold(id) === undefined ? nodeAt(graph, id)?.section : undefined
    return section !== undefined && Object.hasOwn(graph.sections, section) ? section : undefined
  })
  for (const vertex of order) {
    if (vertices[vertex]?.isJunction)
      sections[vertex] = sections[links[parentLink[vertex] ?? -1]?.target ?? -1]
  }
  return sections
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/**
 * Islands set like words in lines, in the author's order of sections: small ones beside a tall one stand below
 * each other, and each takes the shape, of a few that its trees can be set in, with which the whole fills a
 * page best.
 */
import type { Block } from './blocks.ts'
import { chooseColumns, chooseColumnsOf, type Page } from './columns.ts'
import { gaps } from './gaps.ts'

/** From top to bottom, from left to right, and from top to bottom again. */
type Shelves = readonly (readonly (readonly Block[])[])[]

/** How wide islands are tried, to the page. */
const ratios = [1, 0.3, 0.45, 0.65, 1.5, 2.2] as const
/** How wide the whole is tried, to a square of the area that all islands take. */
const widths = [0.85, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2] as const
/** Islands beyond which all have shapes of one kind. */
const most = 30
/** How much smaller than in the author's order islands may be drawn when those that are spoken for stand on top. */
const preference = 1.2

/** How wide a block was to be, to the page, and the size that gave. */
interface Shape {
  readonly ratio: number
  readonly width: number
  readonly height: number
}

/**
 * The shelves that fill a page best. `pairs` are the blocks [lower, upper] that lines join: where these run in
 * no circle, what speaks for another stands below it, unless that makes everything much smaller.
 */
export function setOnShelves(
  blocks: readonly Block[],
  pairs: readonly (readonly [lower: Block, upper: Block])[],
  page: Page,
): Shelves {
  const shapes = blocks.map((block) => shapesOf(block, page))
  const sheet = { ratio: page.ratio, lines: pairs.length }
  const inOrder = bestShelves(shapes, [[...blocks.keys()]], sheet)
  const ranks = ranksOf(blocks, pairs)
  const ranked = ranks && ranks.length > 1 ? bestShelves(shapes, ranks, sheet) : undefined
  const best = ranked && ranked.badness < inOrder.badness * preference ? ranked : inOrder
  for (const [index, shape] of best.chosen.entries()) takeShape(blocks[index] as Block, shape.ratio, page)
  return best.shelves.map((shelf) => shelf.map((stack) => stack.map((index) => blocks[index] as Block)))
}

/** What is to be filled: width to height, and how many lines run between islands. */
interface Sheet {
  readonly ratio: number
  readonly lines: number
}

interface Arrangement {
  /** Per block. */
  readonly chosen: readonly Shape[]
  /** By index. */
  readonly shelves: readonly (readonly (readonly number[])[])[]
  readonly badness: number
}

/**
 * Good shapes and widths: from islands that are all shaped alike, one shape after the other is changed while
 * that helps. Each group has shelves of its own.
 */
function bestShelves(
  shapes: readonly (readonly Shape[])[],
  groups: readonly (readonly number[])[],
  sheet: Sheet,
): Arrangement {
  const starts = ratios.map((_, kind) => shapes.map((list) => list[kind] ?? (list[0] as Shape)))
  if (shapes.length > most) return bestOf(starts)
  let best: Arrangement | undefined
  for (const start of starts) {
    const found = improved(bestOf([start]))
    if (!best || found.badness < best.badness - 0.5) best = found
  }
  return best ?? bestOf(starts)

  function improved(start: Arrangement): Arrangement {
    let found = start
    for (let at = 0, last = 0; at < last + shapes.length; at += 1) {
      const place = at % shapes.length
      const { chosen, badness } = found
      found = bestOf([chosen, ...(shapes[place] ?? []).map((shape) => chosen.with(place, shape))])
      if (found.badness < badness) last = at
    }
    return found
  }

  function bestOf(choices: readonly (readonly Shape[])[]): Arrangement {
    let found: Arrangement = { chosen: [], shelves: [], badness: Infinity }
    for (const chosen of choices) {
      for (const width of widthsFor(chosen, sheet)) {
        const shelves = groups.flatMap((group) => filled(chosen, group, width))
        const badness = badnessOf(shelves, chosen, sheet)
        if (badness < found.badness - 0.5) found = { chosen, shelves, badness }
      }
    }
    return found
  }
}

/** Blocks by how many others stand above them at least, the first on top; nothing where lines run in a circle. */
function ranksOf(
  blocks: readonly Block[],
  pairs: readonly (readonly [lower: Block, upper: Block])[],
): number[][] | undefined {
  const indexOf = new Map(blocks.map((block, index) => [block, index]))
  const above = blocks.map(() => 0)
  const below = blocks.map((): number[] => [])
  for (const [lower, upper] of pairs) {
    const [from, to] = [indexOf.get(upper) ?? 0, indexOf.get(lower) ?? 0]
    below[from]?.push(to)
    above[to] = (above[to] ?? 0) + 1
  }
  const ranks: number[][] = []
  let count = 0
  for (let rank = [...blocks.keys()].filter((at) => above[at] === 0); rank.length > 0;) {
    ranks.push(rank)
    count += rank.length
    const next: number[] = []
    for (const at of rank) {
      for (const to of below[at] ?? []) {
        above[to] = (above[to] ?? 0) - 1
        if (above[to] === 0) next.push(to)
      }
    }
    rank = next.sort((a, b) => a - b)
  }
  return count === blocks.length ? ranks : undefined
}

/** The shapes a block can take; a tree that stands alone has only its own. */
function shapesOf(block: Block, page: Page): Shape[] {
  const tried = block.vertex === -1 ? ratios : [1]
  return tried.map((ratio) => {
    takeShape(block, ratio, page)
    return { ratio, width: block.frameWidth, height: block.frameHeight }
  })
}

/** Sets the trees of an island, and what hangs under them, in columns that make it about that wide. */
function takeShape(island: Block, ratio: number, page: Page): void {
  if (island.vertex !== -1) return
  const { frame } = island
  const wanted = { ...page, ratio: page.ratio * ratio }
  chooseColumns(blocksBelow(island), wanted)
  chooseColumnsOf(island, wanted.ratio, wanted)
  if (!frame) return
  island.frameWidth = Math.max(frame.leastWidth, island.frameWidth + frame.left + frame.right)
  island.frameHeight = Math.max(frame.leastHeight, island.frameHeight + frame.below)
}

/** Everything under a block, parents first. */
function blocksBelow({ children }: Block): Block[] {
  const blocks = [...children]
  for (const block of blocks) blocks.push(...block.children)
  return blocks
}

function widthsFor(shapes: readonly Shape[], { ratio }: Sheet): number[] {
  let [widest, area] = [0, 0]
  for (const { width, height } of shapes) {
    widest = Math.max(widest, width)
    area += (width + gaps.betweenBranches) * (height + gaps.betweenTrees)
  }
  const ideal = Math.sqrt(area * ratio)
  return [...new Set([widest, ...widths.map((factor) => Math.max(widest, ideal * factor))])]
}

/** Shelf by shelf, stack by stack, by index. */
function filled(shapes: readonly Shape[], indexes: readonly number[], limit: number): number[][][] {
  const shelves: number[][][] = []
  // Of the shelf: its height and right border; of its last stack: its width and height.
  let [height, right, width, bottom] = [0, Infinity, 0, 0]
  for (const index of indexes) {
    const shape = shapes[index] as Shape
    const below = bottom + gaps.inStackOfBranches + shape.height
    if (shelves.length > 0 && shape.width <= width && below <= height) {
      shelves.at(-1)?.at(-1)?.push(index)
      bottom = below
      continue
    }
    if (right + gaps.betweenBranches + shape.width > limit) {
      shelves.push([])
      ;[height, right] = [0, -gaps.betweenBranches]
    }
    shelves.at(-1)?.push([index])
    right += gaps.betweenBranches + shape.width
    ;[width, bottom] = [shape.width, shape.height]
    height = Math.max(height, shape.height)
  }
  return shelves
}

/** How large the page must be: each line between islands needs a lane, in one shelf or another. */
function badnessOf(
  shelves: readonly (readonly (readonly number[])[])[],
  shapes: readonly Shape[],
  { ratio, lines }: Sheet,
): number {
  let [widest, height] = [0, -gaps.betweenTrees]
  for (const shelf of shelves) {
    let [across, along] = [-gaps.betweenBranches, 0]
    for (const stack of shelf) {
      const first = shapes[stack[0] ?? 0]
      across += gaps.betweenBranches + (first?.width ?? 0)
      along = Math.max(along, first?.height ?? 0)
    }
    widest = Math.max(widest, across)
    height += along + gaps.betweenTrees
  }
  const width = (widest + (lines * gaps.betweenLinks) / Math.max(1, shelves.length)) / ratio
  return Math.max(width, height) + (width + height) / 8
}

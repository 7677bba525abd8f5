/**
 * Into how many columns what hangs under a block is set, so that the map fills a page instead of one endless
 * row: side by side while that is small, else stacked where that leaves the branch smaller on the page. Only
 * the branch itself decides, so changing one branch never rearranges another. The author's order runs from
 * left to right and down each column.
 */
import { gapAbove } from './along.ts'
import { gapBetween } from './across.ts'
import { setColumns, type Block } from './blocks.ts'
import { gaps } from './gaps.ts'

/** What the shapes of branches are to suit. */
export interface Page {
  /** Width to height, as the layout sees it: across to along. */
  readonly ratio: number
  /** Whether boxes are turned on their side: then rows run down the page. */
  readonly isSideways: boolean
  /** Whether rows are set in columns as soon as that leaves a branch smaller on the page, however narrow. */
  readonly isFree: boolean
  /** Whether columns that do better for the whole part are looked for; only small maps can afford that. */
  readonly isSearched?: boolean
  /** How large distances are, to the usual ones, where they are not as usual. */
  readonly tightness?: number
}

/** The slimmest that branches are to be, against the page. */
const slimmest = 0.36
/** Shares add up to more than the whole: branches of different heights stand beside and below each other. */
const slack = 1.3
/** What hangs under a root stands side by side up to this width, px. */
const widestRow = { upright: 1640, sideways: 1000 }
/** The same for premises of one inference, px. */
const widestPair = 660
/** How much smaller than a row stacks must leave a branch: boxes on their side are read best below each other. */
const stackCost = { upright: 1, sideways: 1.15 }
/** By how much a branch that is all empty would be worse than a filled one of its size. */
const dislikeOfGaps = 0.3
/** Roots a little narrower than the page too: lines between branches make a map wider. */
const rootSlimness = 0.9

/** Decides the columns of all blocks of some trees, bottom up. Blocks come parents first. */
export function chooseColumns(blocks: readonly Block[], page: Page): void {
  const ratios = wantedRatios(blocks, page)
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    chooseColumnsOf(blocks[at] as Block, ratios[at] ?? page.ratio, page)
  }
}

/** Decides the columns of one block, so that it comes near a ratio of width to height. */
export function chooseColumnsOf(block: Block, ratio: number, page: Page): void {
  if (block.children.length > 0) setColumns(block, bestColumns(block, ratio, page))
  const columns = block.columns.length === 0 ? [] : block.columns.map(({ members }) => members)
  const { width, height } = extentOf(block, columns)
  block.frameWidth = width
  block.frameHeight = height
}

/**
 * Width to height each branch is to have: that of the page for a whole tree, less for branches that will
 * stand side by side, by their shares of all statements, down to what suits branches that will be stacked.
 */
function wantedRatios(blocks: readonly Block[], page: Page): number[] {
  const least = page.ratio * slimmest
  const count = blocks.length
  const indexOf = new Int32Array(1 + blocks.reduce((last, { vertex }) => Math.max(last, vertex), -1))
  for (let at = 0; at < count; at += 1) indexOf[(blocks[at] as Block).vertex] = at
  const above = blocks.map(({ parent }) =>
    parent && parent.vertex !== -1 ? (indexOf[parent.vertex] as number) : -1,
  )
  const sizes = new Int32Array(count).fill(1)
  for (let at = count - 1; at >= 0; at -= 1) {
    const parent = above[at] as number
    if (parent !== -1) sizes[parent] = (sizes[parent] as number) + (sizes[at] as number)
  }
  const ratios = blocks.map(() => page.ratio * rootSlimness)
  for (let at = 0; at < count; at += 1) {
    const parent = above[at] as number
    if (parent === -1) continue
    const share = (sizes[at] as number) / Math.max(1, (sizes[parent] as number) - 1)
    ratios[at] = Math.max(least, (ratios[parent] as number) * share * slack)
  }
  return ratios
}

type Partition = readonly (readonly Block[])[]

/** All ways worth trying to set what hangs under a block in columns, by their heights so far. */
export function partitionsOf({ children }: Block): Partition[] {
  const stretches = stackable(children)
  const stacked = countsToTry(children.length).map((count) => balanced(stretches, count))
  return [...stacked, children.map((child) => [child])]
}

function bestColumns(block: Block, ratio: number, page: Page): Partition {
  const row = block.children.map((child) => [child])
  const cost = page.isFree ? 1 : stackCost[sideOf(page)]
  const across = extentOf(block, row)
  if (row.length === 1 || across.width <= rowLimit(block, page)) return row
  const filled = block.children.reduce((sum, child) => sum + child.frameWidth * child.frameHeight, 0)
  const badness = ({ width, height }: Extent) => {
    const waste = 1 - filled / Math.max(1, width * height)
    return (Math.max(width / ratio, height) + (width / ratio + height) / 8) * (1 + waste * dislikeOfGaps)
  }
  let best: Partition = row
  let least = badness(across)
  const stretches = stackable(block.children)
  for (const count of countsToTry(row.length)) {
    const partition = balanced(stretches, count)
    const found = badness(extentOf(block, partition)) * cost
    if (found < least - 0.5) {
      best = partition
      least = found
    }
  }
  return best
}

/** How wide a row may be that is not set in columns, whatever these would save. */
function rowLimit({ depth, isJunction }: Block, page: Page): number {
  if (page.isFree) return 0
  // Two premises of one inference are read together.
  return depth === 0 ? widestRow[sideOf(page)] : isJunction ? widestPair : 0
}

function sideOf({ isSideways }: Page): keyof typeof widestRow {
  return isSideways ? 'sideways' : 'upright'
}

interface Extent {
  readonly width: number
  readonly height: number
}

/** About how large the branch is with its children in these columns. */
function extentOf(block: Block, partition: Partition): Extent {
  if (partition.length === 0) return { width: block.width + block.overhang, height: block.height }
  let [width, height] = [0, 0]
  let hasStubs = false
  let before: readonly Block[] | undefined
  for (const members of partition) {
    let columnWidth = 0
    let columnHeight = 0
    let above: Block | undefined
    for (const member of members) {
      columnWidth = Math.max(columnWidth, member.frameWidth)
      columnHeight += member.frameHeight + (above ? gapAbove(member, above) : 0)
      above = member
    }
    if (members.length > 1) width += (before ? gaps.besideLane : gaps.spineAtEdge) + gaps.besideStack
    else {
      hasStubs = true
      if (before) width += gapBetween(before, members)
    }
    width += columnWidth
    height = Math.max(height, columnHeight)
    before = members
  }
  return {
    width: Math.max(width, block.width + block.overhang),
    height: block.height + (hasStubs ? gaps.betweenRows : gaps.aboveStack) + height,
  }
}

/** Neighbours that may stand in one column: junctions, whose premises stand side by side, stand alone. */
function stackable(children: readonly Block[]): Block[][] {
  const stretches: Block[][] = []
  let last: Block | undefined
  for (const child of children) {
    const joins =
      last &&
      !child.isJunction &&
      !last.isJunction &&
      (child.bundle === 'premise') === (last.bundle === 'premise')
    if (joins) stretches.at(-1)?.push(child)
    else stretches.push([child])
    last = child
  }
  return stretches
}

function countsToTry(most: number): number[] {
  const counts: number[] = []
  for (let count = 1; count < most; count = count < 8 ? count + 1 : Math.ceil(count * 1.2)) counts.push(count)
  return counts
}

/** At most about `count` columns, the highest as low as it can be. */
function balanced(stretches: readonly (readonly Block[])[], count: number): Partition {
  let low = 0
  let high = 0
  for (const stretch of stretches) {
    let sum = 0
    for (const member of stretch) {
      low = Math.max(low, member.frameHeight)
      sum += member.frameHeight + gaps.inStackOfBranches
    }
    high = Math.max(high, sum)
  }
  for (let round = 0; round < 14 && high - low > 4; round += 1) {
    const middle = (low + high) / 2
    if (countFilled(stretches, middle) <= count) high = middle
    else low = middle
  }
  return filled(stretches, high)
}

/** How many columns `filled` makes: asked often, so without making them. */
function countFilled(stretches: readonly (readonly Block[])[], limit: number): number {
  let count = 0
  for (const stretch of stretches) {
    let above: Block | undefined
    let height = 0
    for (const member of stretch) {
      const added = member.frameHeight + (above ? gapAbove(member, above) : 0)
      if (above && height + added > limit) {
        count += 1
        height = member.frameHeight
      } else height += added
      above = member
    }
    count += 1
  }
  return count
}

function filled(stretches: readonly (readonly Block[])[], limit: number): Block[][] {
  const columns: Block[][] = []
  for (const stretch of stretches) {
    let column: Block[] = []
    let height = 0
    for (const member of stretch) {
      const above = column.at(-1)
      const added = member.frameHeight + (above ? gapAbove(member, above) : 0)
      if (above && height + added > limit) {
        columns.push(column)
        column = []
        height = 0
      }
      height += column.length === 0 ? member.frameHeight : added
      column.push(member)
    }
    columns.push(column)
  }
  return columns
}

/**
 * The blocks a part of the map is built from: a statement or junction on top, and below it, in columns, the
 * blocks of what hangs under it. Beside every column runs a gutter and between a box and its columns a
 * trunk; lines run nowhere else. So a branch is a rectangle of its own that keeps its inner shape, whatever
 * is changed in other branches, and no line ever meets a box that is not its end.
 */
import type { RelationKind } from '../../model/kinds.ts'
import { gaps } from './gaps.ts'
import type { IslandFrame, Network } from './network.ts'

/** The place of a block within its frame and of the frame in the map is filled in step by step. */
export interface Block {
  /** Index in the network; -1 for what has no box: a row of trees, or trees that stand together. */
  readonly vertex: number
  readonly width: number
  readonly height: number
  /** What surrounds the trees of a section. */
  readonly frame: IslandFrame | undefined
  /** Room at the right of the box for loops, and for arrows that point at a junction, px. */
  readonly overhang: number
  readonly isJunction: boolean
  /** The link by which it hangs under its parent; -1 for roots. */
  readonly link: number
  readonly bundle: Bundle
  parent: Block | undefined
  /** What hangs under it, in author's order. */
  readonly children: Block[]
  depth: number
  /** The column of the parent in which it stands, and its place there from the top. */
  column: Column | undefined
  place: number
  columns: Column[]
  /** One at the left of each column and one at the right of the last; none without columns. */
  gutters: Gutter[]
  /** Height of the trunk below the box, px. */
  trunk: number
  /** Of the whole branch. */
  frameWidth: number
  frameHeight: number
  /** Whether its box stands at the left of its frame instead of over the middle of what hangs below it. */
  isLeft: boolean
  /** From the left of the frame to that of the box. */
  inset: number
  /** Of the box in the part. */
  x: number
  y: number
}

/** Lines to the same end may share their way if they are drawn alike. */
export type Bundle = RelationKind | 'premise'

/** Blocks one below the other, in the author's order. */
export interface Column {
  readonly index: number
  readonly members: readonly Block[]
  /** How many lines stand side by side at its left to carry those of a stack up. */
  readonly spines: number
  /** Left border of what stands in it; relative to the frame until places are absolute. */
  x: number
}

/** The space at the left of a column, or at the right of the last one, through which lines run up and down. */
export interface Gutter {
  readonly block: Block
  readonly index: number
  /** How many lines that belong to other branches run through it. */
  lanes: number
  /** Place of the first of these lanes, and from one to the next. */
  x: number
  step: number
  /** How far down the lowest of its lanes leads, px in the part. */
  reach: number
}

/** A column with more than one member is a stack: its members' lines leave at the left. */
export function isStack(column: Column | undefined): boolean {
  return column !== undefined && column.members.length > 1
}

/** The blocks of a network without their columns: parents come before children, roots in author's order. */
export function buildBlocks(network: Network): { blocks: Block[]; roots: Block[] } {
  const { vertices, links, into, parentLink } = network
  const loops = new Map<number, number>()
  for (const { source, target } of links) {
    if (source === target) loops.set(source, (loops.get(source) ?? 0) + 1)
  }
  const blocks: Block[] = []
  const roots = network.roots.map((vertex) => blockOf(vertex, undefined))
  const waiting = [...roots].reverse()
  for (let block = waiting.pop(); block; block = waiting.pop()) {
    blocks.push(block)
    for (const index of into[block.vertex] ?? []) {
      const source = links[index]?.source ?? -1
      if (parentLink[source] === index) block.children.push(blockOf(source, block))
    }
    for (let at = block.children.length - 1; at >= 0; at -= 1) waiting.push(block.children[at] as Block)
  }
  if (blocks.length !== vertices.length) throw new Error('a vertex hangs under no root')
  return { blocks, roots }

  function blockOf(vertex: number, parent: Block | undefined): Block {
    const { width, height, isJunction } = vertices[vertex] ?? { width: 0, height: 0, isJunction: false }
    const link = parent ? (parentLink[vertex] ?? -1) : -1
    const arrows = isJunction
      ? (into[vertex] ?? []).filter((index) => links[index]?.part !== 'premise').length
      : 0
    return {
      ...emptyBlock(),
      vertex,
      width,
      height,
      overhang: (loops.get(vertex) ?? 0) * gaps.loop + (arrows > 0 ? gaps.besideJunction + 24 : 0),
      isJunction,
      link,
      bundle: bundleOf(network, link),
      parent,
      depth: parent ? parent.depth + 1 : 0,
    }
  }
}

/** How a link is drawn, as far as sharing its way goes. */
export function bundleOf({ links }: Network, index: number): Bundle {
  const link = links[index]
  return !link ? 'supports' : link.part === 'premise' ? 'premise' : link.kind
}

/** Trees in columns side by side, as a block without a box, for the lines that run between them. */
export function rowOf(columns: readonly (readonly Block[])[]): Block {
  const row: Block = { ...emptyBlock(), children: columns.flat(), depth: -2 }
  setColumns(row, columns)
  for (const root of row.children) root.parent = row
  return row
}

/** Trees that stand together, as a block without a box: its height is what the frame has above them. */
export function islandOf(trees: readonly Block[], frame: IslandFrame | undefined): Block {
  const height = frame?.above ?? 0
  const island: Block = { ...emptyBlock(), height, frame, children: [...trees], depth: -1 }
  for (const tree of trees) tree.parent = island
  return island
}

/** Whether it is trees that stand together within a row. */
export function isIsland({ vertex, parent }: Block): boolean {
  return vertex === -1 && parent !== undefined
}

/** Puts the children of a block into these columns. */
export function setColumns(block: Block, columns: readonly (readonly Block[])[]): void {
  block.columns = columns.map((members, index) => ({
    index,
    members,
    spines: runsIn(members),
    x: 0,
  }))
  for (const column of block.columns) {
    for (const [place, member] of column.members.entries()) {
      member.column = column
      member.place = place
    }
  }
  block.gutters = Array.from({ length: columns.length === 0 ? 0 : columns.length + 1 }, (_, index) => ({
    block,
    index,
    lanes: 0,
    x: 0,
    step: 0,
    reach: 0,
  }))
}

/** How often the way of drawing changes from one member to the next, and one. */
function runsIn(members: readonly Block[]): number {
  let runs = 1
  for (let at = 1; at < members.length; at += 1) {
    if (members[at]?.bundle !== members[at - 1]?.bundle) runs += 1
  }
  return runs
}

function emptyBlock(): Block {
  return {
    vertex: -1,
    width: 0,
    height: 0,
    frame: undefined,
    overhang: 0,
    isJunction: false,
    link: -1,
    bundle: 'supports',
    parent: undefined,
    children: [],
    depth: 0,
    column: undefined,
    place: 0,
    columns: [],
    gutters: [],
    trunk: 0,
    frameWidth: 0,
    frameHeight: 0,
    isLeft: false,
    inset: 0,
    x: 0,
    y: 0,
  }
}

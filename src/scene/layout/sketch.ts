/**
 * A part placed across but not yet along: everything hangs on levels, and a level is one height to be
 * decided. A family of siblings shares a level, and so does each track. Levels are listed from top to
 * bottom. Lines run across only along tracks or inside a block, so whatever heights the levels get, no line
 * meets a box that is not its end, as long as what was below something stays below it.
 */
import type { Point } from './blocks.ts'
import { simplified, type Drawing, type Rect } from './drawing.ts'
import type { Network } from './network.ts'

export interface Level {
  readonly kind: 'boxes' | 'junction' | 'track'
  /** A height at which it can stand: below everything that comes before it in rows. */
  readonly start: number
  /** Least distance to another track, px; for tracks only. */
  readonly step: number
}

/** What takes up room on a level, from `top` to `bottom` below the level's height. */
export interface Part {
  readonly level: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A corner or end of a line: how far below which level. */
export interface Corner {
  readonly x: number
  readonly level: number
  readonly below: number
}

export interface Sketch {
  readonly network: Network
  readonly levels: readonly Level[]
  readonly parts: readonly Part[]
  /** Per vertex: its box, with y below its level. */
  readonly boxes: readonly (Rect & { readonly level: number })[]
  /** Per link: from the upper end to the lower one. */
  readonly lines: readonly (readonly Corner[])[]
  /** Per link: whether it runs from its lower end to its upper one, as almost all do. */
  readonly isUpward: readonly boolean[]
}

/** The drawing in which each level has the height given. */
export function drawSketch(sketch: Sketch, heights: ArrayLike<number>): Drawing {
  const { network, boxes, lines, isUpward } = sketch
  return {
    network,
    boxes: boxes.map(({ x, y, width, height, level }) => ({
      x,
      y: y + (heights[level] ?? 0),
      width,
      height,
    })),
    lines: lines.map((line, link) => {
      const points = line.map(({ x, level, below }): Point => [x, (heights[level] ?? 0) + below])
      return { points: simplified(isUpward[link] ? points.reverse() : points) }
    }),
  }
}

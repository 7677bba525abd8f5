/**
 * How high each level stands: as high up as what is above it allows. So a tall box or a stack pushes down
 * only what is really below it, not a whole row of the map, and a longer text in one branch leaves the
 * other branches alone.
 */
import { gaps } from './gaps.ts'
import type { Level, Part, Sketch } from './sketch.ts'

/** Heights of all levels, whole px. */
export function compact({ levels, parts, lines }: Sketch): Float64Array {
  const heights = new Float64Array(levels.length)
  const partsOf: Part[][] = levels.map(() => [])
  for (const part of parts) partsOf[part.level]?.push(part)
  const above = linksAbove(levels, lines)
  const skyline = new Skyline()
  for (const [index, level] of levels.entries()) {
    let height = 0
    for (const { level: upper, distance } of above[index] ?? []) {
      height = Math.max(height, (heights[upper] ?? 0) + distance)
    }
    for (const part of partsOf[index] ?? []) {
      const margin = level.kind === 'track' ? gaps.betweenLinks : gaps.besideLink
      skyline.visit(part.left - margin, part.right + margin, (bottom, other) => {
        height = Math.max(height, bottom + distanceBetween(other, level) - part.top)
      })
    }
    height = Math.ceil(height)
    heights[index] = height
    for (const part of partsOf[index] ?? []) skyline.cover(part.left, part.right, height + part.bottom, level)
  }
  return heights
}

/** Least room between two things one of which is above the other, whether linked or not. */
function distanceBetween(upper: Level, lower: Level): number {
  if (upper.kind === 'track' && lower.kind === 'track') return Math.min(upper.step, lower.step)
  if (upper.kind === 'track') return gaps.belowTracks
  if (lower.kind === 'track') return gaps.aboveTracks
  return upper.kind === 'junction' || lower.kind === 'junction' ? gaps.aroundJunction : gaps.betweenUnlinked
}

interface Distance {
  readonly level: number
  readonly distance: number
}

/** Per level: the levels from which lines come down to it, and how far below them it must be. */
function linksAbove(levels: readonly Level[], lines: Sketch['lines']): Distance[][] {
  const above: Distance[][] = levels.map(() => [])
  for (const line of lines) {
    for (let index = 1; index < line.length; index += 1) {
      const [from, to] = [line[index - 1], line[index]]
      const [upper, lower] = [levels[from?.level ?? -1], levels[to?.level ?? -1]]
      if (!from || !to || !upper || !lower || upper === lower) continue
      const isDirect = upper.kind === 'boxes' && lower.kind === 'boxes'
      const room = isDirect ? gaps.betweenRows : distanceBetween(upper, lower)
      above[to.level]?.push({ level: from.level, distance: from.below - to.below + room })
    }
  }
  return above
}

interface Stretch {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly level: Level
}

/** What is lowest so far at every place across. */
class Skyline {
  private stretches: Stretch[] = []

  visit(left: number, right: number, report: (bottom: number, level: Level) => void): void {
    for (let at = this.firstReaching(left); at < this.stretches.length; at += 1) {
      const stretch = this.stretches[at]
      if (!stretch || stretch.left >= right) return
      report(stretch.bottom, stretch.level)
    }
  }

  cover(left: number, right: number, bottom: number, level: Level): void {
    const first = this.firstReaching(left)
    let end = first
    const pieces: Stretch[] = []
    let after: Stretch | undefined
    for (; end < this.stretches.length; end += 1) {
      const stretch = this.stretches[end]
      if (!stretch || stretch.left >= right) break
      if (stretch.left < left) pieces.push({ ...stretch, right: left })
      if (stretch.right > right) after = { ...stretch, left: right }
    }
    pieces.push({ left, right, bottom, level })
    if (after) pieces.push(after)
    this.stretches.splice(first, end - first, ...pieces)
  }

  /** Index of the first stretch that ends right of `x`. */
  private firstReaching(x: number): number {
    let [low, high] = [0, this.stretches.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.stretches[middle]?.right ?? 0) > x) high = middle
      else low = middle + 1
    }
    return low
  }
}

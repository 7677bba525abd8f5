/**
 * Which lane of its gutter each line takes: lines that come from the left keep to the left, and among them
 * they are ordered so that those that go the same way do not cross.
 */
import type { Block, Gutter } from './blocks.ts'
import type { Approach, Bar, Route, Stretch } from './routes.ts'

/** Gives every stretch its lane and every gutter its number of lanes; places are still rough. */
export function assignLanes(routes: readonly Route[]): void {
  const stretchesIn = new Map<Gutter, Stretch[]>()
  for (const { stretches } of routes) {
    for (const stretch of stretches) {
      const list = stretchesIn.get(stretch.gutter)
      if (list) list.push(stretch)
      else stretchesIn.set(stretch.gutter, [stretch])
    }
  }
  for (const [gutter, stretches] of stretchesIn) {
    gutter.lanes = stretches.length
    const sorted = stretches.map((stretch) => ({ stretch, key: keyOf(stretch) })).sort(byKey)
    for (const [lane, { stretch }] of sorted.entries()) stretch.lane = lane
  }
}

/** Where a stretch runs across, once gutters have their places. */
export function laneX({ gutter, lane }: Stretch): number {
  return Math.round(gutter.x + lane * gutter.step)
}

interface Key {
  /** From what comes and goes at the left to what comes and goes at the right. */
  readonly group: number
  readonly along: number
  readonly link: number
}

function byKey({ key: a }: { key: Key }, { key: b }: { key: Key }): number {
  return a.group - b.group || a.along - b.along || a.link - b.link
}

function keyOf(stretch: Stretch): Key {
  const { from, fromSide, to, toSide, link } = stretch
  const ends: readonly { bar: Bar; side: Approach }[] = [
    { bar: from, side: fromSide },
    { bar: to, side: toSide },
  ]
  const lefts = ends.filter(({ side }) => side === 'left')
  const rights = ends.filter(({ side }) => side === 'right')
  const passes = ends.find(({ side }) => side === 'top' || side === 'bottom')
  const entry = lefts[0] ?? rights[0]
  const along = entry ? barY(entry.bar) : 0
  // A line that goes up stands right of what comes in above it from the left, and left of what comes from the right.
  const isUp = passes?.side === 'top'
  if (lefts.length === 2) return { group: 0, along: -barY(from.block === to.block ? to : from), link }
  if (rights.length === 2) return { group: 6, along: barY(from), link }
  if (lefts.length === 1 && rights.length === 1) return { group: 3, along, link }
  if (lefts.length === 1) return { group: isUp ? 1 : 2, along: isUp ? along : -along, link }
  if (rights.length === 1) return { group: isUp ? 5 : 4, along: isUp ? -along : along, link }
  return { group: 3, along, link }
}

function barY({ block, isSide }: Bar): number {
  return isSide ? block.y + block.height / 2 : below(block)
}

function below(block: Block): number {
  return block.y + block.height + block.trunk / 2
}

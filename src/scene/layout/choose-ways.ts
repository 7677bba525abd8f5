/**
 * Which of its ways each line beside the tree takes. One by one they choose, the shortest first, each given
 * all that have chosen; then all may think again. So lines cross each other less often than if each looked
 * for itself alone (rip-up and reroute, as circuits are wired: Dees and Karger 1982).
 */
import type { Block } from './blocks.ts'
import { crossingCost, findWays, type Route, type Step, type Way } from './routes.ts'
import { crossingsBetween, shapeOf, type Shape } from './ways-across.ts'

/** How many lines may look at how many ways each, and how often all may think again. */
const efforts = [
  { lines: 60, keep: 4, most: 16, rounds: 3 },
  { lines: 200, keep: 2, most: 6, rounds: 2 },
] as const

/** A route for each link; all blocks have their rough places. */
export function chooseWays(links: readonly Omit<Route, 'stretches'>[], rows: readonly Block[]): Route[] {
  const effort = efforts.find(({ lines }) => links.length <= lines)
  const ways = links.map((ends) => findWays(ends, rows, effort?.keep ?? 1))
  const chosen = effort
    ? choose(
        ways.map((list) => list.slice(0, effort.most)),
        effort.rounds,
      )
    : ways.map(([best]) => best?.steps() ?? [])
  return links.map((ends, index) => ({
    ...ends,
    stretches: (chosen[index] ?? []).map((step) => ({ ...step, link: ends.link, lane: 0 })),
  }))
}

/** The steps of one way for each link. */
function choose(ways: readonly (readonly Way[])[], rounds: number): (readonly Step[])[] {
  const shapes = ways.map((list) => list.map((way) => shapeOf(way.steps(), way.cost)))
  const chosen: (Shape | undefined)[] = ways.map(() => undefined)
  const least = ways.map(([best]) => best?.cost ?? 0)
  const order = [...ways.keys()].sort((a, b) => (least[a] ?? 0) - (least[b] ?? 0) || a - b)
  for (let round = 0; round <= rounds; round += 1) {
    let hasChanged = false
    for (const link of order) {
      const before = chosen[link]
      chosen[link] = undefined
      const best = cheapestOf(shapes[link] ?? [], chosen)
      if (best !== before) hasChanged = true
      chosen[link] = best
    }
    if (!hasChanged) break
  }
  return chosen.map((shape) => shape?.steps ?? [])
}

/** The best of these, which come with the cheapest in itself first, given what others have chosen. */
function cheapestOf(options: readonly Shape[], others: readonly (Shape | undefined)[]): Shape | undefined {
  let best: Shape | undefined
  let least = Infinity
  for (const option of options) {
    let { cost } = option
    if (cost >= least) break
    for (let at = 0; at < others.length && cost < least; at += 1) {
      const other = others[at]
      if (other) cost += crossingCost * crossingsBetween(option, other)
    }
    if (cost >= least) continue
    best = option
    least = cost
  }
  return best
}

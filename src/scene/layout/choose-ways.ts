/**
 * Which of its ways each line beside the tree takes. One by one they choose, the shortest first, each given
 * all that have chosen; then all may think again. So lines cross each other less often than if each looked
 * for itself alone (rip-up and reroute, as circuits are wired: Dees and Karger 1982).
 */
import type { Block } from './blocks.ts'
import { crossingCost, findWays, type Route, type Step, type Way } from './routes.ts'
import { crossingsBetween, shapeOf, type Shape } from './ways-across.ts'

/** How many lines may think about so many ways each, and how often all may think again. */
const effort = { lines: 200, keep: 2, most: 5, rounds: 2 }

/** A route for each link, all lanes 0; all blocks have their rough places. Beyond 200 links each looks for itself. */
export function chooseWays(links: readonly Omit<Route, 'stretches'>[], rows: readonly Block[]): Route[] {
  if (links.length > effort.lines)
    return links.map((ends) => routeOf(ends, findWays(ends, rows, 1)[0]?.steps()))
  const ways = links.map((ends) => findWays(ends, rows, effort.keep).slice(0, effort.most))
  const chosen = choose(ways)
  return links.map((ends, index) => routeOf(ends, chosen[index]))
}

function routeOf(ends: Omit<Route, 'stretches'>, steps: readonly Step[] = []): Route {
  return { ...ends, stretches: steps.map((step) => ({ ...step, link: ends.link, lane: 0 })) }
}

/** The steps of one way for each link. */
function choose(ways: readonly (readonly Way[])[]): (readonly Step[])[] {
  const shapes = ways.map((list) => list.map((way) => shapeOf(way.steps(), way.cost)))
  const chosen: (Shape | undefined)[] = ways.map(() => undefined)
  const least = ways.map(([best]) => best?.cost ?? 0)
  const order = [...ways.keys()].sort((a, b) => (least[a] ?? 0) - (least[b] ?? 0) || a - b)
  for (let round = 0; round <= effort.rounds; round += 1) {
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

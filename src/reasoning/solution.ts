/** Everything that is worked out for one network, kept together so that the next edit can reuse it. */
import { circularSupports } from './circular.ts'
import { componentsOf, dependenciesOf, type Components } from './components.ts'
import type { ScoringRule } from './evaluation.ts'
import type { Network } from './network.ts'
import { settleStandings } from './standing.ts'
import { emptyStrengths, settleStrengths, type Strengths } from './strength.ts'

export interface Solution {
  readonly network: Network
  readonly rule: ScoringRule
  /** Components of what depends on what, every relation counted: what standing follows from. */
  readonly components: Components
  /** By item: 1 for supports that are not counted (S10). */
  readonly ignored: Uint8Array
  /** Components without the ignored supports: what strength follows from. */
  readonly counted: Components
  /** By item: 0 falls, 1 unresolved, 2 holds. */
  readonly standings: Uint8Array
  readonly strengths: Strengths
}

/** Solves a network. Time O(V + E) for all that is outside circles; bounded for those (S7, S14). */
export function solve(network: Network, rule: ScoringRule = 'df-quad'): Solution {
  const ordered = orderOf(network)
  const standings = new Uint8Array(network.ids.length)
  settleStandings(network, ordered.components, standings)
  const strengths = emptyStrengths(network.ids.length)
  settleStrengths({ network, rule, ignored: ordered.ignored, components: ordered.counted }, strengths)
  return { network, rule, ...ordered, standings, strengths }
}

/** In which order a network is solved, and which supports are not counted. */
export function orderOf(network: Network): Pick<Solution, 'components' | 'ignored' | 'counted'> {
  const components = componentsOf(dependenciesOf(network))
  // A circle of supports is a circle of dependencies too.
  if (!components.anyCyclic) {
    return { components, ignored: new Uint8Array(network.ids.length), counted: components }
  }
  const ignored = circularSupports(network)
  return { components, ignored, counted: countedComponents(network, components, ignored) }
}

/** The components without the ignored supports. */
export function countedComponents(network: Network, components: Components, ignored: Uint8Array): Components {
  return ignored.includes(1) ? componentsOf(dependenciesOf(network, ignored)) : components
}

/** Everything that is worked out for one network, kept together so that the next edit can reuse it. */
import { circularSupports } from './circular.ts'
import { componentsOf, dependenciesOf, type Components } from './components.ts'
import type { ScoringRule } from './evaluation.ts'
import type { Network } from './network.ts'
import type { NetworkAfter } from './network-after.ts'
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

/**
 * Solves a network that differs from a solved one in the base scores of these items alone: what stands and in
 * which order to compute is the same, and only strengths that depend on them are computed anew.
 */
export function solveTouched(before: Solution, network: Network, items: readonly number[]): Solution {
  const { rule, ignored, counted, strengths } = before
  const touched = new Uint8Array(counted.count)
  for (const item of items) touched[counted.of[item] ?? 0] = 1
  const values: Strengths = {
    strength: strengths.strength.slice(),
    support: strengths.support.slice(),
    objection: strengths.objection.slice(),
    unsettled: strengths.unsettled.slice(),
  }
  settleStrengths({ network, rule, ignored, components: counted }, values, touched)
  return { ...before, network, strengths: values }
}

/**
 * Solves a network that has gained or lost items. Standing and order are worked out as a whole, which is quick;
 * strengths only where something entered or left, or where what they depend on changes.
 */
export function solveMoved(
  before: Solution,
  { network, formerly, touched: items }: Required<Pick<NetworkAfter, 'network' | 'formerly' | 'touched'>>,
): Solution {
  const ordered = orderOf(network)
  // Circles are solved from the start, and what is not counted may have changed with them.
  if (ordered.counted.anyCyclic || before.counted.anyCyclic || ordered.components !== ordered.counted) {
    return solve(network, before.rule)
  }
  const standings = new Uint8Array(network.ids.length)
  settleStandings(network, ordered.components, standings)
  const values = emptyStrengths(network.ids.length)
  const touched = new Uint8Array(ordered.counted.count)
  const touch = (item: number) => {
    touched[ordered.counted.of[item] ?? 0] = 1
  }
  for (const [item, was] of formerly.entries()) {
    values.strength[item] = before.strengths.strength[was] ?? -1
    values.support[item] = before.strengths.support[was] ?? 0
    values.objection[item] = before.strengths.objection[was] ?? 0
    if (intoOf(network, item) !== (was < 0 ? -1 : intoOf(before.network, was))) touch(item)
  }
  for (const item of items) {
    touch(item)
    touch(network.target[item] ?? item)
  }
  settleStrengths(
    { network, rule: before.rule, ignored: ordered.ignored, components: ordered.counted },
    values,
    touched,
  )
  return { network, rule: before.rule, ...ordered, standings, strengths: values }
}

/** How many relations there are into an item. */
function intoOf({ intoStart }: Network, item: number): number {
  return (intoStart[item + 1] ?? 0) - (intoStart[item] ?? 0)
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

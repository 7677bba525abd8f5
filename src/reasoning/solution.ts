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
 * Solves a network that was made from a solved one. Only components are solved again that the edit touched,
 * that have other members than before, or that depend on something whose value has changed.
 */
export function solveAfter(before: Solution, { network, formerly, touched }: NetworkAfter): Solution {
  const { rule } = before
  const ordered = formerly ? orderOf(network) : before
  const { components, ignored, counted } = ordered
  let standings = before.standings
  // Base scores say nothing about standing.
  if (formerly) {
    standings = moved(Uint8Array, before.standings, formerly, unknown)
    const again = changedComponents(components, before.components, formerly)
    for (const item of touched) again[components.of[item] ?? 0] = 1
    settleStandings(network, components, standings, again)
  }
  const was = before.strengths
  const strengths: Strengths = {
    strength: moved(Float64Array, was.strength, formerly, -1),
    support: moved(Float64Array, was.support, formerly, 0),
    objection: moved(Float64Array, was.objection, formerly, 0),
    unsettled: moved(Uint8Array, was.unsettled, formerly, 0),
  }
  const again = formerly
    ? changedComponents(counted, before.counted, formerly)
    : new Uint8Array(counted.count)
  for (const item of touched) again[counted.of[item] ?? 0] = 1
  if (formerly && (components.anyCyclic || before.components.anyCyclic)) {
    for (const [item, former] of formerly.entries()) {
      if (former < 0 || ignored[item] === before.ignored[former]) continue
      again[counted.of[network.target[item] ?? 0] ?? 0] = 1
    }
  }
  settleStrengths({ network, rule, ignored, components: counted }, strengths, again)
  return { network, rule, components, ignored, counted, standings, strengths }
}

/** No standing: whatever an item that is new comes to differs from it. */
const unknown = 255

/** Values of the items as they are numbered now; a copy, as it is written to. */
function moved<T extends Uint8Array | Float64Array>(
  Values: new (length: number) => T,
  values: T,
  formerly: Int32Array | undefined,
  fresh: number,
): T {
  const now = new Values(formerly ? formerly.length : values.length)
  if (formerly)
    for (let item = 0; item < now.length; item += 1) now[item] = values[formerly[item] ?? -1] ?? fresh
  else now.set(values)
  return now
}

/** By component: 1 for those that are not, item for item, a component of before. */
function changedComponents(now: Components, before: Components, formerly: Int32Array): Uint8Array {
  const changed = new Uint8Array(now.count)
  for (let component = 0; component < now.count; component += 1) {
    const start = now.start[component] ?? 0
    const end = now.start[component + 1] ?? 0
    const former = before.of[formerly[now.members[start] ?? 0] ?? -1] ?? -1
    const size = former < 0 ? -1 : (before.start[former + 1] ?? 0) - (before.start[former] ?? 0)
    let isSame = size === end - start && before.cyclic[former] === now.cyclic[component]
    for (let at = start + 1; isSame && at < end; at += 1) {
      isSame = before.of[formerly[now.members[at] ?? 0] ?? -1] === former
    }
    if (!isSame) changed[component] = 1
  }
  return changed
}

/** In which order a network is solved, and which supports are not counted. */
function orderOf(network: Network): Pick<Solution, 'components' | 'ignored' | 'counted'> {
  const components = componentsOf(dependenciesOf(network))
  // A circle of supports is a circle of dependencies too.
  if (!components.anyCyclic) {
    return { components, ignored: new Uint8Array(network.ids.length), counted: components }
  }
  const ignored = circularSupports(network)
  return { components, ignored, counted: countedComponents(network, components, ignored) }
}

/** The components without the ignored supports. */
function countedComponents(network: Network, components: Components, ignored: Uint8Array): Components {
  return ignored.includes(1) ? componentsOf(dependenciesOf(network, ignored)) : components
}

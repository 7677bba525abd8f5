/**
 * The coherent ways to settle what is unresolved (S8). Where objections and answers block each other in a
 * circle, standing says "unresolved"; this says between which ways of seeing it the reader has to choose.
 * There may be exponentially many, so only small circles are asked about, and the search is bounded.
 */
import type { ElementId } from '../model/graph.ts'
import type { Standing } from './evaluation.ts'
import type { Network } from './network.ts'
import type { Solution } from './solution.ts'
import { falls, holds, standingNames, unresolved } from './standing-values.ts'

/** One way: how each item of the circle that is now unresolved would stand. */
export type Settling = ReadonlyMap<ElementId, Standing>

/** Circles with more nodes, or more items, are not asked about; nor is searched on after so many sets. */
const nodesAtMost = 20
const itemsAtMost = 30
const setsAtMost = 20_000

/**
 * The ways to settle the circle that an element is in, each with as much holding as can be; a single one that
 * leaves all as it is if there is no better. Undefined for elements that are not unresolved or are so only
 * because of something before them, and for circles that are too large.
 */
export function settlingsOf(solution: Solution, id: ElementId): readonly Settling[] | undefined {
  const { network, components, standings } = solution
  const item = network.indexOf.get(id)
  if (item === undefined || standings[item] !== unresolved) return undefined
  const component = components.of[item] ?? 0
  if (components.cyclic[component] !== 1) return undefined
  const members = components.members.subarray(components.start[component], components.start[component + 1])
  const open = [...members].filter((member) => standings[member] === unresolved)
  const nodes = open.filter((member) => member < network.nodeCount)
  if (nodes.length > nodesAtMost || open.length > itemsAtMost) return undefined
  const circle = new OpenCircle(network, open, standings)
  return circle.preferred()?.map(
    (holding) =>
      new Map(
        open.map((member, place) => {
          const value = has(holding, place)
            ? holds
            : has(circle.possible(holding), place)
              ? unresolved
              : falls
          return [network.ids[member] ?? '', standingNames[value]] as const
        }),
      ),
  )
}

/** A set of open items, by their places, as bits. */
type Places = number

interface Step {
  readonly supports: boolean
  /** The open items among the relation and its premises. */
  readonly parts: Places
  /** Whether all others of them hold; if not, they are unresolved before the circle. */
  readonly isCertain: boolean
}

/** The unresolved items of a component, and what follows for them from sets of them. */
class OpenCircle {
  readonly #steps: readonly (readonly Step[])[]
  readonly #founded: readonly boolean[]

  constructor(network: Network, open: readonly number[], standings: Uint8Array) {
    const places = new Map(open.map((item, place) => [item, place]))
    this.#founded = open.map((item) => network.primaFacie[item] === 1)
    this.#steps = open.map((item) => stepsInto(network, item, places, standings))
  }

  /** The largest coherent sets of what holds; undefined if the search takes too long. */
  preferred(): readonly Places[] | undefined {
    const found: Places[] = []
    let left = setsAtMost
    // Every coherent set lies between the two of some pair here.
    const pairs: [Places, Places][] = [[0, 2 ** this.#steps.length - 1]]
    for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
      left -= 1
      if (left < 0) return undefined
      const bounds = this.#narrowed(...pair)
      if (!bounds) continue
      const [least, most] = bounds
      if (found.some((set) => (most & ~set) === 0)) continue
      const choice = most & ~least
      if (choice === 0) {
        found.push(least)
        continue
      }
      const one = choice & -choice
      pairs.push([least, most & ~one], [least | one, most])
    }
    return found.filter((set) => !found.some((other) => other !== set && (set & ~other) === 0))
  }

  /** What may hold if these items do: everything but what they bring down and what rests on that. */
  possible(holding: Places): Places {
    return this.#derived(
      (step) => step.isCertain && isWithin(step.parts, holding),
      () => true,
    )
  }

  /** What holds if at most these items may. */
  #certain(possible: Places): Places {
    return this.#derived(
      (step) => isWithin(step.parts, possible),
      (step) => step.isCertain,
    )
  }

  /**
   * A coherent set is `certain(possible(set))` and within `possible(set)`. Both functions give less for more,
   * which closes in on the sets between two bounds; undefined if there is none.
   */
  #narrowed(least: Places, most: Places): [Places, Places] | undefined {
    for (;;) {
      const possible = this.possible(least)
      const more = least | this.#certain(possible)
      const fewer = most & possible & this.#certain(this.possible(most))
      if (!isWithin(more, fewer)) return undefined
      if (more === least && fewer === most) return [least, most]
      least = more
      most = fewer
    }
  }

  /** The least set of items that have a reason in it, without those that are hit. */
  #derived(hits: (attack: Step) => boolean, counts: (support: Step) => boolean): Places {
    const isFree = this.#steps.map((steps) => !steps.some((step) => !step.supports && hits(step)))
    let derived = 0
    for (let before = -1; before !== derived;) {
      before = derived
      for (const [place, steps] of this.#steps.entries()) {
        if (!isFree[place] || has(derived, place)) continue
        const hasReason = steps.some((step) => step.supports && counts(step) && isWithin(step.parts, derived))
        if (this.#founded[place] === true || hasReason) derived |= 1 << place
      }
    }
    return derived
  }
}

/** The steps into an open item, without those of which a part falls. */
function stepsInto(
  { into, intoStart, premises, premisesStart, sign }: Network,
  item: number,
  places: ReadonlyMap<number, number>,
  standings: Uint8Array,
): Step[] {
  const steps: Step[] = []
  for (const relation of into.subarray(intoStart[item], intoStart[item + 1])) {
    const items = [relation, ...premises.subarray(premisesStart[relation], premisesStart[relation + 1])]
    if (items.some((part) => standings[part] === falls)) continue
    let parts = 0
    for (const part of items) {
      const place = places.get(part)
      if (place !== undefined) parts |= 1 << place
    }
    const isCertain = items.every((part) => places.has(part) || standings[part] === holds)
    steps.push({ supports: sign[relation] === 1, parts, isCertain })
  }
  return steps
}

function has(places: Places, place: number): boolean {
  return ((places >> place) & 1) === 1
}

function isWithin(some: Places, all: Places): boolean {
  return (some & ~all) === 0
}

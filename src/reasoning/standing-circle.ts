/**
 * Standing within a component that depends on itself (S7): the least fixed point of what follows and what
 * falls for want of an outside reason (Van Gelder, Ross, Schlipf 1991). What follows is found with counters
 * on each relation, so every connection is looked at once; only then is what remains searched for groups
 * that merely support each other. Each such search takes O(size) and is followed by another only if
 * something fell, so the work is bounded by the square of the component's size whatever the map.
 */
import type { Components } from './components.ts'
import type { Network } from './network.ts'
import { falls, holds, unresolved } from './standing-values.ts'

export class StandingInCircles {
  readonly #network: Network
  readonly #components: Components
  /** By item; while a component is solved, `unresolved` also says "not known yet". */
  readonly #values: Uint8Array
  /** By relation: how many of its parts (itself and its premises) do not hold yet; and whether one fell. */
  readonly #pending: Int32Array
  readonly #dead: Uint8Array
  /** By item: how many supports, and how many attacks, have no part that fell. */
  readonly #alive: Int32Array
  readonly #opposed: Int32Array
  /** By item: 1 if it holds at first sight or some support is complete; 1 if some attack is complete. */
  readonly #reason: Uint8Array
  readonly #hit: Uint8Array
  /** For the search: by item whether it is founded; by relation how many of its open parts are not yet. */
  readonly #founded: Uint8Array
  readonly #needed: Int32Array
  /** Items whose value has been found and not been told to others. */
  #news: number[] = []
  #component = -1

  /** @param values the standing of each item; those of a component's inputs must be there when it is solved. */
  constructor(network: Network, components: Components, values: Uint8Array) {
    const count = network.ids.length
    this.#network = network
    this.#components = components
    this.#values = values
    this.#pending = new Int32Array(count)
    this.#dead = new Uint8Array(count)
    this.#alive = new Int32Array(count)
    this.#opposed = new Int32Array(count)
    this.#reason = new Uint8Array(count)
    this.#hit = new Uint8Array(count)
    this.#founded = new Uint8Array(count)
    this.#needed = new Int32Array(count)
  }

  /** Writes the standings of the members of a component. */
  solve(component: number): void {
    const { start, members } = this.#components
    const { into, intoStart, primaFacie } = this.#network
    const items = members.subarray(start[component], start[component + 1])
    this.#component = component
    for (const item of items) {
      this.#values[item] = unresolved
      this.#alive[item] = 0
      this.#opposed[item] = 0
      this.#hit[item] = 0
      this.#reason[item] = primaFacie[item] ?? 0
    }
    for (const item of items) {
      const end = intoStart[item + 1] ?? 0
      for (let at = intoStart[item] ?? 0; at < end; at += 1) this.#count(into[at] ?? 0, item)
    }
    for (const item of items) this.#decide(item)
    do this.#follow()
    while (this.#dropUnfounded(items))
  }

  /** Counts the parts of a relation into a member that do not hold yet. */
  #count(relation: number, item: number): void {
    const { premises, premisesStart, sign } = this.#network
    let pending = this.#values[relation] === holds ? 0 : 1
    let dead = this.#values[relation] === falls
    const end = premisesStart[relation + 1] ?? 0
    for (let at = premisesStart[relation] ?? 0; at < end; at += 1) {
      const value = this.#values[premises[at] ?? 0]
      if (value !== holds) pending += 1
      if (value === falls) dead = true
    }
    this.#pending[relation] = pending
    this.#dead[relation] = dead ? 1 : 0
    const supports = sign[relation] === 1
    const counts = supports ? this.#alive : this.#opposed
    if (!dead) counts[item] = (counts[item] ?? 0) + 1
    if (pending === 0) (supports ? this.#reason : this.#hit)[item] = 1
  }

  #decide(item: number): void {
    if (this.#values[item] !== unresolved) return
    const groundless = this.#network.primaFacie[item] !== 1 && this.#alive[item] === 0
    if (this.#hit[item] === 1 || groundless) this.#settle(item, falls)
    else if (this.#reason[item] === 1 && this.#opposed[item] === 0) this.#settle(item, holds)
  }

  #settle(item: number, value: number): void {
    this.#values[item] = value
    this.#news.push(item)
  }

  /** Draws every conclusion from what has been settled. */
  #follow(): void {
    for (const item of this.#news) {
      const hasFallen = this.#values[item] === falls
      for (const relation of this.#stepsOf(item)) this.#tell(relation, hasFallen)
    }
    this.#news = []
  }

  /** The relations that an item is a part of: those that start from a node, or the relation itself. */
  #stepsOf(item: number): Int32Array | readonly number[] {
    const { nodeCount, outOf, outOfStart } = this.#network
    return item < nodeCount ? outOf.subarray(outOfStart[item], outOfStart[item + 1]) : [item]
  }

  /** One part of a relation has come to hold, or has fallen. */
  #tell(relation: number, hasFallen: boolean): void {
    const { sign, target } = this.#network
    const item = target[relation] ?? 0
    if (this.#components.of[item] !== this.#component) return
    const supports = sign[relation] === 1
    if (hasFallen) {
      if (this.#dead[relation] === 1) return
      this.#dead[relation] = 1
      const counts = supports ? this.#alive : this.#opposed
      counts[item] = (counts[item] ?? 0) - 1
    } else {
      const pending = (this.#pending[relation] ?? 0) - 1
      this.#pending[relation] = pending
      if (pending > 0) return
      ;(supports ? this.#reason : this.#hit)[item] = 1
    }
    this.#decide(item)
  }

  /** Lets fall what has no reason but such as come back to it (the greatest unfounded set); whether any did. */
  #dropUnfounded(items: Int32Array): boolean {
    const { into, intoStart, primaFacie, target } = this.#network
    const found: number[] = []
    const find = (item: number) => {
      if (this.#founded[item] === 1) return
      this.#founded[item] = 1
      found.push(item)
    }
    for (const item of items) this.#founded[item] = 0
    for (const item of items) {
      if (!this.#isOpen(item)) continue
      if (primaFacie[item] === 1) find(item)
      const end = intoStart[item + 1] ?? 0
      for (let at = intoStart[item] ?? 0; at < end; at += 1) {
        const relation = into[at] ?? 0
        if (!this.#mayFound(relation)) continue
        this.#needed[relation] = this.#openParts(relation)
        if (this.#needed[relation] === 0) find(item)
      }
    }
    for (const item of found) {
      for (const relation of this.#stepsOf(item)) {
        const to = target[relation] ?? 0
        if (!this.#isOpen(to) || !this.#mayFound(relation)) continue
        this.#needed[relation] = (this.#needed[relation] ?? 0) - 1
        if (this.#needed[relation] === 0) find(to)
      }
    }
    for (const item of items) if (this.#isOpen(item) && this.#founded[item] === 0) this.#settle(item, falls)
    return this.#news.length > 0
  }

  #mayFound(relation: number): boolean {
    return this.#network.sign[relation] === 1 && this.#dead[relation] === 0
  }

  #isOpen(item: number): boolean {
    return this.#components.of[item] === this.#component && this.#values[item] === unresolved
  }

  #openParts(relation: number): number {
    const { premises, premisesStart } = this.#network
    let open = this.#isOpen(relation) ? 1 : 0
    const end = premisesStart[relation + 1] ?? 0
    for (let at = premisesStart[relation] ?? 0; at < end; at += 1) {
      if (this.#isOpen(premises[at] ?? 0)) open += 1
    }
    return open
  }
}

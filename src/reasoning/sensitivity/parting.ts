/**
 * What becomes of a circular component when part of it is left out: components of its own, inputs first, as a
 * whole evaluation would find them.
 */
import { componentsOf, type Components } from '../components.ts'
import type { Network } from '../network.ts'

interface Part {
  /** Ascending. */
  readonly items: Int32Array
  /** Whether they depend on themselves. */
  readonly isCircle: boolean
}

/**
 * A function that takes a component apart.
 * @param ignored by item: 1 for relations that are not counted or left out; read anew each time.
 */
export function createParting(
  { ids, into, intoStart, premises, premisesStart }: Network,
  { of }: Components,
  ignored: Uint8Array,
): (component: number, alive: Int32Array) => Generator<Part> {
  /** Where an item stands in `alive`. */
  const place = new Int32Array(ids.length)

  const dependencies = (component: number, alive: Int32Array) => {
    for (const [at, item] of alive.entries()) place[item] = at
    const start = new Int32Array(alive.length + 1)
    const edges: number[] = []
    const add = (item: number) => {
      if (of[item] === component) edges.push(place[item] ?? 0)
    }
    for (const [at, item] of alive.entries()) {
      for (let way = intoStart[item] ?? 0; way < (intoStart[item + 1] ?? 0); way += 1) {
        const relation = into[way] ?? 0
        if (ignored[relation] === 1) continue
        add(relation)
        const last = premisesStart[relation + 1] ?? 0
        for (let to = premisesStart[relation] ?? 0; to < last; to += 1) add(premises[to] ?? 0)
      }
      start[at + 1] = edges.length
    }
    return { start, edges: Int32Array.from(edges) }
  }

  return function* parts(component, alive) {
    const { count, start, members, cyclic } = componentsOf(dependencies(component, alive))
    for (let part = 0; part < count; part += 1) {
      const items = members.subarray(start[part], start[part + 1]).map((at) => alive[at] ?? 0)
      yield { items, isCircle: cyclic[part] === 1 }
    }
  }
}

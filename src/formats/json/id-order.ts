/**
 * Objects in JavaScript list names that are all digits first and in ascending order. Where such ids stand
 * otherwise in a file and order keys are missing, the author's order would be lost without a word; so it
 * is a problem, and the repair writes the order down.
 */
import { inOrder, keysBetween } from '../../model/order.ts'
import { problemAt, type Problem } from '../../model/problem.ts'
import type { Dropped } from './open-error.ts'
import type { Scan } from './scan.ts'
import type { OwnGraph } from './shape.ts'

const wrong = 'ids that are all digits lose their place in the file unless they stand first and ascending'

/** One problem for each kind of record whose order would be lost. */
export function orderProblems(graph: OwnGraph, idOrder: Scan['idOrder']): Problem[] {
  return lostOrders(graph, idOrder).map(({ name }) =>
    problemAt('digit-order', [name], wrong, 'give every record an "order", or begin each id with a letter'),
  )
}

/** Writes the order of the file into the records and says so. */
export function giveOrder(graph: OwnGraph, idOrder: Scan['idOrder']): Dropped[] {
  return lostOrders(graph, idOrder).map(({ name, records, ids }) => {
    const sorted = inOrder(
      records,
      ids.filter((id) => Object.hasOwn(records, id)),
    )
    const keys = keysBetween(undefined, undefined, sorted.length)
    for (const [index, id] of sorted.entries()) {
      const record = records[id]
      const order = keys[index]
      if (record && order !== undefined) record.order = order
    }
    return { place: name, message: `${wrong}; every record would get an "order" that keeps it` }
  })
}

interface LostOrder {
  readonly name: string
  readonly records: Record<string, { order?: string }>
  /** As they stand in the file. */
  readonly ids: readonly string[]
}

function lostOrders(graph: OwnGraph, idOrder: Scan['idOrder']): LostOrder[] {
  return (['sections', 'nodes', 'relations'] as const).flatMap((name) => {
    const records: LostOrder['records'] = graph[name]
    const ids = idOrder.get(name)
    const isLost = ids !== undefined && Object.values(records).some(({ order }) => order === undefined)
    return isLost ? [{ name, records, ids }] : []
  })
}

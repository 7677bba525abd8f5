/**
 * Taking nodes and relations out of a graph with everything that cannot stand without them.
 * Promises: afterwards no relation, pin or collapsed mark names anything that is not there.
 */
import { current, type Draft } from 'immer'
import type { ArgumentGraph, ElementId } from '../model/graph.ts'
import { changeLayout } from './edits/layout.ts'

/**
 * Removes the elements, and every relation that loses its target or its last premise, transitively. A
 * relation with several linked premises that loses some of them keeps the others: the author said what
 * was needed together, and what is left of it is theirs to judge. Unknown ids are ignored.
 */
export function removeElements(graph: Draft<ArgumentGraph>, ids: readonly ElementId[]): void {
  const gone = new Set<ElementId>(ids.filter((id) => Object.hasOwn(graph.nodes, id)))
  for (const id of gone) delete graph.nodes[id]
  for (const id of ids) {
    if (!Object.hasOwn(graph.relations, id)) continue
    delete graph.relations[id]
    gone.add(id)
  }
  removeLooseRelations(graph, gone)
  forgetPlaces(graph, gone)
}

function removeLooseRelations(graph: Draft<ArgumentGraph>, gone: Set<ElementId>): void {
  // Looking at thousands of drafts is slow, so what goes is found in a plain copy.
  const relations = current(graph.relations)
  for (let before = -1; before !== gone.size;) {
    before = gone.size
    for (const [id, { from, to }] of Object.entries(relations)) {
      if (gone.has(id) || (!gone.has(to) && from.some((premise) => !gone.has(premise)))) continue
      delete graph.relations[id]
      gone.add(id)
    }
  }
  for (const [id, { from }] of Object.entries(relations)) {
    const relation = from.some((premise) => gone.has(premise)) ? graph.relations[id] : undefined
    if (relation) relation.from = from.filter((premise) => !gone.has(premise))
  }
}

function forgetPlaces(graph: Draft<ArgumentGraph>, gone: ReadonlySet<ElementId>): void {
  if (!graph.layout) return
  changeLayout(graph, (layout) => {
    for (const id of gone) delete layout.pinned?.[id]
    if (layout.collapsed?.some((id) => gone.has(id))) {
      layout.collapsed = layout.collapsed.filter((id) => !gone.has(id))
    }
  })
}

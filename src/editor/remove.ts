/**
 * Taking nodes and relations out of a graph with everything that cannot stand without them.
 * Promises: afterwards no relation, role, answer, muted place, pin or collapsed mark names anything that is not
 * there. A critical question whose answer rested on what is gone is open again.
 */
import { current, type Draft } from 'immer'
import { answersWithout } from '../model/answers.ts'
import type { Answers, ArgumentGraph, ElementId } from '../model/graph.ts'
import { rolesWithin, setRoles } from '../model/roles.ts'
import { changeLayout } from './edits/layout.ts'

/**
 * Removes the elements, and every relation that loses its target or its last premise, transitively. A
 * relation with several linked premises that loses some of them keeps the others: the author said what
 * was needed together, and what is left of it is theirs to judge. Unknown ids are ignored.
 */
export function removeElements(graph: Draft<ArgumentGraph>, ids: readonly ElementId[]): void {
  // Looking at thousands of drafts is slow, so what goes is found in the plain records. Asked before the first
  // change, they need not be copied.
  const before = { nodes: current(graph.nodes), relations: current(graph.relations) }
  const gone = new Set<ElementId>(ids.filter((id) => Object.hasOwn(before.nodes, id)))
  for (const id of gone) delete graph.nodes[id]
  for (const id of ids) {
    if (!Object.hasOwn(before.relations, id)) continue
    delete graph.relations[id]
    gone.add(id)
  }
  removeLooseRelations(graph, before.relations, gone)
  if (gone.size === 0) return
  forgetAnswers(graph, before, gone)
  forgetMuted(graph, gone)
  forgetPlaces(graph, gone)
}

function removeLooseRelations(
  graph: Draft<ArgumentGraph>,
  relations: ArgumentGraph['relations'],
  gone: Set<ElementId>,
): void {
  for (let known = -1; known !== gone.size;) {
    known = gone.size
    for (const [id, { from, to }] of Object.entries(relations)) {
      if (gone.has(id) || (!gone.has(to) && from.some((premise) => !gone.has(premise)))) continue
      delete graph.relations[id]
      gone.add(id)
    }
  }
  for (const [id, { from, roles }] of Object.entries(relations)) {
    const relation = from.some((premise) => gone.has(premise)) ? graph.relations[id] : undefined
    if (!relation) continue
    relation.from = from.filter((premise) => !gone.has(premise))
    setRoles(relation, rolesWithin(roles, relation.from))
  }
}

function forgetAnswers(
  graph: Draft<ArgumentGraph>,
  { nodes, relations }: Pick<ArgumentGraph, 'nodes' | 'relations'>,
  gone: ReadonlySet<ElementId>,
): void {
  const isGone = (id: ElementId): boolean => gone.has(id)
  const isLess = (answers: Answers | undefined): boolean => answersWithout(answers, isGone) !== answers
  for (const [id, { questions, criteria }] of Object.entries(nodes)) {
    const node = isLess(questions) || isLess(criteria) ? graph.nodes[id] : undefined
    if (!node) continue
    setAnswers(node, 'questions', answersWithout(questions, isGone))
    setAnswers(node, 'criteria', answersWithout(criteria, isGone))
  }
  for (const [id, { questions }] of Object.entries(relations)) {
    const relation = isLess(questions) ? graph.relations[id] : undefined
    if (relation) setAnswers(relation, 'questions', answersWithout(questions, isGone))
  }
}

function setAnswers<K extends 'questions' | 'criteria'>(
  record: { [key in K]?: Answers },
  name: K,
  answers: Answers | undefined,
): void {
  if (answers === undefined) delete record[name]
  else record[name] = answers
}

function forgetMuted(graph: Draft<ArgumentGraph>, gone: ReadonlySet<ElementId>): void {
  for (const [rule, muted] of Object.entries(graph.muted ?? {})) {
    if (!muted.at?.some((id) => gone.has(id))) continue
    muted.at = muted.at.filter((id) => !gone.has(id))
    if (muted.at.length === 0) delete muted.at
    if (graph.muted && Object.keys(muted).length === 0) delete graph.muted[rule]
  }
  if (graph.muted && Object.keys(graph.muted).length === 0) delete graph.muted
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

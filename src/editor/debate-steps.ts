/**
 * What there is to debate: recommendations that nobody contests, critical questions that are open, counterpoints
 * that nobody has answered, as a list of steps in the order of the argument; and what has become of such a step
 * by what is on the map. Derived from the graph alone.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ElementId, type NodeId } from '../model/graph.ts'
import { relationKinds } from '../model/kinds.ts'
import { inOrder } from '../model/order.ts'
import { relationsInto, relationsOutOf, structureOf } from '../model/structure.ts'
import { questionsOf, type AskedQuestion } from '../reasoning/critical-questions.ts'

/** One thing to talk about. `key` is unique within a debate. */
export type DebateStep =
  | { readonly kind: 'uncontested'; readonly key: string; readonly at: NodeId }
  | { readonly kind: 'question'; readonly key: string; readonly at: ElementId; readonly question: string }
  | { readonly kind: 'counterpoint'; readonly key: string; readonly at: NodeId }

/**
 * The statements a debate is about: the recommendations in the author's order or, on a map that recommends
 * nothing, the claims that are no reason or objection to anything.
 */
export function debatedStatements(graph: ArgumentGraph): readonly NodeId[] {
  const nodes = inOrder(graph.nodes)
  const recommendations = nodes.filter((id) => nodeAt(graph, id)?.kind === 'recommendation')
  if (recommendations.length > 0) return recommendations
  return nodes.filter(
    (id) =>
      nodeAt(graph, id)?.kind === 'claim' &&
      !relationsOutOf(graph, id).some((relation) => isEvaluated(graph, relation)) &&
      relationsInto(graph, id).some((relation) => isEvaluated(graph, relation)),
  )
}

/**
 * What there is to debate, statement by statement as `debatedStatements` has them: whether nobody contests it,
 * then the open questions about it and about the steps that lead to it, and the objections on the way that
 * nobody has answered; last the open questions about what leads to none of them. Time O(V + E).
 */
export function debateSteps(graph: ArgumentGraph): readonly DebateStep[] {
  const statements = debatedStatements(graph)
  const steps = new Map<string, DebateStep>()
  const add = (step: DebateStep) => steps.has(step.key) || steps.set(step.key, step)
  const visited = new Set<ElementId>()
  const visit = (id: ElementId) => {
    for (const asked of questionsOf(graph, id)) if (asked.state === 'open') add(questionStep(asked))
    if (counterpointAt(graph, id) === 'open') add(counterpointStep(id))
  }
  for (const statement of statements) {
    if (isUncontested(graph, statement)) add(uncontestedStep(statement))
    walk(graph, statement, visited, visit)
  }
  for (const id of [...inOrder(graph.nodes), ...inOrder(graph.relations)]) {
    if (!visited.has(id)) visit(id)
  }
  return [...steps.values()]
}

/** The critical question of a step, as it stands now; undefined for other steps and where it has gone. */
export function questionAt(graph: ArgumentGraph, step: DebateStep): AskedQuestion | undefined {
  return step.kind === 'question'
    ? questionsOf(graph, step.at).find(({ id }) => id === step.question)
    : undefined
}

/** What the document says about a step; "gone" when what it is about is no longer there. */
export type FoundInGraph = 'gone' | 'open' | 'answered' | 'raised'

/** What has become of a step by what is on the map. */
export function foundAt(graph: ArgumentGraph, step: DebateStep): FoundInGraph {
  switch (step.kind) {
    case 'question': {
      const asked = questionAt(graph, step)
      return asked ? asked.state : 'gone'
    }
    case 'uncontested':
      if (!nodeAt(graph, step.at)) return 'gone'
      return isUncontested(graph, step.at) ? 'open' : 'raised'
    case 'counterpoint':
      return counterpointAt(graph, step.at)
  }
}

/** Whether a counterpoint is answered: it, or a step by which it objects, is attacked. Gone if it objects to nothing that is debated. */
function counterpointAt(graph: ArgumentGraph, id: ElementId): FoundInGraph {
  const steps = objectionsIn(graph).get(id)
  if (!steps) return 'gone'
  return [id, ...steps].some((each) => isAttacked(graph, each)) ? 'answered' : 'open'
}

function questionStep({ on, id }: AskedQuestion): DebateStep {
  return { kind: 'question', key: `question ${on} ${id}`, at: on, question: id }
}

function uncontestedStep(at: NodeId): DebateStep {
  return { kind: 'uncontested', key: `uncontested ${at}`, at }
}

function counterpointStep(at: NodeId): DebateStep {
  return { kind: 'counterpoint', key: `counterpoint ${at}`, at }
}

/** Whether no attack bears on a statement, on what it rests on or on a step between. */
function isUncontested(graph: ArgumentGraph, statement: NodeId): boolean {
  let attacked = false
  walk(graph, statement, new Set(), (id) => {
    attacked ||= relationAt(graph, id)?.kind === 'attacks'
  })
  return !attacked
}

const objections = new WeakMap<ArgumentGraph, ReadonlyMap<ElementId, readonly ElementId[]>>()

/** The counterpoints of a graph that speak against what is debated, with the relations by which they do; derived once. */
function objectionsIn(graph: ArgumentGraph): ReadonlyMap<ElementId, readonly ElementId[]> {
  let known = objections.get(graph)
  if (!known) {
    known = objectionsTo(graph, debatedStatements(graph))
    objections.set(graph, known)
  }
  return known
}

/** Those from which a path with an odd number of attacks leads to one of the statements, over premises and steps. */
function objectionsTo(
  graph: ArgumentGraph,
  statements: readonly NodeId[],
): ReadonlyMap<ElementId, readonly ElementId[]> {
  const { premises } = structureOf(graph)
  const found = new Map<ElementId, ElementId[]>()
  const seen = { even: new Set<ElementId>(statements), odd: new Set<ElementId>() }
  const waiting: { readonly id: ElementId; readonly odd: boolean }[] = statements.map((id) => ({
    id,
    odd: false,
  }))
  const reach = (id: ElementId, odd: boolean) => {
    const known = odd ? seen.odd : seen.even
    if (known.has(id)) return
    known.add(id)
    waiting.push({ id, odd })
  }
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    for (const relation of relationsInto(graph, at.id)) {
      if (!isEvaluated(graph, relation)) continue
      const odd = (relationAt(graph, relation)?.kind === 'attacks') !== at.odd
      reach(relation, odd)
      for (const premise of premises.get(relation) ?? []) {
        if (odd && nodeAt(graph, premise)?.kind === 'counterpoint') {
          found.set(premise, [...(found.get(premise) ?? []), relation])
        }
        reach(premise, odd)
      }
    }
  }
  return found
}

function isAttacked(graph: ArgumentGraph, id: ElementId): boolean {
  return relationsInto(graph, id).some((relation) => relationAt(graph, relation)?.kind === 'attacks')
}

function isEvaluated(graph: ArgumentGraph, relation: ElementId): boolean {
  const kind = relationAt(graph, relation)?.kind
  return kind !== undefined && relationKinds[kind].evaluated
}

/** Visits an element and everything that bears on it, in author's order, each once; without recursion, however deep. */
function walk(
  graph: ArgumentGraph,
  start: ElementId,
  visited: Set<ElementId>,
  visit: (id: ElementId) => void,
): void {
  const { premises } = structureOf(graph)
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (visited.has(id)) continue
    visited.add(id)
    visit(id)
    const below = [
      ...(premises.get(id) ?? []),
      ...relationsInto(graph, id).filter((relation) => isEvaluated(graph, relation)),
    ]
    waiting.push(...below.reverse())
  }
}

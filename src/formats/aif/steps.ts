/**
 * The steps of a nodeset: what each S-node (RA, CA, MA) leads from and to, and which of them can be
 * relations. A step needs a premise and an end; an end may be another step, as long as the chain comes to a
 * statement. What is no part of a step that can be drawn is left over, edge by edge. Linear in the nodeset.
 */
import type { AifEdge, AifNode, Nodeset } from './nodeset.ts'

/** Why a step cannot be a relation. */
export type Fault = 'premise' | 'end' | 'itself' | 'circle'

export interface Step {
  readonly node: AifNode
  /** From different statements. */
  readonly premises: AifEdge[]
  /** To different statements and steps; of a step that can be drawn, the first leads to a statement in the end. */
  ends: AifEdge[]
  /** A conflict between two statements, both ways. */
  isSymmetric: boolean
  fault: Fault | undefined
}

export interface Steps {
  /** By the id of the S-node, in the order of the file. */
  readonly steps: ReadonlyMap<string, Step>
  /** From statement straight to statement. */
  readonly direct: readonly AifEdge[]
  /** Edges that belong to no relation, in the order of the file. */
  readonly loose: readonly AifEdge[]
  /** How many of them lead from or to nothing, or repeat another one. */
  readonly dangling: number
  readonly repeated: number
  /** Or from a step that is drawn to one that is not, or back to its own premise. */
  readonly cut: number
}

/** The steps of a nodeset whose nodes are known by id. */
export function stepsIn({ edges }: Nodeset, nodes: ReadonlyMap<string, AifNode>): Steps {
  const steps = new Map<string, Step>()
  for (const [id, node] of nodes) {
    if (isStepType(node.type)) {
      steps.set(id, { node, premises: [], ends: [], isSymmetric: false, fault: undefined })
    }
  }
  const used = new Set<AifEdge>()
  const seen = new Map<string, Set<string>>()
  const direct: AifEdge[] = []
  let [dangling, repeated] = [0, 0]
  for (const edge of edges) {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)]
    if (!from || !to) {
      dangling += 1
      continue
    }
    const place = placeOf(steps, from, to)
    if (!place) continue
    const ends = seen.get(edge.from)
    if (ends?.has(edge.to)) {
      repeated += 1
      continue
    }
    if (ends) ends.add(edge.to)
    else seen.set(edge.from, new Set([edge.to]))
    used.add(edge)
    if (place === 'direct') direct.push(edge)
    else place.push(edge)
  }
  for (const step of steps.values()) judge(step)
  reach(steps)
  const drawn = [...steps.values()].filter(({ fault }) => !fault)
  const before = drawn.reduce((sum, { ends }) => sum + ends.length, 0)
  for (const step of steps.values()) settle(step, steps, used)
  const cut = before - drawn.reduce((sum, { ends }) => sum + ends.length, 0)
  return { steps, direct, loose: edges.filter((edge) => !used.has(edge)), dangling, repeated, cut }
}

/** Whether nodes of this type are steps from statements to others. */
export function isStepType(type: string): boolean {
  return type === 'RA' || type === 'CA' || type === 'MA'
}

function placeOf(
  steps: ReadonlyMap<string, Step>,
  from: AifNode,
  to: AifNode,
): AifEdge[] | 'direct' | undefined {
  if (from.type === 'I') {
    if (to.type === 'I') return from.id === to.id ? undefined : 'direct'
    return steps.get(to.id)?.premises
  }
  // A rephrase is not an inference, so that nothing can lead to it, and it leads to statements only.
  const mayLead = to.type === 'I' || (from.type !== 'MA' && (to.type === 'RA' || to.type === 'CA'))
  return mayLead ? steps.get(from.id)?.ends : undefined
}

/** What is wrong with a step by itself. */
function judge(step: Step): void {
  const premises = new Set(step.premises.map(({ from }) => from))
  const ends = new Set(step.ends.map(({ to }) => to))
  step.isSymmetric =
    step.node.type === 'CA' &&
    premises.size === 2 &&
    ends.size === 2 &&
    [...ends].every((id) => premises.has(id))
  if (step.isSymmetric) return
  if (premises.size === 0) step.fault = 'premise'
  else if (ends.size === 0) step.fault = 'end'
  else if ([...ends].every((id) => premises.has(id))) step.fault = 'itself'
}

/** Finds the steps whose chain of ends comes to a statement, from the statements backwards. */
function reach(steps: ReadonlyMap<string, Step>): void {
  const onto = new Map<string, Step[]>()
  const reached = new Set<Step>()
  const open: Step[] = []
  const take = (step: Step, first: AifEdge): void => {
    reached.add(step)
    open.push(step)
    step.ends = [first, ...step.ends.filter((edge) => edge !== first)]
  }
  for (const step of steps.values()) {
    if (step.fault) continue
    const premises = new Set(step.premises.map(({ from }) => from))
    if (!step.isSymmetric) {
      for (const { to } of step.ends) {
        if (!steps.has(to)) continue
        const list = onto.get(to)
        if (list) list.push(step)
        else onto.set(to, [step])
      }
    }
    const first = step.ends.find(({ to }) => !steps.has(to) && (step.isSymmetric || !premises.has(to)))
    if (first) take(step, first)
  }
  for (let index = 0; index < open.length; index += 1) {
    const reachedStep = open[index]
    for (const step of onto.get(reachedStep?.node.id ?? '') ?? []) {
      const first = step.ends.find(({ to }) => to === reachedStep?.node.id)
      if (first && !reached.has(step)) take(step, first)
    }
  }
  for (const step of steps.values()) if (!step.fault && !reached.has(step)) step.fault = 'circle'
}

/** Leaves over the edges of what cannot be drawn. */
function settle(step: Step, steps: ReadonlyMap<string, Step>, used: Set<AifEdge>): void {
  const premises = new Set(step.premises.map(({ from }) => from))
  const isKept = ({ to }: AifEdge): boolean =>
    !step.fault && (step.isSymmetric || !premises.has(to)) && !steps.get(to)?.fault
  for (const edge of [...step.premises, ...step.ends]) {
    const isEnd = edge.from === step.node.id
    if (step.fault || (isEnd && !isKept(edge))) used.delete(edge)
  }
  step.ends = step.ends.filter(isKept)
}

/**
 * The reasons of a topic as a nested list, each with its evidence, warrant and what backs the step; and the
 * answers to a counterpoint in the same way. A statement is set out where it is met first, later it is only
 * named. Lists are walked with a stack, since maps may be deeper than the call stack.
 */
import { nodeAt, relationAt, type ElementId, type NodeId, type RelationId } from '../../model/graph.ts'
import { structureOf } from '../../model/structure.ts'
import { stepStanding } from '../../reasoning/why/steps.ts'
import { standingWords } from '../../reasoning/words.ts'
import { deepestLevel, emphasis, plain, type ListItem, type Runs } from './blocks.ts'
import {
  contestedRemark,
  detailsOf,
  detailsOfStep,
  quoteOf,
  statement,
  stepRemarks,
  type Writing,
} from './writing.ts'

/** What is written next: a step with its premises, one premise of it, or a line that is ready. */
type Task =
  | { readonly level: number; readonly step: RelationId; readonly side: Side }
  | {
      readonly level: number
      readonly premise: NodeId
      readonly label?: string
      readonly remarks: readonly string[]
      readonly side: Side
      readonly about: ElementId
    }
  | { readonly level: number; readonly line: Runs; readonly about: ElementId }

/**
 * for: reasons of a topic, where objections are only named by their number. answer: what speaks against a
 * counterpoint. reply: what speaks against an answer.
 */
type Side = 'for' | 'answer' | 'reply'

/** Everything the topic's reasons consist of, itself first: what its counterpoints can be aimed at. */
export function coneOf({ graph }: Writing, topic: NodeId): ElementId[] {
  const { into, premises } = structureOf(graph)
  const found = new Set<ElementId>()
  const waiting: ElementId[] = [topic]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    const reasons = (into.get(id) ?? []).filter((step) => relationAt(graph, step)?.kind === 'supports')
    waiting.push(...[...(premises.get(id) ?? []), ...reasons].reverse())
  }
  return [...found]
}

/** The reasons for a topic. */
export function reasonsFor(writing: Writing, topic: NodeId, name: string): ListItem[] {
  return written(writing, name, bearingOn(writing, topic, 'for', 0))
}

/** What answers a counterpoint, and what backs it, from the premises and the step of the objection. */
export function answersTo(writing: Writing, objection: RelationId, name: string): ListItem[] {
  const { premises } = structureOf(writing.graph)
  const below = [...(premises.get(objection) ?? []), objection].flatMap((part) =>
    bearingOn(writing, part, 'answer', 1),
  )
  return written(writing, name, below)
}

function written(writing: Writing, name: string, tasks: readonly Task[]): ListItem[] {
  const items: ListItem[] = []
  const waiting = [...tasks].reverse()
  for (let task = waiting.pop(); task; task = waiting.pop()) {
    const { runs, below } = perform(writing, name, task)
    // A list that goes deeper than Word has levels stays at the last one and names what it belongs to.
    const level = Math.min(task.level, deepestLevel, (items.at(-1)?.level ?? task.level - 1) + 1)
    const above = task.level > deepestLevel ? aboveOf(writing, task) : []
    items.push({ level, runs: [...above, ...runs] })
    waiting.push(...[...below].reverse())
  }
  return items
}

function perform(writing: Writing, name: string, task: Task): { runs: Runs; below: readonly Task[] } {
  if ('line' in task) return { runs: task.line, below: [] }
  return 'step' in task ? performStep(writing, name, task) : performPremise(writing, name, task)
}

function performPremise(
  writing: Writing,
  name: string,
  { premise, level, label, remarks, side }: Extract<Task, { premise: NodeId }>,
): { runs: Runs; below: readonly Task[] } {
  const attacks = kindInto(writing, premise, 'attacks')
  const said = side === 'for' ? contestedRemark(writing, attacks) : []
  const isTopic = writing.topics.has(premise)
  const told = writing.told.get(premise)
  const where =
    told === undefined || !hasMore(writing, premise) ? [] : [told === name ? 'see above' : `see ${told}`]
  const runs = statement(writing, premise, {
    ...(label === undefined ? {} : { label }),
    remarks: [...remarks, ...said, ...where],
  })
  // A topic is set out in a chapter of its own.
  if (isTopic || told !== undefined) return { runs, below: [] }
  writing.told.set(premise, name)
  return {
    runs,
    below: [
      ...detailsOf(writing, premise).map((line) => ({ level: level + 1, line, about: premise })),
      ...bearingOn(writing, premise, side, level + 1),
    ],
  }
}

function performStep(
  writing: Writing,
  name: string,
  { step, level, side }: Extract<Task, { step: RelationId }>,
): { runs: Runs; below: readonly Task[] } {
  const { graph } = writing
  const relation = relationAt(graph, step)
  const premises = structureOf(graph).premises.get(step) ?? []
  const label = labelOf(writing, step, side)
  const attacks = kindInto(writing, step, 'attacks')
  const remarks = [
    ...stepRemarks(writing, step),
    ...(side === 'for' ? contestedRemark(writing, attacks).map((words) => `the step is ${words}`) : []),
    ...defeatRemark(writing, step, side),
  ]
  const about = relation?.to ?? step
  const next = sideAfter(relation?.kind, side)
  const [first] = premises
  const below = [
    ...detailsOfStep(writing, step).map((line): Task => ({ level: level + 1, line, about: first ?? step })),
    ...bearingOn(writing, step, next, level + 1),
  ]
  if (first !== undefined && premises.length === 1) {
    const task = {
      level,
      premise: first,
      remarks,
      side: next,
      about,
      ...(label === undefined ? {} : { label }),
    }
    const done = performPremise(writing, name, task)
    return { runs: done.runs, below: [...below, ...done.below] }
  }
  const runs = [
    emphasis(label ?? 'Taken together:'),
    ...(label === undefined ? [] : [plain(' these, taken together:')]),
    ...(remarks.length === 0 ? [] : [plain(' '), emphasis(`(${remarks.join('; ')})`)]),
  ]
  const each = premises.map((premise): Task => ({
    level: level + 1,
    premise,
    remarks: [],
    side: next,
    about: step,
  }))
  return { runs, below: [...each, ...below] }
}

/** The steps that bear on an element, as tasks. Objections to a topic's reasons have a list of their own. */
function bearingOn(writing: Writing, id: ElementId, side: Side, level: number): Task[] {
  const kinds =
    side === 'for' ? (['supports', 'restates'] as const) : (['supports', 'attacks', 'restates'] as const)
  return kinds.flatMap((kind) => kindInto(writing, id, kind).map((step) => ({ level, step, side })))
}

/** An objection turns the sides; a reason for something is on its side. */
function sideAfter(kind: string | undefined, side: Side): Side {
  if (kind !== 'attacks' || side === 'for') return side
  return side === 'answer' ? 'reply' : 'answer'
}

function labelOf({ graph }: Writing, step: RelationId, side: Side): string | undefined {
  const relation = relationAt(graph, step)
  if (!relation) return undefined
  const onStep = !nodeAt(graph, relation.to)
  switch (relation.kind) {
    case 'attacks':
      return `${side === 'answer' ? 'Answer' : 'Against this answer'}${onStep ? ', to the step' : ''}:`
    case 'restates':
      return 'In other words:'
    case 'supports':
      if (onStep) return 'Backing for this step:'
      return side === 'for' ? undefined : 'Reason:'
    case 'addresses':
      return undefined
  }
}

/** That an answer or a reply as a whole fails although its statement stands, or is open: its step does. */
function defeatRemark(writing: Writing, step: RelationId, side: Side): string[] {
  const standing = writing.evaluation.of(step)?.standing
  if (standing === undefined || standing === 'holds') return []
  if (side === 'for' && standing === 'unresolved') return ['the step is unresolved']
  return [`the step ${standingWords[standing].label}`]
}

function hasMore({ graph }: Writing, id: NodeId): boolean {
  return (structureOf(graph).into.get(id)?.length ?? 0) > 0
}

function kindInto({ graph }: Writing, id: ElementId, kind: string): RelationId[] {
  return (structureOf(graph).into.get(id) ?? []).filter((step) => relationAt(graph, step)?.kind === kind)
}

/** What a line belongs to that hangs deeper than lists go. */
function aboveOf({ graph }: Writing, task: Task): Runs {
  const about = 'step' in task ? relationAt(graph, task.step)?.to : task.about
  if (about === undefined || !nodeAt(graph, about)) return []
  return [emphasis(`On ${quoteOf(graph, about, 50)}:`), plain(' ')]
}

/** Whether a counterpoint as a whole stands. */
export function standsSentence(writing: Writing, objection: RelationId): string {
  const { graph } = writing
  switch (stepStanding(writing, objection)) {
    case 'holds':
      return 'It stands: nothing that holds answers it.'
    case 'unresolved':
      return 'Whether it stands is unresolved: objections and answers block each other.'
    case 'falls': {
      const parts = [...(structureOf(graph).premises.get(objection) ?? []), objection]
      const isAnswered = parts
        .flatMap((part) => kindInto(writing, part, 'attacks'))
        .some((answer) => stepStanding(writing, answer) === 'holds')
      return isAnswered ? 'It is answered.' : 'It does not count: no reason for it holds.'
    }
  }
}

/**
 * The counterpoints to a topic: those against it, against its reasons and against the steps between them, each
 * with a number by which the reasons refer to it, what it is aimed at, whether it stands, and its answers.
 */
import { nodeAt, relationAt, type ElementId, type NodeId, type RelationId } from '../../model/graph.ts'
import { structureOf } from '../../model/structure.ts'
import { emphasis, joined, plain, strong, type ListItem, type Runs } from './blocks.ts'
import { answersTo, standsSentence } from './reasons.ts'
import {
  detailsOf,
  detailsOfStep,
  quoteOf,
  statement,
  stepName,
  stepRemarks,
  type Writing,
} from './writing.ts'

export interface Counterpoints {
  /** Those that are set out under this topic. */
  readonly own: readonly RelationId[]
  /** Numbers of those that bear on it too, but are set out under an earlier one. */
  readonly earlier: readonly string[]
}

/** Finds the objections to anything in the topic's cone, and numbers those that have none yet: "2.1", "2.2". */
export function numberCounterpoints(
  writing: Writing,
  cone: readonly ElementId[],
  prefix: string,
): Counterpoints {
  const { graph, counterpoints } = writing
  const own: RelationId[] = []
  const earlier: string[] = []
  for (const objection of cone.flatMap((id) => structureOf(graph).into.get(id) ?? [])) {
    if (relationAt(graph, objection)?.kind !== 'attacks') continue
    const number = counterpoints.get(objection)
    if (number !== undefined) {
      if (!own.includes(objection) && !earlier.includes(number)) earlier.push(number)
      continue
    }
    own.push(objection)
    counterpoints.set(objection, `${prefix}${own.length}`)
  }
  return { own, earlier: earlier.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })) }
}

/** The list of them with their answers. */
export function counterpointItems(
  writing: Writing,
  { own }: Counterpoints,
  { topic, name }: { readonly topic: NodeId; readonly name: string },
): ListItem[] {
  return own.flatMap((objection) => {
    const premises = structureOf(writing.graph).premises.get(objection) ?? []
    const [first] = premises
    const number = strong(`${writing.counterpoints.get(objection) ?? ''}`)
    const remarks = stepRemarks(writing, objection)
    const head: ListItem[] =
      first !== undefined && premises.length === 1
        ? [
            item(0, [
              number,
              plain(' '),
              // That it is answered is said at the end.
              ...statement(writing, first, { remarks, standing: false }),
              plain(' '),
              ...aim(writing, objection, topic),
              emphasis(standsSentence(writing, objection)),
            ]),
          ]
        : [
            item(0, [
              number,
              plain(' Several statements taken together. '),
              ...aim(writing, objection, topic),
              emphasis(standsSentence(writing, objection)),
            ]),
            ...premises.map((premise) => item(1, statement(writing, premise))),
          ]
    const details = [
      ...premises.flatMap((premise) => tellOnce(writing, premise, name)),
      ...detailsOfStep(writing, objection),
    ]
    return [...head, ...details.map((line) => item(1, line)), ...answersTo(writing, objection, name)]
  })
}

/** "Counterpoints 1.2 and 1.4 bear on this as well." */
export function earlierSentence({ earlier }: Counterpoints): Runs[] {
  if (earlier.length === 0) return []
  const one = earlier.length === 1
  return [
    [
      plain(
        `${one ? 'Counterpoint' : 'Counterpoints'} ${joined(earlier)} above ${one ? 'bears' : 'bear'} on it as well.`,
      ),
    ],
  ]
}

function tellOnce(writing: Writing, premise: NodeId, name: string): Runs[] {
  if (writing.told.has(premise) || writing.topics.has(premise)) return []
  writing.told.set(premise, name)
  return detailsOf(writing, premise)
}

/** What it is aimed at; nothing for the topic itself. */
function aim(writing: Writing, objection: RelationId, topic: NodeId): Runs {
  const to = relationAt(writing.graph, objection)?.to
  if (to === undefined || to === topic) return []
  const target = nodeAt(writing.graph, to) ? quoteOf(writing.graph, to) : stepName(writing, to)
  return [plain(`Aimed at ${target}. `)]
}

function item(level: number, runs: Runs): ListItem {
  return { level, runs }
}

/**
 * Testing the argument: how statements stand, what would change it, what nobody has asked yet. A what-if
 * session only supposes; it reaches the document when it is applied.
 */
import { nodeAt, relationAt } from '../../model/graph.ts'
import type { ElementId, NodeId } from '../../model/graph.ts'
import { nodeKinds, ratingNames, ratings, relationKinds, type Rating } from '../../model/kinds.ts'
import { Refusal } from '../../model/refusal.ts'
import { isRated } from '../../reasoning/base-scores.ts'
import type { Command, CommandContext } from '../command.ts'
import { nothingSelected, primary, selectedElements, selectedNodes } from '../edits/selection.ts'
import { applySuppositions } from '../edits/what-if.ts'
import { areDoubted, areRated, withDoubts, withRating } from '../suppositions.ts'
import { refusalOf } from './outcome.ts'

export const evaluateCommands: readonly Command[] = [
  {
    id: 'evaluate.show',
    label: 'Show how statements stand',
    group: 'evaluate',
    icon: 'Scale',
    keys: ['e'],
    scope: 'map',
    menus: ['canvas'],
    keywords: ['evaluation', 'standing', 'bars', 'plain', 'hide', 'verdict'],
    checked: ({ view }) => view?.evaluation ?? false,
    run: (services) => services.toggleEvaluation(),
  },
  {
    id: 'evaluate.verdicts',
    label: 'Verdicts',
    group: 'evaluate',
    icon: 'Gavel',
    keys: ['v'],
    scope: 'map',
    keywords: ['recommendations', 'panel', 'why', 'review', 'stand', 'what matters'],
    checked: ({ view }) => view?.review === 'verdicts',
    run: (services) => services.toggleReview('verdicts'),
  },
  {
    id: 'evaluate.problems',
    label: 'Problems',
    group: 'evaluate',
    icon: 'ListChecks',
    keys: ['o'],
    scope: 'map',
    keywords: ['lint', 'findings', 'weak', 'unsupported', 'panel', 'review'],
    checked: ({ view }) => view?.review === 'problems',
    run: (services) => services.toggleReview('problems'),
  },
  {
    id: 'evaluate.doubt',
    label: 'What if this were doubted?',
    group: 'evaluate',
    icon: 'CircleSlash',
    keys: ['x'],
    scope: 'map',
    menus: ['node', 'relation'],
    keywords: ['what if', 'without', 'trust again', 'leave out', 'suppose'],
    checked: ({ state: { selection }, view }) => areDoubted(view?.supposition, selection),
    refuse: (context) => refusalOf(doubtable(context)),
    run: (services, context) => {
      const ids = doubtable(context)
      if (!(ids instanceof Refusal)) services.suppose(withDoubts(context.view?.supposition, ids))
    },
  },
  ...[...ratingNames, undefined].map((rating): Command => ({
    id: `evaluate.suppose.${rating ?? 'unrated'}`,
    label: rating ? `What if this were rated ${ratings[rating].label}?` : 'What if this were not rated?',
    group: 'evaluate',
    keywords: ['certainty', 'confidence', 'suppose', 'grade'],
    checked: ({ state: { selection }, view }) => areRated(view?.supposition, { ids: selection, rating }),
    refuse: (context) => refusalOf(ratable(context, rating)),
    run: (services, context) => {
      const ids = ratable(context, rating)
      if (ids instanceof Refusal) return
      services.suppose(withRating(context.state.graph, context.view?.supposition, { ids, rating }))
    },
  })),
  {
    id: 'evaluate.what-if.apply',
    label: 'Apply what is supposed',
    group: 'evaluate',
    icon: 'Check',
    keywords: ['what if', 'keep', 'accept'],
    refuse: (context) => refusalOf(applied(context)),
    run: (services, context, dispatch) => {
      const outcome = applied(context)
      dispatch(outcome)
      if (!(outcome instanceof Refusal)) services.suppose(undefined)
    },
  },
  {
    id: 'evaluate.what-if.discard',
    label: 'Discard what is supposed',
    group: 'evaluate',
    icon: 'X',
    keywords: ['what if', 'end', 'reset', 'trust again'],
    refuse: ({ view }) => (view?.supposition ? undefined : nothingSupposed()),
    run: (services) => services.suppose(undefined),
  },
  {
    id: 'evaluate.questions',
    label: 'Critical questions…',
    group: 'evaluate',
    icon: 'CircleHelp',
    keys: ['q'],
    scope: 'map',
    menus: ['node', 'relation'],
    keywords: ['scheme', 'checklist', 'objections', 'challenge', 'criteria'],
    refuse: (context) => refusalOf(questionable(context)),
    run: (services) => services.editDetails('questions'),
  },
  {
    id: 'evaluate.debate',
    label: 'Debate mode',
    group: 'evaluate',
    icon: 'MessagesSquare',
    keys: ['d'],
    scope: 'map',
    keywords: ['class', 'meeting', 'questions one by one', 'walk through', 'discuss'],
    checked: ({ view }) => view?.debate ?? false,
    refuse: ({ state: { graph } }) =>
      Object.keys(graph.nodes).length === 0 ? nothingSelected(graph) : undefined,
    run: (services) => services.toggleDebate(),
  },
]

function doubtable(context: CommandContext): readonly ElementId[] | Refusal {
  const ids = selectedElements(context)
  if (ids instanceof Refusal) return ids
  const { graph } = context.state
  const evaluated = ids.filter((id) => {
    const [node, relation] = [nodeAt(graph, id), relationAt(graph, id)]
    return node ? nodeKinds[node.kind].evaluated : relation && relationKinds[relation.kind].evaluated
  })
  return evaluated.length > 0
    ? evaluated
    : new Refusal('This takes no part in evaluation: select a claim, evidence or a step instead.')
}

function ratable(context: CommandContext, rating: Rating | undefined): readonly NodeId[] | Refusal {
  const ids = selectedNodes(context)
  if (ids instanceof Refusal) return ids
  const { graph } = context.state
  const rated = ids.filter((id) => {
    const kind = nodeAt(graph, id)?.kind
    return kind !== undefined && isRated(kind)
  })
  if (rated.length === 0) {
    return new Refusal('This carries no rating: select evidence, an assumption or a counterpoint instead.')
  }
  const supposed = context.view?.supposition?.ratings ?? {}
  const isSoAlready = (id: NodeId) => nodeAt(graph, id)?.rating === rating && !Object.hasOwn(supposed, id)
  return rated.every(isSoAlready) ? new Refusal('That is its rating already: suppose another one.') : rated
}

function applied(context: CommandContext) {
  const supposition = context.view?.supposition
  return supposition ? applySuppositions(context, supposition) : nothingSupposed()
}

function nothingSupposed(): Refusal {
  return new Refusal('Nothing is supposed: select a statement and press X to doubt it.')
}

function questionable(context: CommandContext): ElementId | Refusal {
  const id = primary(context)
  if (id instanceof Refusal) return id
  const { graph } = context.state
  const relation = relationAt(graph, id)
  const isAsked =
    relation === undefined
      ? nodeAt(graph, id)?.kind === 'recommendation'
      : relationKinds[relation.kind].evaluated
  return isAsked
    ? id
    : new Refusal('Questions are asked of a step or a recommendation: press R to go to the step from here.')
}

/**
 * What has been asked about a topic: critical questions of its steps and decision criteria, those that were
 * looked into with what was found, and those that are still open.
 */
import { nodeAt, type ElementId, type NodeId } from '../../model/graph.ts'
import {
  criteriaOf,
  questionsOf,
  type AskedCriterion,
  type AskedQuestion,
} from '../../reasoning/critical-questions.ts'
import { relationsOutOf } from '../../model/structure.ts'
import { oneLine } from '../plain-text.ts'
import { emphasis, joined, numberWord, plain, withStop, type ListItem, type Runs } from './blocks.ts'
import { capitalised, quoteOf, stepName, type Writing } from './writing.ts'

export interface Asked {
  readonly answered: readonly ListItem[]
  readonly open: readonly ListItem[]
  /** On questions that are open, but that nobody needs to answer until somebody raises them. */
  readonly further: readonly Runs[]
}

/** Everything asked about what is in a topic's cone and was not asked under an earlier topic. */
export function askedAbout(writing: Writing, topic: NodeId, parts: readonly ElementId[]): Asked {
  const { graph } = writing
  const questions = parts.flatMap((part) => questionsOf(graph, part))
  const criteria = criteriaOf(graph, topic)
  const open = questions.filter(({ state, burden }) => state === 'open' && burden === 'asked')
  const further = questions.filter(({ state, burden }) => state === 'open' && burden === 'raised')
  return {
    answered: [
      ...criteria.flatMap((criterion) => answeredCriterion(writing, criterion)),
      ...questions.flatMap((question) => answeredQuestion(writing, question, topic)),
    ],
    open: grouped(writing, open, topic),
    further: [...notConsidered(criteria), ...furtherSentence(further.length)],
  }
}

function answeredCriterion(writing: Writing, criterion: AskedCriterion): ListItem[] {
  if (criterion.state === 'open') return []
  const label = capitalised(criterion.label)
  return [
    {
      level: 0,
      runs: [emphasis(`${label}:`), plain(` ${criterion.question} ${foundWords(writing, criterion)}`)],
    },
  ]
}

function answeredQuestion(writing: Writing, question: AskedQuestion, topic: NodeId): ListItem[] {
  if (question.state === 'open') return []
  const about = aboutWords(writing, question.on, topic)
  return [
    {
      level: 0,
      runs: [emphasis(`${about}:`), plain(` ${question.question} ${foundWords(writing, question)}`)],
    },
  ]
}

/** "No problem was found: see “…”.", "A problem was found: counterpoint 1.2." */
function foundWords(writing: Writing, found: AskedQuestion | AskedCriterion): string {
  if (found.state === 'open') return ''
  const words = oneLine(found.text ?? '')
  const verdict = found.state === 'answered' ? 'No problem was found' : 'A problem was found'
  const by = found.by === undefined ? '' : placeOf(writing, found.by)
  if (words === '') return by === '' ? `${verdict}.` : `${verdict}: ${by}.`
  return `${verdict}: ${withStop(words)}${by === '' ? '' : ` ${capitalised(by)}.`}`
}

/** Where a statement is set out: by the number of the counterpoint that it is, or by its words. */
function placeOf({ graph, counterpoints }: Writing, id: NodeId): string {
  const number = relationsOutOf(graph, id).flatMap((relation) => counterpoints.get(relation) ?? [])[0]
  return number === undefined ? `see ${quoteOf(graph, id)}` : `counterpoint ${number}`
}

/** Open questions, each with the steps of which it is asked: many steps of one kind raise the same question. */
function grouped(writing: Writing, open: readonly AskedQuestion[], topic: NodeId): ListItem[] {
  const byQuestion = new Map<string, ElementId[]>()
  for (const { question, on } of open) byQuestion.set(question, [...(byQuestion.get(question) ?? []), on])
  return [...byQuestion].flatMap(([question, places]): ListItem[] => {
    const [first, second] = places
    if (first !== undefined && second === undefined) {
      return [
        { level: 0, runs: [plain(`${question} `), emphasis(`(${aboutWords(writing, first, topic)}.)`)] },
      ]
    }
    const each = places.map((on): ListItem => ({
      level: 1,
      runs: [emphasis(aboutWords(writing, on, topic))],
    }))
    return [{ level: 0, runs: [plain(question)] }, ...each]
  })
}

function aboutWords(writing: Writing, on: ElementId, topic: NodeId): string {
  if (on === topic) return 'As a whole'
  return `On ${nodeAt(writing.graph, on) ? quoteOf(writing.graph, on) : stepName(writing, on)}`
}

/** The criteria nobody has considered, once anybody has considered some. */
function notConsidered(criteria: readonly AskedCriterion[]): Runs[] {
  const open = criteria.filter(({ state }) => state === 'open')
  if (open.length === 0 || open.length === criteria.length) return []
  return [[plain(`Not considered yet: ${joined(open.map(({ label }) => label))}.`)]]
}

function furtherSentence(count: number): Runs[] {
  if (count === 0) return []
  const one = count === 1
  return [
    [
      plain(
        `${capitalised(numberWord(count))} further critical question${one ? ' has' : 's have'} not been looked into; ${one ? 'it counts' : 'they count'} only once somebody raises ${one ? 'it' : 'one'}.`,
      ),
    ],
  ]
}

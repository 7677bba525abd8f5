/**
 * Answers to critical questions and decision criteria, when what they name goes or gets another id. An
 * answer says "fine" in a sentence, by naming a node, or on nobody's word; "problem" is what a counterpoint
 * says. So an answer that has lost all that it rested on is none, and its question is open again.
 */
import type { Answer, Answers, NodeId } from './graph.ts'

/** The answers that are left when these nodes are gone, or undefined if none is; the very same ones if none goes. */
export function answersWithout(
  answers: Answers | undefined,
  isGone: (id: NodeId) => boolean,
): Answers | undefined {
  if (!answers || !Object.values(answers).some(({ by }) => by !== undefined && isGone(by))) return answers
  return mapAnswers(answers, (answer) => {
    const { by, ...rest } = answer
    if (by === undefined || !isGone(by)) return answer
    return answer.answer === 'fine' && answer.text ? rest : undefined
  })
}

/** The answers with the nodes they name under other ids, where these have one. */
export function answersRenamed(
  answers: Answers | undefined,
  ids: ReadonlyMap<NodeId, NodeId>,
): Answers | undefined {
  return (
    answers &&
    mapAnswers(answers, (answer) => {
      const by = answer.by === undefined ? undefined : ids.get(answer.by)
      return by === undefined ? answer : { ...answer, by }
    })
  )
}

/**
 * The answers of several inferences that become one: where they differ, a problem found in one of them is
 * a problem of the whole. Undefined if there are none.
 */
export function answersJoined(all: readonly (Answers | undefined)[]): Answers | undefined {
  const joined = new Map<string, Answer>()
  for (const [question, answer] of all.flatMap((answers) => Object.entries(answers ?? {}))) {
    const there = joined.get(question)
    if (!there || (there.answer === 'fine' && answer.answer === 'problem')) joined.set(question, answer)
  }
  return joined.size === 0 ? undefined : Object.fromEntries(joined)
}

/** A record with other answers under a name; without that name if there are none. */
export function withAnswers<T extends object, K extends 'questions' | 'criteria'>(
  record: T & { readonly [key in K]?: Answers },
  name: K,
  answers: Answers | undefined,
): T {
  if (record[name] === answers) return record
  const { [name]: _, ...rest } = record
  return (answers === undefined ? rest : { ...rest, [name]: answers }) as T
}

function mapAnswers(answers: Answers, change: (answer: Answer) => Answer | undefined): Answers | undefined {
  const left = Object.entries(answers).flatMap(([question, answer]) => {
    const changed = change(answer)
    return changed ? [[question, changed] as const] : []
  })
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

/**
 * How one element stands, for drawing it: each part of the map listens for itself alone, and is drawn again
 * only when what it shows changes.
 */
import { useMemo } from 'react'
import type { ElementId } from '../../model/graph.ts'
import type { Standing } from '../../reasoning/evaluation.ts'
import type { AppState } from '../app-state.ts'
import { useApp } from '../app-state.ts'

export interface Shown {
  readonly standing: Standing
  /** What it is without the supposition, where that is something else. */
  readonly before: Standing | undefined
  /** Whole points out of 100. */
  readonly support: number
  readonly objection: number
}

/** What is drawn of the evaluation; undefined while nothing is known or evaluation is not shown. */
export function useStanding(id: ElementId): Shown | undefined {
  // A word instead of an object, so that equal answers are equal.
  const word = useApp((state) => wordOf(state, id))
  return useMemo(() => {
    if (word === '') return undefined
    const [standing, before, support, objection] = word.split(' ')
    return {
      standing: standing as Standing,
      before: before === standing ? undefined : (before as Standing),
      support: Number(support),
      objection: Number(objection),
    }
  }, [word])
}

/** Whether the element is doubted in the what-if session, or left out together with what is. */
export function useDoubted(id: ElementId): 'doubted' | 'left-out' | undefined {
  return useApp(({ supposition, supposed }) => {
    if (supposition?.doubted.includes(id)) return 'doubted'
    return supposed?.leftOut.has(id) ? 'left-out' : undefined
  })
}

/** Whether a support is not counted because it only leads back to where it starts. */
export function useCircular(id: ElementId): boolean {
  return useApp(
    ({ evaluationShown, analysis }) => evaluationShown && analysis?.evaluation.circular.has(id) === true,
  )
}

/** How many critical questions of a relation or recommendation nobody has answered. */
export function useOpenQuestions(id: ElementId): number {
  return useApp(({ evaluationShown, analysis }) => (evaluationShown ? (analysis?.openQuestions[id] ?? 0) : 0))
}

function wordOf({ evaluationShown, analysis, supposed }: AppState, id: ElementId): string {
  const own = analysis?.evaluation.of(id)
  const now = supposed ? supposed.of(id) : own
  if (!evaluationShown || !own || !now) return ''
  const score = (value: number) => Math.round(value * 100)
  return `${now.standing} ${own.standing} ${score(now.support)} ${score(now.objection)}`
}

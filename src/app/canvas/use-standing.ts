/**
 * How one element stands, for drawing it: each part of the map listens for itself alone, and is drawn again
 * only when what it shows changes.
 */
import { useMemo } from 'react'
import type { ElementId } from '../../model/graph.ts'
import type { Standing } from '../../reasoning/evaluation.ts'
import { points } from '../../reasoning/words.ts'
import type { AppState } from '../app-state.ts'
import { useApp } from '../app-state.ts'

export interface Shown {
  readonly standing: Standing
  /** What it is without the supposition, where that is something else. */
  readonly before: Standing | undefined
  /** False where no steady score was found: then the numbers mean nothing. */
  readonly settled: boolean
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
    const [standing, before, support, objection, unsettled] = word.split(' ')
    return {
      standing: standing as Standing,
      before: before === standing ? undefined : (before as Standing),
      settled: unsettled === undefined,
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
  const evaluation = supposed ?? analysis?.evaluation
  const now = evaluation?.of(id)
  if (!evaluationShown || !own || !now) return ''
  const words = [now.standing, own.standing, points(now.support), points(now.objection)]
  return [...words, ...(evaluation?.unsettled.has(id) ? ['unsettled'] : [])].join(' ')
}

/** What is to be said of a relation besides its name: why it does not count. */
export function useWhyUncounted(id: ElementId): string {
  const doubted = useDoubted(id)
  const circular = useCircular(id)
  if (doubted === 'doubted') return 'Doubted: it is left out for the time being.'
  if (doubted === 'left-out') return 'Left out for the time being, with what is doubted.'
  return circular ? 'Not counted: circular. It only leads back to where it starts.' : ''
}

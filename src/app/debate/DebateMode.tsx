/**
 * The debate mode, docked below the map: one question at a time, answered by keys or buttons. While it is open the
 * map shows what is talked about. Every answer is an ordinary edit, so undo takes it back and the debate returns to
 * its question. Single letters act only while the card has the keys, and not where they are switched off.
 */
import { useRef, useState, type KeyboardEvent } from 'react'
import {
  currentStep,
  fineInDebate,
  goToStep,
  hasOutcome,
  nextStep,
  previousStep,
  raiseInDebate,
  settleStep,
  skipStep,
  stepsByOutcome,
  sumUp,
} from '../../editor/debate.ts'
import { questionAt } from '../../editor/debate-steps.ts'
import { objectionTargets } from '../../editor/objection-targets.ts'
import type { EffectName } from '../../reasoning/schemes/scheme.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { isTextField } from '../keys.ts'
import { Step, startOfProblem, type Answering } from './Step.tsx'
import { wordsOf } from './step-words.ts'
import { Summary } from './Summary.tsx'
import { useDebate } from './use-debate.ts'
import { useStepOnMap } from './use-step-on-map.ts'

export function DebateMode() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const singleKeys = useApp((state) => state.singleKeys)
  const ofBranch = useApp((state) => state.focus !== undefined)
  const card = useRef<HTMLElement>(null)
  const { debate, begun, move, restart } = useDebate()
  const step = currentStep(debate)
  const [answering, setAnswering] = useState<Answering & { readonly of?: string }>({ doing: 'nothing' })
  // What was begun at one step is not meant for another.
  const answer: Answering = answering.of === step?.key ? answering : { doing: 'nothing' }
  const begin = (next: Answering) => setAnswering({ ...next, ...(step && { of: step.key }) })
  useStepOnMap(debate, card, answer.doing === 'nothing')

  const end = () => {
    application.set({ debate: false })
    application.canvas()?.focus()
  }
  /** Something that was achieved is summed up before the end. */
  const endOrSumUp = () => (step && hasOutcome(graph, debate) ? move(sumUp) : end())
  const latest = () => application.store.getState().editor.graph
  const fine = (text: string) => {
    if (!step) return
    const outcome = fineInDebate(application.context(), step, text)
    if (outcome === undefined) move((now) => settleStep(latest(), now))
    else if (application.dispatch(outcome)) move((now) => nextStep(latest(), now))
    setAnswering({ doing: 'nothing' })
  }
  const problem = (text: string, effect: EffectName | undefined) => {
    if (!step || !application.dispatch(raiseInDebate(application.context(), step, { text, effect }))) return
    move((now) => nextStep(latest(), now))
    setAnswering({ doing: 'nothing' })
  }
  const skip = () => move((now) => skipStep(latest(), now))
  const back = debate.at > 0 ? () => move(previousStep) : undefined

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return
    const act = actOf(event.key.toLowerCase())
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const actOf = (key: string): (() => void) | undefined => {
    if (key === 'escape') return answer.doing === 'nothing' ? endOrSumUp : () => begin({ doing: 'nothing' })
    if (answer.doing === 'target' && step && singleKeys) {
      const asked = questionAt(graph, step)
      const target = asked && objectionTargets(graph, asked)[Number(key) - 1]
      return target && (() => begin({ doing: 'problem', target }))
    }
    if (answer.doing !== 'nothing') return undefined
    if (key === 'arrowleft') return back
    if (!step) return undefined
    if (key === 'arrowright') return skip
    if (!singleKeys) return undefined
    const asked = questionAt(graph, step)
    if (key === 's') return skip
    if (key === 'f') return asked ? () => begin({ doing: 'fine' }) : () => fine('')
    if (key === wordsOf(graph, step).problemKey.toLowerCase()) {
      return () => begin(startOfProblem(asked ? objectionTargets(graph, asked) : []))
    }
    return undefined
  }

  const done = step ? debate.at : debate.steps.length - stepsByOutcome(graph, debate).open.length
  return (
    <section ref={card} className="debate" aria-label="Debate" tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="debate-head">
        <h2>{ofBranch ? 'Debate of this branch' : 'Debate'}</h2>
        <span className="debate-count">
          {step ? `${debate.at + 1} of ${debate.steps.length}` : 'Summary'}
        </span>
        <span className="debate-track" aria-hidden="true">
          <span style={{ inlineSize: `${(done / Math.max(1, debate.steps.length)) * 100}%` }} />
        </span>
        <button type="button" className="icon-button" aria-label="End the debate mode" onClick={end}>
          <Icon name="X" />
        </button>
      </div>
      {step ? (
        <Step
          key={step.key}
          step={step}
          answering={answer}
          onAnswering={begin}
          onFine={fine}
          onProblem={problem}
          onSkip={skip}
          onBack={back}
        />
      ) : (
        <Summary
          debate={debate}
          begun={begun}
          onGo={({ key }) => move((now) => goToStep(now, key))}
          onAgain={restart}
          onBack={back}
          onEnd={end}
        />
      )}
    </section>
  )
}

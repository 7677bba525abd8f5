/**
 * One step of the debate: what it is about, one question, and the answers as buttons with their keys. An answer that
 * needs words opens a field for them.
 */
import { useId } from 'react'
import { questionAt, type DebateStep } from '../../editor/debate-steps.ts'
import { objectionTargets, type ObjectionTarget } from '../../editor/objection-targets.ts'
import type { EffectName } from '../../reasoning/schemes/scheme.ts'
import { useApp } from '../app-state.ts'
import { Icon, type IconName } from '../icons.tsx'
import { Targets, WordsForm } from './AnswerForms.tsx'
import { Inference } from './Inference.tsx'
import { wordsOf } from './step-words.ts'

/** What is being answered: nothing yet, "fine" with a sentence, a problem whose place is chosen, or one that is typed. */
export type Answering =
  | { readonly doing: 'nothing' }
  | { readonly doing: 'fine' }
  | { readonly doing: 'target' }
  | { readonly doing: 'problem'; readonly target?: ObjectionTarget | undefined }

interface StepProps {
  readonly step: DebateStep
  readonly answering: Answering
  readonly onAnswering: (answering: Answering) => void
  readonly onFine: (text: string) => void
  readonly onProblem: (text: string, effect: EffectName | undefined) => void
  readonly onSkip: () => void
  /** Absent at the first step. */
  readonly onBack: (() => void) | undefined
}

export function Step({ step, answering, onAnswering, onFine, onProblem, onSkip, onBack }: StepProps) {
  const graph = useApp((state) => state.editor.graph)
  const singleKeys = useApp((state) => state.singleKeys)
  const words = wordsOf(graph, step)
  const asked = questionAt(graph, step)
  const targets = asked ? objectionTargets(graph, asked) : []
  const id = useId()
  const back = () => onAnswering({ doing: 'nothing' })
  const key = (letter: string) => (singleKeys ? letter : undefined)
  return (
    <div className="debate-step">
      <Inference id={step.at} />
      <div className="debate-ask" role="group" aria-labelledby={id}>
        <p className="debate-kind">{words.kind}</p>
        <h3 className="debate-question" id={id}>
          {words.question}
        </h3>
        {words.hint !== undefined && <p className="debate-hint">{words.hint}</p>}
        {asked && asked.state !== 'open' && <p className="debate-hint">{alreadyWords(asked.state)}</p>}
        {answering.doing === 'nothing' && (
          <div className="debate-answers">
            <Answer
              icon="Check"
              keys={key('F')}
              onClick={() => (asked ? onAnswering({ doing: 'fine' }) : onFine(''))}
            >
              {words.fine}
            </Answer>
            <Answer
              icon="ShieldAlert"
              keys={key(words.problemKey)}
              onClick={() => onAnswering(startOfProblem(targets))}
            >
              {words.problem}
            </Answer>
            <span className="debate-moves">
              {onBack && (
                <Answer icon="ArrowLeft" keys="←" quiet onClick={onBack}>
                  Back
                </Answer>
              )}
              <Answer icon="ArrowRight" keys={key('S') ?? '→'} quiet onClick={onSkip}>
                Skip
              </Answer>
            </span>
          </div>
        )}
        {answering.doing === 'target' && (
          <Targets
            targets={targets}
            singleKeys={singleKeys}
            onPick={(target) => onAnswering({ doing: 'problem', target })}
            onBack={back}
          />
        )}
        {answering.doing === 'fine' && (
          <WordsForm
            label="Why is it fine?"
            placeholder="One sentence, if you like"
            action="Record"
            onGive={onFine}
            onBack={back}
          />
        )}
        {answering.doing === 'problem' && (
          <WordsForm
            label={words.prompt}
            hint={
              answering.target === undefined ? undefined : `It is added to the map ${answering.target.words}.`
            }
            placeholder="One plain sentence"
            action="Add to the map"
            needed
            onGive={(text) => onProblem(text, answering.target?.effect)}
            onBack={back}
          />
        )}
      </div>
    </div>
  )
}

/** How a problem begins: where there are several places for it, one is chosen first. */
export function startOfProblem(targets: readonly ObjectionTarget[]): Answering {
  return targets.length > 1 ? { doing: 'target' } : { doing: 'problem', target: targets[0] }
}

function alreadyWords(state: 'answered' | 'raised'): string {
  return state === 'answered'
    ? 'It has been answered: another answer replaces that.'
    : 'It has been raised: a counterpoint on the map says so.'
}

interface AnswerProps {
  readonly icon: IconName
  readonly keys: string | undefined
  readonly quiet?: boolean
  readonly onClick: () => void
  readonly children: string
}

function Answer({ icon, keys, quiet, onClick, children }: AnswerProps) {
  return (
    <button type="button" className={quiet ? 'button quiet large' : 'button large'} onClick={onClick}>
      <Icon name={icon} size={18} />
      {children}
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  )
}

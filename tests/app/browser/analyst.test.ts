/** The analyst: stages of the newest request, nothing worked out twice, trouble told and left behind. */
import { describe, expect, it } from 'vitest'
import { createAnalyst } from '../../../src/app/browser/analyst.ts'
import type { AnalysisAnswer, AnalysisRequest } from '../../../src/app/browser/analysis-client.ts'
import { changesBetween } from '../../../src/model/changes.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { fromArrays } from '../../../src/reasoning/evaluation-arrays.ts'
import { findProblems } from '../../../src/reasoning/problems/find-problems.ts'
import { sensitivityOf } from '../../../src/reasoning/sensitivity/sensitivity.ts'
import { graph } from '../../support/graph-builder.ts'

/** An analyst whose every look at the clock takes so many ms, and who is asked things during its turns. */
function setUp({ step = 0 } = {}) {
  const said: AnalysisAnswer[] = []
  const interruptions: (() => void)[] = []
  let time = 0
  let mirrored = emptyGraph()
  let count = 0
  const analyst = createAnalyst({
    send: (answer) => said.push(structuredClone(answer)),
    turn: async () => {
      await Promise.resolve()
      interruptions.shift()?.()
    },
    now: () => (time += step),
  })
  const ask = (of: ArgumentGraph, supposition?: AnalysisRequest['supposition']) => {
    count += 1
    const changes = changesBetween(mirrored, of)
    mirrored = of
    return analyst({ request: count, changes, supposition })
  }
  /** What was said, in one word each: "1 evaluation". */
  const words = () =>
    said.map((answer) => {
      if ('ready' in answer) return 'ready'
      const word =
        'stage' in answer ? answer.stage.stage : Object.keys(answer).find((key) => key !== 'request')
      return `${answer.request} ${word}`
    })
  const stages = () => said.flatMap((answer) => ('stage' in answer ? [answer.stage] : []))
  const evaluations = () => stages().flatMap((stage) => (stage.stage === 'evaluation' ? [stage] : []))
  const findings = () => stages().flatMap((stage) => (stage.stage === 'findings' ? [stage.findings] : []))
  /** Does something at a later turn; the answer waits for it. */
  const atTurn = (turn: number, run: () => Promise<void>) => {
    let doing = Promise.resolve()
    for (let before = 1; before < turn; before += 1) interruptions.push(() => {})
    interruptions.push(() => {
      doing = run()
    })
    return () => doing
  }
  return { ask, said, words, evaluations, findings, atTurn }
}

const drawn = graph`e1 supports c1; c1 supports p1; k1 attacks c1`
/** Without the evidence, the recommendation would not be favoured: a problem that is found late. */
const base: ArgumentGraph = {
  ...drawn,
  nodes: { ...drawn.nodes, e1: { kind: 'evidence', text: 'e1', rating: 'high' } },
}
const edited: ArgumentGraph = {
  ...base,
  nodes: { ...base.nodes, e1: { kind: 'evidence', text: 'New.', rating: 'high' } },
}

function sensitivity(of: ArgumentGraph) {
  const work = sensitivityOf(evaluate(of))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

describe('an analyst', () => {
  it('tells the evaluation, then what matters, then all findings once', async () => {
    const { ask, words, evaluations, findings } = setUp()
    await ask(base)
    expect(words()).toEqual(['1 evaluation', '1 sensitivity', '1 findings', '1 done'])
    const [stage] = evaluations()
    const told = stage && fromArrays(stage.evaluation, base)
    for (const id of ['e1', 'c1', 'p1', 'k1', 'r1']) {
      expect(told?.of(id)).toEqual(evaluate(base).of(id))
    }
    expect(findings()).toEqual([findProblems(evaluate(base), sensitivity(base)).findings])
  })

  it('tells findings early where the rest takes long, and says meanwhile that it works', async () => {
    const { ask, words, findings } = setUp({ step: 60 })
    await ask(base)
    const told = words().filter((word) => word !== '1 working')
    expect(told).toEqual(['1 evaluation', '1 findings', '1 sensitivity', '1 findings', '1 done'])
    expect(words()).toContain('1 working')
    expect(findings()[0]).toEqual(findProblems(evaluate(base)).findings)
    expect(findings()[1]).toEqual(findProblems(evaluate(base), sensitivity(base)).findings)
    expect(findings()[0]).not.toEqual(findings()[1])
  })

  it('keeps what is found late while a document is edited, but not for another document', async () => {
    const { ask, findings } = setUp({ step: 60 })
    const late = (index: number) =>
      findings()
        .at(index)
        ?.some(({ rule }) => rule === 'pivotal-evidence')
    await ask(base)
    expect([late(0), late(1)]).toEqual([false, true])
    await ask(edited)
    expect(late(2)).toBe(true)
    await ask(structuredClone(base))
    expect(late(4)).toBe(false)
  })

  it('goes with the newest request and gives up the others', async () => {
    const { ask, words, atTurn } = setUp()
    const newer = atTurn(1, () => ask(edited))
    await ask(base)
    await newer()
    expect(words()).toEqual(['2 evaluation', '2 sensitivity', '2 findings', '2 done'])

    const later = setUp({ step: 60 })
    const newest = later.atTurn(6, () => later.ask(edited))
    await later.ask(base)
    await newest()
    expect(later.words().filter((word) => word.startsWith('1'))).not.toContain('1 done')
    expect(later.words().at(-1)).toBe('2 done')
    expect(later.findings().at(-1)).toEqual(findProblems(evaluate(edited), sensitivity(edited)).findings)
  })

  it('evaluates an edit as if it had never seen anything else', async () => {
    const { ask, evaluations } = setUp()
    await ask(base)
    await ask(edited)
    const told = evaluations()[1]
    expect(told && fromArrays(told.evaluation, edited).of('c1')).toEqual(evaluate(edited).of('c1'))
  })

  it('tells what follows under a supposition beside what follows without, and works out the rest once', async () => {
    const { ask, words, evaluations, atTurn } = setUp({ step: 60 })
    const supposition = { doubted: ['k1'], ratings: { e1: 'low' as const } }
    const newer = atTurn(4, () => ask(base, supposition))
    await ask(base)
    await newer()
    const [own, both] = evaluations()
    expect(own?.supposed).toBeUndefined()
    expect(both?.evaluation).toEqual(own?.evaluation)
    const supposed = both?.supposed && fromArrays(both.supposed, base)
    expect(supposed?.of('c1')).toEqual(
      evaluate(base, { doubted: ['k1'], supposedRatings: { e1: 'low' } }).of('c1'),
    )
    expect(words().at(-1)).toBe('2 done')

    const settled = words().length
    await ask(base)
    expect(words().slice(settled)).toEqual(['3 evaluation', '3 sensitivity', '3 findings', '3 done'])
  })

  it('counts the open questions', async () => {
    const { ask, evaluations } = setUp()
    const { r1, ...relations } = base.relations
    await ask({ ...base, relations: { r1: { ...r1!, scheme: 'expert-opinion' }, ...relations } })
    expect(evaluations()[0]?.openQuestions).toEqual({ r1: 6 })
  })

  it('tells what went wrong and evaluates the next document all the same', async () => {
    const { ask, said, words } = setUp()
    const broken = { ...base, nodes: { ...base.nodes, c1: { kind: 'nothing of the kind', text: '' } } }
    // What the validation would never let through.
    await ask(broken as unknown as ArgumentGraph)
    expect(said).toHaveLength(1)
    expect(said[0]).toHaveProperty('error')
    await ask(base)
    expect(words().at(-1)).toBe('2 done')
  })
})

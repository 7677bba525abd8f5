import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isLegalId } from '../../src/model/ids.ts'
import { criterionNames, decisionCriteria } from '../../src/reasoning/decision-criteria.ts'
import { criteriaOf, questionsOf, schemeAt } from '../../src/reasoning/critical-questions.ts'
import { labelOfScheme, schemeIds, schemeOf, schemes } from '../../src/reasoning/schemes.ts'
import { schemeGroups, type Scheme } from '../../src/reasoning/schemes/scheme.ts'
import { openGraph } from '../support/read-graph.ts'

const table: readonly (readonly [string, Scheme])[] = Object.entries(schemes)

/** Effects as the design writes them: premise, undercut, rebut, alternative; "e" for who asks is owed an answer. */
function shorthand({ questions }: Scheme): string {
  const letters = { premise: 'P', inference: 'U', conclusion: 'R', rival: 'A' }
  return Object.entries(questions)
    .map(([id, { effects, burden }]) => {
      const aims = effects.map(({ effect }) => letters[effect]).join('/')
      return `${id} ${aims}${burden === 'asked' ? ' e' : ''}`
    })
    .join(', ')
}

describe('the table of schemes', () => {
  it('has the twenty schemes with their questions, whose ids files name', () => {
    expect(Object.fromEntries(table.map(([id, scheme]) => [id, shorthand(scheme)]))).toEqual({
      'practical-reasoning': 'goal P, achieves P, feasible U, alternative A, side-effects R, other-goals R',
      'value-based-practical-reasoning': 'value-shared P, other-values R, alternative A',
      'positive-consequences': 'likely P/U e, good P, bad-too R, anyway U',
      'negative-consequences': 'likely P/U e, bad P, avoidable U, offset R',
      'sunk-cost': 'recoverable P, future R, loss R',
      'slippery-slope': 'steps U, stop U, end P',
      fairness: 'unequal P, justified U, compensated R',
      'expert-opinion': 'genuine P, field P, said P, independent U, others-agree U, evidence U e',
      'position-to-know': 'placed P, honest U, corroborated U e',
      'popular-opinion': 'really P/U e, reason U, comparators U',
      analogy: 'similar P, differences U, counter-case R, true-there P',
      example: 'true P, typical U, enough U, special U',
      precedent: 'similar U, valid P, exception U',
      'cause-to-effect': 'law P/U e, interference U, scope U',
      'correlation-to-cause': 'real P, third-factor U, reverse U, mechanism U e, chance U',
      sign: 'reliable P, other-explanations U, measured P',
      'best-explanation': 'rivals A/U, search U',
      'lack-of-evidence': 'search U, would-show U, burden U',
      'established-rule': 'in-force P, applies U, overridden R',
      classification: 'definition P, fits P',
    })
    expect(schemeIds).toHaveLength(20)
  })

  it('names its premises by ids that stay', () => {
    expect(table.map(([id, { premises }]) => `${id}: ${Object.keys(premises).join(' ')}`)).toEqual([
      'practical-reasoning: goal means',
      'value-based-practical-reasoning: value goal means',
      'positive-consequences: outcome good',
      'negative-consequences: outcome bad',
      'sunk-cost: invested',
      'slippery-slope: slope end',
      'fairness: unequal',
      'expert-opinion: says expertise',
      'position-to-know: says position',
      'popular-opinion: majority',
      'analogy: case similarity',
      'example: case',
      'precedent: ruling',
      'cause-to-effect: cause law',
      'correlation-to-cause: correlation',
      'sign: sign link',
      'best-explanation: facts explains',
      'lack-of-evidence: search',
      'established-rule: rule',
      'classification: fit definition',
    ])
  })

  it.each(table)('%s aims only at premises it has, and says everything in single sentences', (id, scheme) => {
    expect(isLegalId(id)).toBe(true)
    expect(Object.keys(schemeGroups)).toContain(scheme.group)
    expect(scheme.hint).toMatch(/^[A-Z][^.]*\.$/)
    expect(scheme.conclusion).toMatch(/^[A-Z][^.]*\.$/)
    for (const { template, label } of Object.values(scheme.premises)) {
      expect(template).toMatch(/….*\.$/)
      expect(label).toMatch(/^[a-z]/)
    }
    for (const [name, { question, effects }] of Object.entries(scheme.questions)) {
      expect(isLegalId(name)).toBe(true)
      expect(question).toMatch(/^[A-Z][^?]*\?$/)
      expect(new Set(effects.map(({ effect }) => effect)).size).toBe(effects.length)
      const aims = effects.flatMap((aim) => (aim.effect === 'premise' ? [aim.premise] : []))
      expect(Object.keys(scheme.premises)).toEqual(expect.arrayContaining(aims))
    }
  })

  it('asks no question in the same words in one scheme, and gives no two schemes one name', () => {
    const labels = table.map(([, { label }]) => label)
    expect(new Set(labels).size).toBe(labels.length)
    for (const [, { questions }] of table) {
      const sentences = Object.values(questions).map(({ question }) => question)
      expect(new Set(sentences).size).toBe(sentences.length)
    }
  })

  it('is asked by id, also by ids that nobody has heard of', () => {
    expect(schemeOf('sign')?.label).toBe('sign or indicator')
    for (const id of [undefined, 'toString', '__proto__', 'Argument from Analogy'])
      expect(schemeOf(id)).toBeUndefined()
    expect(labelOfScheme('ad-hominem')).toBe('ad hominem')
    expect(labelOfScheme('sign')).toBe('sign or indicator')
  })
})

describe('the decision criteria', () => {
  it('are the eleven of the framework', () => {
    expect(criterionNames).toEqual([
      'priority',
      'desirable-effects',
      'undesirable-effects',
      'certainty',
      'values',
      'balance',
      'resources',
      'cost-effectiveness',
      'equity',
      'acceptability',
      'feasibility',
    ])
    for (const { question, hint } of Object.values(decisionCriteria)) {
      expect(question).toMatch(/^[A-Z][^?]*\?$/)
      expect(hint).toMatch(/^[A-Z][^.]*\.$/)
    }
  })
})

describe('the files in graphs/', () => {
  const folder = new URL('../../graphs/', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.includes('schema'))
  const graphs = names.map((name) => [name, openGraph(readFileSync(new URL(name, folder), 'utf8'))] as const)

  it.each(graphs)('%s names only schemes, premises, questions and criteria that there are', (_, graph) => {
    const strange = Object.entries(graph.relations).flatMap(
      ([id, { scheme, roles = {}, questions = {} }]) => {
        const known = schemeAt(graph, id)
        // Whatever is recorded counts: a problem without a counterpoint would be open.
        const closed = questionsOf(graph, id).filter(({ state }) => state !== 'open')
        return [
          ...(scheme !== undefined && !known ? [`${id}: ${scheme}`] : []),
          ...Object.keys(roles).filter((name) => !Object.hasOwn(known?.premises ?? {}, name)),
          ...Object.keys(questions).filter((name) => !closed.some((question) => question.id === name)),
        ]
      },
    )
    const misplaced = Object.entries(graph.nodes).flatMap(([id, { criteria = {} }]) => {
      const considered = criteriaOf(graph, id).filter(({ state }) => state !== 'open')
      return Object.keys(criteria).filter((name) => !considered.some((each) => each.name === name))
    })
    expect([...strange, ...misplaced]).toEqual([])
  })

  it('show all three states of a question in the debated paper', () => {
    const debated = graphs.find(([name]) => name === 'belt-and-road-debated.json')?.[1]
    const states = Object.keys(debated?.relations ?? {}).flatMap((id) =>
      debated ? questionsOf(debated, id).map(({ state }) => state) : [],
    )
    for (const state of ['open', 'answered', 'raised'])
      expect(states.filter((each) => each === state).length).toBeGreaterThan(8)
  })
})

import { describe, expect, it } from 'vitest'
import { answersJoined, answersRenamed, answersWithout } from '../../src/model/answers.ts'
import type { Answers } from '../../src/model/graph.ts'
import { isMuted } from '../../src/model/muted.ts'
import { rolesRenamed, rolesWithin } from '../../src/model/roles.ts'
import { graph } from '../support/graph-builder.ts'

const answers: Answers = {
  checked: { answer: 'fine' },
  said: { answer: 'fine', text: 'We looked.', by: 'e1' },
  shown: { answer: 'fine', by: 'e1' },
  raised: { answer: 'problem', by: 'k1', text: 'See there.' },
}

describe('answersWithout', () => {
  it('keeps what is said in a sentence and drops what only a node that is gone said', () => {
    expect(answersWithout(answers, (id) => id === 'e1')).toEqual({
      checked: { answer: 'fine' },
      said: { answer: 'fine', text: 'We looked.' },
      raised: answers['raised'],
    })
  })

  it('drops a problem with its counterpoint, and the field with the last answer', () => {
    expect(answersWithout({ raised: answers['raised']! }, (id) => id === 'k1')).toBeUndefined()
  })

  it('gives back the very same answers where nothing goes', () => {
    expect(answersWithout(answers, (id) => id === 'c1')).toBe(answers)
    expect(answersWithout(undefined, () => true)).toBeUndefined()
  })
})

describe('answersRenamed', () => {
  it('names nodes by their new ids and leaves the others', () => {
    const renamed = answersRenamed(answers, new Map([['e1', 'x1']]))
    expect(renamed?.['said']).toEqual({ answer: 'fine', text: 'We looked.', by: 'x1' })
    expect(renamed?.['raised']).toEqual(answers['raised'])
  })
})

describe('answersJoined', () => {
  it('keeps the first answer, but a problem before no problem', () => {
    const second: Answers = { shown: { answer: 'problem', by: 'k2' }, raised: { answer: 'fine' } }
    expect(answersJoined([answers, undefined, second])).toEqual({ ...answers, shown: second['shown'] })
    expect(answersJoined([undefined, {}])).toBeUndefined()
  })
})

describe('roles', () => {
  it('are left to the premises that are there', () => {
    const roles = { goal: 'c1', means: 'c2' }
    expect(rolesWithin(roles, ['c2', 'c1', 'c3'])).toBe(roles)
    expect(rolesWithin(roles, ['c2'])).toEqual({ means: 'c2' })
    expect(rolesWithin(roles, ['c3'])).toBeUndefined()
    expect(rolesRenamed(roles, new Map([['c1', 'x1']]))).toEqual({ goal: 'x1', means: 'c2' })
  })
})

describe('isMuted', () => {
  it('asks for the whole document or every place of a problem', () => {
    const muted = { ...graph`c1; c2`, muted: { here: { at: ['c1'] }, all: { everywhere: true } } }
    expect(isMuted(muted, 'all', ['c2'])).toBe(true)
    expect(isMuted(muted, 'all')).toBe(true)
    expect(isMuted(muted, 'here', ['c1'])).toBe(true)
    expect(isMuted(muted, 'here', ['c1', 'c2'])).toBe(false)
    expect(isMuted(muted, 'here')).toBe(false)
    expect(isMuted(muted, 'toString', ['c1'])).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { nodeKindNames, nodeKinds, ratingNames } from '../../src/model/kinds.ts'
import { hiddenWords, placeWords, ratingWords } from '../../src/scene/node-anatomy.ts'

describe('the words around a statement’s text', () => {
  it.each([
    [{ nodes: 12, for: 7, against: 5 }, '12 hidden: 7 for, 5 against'],
    [{ nodes: 1, for: 1, against: 0 }, '1 hidden: 1 for'],
    [{ nodes: 2, for: 0, against: 2 }, '2 hidden: 2 against'],
    [{ nodes: 3, for: 0, against: 0 }, '3 hidden'],
  ])('count what a collapsed branch hides (%o)', (hidden, words) => {
    expect(hiddenWords(hidden)).toBe(words)
  })

  it('say where it stands in its source, by the first place that is given', () => {
    const excerpts = [
      { source: 'paper' },
      { source: 'paper', locator: '3 ¶2' },
      { source: 'paper', locator: '4' },
    ]
    expect(placeWords({ kind: 'claim', text: '', excerpts })).toBe('3 ¶2')
    expect(placeWords({ kind: 'claim', text: '', excerpts: [{ source: 'paper' }] })).toBeUndefined()
  })

  it('say of a statement that is argued about and in no source that it is the mapper’s own', () => {
    for (const kind of nodeKindNames) {
      expect(placeWords({ kind, text: '' })).toBe(nodeKinds[kind].evaluated ? 'own' : undefined)
    }
  })

  it('say how sure it is, if it is rated', () => {
    expect(ratingWords({ kind: 'evidence', text: '' })).toBeUndefined()
    const words = ratingNames.map((rating) => ratingWords({ kind: 'evidence', text: '', rating }))
    expect(words).toContain('Certainty: very low')
    expect(new Set(words).size).toBe(ratingNames.length)
  })
})

import { describe, expect, it } from 'vitest'
import { folded, search } from '../../src/viewer/search.ts'

const texts = new Map(
  Object.entries({ a: 'Straßen senken Kosten', b: 'Łódź café\n  Délai', c: 'roads lower costs' }).map(
    ([id, text]) => [id, folded(text)],
  ),
)

describe('search', () => {
  it('finds texts that hold every word, in any case and without accents', () => {
    expect(search('KOSTEN', texts)).toEqual(['a'])
    expect(search('delai cafe', texts)).toEqual(['b'])
    expect(search('lower cos', texts)).toEqual(['c'])
    expect(search('lower delai', texts)).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(search('  ', texts)).toEqual([])
  })
})

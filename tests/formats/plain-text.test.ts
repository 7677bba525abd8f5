import { XMLValidator, XMLParser } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeXml, legalText, oneLine, replacedNotes, wrapText } from '../../src/formats/plain-text.ts'
import { emptyGraph } from '../../src/model/graph.ts'
import { arbitraryHostileText } from '../support/hostile-texts.ts'

describe('legalText', () => {
  it('replaces what XML has no place for, and nothing else', () => {
    expect(legalText('a\u0000b\u001Fc\uFFFEd\tx\ny')).toBe('a\uFFFDb\uFFFDc\uFFFDd\tx\ny')
    expect(legalText('\uD83D\uDE00 \uD83D \uDE00')).toBe('\u{1F600} \uFFFD \uFFFD')
  })
})

describe('escapeXml', () => {
  it('gives texts that come out of content and attributes as they were', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      trimValues: false,
      parseTagValue: false,
      htmlEntities: true,
    })
    fc.assert(
      fc.property(arbitraryHostileText, (text) => {
        const xml = `<a b="${escapeXml(text)}">x${escapeXml(text)}</a>`
        expect(XMLValidator.validate(xml)).toBe(true)
        expect(parser.parse(xml)).toEqual({ a: { '#text': `x${legalText(text)}`, '@_b': legalText(text) } })
      }),
    )
  })
})

describe('replacedNotes', () => {
  it('says how many characters of statements cannot be written', () => {
    const nodes = {
      c1: { kind: 'claim', text: '\u0000\u0001' },
      c2: { kind: 'claim', text: 'fine\n' },
    } as const
    expect(replacedNotes({ ...emptyGraph(), nodes })).toEqual([
      '2 characters of the statements are none that a text file can hold; they are written as \uFFFD.',
    ])
    expect(replacedNotes(emptyGraph())).toEqual([])
  })
})

describe('wrapText', () => {
  it('breaks at blanks and keeps line breaks', () => {
    expect(wrapText('one two three\nfour', 8)).toEqual(['one two', 'three', 'four'])
  })

  it('breaks words that are too long, and scripts without blanks, counting wide letters twice', () => {
    expect(wrapText('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(wrapText('道路降低成本', 6)).toEqual(['道路降', '低成本'])
  })

  it('loses no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 20 }),
        (text, width) => {
          expect(wrapText(text, width).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        },
      ),
    )
  })
})

describe('oneLine', () => {
  it('makes a blank of every run of blanks', () => {
    expect(oneLine(' a\n\n b\u2028c ')).toBe('a b c')
  })
})

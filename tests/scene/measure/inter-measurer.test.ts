/** Measured lines: complete, never too wide, the same everywhere. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import type { TextStyle } from '../../../src/scene/measure/text-measurer.ts'

const measurer = createInterMeasurer()
const body: TextStyle = { size: 14, weight: 500 }

const texts = fc.oneof(
  fc.lorem({ maxCount: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('roads', '道路降低贸易成本,', 'الطرق', '👩‍👩‍👧‍👦', 'กรุงเทพ', '\n', '  '), {
      maxLength: 30,
    })
    .map((words) => words.join(' ')),
)

/** What of fontkit is used here. */
interface Font {
  readonly unitsPerEm: number
  glyphForCodePoint(codepoint: number): { readonly id: number; readonly advanceWidth: number }
}

const open = create as (file: Buffer) => Font

const sentence =
  'The Belt and Road Initiative lowers trade costs across participating countries by reducing shipment times.'

describe('measure', () => {
  it('loses no character but white space, and breaks no line wider than allowed', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 60, max: 400 }), (text, width) => {
        const { lines, width: widest } = measurer.measure(text, body, width)
        expect(lines.length).toBeGreaterThan(0)
        expect(visible(lines.join(''))).toBe(visible(text))
        for (const line of lines) {
          // A single character may be wider than everything allowed.
          const isOneCharacter = [...new Intl.Segmenter('en').segment(line)].length <= 1
          expect(isOneCharacter || measurer.widthOf(line, body) <= width + 0.01).toBe(true)
          expect(line).toBe(line.trim())
        }
        expect(widest + 0.01).toBeGreaterThan(Math.max(...lines.map((line) => measurer.widthOf(line, body))))
      }),
      { numRuns: 1000 },
    )
  })

  it('begins no line with a space, not even one before a mark', () => {
    const { lines } = measurer.measure('"\u2638\u0370 \u2003!', body, 60)
    expect(lines.filter((line) => line !== line.trim())).toEqual([])
  })

  it('breaks at words', () => {
    expect(measurer.measure(sentence, body, 173).lines).toEqual([
      'The Belt and Road',
      'Initiative lowers trade',
      'costs across participating',
      'countries by reducing',
      'shipment times.',
    ])
  })

  it('keeps line breaks, and measures no text as one line', () => {
    expect(measurer.measure('one\r\ntwo\n\nfour', body, 173).lines).toEqual(['one', 'two', '', 'four'])
    expect(measurer.measure('', body, 173)).toEqual({ lines: [''], width: 0 })
  })

  it('breaks a word that is too long wherever it must', () => {
    const { lines } = measurer.measure('Donaudampfschifffahrtsgesellschaft'.repeat(3), body, 173)
    expect(lines.length).toBeGreaterThan(3)
  })

  it('shows a soft hyphen where it breaks a word and nowhere else', () => {
    expect(measurer.measure('co\u00adoperate', body, 60).lines).toEqual(['co-', 'operate'])
    expect(measurer.measure('co\u00adoperate', body, 160).lines).toEqual(['cooperate'])
  })

  it('breaks Chinese between characters, but never before its full stop', () => {
    const { lines } = measurer.measure('道路降低贸易成本。'.repeat(6), body, 173)
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.filter((line) => line.startsWith('。'))).toEqual([])
  })

  it('does not ask the browser it runs in, so that every browser measures alike', () => {
    const before = createInterMeasurer().measure(sentence, body, 173)
    const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
    const value = { userAgent: 'Mozilla/5.0 Gecko/20100101 Firefox/140.0' }
    Object.defineProperty(globalThis, 'navigator', { value, configurable: true })
    try {
      expect(createInterMeasurer().measure(sentence, body, 173)).toEqual(before)
      expect(navigator.userAgent).toBe(value.userAgent)
    } finally {
      if (own) Object.defineProperty(globalThis, 'navigator', own)
      else Reflect.deleteProperty(globalThis, 'navigator')
    }
    expect('OffscreenCanvas' in globalThis).toBe(false)
  })
})

describe('widthOf', () => {
  it('is the sum of the advances of the bundled font', () => {
    const path = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
    const font = open(readFileSync(createRequire(import.meta.url).resolve(path)))
    const units = sentence
      .split('')
      .reduce((sum, letter) => sum + font.glyphForCodePoint(letter.charCodeAt(0)).advanceWidth, 0)
    // The file's own default is weight 400, which fontkit reads without its tables of variation.
    const width = measurer.widthOf(sentence, { size: 14, weight: 400 })
    expect(width).toBeCloseTo((units / font.unitsPerEm) * 14, 1)
  })

  it('grows with the weight and the size', () => {
    const [regular, medium, bold] = ([400, 500, 600] as const).map((weight) =>
      measurer.widthOf(sentence, { size: 14, weight }),
    )
    expect(medium).toBeGreaterThan(regular ?? 0)
    expect(bold).toBeGreaterThan(medium ?? 0)
    expect(measurer.widthOf(sentence, { size: 28, weight: 500 })).toBeCloseTo(2 * (medium ?? 0))
  })

  it('counts what the font lacks by its class: wide characters, emoji, marks', () => {
    expect(measurer.widthOf('道路', body)).toBe(28)
    expect(measurer.widthOf('👩‍👩‍👧‍👦', body)).toBeCloseTo(14 * 1.4)
    expect(measurer.widthOf('e\u0301', body)).toBe(measurer.widthOf('e', body))
  })
})

function visible(text: string): string {
  return text.replaceAll(/[\s\u200b]+/g, '')
}

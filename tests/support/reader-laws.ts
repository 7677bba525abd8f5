/**
 * What every reader promises whatever a file holds: a valid graph or a typed error with a sentence, no throw,
 * and no way to a prototype. Files are broken at random: cut off, with pieces lost, doubled and swapped, and
 * with words put in that are known to do harm.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import { importLimits, type Imported, type Reader } from '../../src/formats/conversion.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { validate } from '../../src/model/validate.ts'

/** What a reader makes of a text it can read; fails the test for any other, and for a graph that is not valid. */
export async function importOf(reader: Reader, text: string): Promise<Imported> {
  const read = await reader(text)
  if (!read.ok) throw new Error(`${read.error.place ?? ''} ${read.error.message}`)
  expectSound(read.value.graph)
  return read.value
}

/** The error of a text that cannot be read. */
export async function errorOf(reader: Reader, text: string): Promise<string> {
  const read = await reader(text)
  if (read.ok) throw new Error('the text was read')
  const { kind, message, place } = read.error
  expect(message).toMatch(/\.$/)
  return `${kind}${place === undefined ? '' : ` ${place}`}: ${message}`
}

/** Relations as they are thought: "e1 supports c1", in order. */
export function relationsOf({ relations }: ArgumentGraph): string[] {
  return Object.values(relations).map(({ kind, from, to }) => `${from.join(', ')} ${kind} ${to}`)
}

/** The graph keeps every rule, and the file it makes opens as the same graph. */
export function expectSound(graph: ArgumentGraph): void {
  expect(validate(graph)).toEqual([])
  expect(readGraph(writeGraph(graph))).toEqual({ ok: true, value: graph })
}

/**
 * Reads more than a thousand broken versions of the texts, and says how many of them could be read; fails the
 * test for anything but a sound graph or an error. `words` are those that matter in the format.
 */
export async function readBroken(
  reader: Reader,
  texts: readonly string[],
  words: readonly string[],
): Promise<number> {
  const before = Object.getOwnPropertyNames(Object.prototype).join()
  let read = 0
  await fc.assert(
    fc.asyncProperty(brokenTexts(texts, words), async (text) => {
      const result = await reader(text)
      if (result.ok) {
        read += 1
        expectSound(result.value.graph)
        for (const { message } of result.value.notes) expect(message).toMatch(/\.$/)
        for (const { apply } of result.value.offers) expectSound(apply(result.value.graph))
      } else {
        expect(['unreadable', 'tooLarge', 'tooDeep', 'refused']).toContain(result.error.kind)
        expect(result.error.message).toMatch(/^[A-Z].*\.$/s)
      }
      expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before)
    }),
    { numRuns: 1200 },
  )
  return read
}

const hostileWords = [
  ...'__proto__ constructor prototype toString hasOwnProperty 0 7 -1 1e999 < > & " \' { } [ ]'.split(' '),
  ...'\n|\r\n|\t| |\u0000|\uFEFF|\u202E|\uD800'.split('|'),
]

/** Half of them leave lines and marks whole, so that what is between these is read. */
const accidents = [
  ...'cut lose double move insert replace'.split(' '),
  ...'swap swap swap quote quote quote dropLine doubleLine moveLine'.split(' '),
]

/** The texts after one to four accidents. */
function brokenTexts(texts: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const accident = fc.tuple(
    fc.constantFrom(...accidents),
    place,
    place,
    place,
    fc.constantFrom(...words, ...hostileWords),
  )
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(accident, { minLength: 1, maxLength: 4 }))
    .map(([text, list]) => list.reduce((broken, one) => breakText(broken, one), text))
}

function breakText(
  text: string,
  [what, first, second, third, word]: readonly [string, number, number, number, string],
): string {
  const at = Math.floor(first * text.length)
  const end = at + 1 + Math.floor(second * (third < 0.7 ? 8 : text.length - at))
  const to = Math.floor(third * text.length)
  const lines = text.split('\n')
  const [from, onto] = [Math.floor(first * lines.length), Math.floor(third * lines.length)]
  switch (what) {
    case 'dropLine':
      return lines.toSpliced(from, 1).join('\n')
    case 'doubleLine':
      return lines.toSpliced(onto, 0, lines[from] ?? '').join('\n')
    case 'moveLine':
      return lines
        .toSpliced(from, 1)
        .toSpliced(onto, 0, lines[from] ?? '')
        .join('\n')
    case 'quote': {
      // Another value of the text, or a word, in the place of one in quotation marks.
      const values = [...text.matchAll(/"[^"\n]*"/g)]
      const [one, other] = [
        values[Math.floor(first * values.length)],
        values[Math.floor(third * values.length)],
      ]
      if (!one || !other) return text
      const value = second < 0.7 ? other[0] : `"${/^[^"<&]*$/.test(word) ? word : ''}"`
      return text.slice(0, one.index) + value + text.slice(one.index + one[0].length)
    }
    case 'cut':
      return second < 0.5 ? text.slice(0, at) : text.slice(at)
    case 'lose':
      return text.slice(0, at) + text.slice(end)
    case 'double':
      return text.slice(0, end) + text.slice(at)
    case 'move':
      return text.slice(0, to) + text.slice(at, end) + text.slice(to)
    case 'insert':
      return text.slice(0, at) + word + text.slice(at)
    case 'replace':
      return text.slice(0, at) + word + text.slice(end)
    default: {
      // A word of the text in the place of another.
      const found = [...text.matchAll(/[A-Za-z0-9_:.]+/g)]
      const [one, other] = [found[Math.floor(second * found.length)], found[Math.floor(third * found.length)]]
      if (!one || !other) return text
      return text.slice(0, one.index) + other[0] + text.slice(one.index + one[0].length)
    }
  }
}

/** A text of more bytes than any reader takes. */
export function oversized(start: string): string {
  return start + 'x'.repeat(importLimits.bytes + 1 - start.length)
}

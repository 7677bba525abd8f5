import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readArgdown } from '../../../src/formats/argdown/read.ts'
import { writeArgdown } from '../../../src/formats/argdown/write.ts'
import { validate } from '../../../src/model/validate.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'

const whole = `===
title: Bus lanes
model: {mode: strict}
counterpoint: {"version": 1, "nodes": {"c1": {"beside": "x", "set": {"rating": "high"}}}, "names": {"nodes": {"A title": "a"}}}
===

# Costs {isGroup: true}

[c1]: Keep *the* [lanes](https://example.org). #recommendation
  - [k1]: Shops lose parking.
    <_ [u]: Not so.
  >< [A title]: Remove them. {x: 1}

<r1>: The gist.

(1) [e1]: Delay fell. #evidence
(2) [a1]: It matters. #assumption
--
practical reasoning {weight: strong}
--
(3) [i]: So.
-----
(4) [c1]

// a comment
<r1>
  <_ [k2]: In summer.
  + <sketch>: Elsewhere too.
    _> <r1>

(1) [k1]
-----
(2) [s]: Together. #stand-in
  -> [c1]
`

const pieces = [
  '[ ] < > { } #issue #note #stand-in __proto__ constructor " : \\ * // /* [c1] <r1> @include(x)'.split(' '),
  [
    '',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '(1) ',
    '-----\n',
    '===\n',
    '# H\n\n',
    '[e1]: Other.\n\n',
    '\u0000',
    '\uD800',
  ],
  ['  <_ [c1]\n', '  + <r1>\n', '  >< [c1]\n'],
].flat()

/** One change of a text: some of its characters go, and others come in their place. */
const change = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.nat(3), fc.nat(40)),
  piece: fc.constantFrom(...pieces),
})

function changed(text: string, changes: readonly { at: number; length: number; piece: string }[]): string {
  return changes.reduce((result, { at, length, piece }) => {
    const start = at % (result.length + 1)
    return result.slice(0, start) + piece + result.slice(start + length)
  }, text)
}

/** "valid", the sentence why the text is not read, or what is wrong with the graph. */
async function answerTo(text: string): Promise<string> {
  const read = await readArgdown(text)
  if (!read.ok) return read.error.message
  const problems = validate(read.value.graph)
  return problems.length === 0 ? 'valid' : JSON.stringify(problems)
}

const validOrSentence = /^valid$|^[A-Z].*[;:].*\.$/s

it('a changed text gives a valid graph or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      expect(await answerTo(changed(whole, changes))).toMatch(validOrSentence)
    }),
    { numRuns: 500 },
  )
})

it('a written text that was changed elsewhere gives a valid graph or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryGraph({ minNodes: 2, maxNodes: 8 }),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (graph, changes) => {
        const text = String((await writeArgdown(graph)).content)
        expect(await answerTo(changed(text, changes))).toMatch(validOrSentence)
      },
    ),
    { numRuns: 100 },
  )
})

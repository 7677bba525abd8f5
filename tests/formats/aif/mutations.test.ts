import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAif } from '../../../src/formats/aif/read.ts'
import { writeAif } from '../../../src/formats/aif/write.ts'
import { readGraph } from '../../../src/formats/json/read.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { mutate } from '../../support/mutate.ts'

/** What may stand anywhere in a broken file; ids that are there are likely, so that references go astray. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    'n1',
    'n2',
    'n3',
    'r1',
    'r2',
    '__proto__',
    '',
    null,
    7,
    1e300,
    [],
    {},
    'RA',
    'CA',
    'MA',
    'I',
    'L',
  ),
  fc.constantFrom<unknown>(
    'claim',
    'issue',
    'note',
    'restates',
    'attacks',
    { whole: {} },
    { a: [{ b: null }] },
  ),
  fc.jsonValue(),
)

/** Sets one value somewhere inside; the numbers choose the way. */
function setSomewhere(root: unknown, way: readonly number[], value: unknown): void {
  let at: unknown = root
  for (const [index, step] of way.entries()) {
    if (typeof at !== 'object' || at === null) return
    const names = Object.keys(at)
    const name = names[step % Math.max(1, names.length)]
    if (name === undefined) return
    const next: unknown = Reflect.get(at, name)
    if (index === way.length - 1 || typeof next !== 'object' || next === null) {
      if (step % 5 === 4) Reflect.deleteProperty(at, name)
      else Reflect.set(at, name, value)
      return
    }
    at = next
  }
}

describe('readAif of files with errors in them', () => {
  it('gives a valid document or an error, and what it gives can be written and read', async () => {
    const change = fc.tuple(fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 7 }), anything)
    await fc.assert(
      fc.asyncProperty(
        arbitraryGraph({ maxNodes: 8 }),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (graph, changes) => {
          const json: unknown = JSON.parse(String((await writeAif(graph)).content))
          for (const [way, value] of changes) setSomewhere(json, way, structuredClone(value))
          const result = await readAif(JSON.stringify(json))
          const read = result.ok ? result.value.graph : graph
          const offered = result.ok ? result.value.offers.map(({ apply }) => apply(read)) : []
          for (const one of [read, ...offered]) {
            expect(readGraph(writeGraph(one))).toMatchObject({ ok: true })
            const again = await readAif(String((await writeAif(one)).content))
            expect(again.ok && writeGraph(again.value.graph)).toBe(writeGraph(one))
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('takes broken text for what it is', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 5 }), fc.nat(), async (graph, seed) => {
        const result = await readAif(mutate(String((await writeAif(graph)).content), seed))
        const read = result.ok ? result.value.graph : graph
        expect(readGraph(writeGraph(read)).ok).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

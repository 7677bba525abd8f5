import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/formats/json/open-error.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { validate } from '../../src/model/validate.ts'
import { mutate } from '../support/mutate.ts'
import { openGraph } from '../support/read-graph.ts'

const cases = 10_000

const fixture = new URL('../fixtures/version-1.json', import.meta.url)
const folders = ['../fixtures/broken/', '../../graphs/'].map((path) => new URL(path, import.meta.url))
const others = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
)
const version1 = readFileSync(fixture, 'utf8')

/** What became of a file: its kind of answer. @throws if the answer breaks a promise. */
function answerTo(text: string): string {
  const result = readGraph(text)
  if (result.ok) {
    // Nothing was mended or lost on the way.
    assert.deepEqual(result.value, JSON.parse(text.replace(/^\uFEFF/, '')))
    assert.deepEqual(validate(result.value), [])
    return 'opened'
  }
  const { error } = result
  assert.ok(explain(error).length > 20)
  if (!('repair' in error)) return error.kind
  assert.ok(error.repair.dropped.length > 0)
  assert.deepEqual(validate(error.repair.graph), [])
  assert.equal(writeGraph(openGraph(writeGraph(error.repair.graph))), writeGraph(error.repair.graph))
  return `${error.kind}, repair offered`
}

describe('mutated files', () => {
  it('give a valid document, a repair that validates or a typed error, and reach no prototype', () => {
    const answers = new Map<string, number>()
    const names = Object.getOwnPropertyNames(Object.prototype)
    for (let seed = 0; seed < cases; seed += 1) {
      // Files in graphs/ are ten times as long, so they take their share of time in fewer cases.
      const text = seed % 10 < 7 ? version1 : (others[Math.floor(seed / 10) % others.length] ?? version1)
      let answer: string
      try {
        answer = answerTo(mutate(text, seed))
      } catch (error) {
        throw new Error(`the file mutated with seed ${seed} breaks a promise`, { cause: error })
      }
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names)
    expect({}).not.toHaveProperty('polluted')
    for (const answer of [
      'opened',
      'invalid, repair offered',
      'cutOff, repair offered',
      'notJson',
      'notAGraph',
    ]) {
      expect([answer, (answers.get(answer) ?? 0) > 10]).toEqual([answer, true])
    }
  })
})

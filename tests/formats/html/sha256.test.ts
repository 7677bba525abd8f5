import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from '../../../src/formats/html/sha256.ts'

it('sha256 is what Node finds, whatever the text and its length', () => {
  const same = (text: string) => {
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('base64'))
  }
  for (let length = 0; length < 200; length += 1) same('a'.repeat(length))
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), same))
})

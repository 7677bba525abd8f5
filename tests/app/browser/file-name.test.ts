/** Names for files, whatever the title. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameFor } from '../../../src/app/browser/file-name.ts'

describe('fileNameFor', () => {
  it.each([
    ['Belt and Road', 'Belt and Road.json'],
    ['一带一路: ist das gut?', '一带一路 ist das gut.json'],
    ['  a\n b\t/ c  ', 'a b c.json'],
    ['', 'Untitled argument.json'],
    ['???', 'Untitled argument.json'],
    ['..hidden..', 'hidden.json'],
    ['con', '_con.json'],
    ['LPT1.2', '_LPT1.2.json'],
    ['gpj\u202eexe', 'gpj exe.json'],
    ['é'.normalize('NFD'), 'é.json'],
  ])('turns %j into %j', (title, name) => {
    expect(fileNameFor(title, '.json')).toBe(name)
  })

  it('gives a name that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = fileNameFor(title, '.json')
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
        expect(name).not.toMatch(/[<>:"/\\|?*]|\p{Cc}|^[. ]|[. ]\.json$/u)
        expect(name).toMatch(/.\.json$/u)
        expect(() => encodeURIComponent(name)).not.toThrow()
      }),
    )
  })
})

/** Media queries and the platform. */
import { describe, expect, it } from 'vitest'
import { isApple, matchesMedia, watchMedia } from '../../../src/app/browser/environment.ts'

/** A window in which one query can be switched on and off. */
function fakeWindow() {
  const list = Object.assign(new EventTarget(), { matches: false })
  return {
    matchMedia: (query: string) =>
      query === '(prefers-reduced-motion: reduce)'
        ? list
        : Object.assign(new EventTarget(), { matches: false }),
    reduceMotion: (matches: boolean) => {
      list.matches = matches
      list.dispatchEvent(new Event('change'))
    },
  }
}

describe('watchMedia', () => {
  it('tells each change until it is ended', () => {
    const window = fakeWindow()
    const told: boolean[] = []
    const end = watchMedia(window, 'reducedMotion', (matches) => told.push(matches))
    window.reduceMotion(true)
    expect(matchesMedia(window, 'reducedMotion')).toBe(true)
    expect(matchesMedia(window, 'forcedColors')).toBe(false)
    window.reduceMotion(false)
    end()
    window.reduceMotion(true)
    expect(told).toEqual([true, false])
  })
})

describe('isApple', () => {
  it.each([
    ['MacIntel', true],
    ['iPhone', true],
    ['Linux x86_64', false],
    ['Win32', false],
  ])('takes %s for what it is', (platform, answer) => {
    expect(isApple({ platform })).toBe(answer)
  })
})

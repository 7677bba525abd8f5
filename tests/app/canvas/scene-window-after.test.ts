import { describe, expect, it } from 'vitest'
import { windowAfter, type SceneWindow, type Sight } from '../../../src/app/canvas/use-scene-window.ts'

const whole: SceneWindow = { far: false, area: undefined }
const near: Sight = { transform: [0, 0, 1], width: 1000, height: 800, moving: false, statements: 5000 }

describe('windowAfter', () => {
  it('gives a small map whole, however far away', () => {
    expect(windowAfter(whole, { ...near, statements: 200, transform: [0, 0, 0.05] })).toEqual(whole)
  })

  it('gives what is in sight and some of what is beyond, and keeps it while that is enough', () => {
    const first = windowAfter(whole, near)
    expect(first.area).toEqual({ x: -400, y: -320, width: 1800, height: 1440 })
    expect(windowAfter(first, { ...near, transform: [300, -200, 1] })).toBe(first)
    expect(windowAfter(first, { ...near, transform: [500, 0, 1] }).area?.x).toBe(-900)
  })

  it('takes less when the map is seen from much nearer', () => {
    const first = windowAfter(whole, { ...near, transform: [0, 0, 0.4] })
    expect(windowAfter(first, { ...near, transform: [0, 0, 2] })).not.toBe(first)
  })

  it('is a picture far out, and stays one until the move has ended', () => {
    const far = windowAfter(windowAfter(whole, near), { ...near, transform: [0, 0, 0.39] })
    expect(far).toEqual({ far: true, area: undefined })
    expect(windowAfter(far, { ...near, transform: [0, 0, 0.8], moving: true })).toBe(far)
    expect(windowAfter(far, { ...near, transform: [0, 0, 0.8] }).far).toBe(false)
  })
})

/** The question before leaving, and the last chance to keep something. */
import { describe, expect, it } from 'vitest'
import { createLeaveGuard, onLeaving } from '../../../src/app/browser/leaving.ts'

/** Whether the browser would ask the user now. */
function asks(window: EventTarget): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

describe('createLeaveGuard', () => {
  it('asks only while there are changes that are in no file', () => {
    const window = new EventTarget()
    const guard = createLeaveGuard(window)
    expect(asks(window)).toBe(false)
    guard.set(true)
    guard.set(true)
    expect(asks(window)).toBe(true)
    guard.set(false)
    expect(asks(window)).toBe(false)
  })
})

describe('onLeaving', () => {
  it('runs when the page is hidden or left, not when it is shown again', () => {
    const visible: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' }
    const document = Object.assign(new EventTarget(), visible)
    const window = Object.assign(new EventTarget(), { document })
    let runs = 0
    onLeaving(window, () => (runs += 1))
    document.dispatchEvent(new Event('visibilitychange'))
    expect(runs).toBe(0)
    document.visibilityState = 'hidden'
    document.dispatchEvent(new Event('visibilitychange'))
    expect(runs).toBe(1)
    window.dispatchEvent(new Event('beforeunload'))
    expect(runs).toBe(2)
    window.dispatchEvent(new Event('pagehide'))
    expect(runs).toBe(3)
  })
})

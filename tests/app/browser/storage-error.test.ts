/** From what browsers throw to a sentence with a way out. */
import { describe, expect, it } from 'vitest'
import { explainStorageError, toStorageError } from '../../../src/app/browser/storage-error.ts'

describe('toStorageError', () => {
  it.each([
    [new DOMException('', 'QuotaExceededError'), { kind: 'full' }],
    [new DOMException('', 'SecurityError'), { kind: 'blocked' }],
    [new ReferenceError('indexedDB is not defined'), { kind: 'blocked' }],
    [new DOMException('it broke', 'UnknownError'), { kind: 'failed', detail: 'it broke' }],
    [new DOMException('', 'AbortError'), { kind: 'failed', detail: 'AbortError' }],
    ['a string', { kind: 'failed', detail: 'a string' }],
  ])('knows %s', (thrown, error) => {
    expect(toStorageError(thrown)).toEqual(error)
  })
})

describe('explainStorageError', () => {
  it.each([
    { kind: 'full' } as const,
    { kind: 'blocked' } as const,
    { kind: 'stalled' } as const,
    { kind: 'notKept' } as const,
    { kind: 'unreadable' } as const,
    { kind: 'failed', detail: 'it broke' } as const,
  ])('sends the user to a file: $kind', (error) => {
    expect(explainStorageError(error)).toMatch(/file/)
  })
})

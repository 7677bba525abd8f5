import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflate, inflate, joinBytes } from '../../src/formats/inflate.ts'

/** 16 MB of zeros as a part of a stream that may be repeated. */
const part = deflateRawSync(Buffer.alloc(16 * 2 ** 20), { finishFlush: constants.Z_SYNC_FLUSH, level: 9 })
const end = deflateRawSync(Buffer.alloc(0))

/** A stream of about a thousandth of the length that it inflates to. */
function bomb(megabytes: number): Uint8Array<ArrayBuffer> {
  return joinBytes([...Array.from({ length: megabytes / 16 }, () => part), end])
}

describe('inflate', () => {
  it('gives back what was compressed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 20_000 }), async (bytes) => {
        const own = Uint8Array.from(bytes)
        for (const format of ['deflate', 'deflate-raw'] as const) {
          expect(await inflate(await deflate(own, format), format)).toEqual({ ok: true, value: own })
        }
      }),
      { numRuns: 20 },
    )
  })

  it('takes short texts that repeat themselves, at any ratio', async () => {
    const long = new Uint8Array(2 ** 20)
    const found = await inflate(await deflate(long, 'deflate'), 'deflate')
    expect(found.ok && Buffer.compare(found.value, long)).toBe(0)
    expect(await inflate(await deflate(new Uint8Array(2 ** 20 + 1), 'deflate'), 'deflate')).toEqual({
      ok: false,
      error: 'tooLarge',
    })
  })

  it('stops a gigabyte of zeros at the first megabytes', async () => {
    const bytes = bomb(1024)
    expect(bytes.length).toBeLessThan(1_200_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await inflate(bytes, 'deflate-raw', { bytes: 4 * 2 ** 20, ratio: 2000, free: 0 })).toEqual({
      ok: false,
      error: 'tooLarge',
    })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 2 ** 20)
  })

  it('stops at a hundred times what went in', async () => {
    const noise = fc.sample(fc.uint8Array({ minLength: 30_000, maxLength: 30_000, size: 'max' }), {
      numRuns: 1,
      seed: 7,
    })
    const honest = joinBytes([...noise, new Uint8Array(2_000_000)])
    const limits = { bytes: 2 ** 30, ratio: 100, free: 0 }
    const found = await inflate(await deflate(honest, 'deflate'), 'deflate', limits)
    expect(found.ok && Buffer.compare(found.value, honest)).toBe(0)
    expect(await inflate(bomb(16), 'deflate-raw', limits)).toEqual({ ok: false, error: 'tooLarge' })
  })

  it('stops at 25 MB whatever the ratio', async () => {
    const limits = { bytes: 25 * 2 ** 20, ratio: 5000, free: 0 }
    expect(await inflate(bomb(16), 'deflate-raw', limits)).toHaveProperty('ok', true)
    expect(await inflate(bomb(32), 'deflate-raw', limits)).toEqual({ ok: false, error: 'tooLarge' })
  })

  it('says that what is no stream or is cut off is broken', async () => {
    const whole = await deflate(new TextEncoder().encode('Roads lower trade costs.'), 'deflate')
    for (const bytes of [Uint8Array.of(), Uint8Array.of(1, 2, 3), whole.slice(0, -3)]) {
      expect(await inflate(bytes, 'deflate')).toEqual({ ok: false, error: 'broken' })
    }
  })
})

import { deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToPng, isPng, pngResolution, pngSize, readPngText } from '../../../src/formats/png/chunks.ts'

const png = Uint8Array.from(createCanvas(7, 5).toBuffer('image/png'))

/** A chunk with a checksum nobody looks at. */
function chunk(type: string, ...data: readonly (string | Uint8Array | number)[]): Buffer {
  const body = Buffer.concat(
    data.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part as string))),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)])
}

/** Behind signature and header. */
function withChunk(added: Uint8Array): Uint8Array {
  return Buffer.concat([png.subarray(0, 33), added, png.subarray(33)])
}

describe('addToPng and readPngText', () => {
  it('give back any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 500 }), async (text) => {
        const added = await addToPng(png, { text: { keyword: 'counterpoint', text } })
        expect(await readPngText(added, 'counterpoint')).toEqual({ ok: true, value: text })
      }),
      { numRuns: 30 },
    )
  })

  it('make a picture that decoders take, checksums and all', async () => {
    const added = await addToPng(png, { text: { keyword: 'counterpoint', text: 'x' }, resolution: 5669 })
    const image = await loadImage(Buffer.from(added))
    expect([image.width, image.height]).toEqual([7, 5])
    expect(pngSize(added)).toEqual({ width: 7, height: 5 })
    expect(pngResolution(added)).toBe(5669)
    const { data } = createCanvas(1, 1).getContext('2d').getImageData(0, 0, 1, 1)
    expect(data).toHaveLength(4)
  })

  it('write the checksum of the specification', async () => {
    const added = Buffer.from(await addToPng(png, { resolution: 2835 }))
    const at = added.indexOf('pHYs')
    // The bytes that programs everywhere write for 72 dots an inch.
    expect(added.subarray(at - 4, at + 17).toString('hex')).toBe(
      '00000009704859730000' + '0b1300000b1301009a9c18',
    )
  })

  it('put the new text and resolution in place of the old', async () => {
    const first = await addToPng(png, { text: { keyword: 'counterpoint', text: 'one' }, resolution: 1000 })
    const second = await addToPng(first, { text: { keyword: 'counterpoint', text: 'two' }, resolution: 2000 })
    expect(await readPngText(second, 'counterpoint')).toEqual({ ok: true, value: 'two' })
    expect(pngResolution(second)).toBe(2000)
    expect(Buffer.from(second).indexOf('iTXt')).toBe(Buffer.from(second).lastIndexOf('iTXt'))
  })

  it('leave other texts alone', async () => {
    const other = withChunk(chunk('iTXt', 'Comment', 0, 0, 0, 'de', 0, 'Kommentar', 0, 'Größe'))
    const added = await addToPng(other, { text: { keyword: 'counterpoint', text: 'x' } })
    expect(await readPngText(added, 'Comment')).toEqual({ ok: true, value: 'Größe' })
  })

  it('find nothing where nothing is', async () => {
    expect(await readPngText(png, 'counterpoint')).toEqual({ ok: true, value: undefined })
  })

  it('refuse a text that is no deflate, or of an unknown method, or cut off', async () => {
    const texts = [
      chunk('iTXt', 'counterpoint', 0, 1, 0, 0, 0, 'no deflate at all'),
      chunk('iTXt', 'counterpoint', 0, 1, 7, 0, 0, deflateSync('x')),
      chunk('iTXt', 'counterpoint', 0, 1, 0, 0, 0, deflateSync('x'.repeat(999)).subarray(0, 8)),
      chunk('iTXt', 'counterpoint', 0, 1),
    ]
    for (const text of texts) {
      expect(await readPngText(withChunk(text), 'counterpoint')).toEqual({ ok: false, error: 'broken' })
    }
  })

  it('stop inflating a bomb', async () => {
    const bomb = deflateSync(Buffer.alloc(30 * 2 ** 20))
    const text = chunk('iTXt', 'counterpoint', 0, 1, 0, 0, 0, bomb)
    expect(await readPngText(withChunk(text), 'counterpoint')).toEqual({ ok: false, error: 'tooLarge' })
  })

  it('survive any bytes behind the signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(60), async (bytes, at) => {
        const damaged = Uint8Array.from(
          withChunk(chunk('iTXt', 'counterpoint', 0, 1, 0, 0, 0, deflateSync('x'))),
        )
        damaged.set(bytes.subarray(0, damaged.length - 8 - at), 8 + at)
        expect(isPng(damaged)).toBe(true)
        expect(await readPngText(damaged, 'counterpoint')).toHaveProperty('ok')
      }),
      { numRuns: 200 },
    )
  })

  it('refuse to add to what is no PNG', async () => {
    await expect(addToPng(new Uint8Array(40), { resolution: 1 })).rejects.toThrow('only to a PNG')
  })
})

/**
 * Compressing and inflating streams of deflate (RFC 1950, RFC 1951) with what browsers and Node have built
 * in. Inflating is bounded: it stops as soon as more comes out than is ever of use, so that a file of a
 * few kB that unfolds to gigabytes costs neither time nor memory.
 */
import { importLimits } from './conversion.ts'
import type { Result } from '../model/result.ts'

/** deflate: with the zlib header and checksum, as in PNG. deflate-raw: without. */
export type DeflateFormat = 'deflate' | 'deflate-raw'

/** broken: no such stream, or cut off. tooLarge: more comes out than the limits allow. */
export type InflateError = 'broken' | 'tooLarge'

export interface InflateLimits {
  /** Bytes that may come out. */
  readonly bytes: number
  /** How many times what went in may come out, once it is more than `free`. */
  readonly ratio: number
  /** Bytes that may come out at any ratio: short texts that repeat themselves are no attack. */
  readonly free: number
}

const usualLimits: InflateLimits = { bytes: importLimits.bytes, ratio: 100, free: 2 ** 20 }

/** One piece in can be at most 1,032 pieces out, so what is held at once stays small whatever a browser buffers. */
const pieceSize = 4096

/** The bytes as a stream of deflate. */
export async function deflate(
  bytes: Uint8Array<ArrayBuffer>,
  format: DeflateFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(format))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** The bytes that a stream of deflate stands for, or why there are none. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  format: DeflateFormat,
  limits: InflateLimits = usualLimits,
): Promise<Result<Uint8Array<ArrayBuffer>, InflateError>> {
  const most = Math.min(limits.bytes, Math.max(limits.free, bytes.length * limits.ratio))
  const reader = pieces(bytes).pipeThrough(new DecompressionStream(format)).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > most) {
        await reader.cancel()
        return { ok: false, error: 'tooLarge' }
      }
      parts.push(next.value)
    }
  } catch {
    // The stream's own words differ between browsers and say no more.
    return { ok: false, error: 'broken' }
  }
  return { ok: true, value: joinBytes(parts) }
}

/** These bytes one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A stream that is asked for each piece, so that nothing is inflated before it is wanted. */
function pieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += pieceSize)))
      if (at >= bytes.length) controller.close()
    },
  })
}

/**
 * What a PNG carries besides its pixels: a text under a keyword and the resolution, written into and read
 * from its chunks (Portable Network Graphics, second edition, W3C 2003; sections 5, 11.3.4.5 and 11.3.5.3).
 * Reading walks from chunk to chunk once, never trusts a length, and inflates within limits.
 */
import { deflate, inflate, joinBytes, type InflateError } from '../inflate.ts'
import type { Result } from '../../model/result.ts'

/** Texts to put into a PNG, and how large it is meant to be. */
export interface PngExtras {
  readonly text?: { readonly keyword: string; readonly text: string }
  /** Pixels in a metre. */
  readonly resolution?: number
}

/** broken: what should be compressed text is none. tooLarge: more text than is ever read. */
export type PngTextError = InflateError

const signature = [137, 80, 78, 71, 13, 10, 26, 10]

/** Whether the bytes begin as every PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Size of the picture in pixels, or undefined where it is no PNG. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const header = isPng(bytes) ? chunksOf(bytes).next().value : undefined
  if (header?.type !== 'IHDR' || header.data.length < 8) return undefined
  const view = viewOf(header.data)
  return { width: view.getUint32(0), height: view.getUint32(4) }
}

/**
 * The same picture with these extras in place of any resolution and text under the keyword that it had.
 * @throws Error if `png` is no PNG.
 */
export async function addToPng(
  png: Uint8Array,
  { text, resolution }: PngExtras,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!pngSize(png)) throw new Error('only to a PNG can a text be added')
  const added: Uint8Array[] = []
  if (resolution !== undefined) added.push(writeChunk('pHYs', resolutionData(resolution)))
  if (text) added.push(writeChunk('iTXt', await textData(text.keyword, text.text)))
  const parts: Uint8Array[] = [Uint8Array.from(signature)]
  for (const { type, data, whole } of chunksOf(png)) {
    if (resolution !== undefined && type === 'pHYs') continue
    if (text && type === 'iTXt' && keywordOf(data) === text.keyword) continue
    parts.push(whole)
    // Both must or may come before the pixels, and there even a picture that was cut off has them.
    if (type === 'IHDR') parts.push(...added)
  }
  return joinBytes(parts)
}

/** The text under a keyword, undefined where there is none. */
export async function readPngText(
  png: Uint8Array,
  keyword: string,
): Promise<Result<string | undefined, PngTextError>> {
  for (const { type, data } of chunksOf(png)) {
    if (type === 'iTXt' && keywordOf(data) === keyword) return readText(data.subarray(keyword.length + 1))
  }
  return { ok: true, value: undefined }
}

/** Pixels in a metre, or undefined where the picture does not say. */
export function pngResolution(png: Uint8Array): number | undefined {
  for (const { type, data } of chunksOf(png)) {
    if (type === 'pHYs' && data.length === 9 && data[8] === 1) return viewOf(data).getUint32(0)
  }
  return undefined
}

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** With length, type and checksum. */
  readonly whole: Uint8Array
}

/** The chunks of a PNG as far as they are whole. */
function* chunksOf(png: Uint8Array): Generator<Chunk, undefined> {
  const view = viewOf(png)
  for (let at = signature.length; at + 12 <= png.length;) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > png.length) return
    const type = latin1(png.subarray(at + 4, at + 8))
    yield { type, data: png.subarray(at + 8, end - 4), whole: png.subarray(at, end) }
    at = end
  }
}

/** Keywords have at most 79 characters, so no more is looked at. */
function keywordOf(data: Uint8Array): string | undefined {
  const end = data.subarray(0, 80).indexOf(0)
  return end < 1 ? undefined : latin1(data.subarray(0, end))
}

/** What follows the keyword: whether compressed, how, the language, the keyword in it, the text. */
async function readText(data: Uint8Array): Promise<Result<string, PngTextError>> {
  const language = data.indexOf(0, 2)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  if (translated < 0 || data[1] !== 0) return { ok: false, error: 'broken' }
  const bytes = data.slice(translated + 1)
  const text = data[0] === 1 ? await inflate(bytes, 'deflate') : { ok: true as const, value: bytes }
  return text.ok ? { ok: true, value: new TextDecoder().decode(text.value) } : text
}

async function textData(keyword: string, text: string): Promise<Uint8Array> {
  const compressed = await deflate(new TextEncoder().encode(text), 'deflate')
  const head = Uint8Array.from([...keyword].map((character) => character.charCodeAt(0)))
  return joinBytes([head, Uint8Array.from([0, 1, 0, 0, 0]), compressed])
}

function resolutionData(pixelsPerMetre: number): Uint8Array {
  const data = new Uint8Array(9)
  const view = viewOf(data)
  view.setUint32(0, Math.round(pixelsPerMetre))
  view.setUint32(4, Math.round(pixelsPerMetre))
  data[8] = 1
  return data
}

function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(data.length + 12)
  const view = viewOf(whole)
  view.setUint32(0, data.length)
  for (let index = 0; index < 4; index += 1) whole[4 + index] = type.charCodeAt(index)
  whole.set(data, 8)
  view.setUint32(data.length + 8, crc32(whole.subarray(4, data.length + 8)))
  return whole
}

/** For each byte what it adds to the remainder: the polynomial of ISO 3309 in reversed bits. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xed_b8_83_20 : 0)
  return remainder >>> 0
})

/** The checksum of a chunk's type and data (PNG specification, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xff_ff_ff_ff) >>> 0
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

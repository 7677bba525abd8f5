/** The container of TrueType and OpenType fonts: a directory of tables, then the tables. */
import { ByteWriter } from './binary.ts'

/** Tables by their tag of four characters. */
export type FontTables = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/**
 * The tables as one TrueType file, with directory, checksums and head.checkSumAdjustment as the OpenType
 * specification asks (chapter "OpenType font file"). Throws without a head table.
 */
export function writeSfnt(tables: FontTables): Uint8Array<ArrayBuffer> {
  const tags = [...tables.keys()].sort()
  const power = 2 ** Math.floor(Math.log2(tags.length))
  const writer = new ByteWriter()
  writer.uint32(0x00010000)
  writer.uint16(tags.length, power * 16, Math.log2(power), (tags.length - power) * 16)
  let offset = 12 + tags.length * 16
  let headAt: number | undefined
  const bodies: Uint8Array<ArrayBuffer>[] = []
  for (const tag of tags) {
    let table = tables.get(tag) ?? new Uint8Array()
    if (tag === 'head') {
      // The sum of the whole file is taken with a zero in its own place.
      table = table.slice()
      new DataView(table.buffer).setUint32(8, 0)
      headAt = offset
    }
    for (const character of tag) writer.uint8(character.charCodeAt(0))
    writer.uint32(checksum(table), offset, table.length)
    bodies.push(table)
    offset += Math.ceil(table.length / 4) * 4
  }
  for (const body of bodies) writer.bytes(body).align(4)
  if (headAt === undefined) throw new Error('a font has no table "head"')
  const file = writer.finish()
  new DataView(file.buffer).setUint32(headAt + 8, (0xb1b0afba - checksum(file)) >>> 0)
  return file
}

function checksum(bytes: Uint8Array<ArrayBuffer>): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % 4)
  let sum = 0
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  for (let at = whole; at < bytes.length; at++)
    sum = (sum + (bytes[at] ?? 0) * 2 ** (24 - 8 * (at - whole))) >>> 0
  return sum
}

/**
 * Unpacks WOFF2 into a plain TrueType font, which is the only form in which variations can be applied and
 * outlines read. After the W3C Recommendation "WOFF File Format 2.0" (2018). Hints are left out: what is
 * exported is drawn by programs that do not use them.
 */
import decompress from 'brotli/decompress.js'
import { ByteReader, ByteWriter } from './binary.ts'
import { writeSfnt } from './sfnt.ts'

/** Tags in the order of the specification's table of known tags. */
const knownTags = (
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH ' +
  'PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc ' +
  'bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
)
  .split(' ')
  .map((tag) => tag.replace('_', ' '))

/** What only hinting needs. */
const hinting = new Set(['cvt ', 'fpgm', 'prep', 'cvar', 'gasp', 'hdmx', 'LTSH', 'VDMX'])

/** Whether the bytes begin as WOFF2 does. */
function isWoff2(file: Uint8Array): boolean {
  return file[0] === 0x77 && file[1] === 0x4f && file[2] === 0x46 && file[3] === 0x32
}

/** The font as TrueType. Throws when the file is not WOFF2 or is cut off. */
export function unpackWoff2(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (!isWoff2(file)) throw new Error('The font file is not WOFF2.')
  const reader = new ByteReader(file, 12)
  const count = reader.uint16()
  reader.position = 20
  const compressedSize = reader.uint32()
  reader.position = 48
  const entries = []
  for (let index = 0; index < count; index++) entries.push(readEntry(reader))
  const body = new ByteReader(Uint8Array.from(decompress(reader.take(compressedSize))))
  const packed = new Map(entries.map((entry) => [entry.tag, { ...entry, data: body.take(entry.length) }]))

  const tables = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { tag, data } of packed.values()) if (!hinting.has(tag)) tables.set(tag, data)
  const glyf = packed.get('glyf')
  if (glyf?.transformed) {
    const { glyf: outlines, loca, lefts } = rebuildGlyphs(glyf.data)
    tables.set('glyf', outlines)
    tables.set('loca', loca)
    const head = tables.get('head')?.slice()
    if (head) tables.set('head', new ByteWriter().bytes(head.subarray(0, 50)).uint16(1, 0).finish())
    const hmtx = packed.get('hmtx')
    const hhea = tables.get('hhea')
    if (hmtx?.transformed && hhea) {
      const long = new ByteReader(hhea, 34).uint16()
      tables.set('hmtx', rebuildMetrics(hmtx.data, long, lefts))
    }
  }
  return writeSfnt(tables)
}

function readEntry(reader: ByteReader) {
  const flags = reader.uint8()
  const known = flags & 63
  const tag = known === 63 ? String.fromCharCode(...reader.take(4)) : (knownTags[known] ?? '')
  const version = flags >> 6
  const transformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0
  const original = readBase128(reader)
  return { tag, transformed, length: transformed ? readBase128(reader) : original }
}

function readBase128(reader: ByteReader): number {
  let value = 0
  for (let index = 0; index < 5; index++) {
    const byte = reader.uint8()
    value = value * 128 + (byte & 127)
    if (byte < 128) return value
  }
  throw new Error('The font file has a number that is too long.')
}

function read255(reader: ByteReader): number {
  const code = reader.uint8()
  if (code === 253) return reader.uint16()
  if (code === 254) return reader.uint8() + 506
  if (code === 255) return reader.uint8() + 253
  return code
}

/** The glyf table taken apart into streams (section 5.1), put together again; lefts are the glyphs' xMin. */
function rebuildGlyphs(data: Uint8Array<ArrayBuffer>) {
  const header = new ByteReader(data, 4)
  const glyphCount = header.uint16()
  header.position = 8
  const sizes = Array.from({ length: 7 }, () => header.uint32())
  const [contours, points, flags, coordinates, composites, boxes] = sizes.map(
    (size) => new ByteReader(header.take(size)),
  )
  if (!contours || !points || !flags || !coordinates || !composites || !boxes)
    throw new Error('The font file lacks outlines.')
  const bitmap = boxes.take(((glyphCount + 31) >> 5) << 2)
  const glyf = new ByteWriter()
  const loca = new ByteWriter().uint32(0)
  const lefts: number[] = []
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    const contourCount = contours.uint16()
    const hasBox = ((bitmap[glyph >> 3] ?? 0) & (128 >> (glyph & 7))) !== 0
    const given = hasBox ? Array.from({ length: 4 }, () => boxes.int16()) : undefined
    let left = given?.[0] ?? 0
    if (contourCount === 0xffff) {
      glyf.uint16(0xffff, ...(given ?? [0, 0, 0, 0]))
      copyComponents(composites, coordinates, glyf)
    } else if (contourCount > 0) {
      const outline = readOutline(contourCount, points, flags, coordinates)
      const box = given ?? boxOf(outline.points)
      left = box[0] ?? 0
      glyf.uint16(contourCount, ...box, ...outline.ends, 0)
      writePoints(glyf, outline.points)
    }
    lefts.push(left)
    glyf.align(4)
    loca.uint32(glyf.length)
  }
  return { glyf: glyf.finish(), loca: loca.finish(), lefts }
}

/** A glyph made of others: records are as in TrueType, apart from hints (bit 8), which are left out. */
function copyComponents(composites: ByteReader, coordinates: ByteReader, glyf: ByteWriter): void {
  let flags = 0x20
  let hinted = false
  while (flags & 0x20) {
    flags = composites.uint16()
    hinted ||= (flags & 0x100) !== 0
    const words = 1 + (flags & 1 ? 2 : 1) + (flags & 8 ? 1 : flags & 0x40 ? 2 : flags & 0x80 ? 4 : 0)
    glyf.uint16(flags & ~0x100).bytes(composites.take(words * 2))
  }
  // How many bytes of hints lie in a stream that is not read.
  if (hinted) read255(coordinates)
}

interface OutlinePoint {
  readonly x: number
  readonly y: number
  readonly onCurve: boolean
}

function readOutline(count: number, points: ByteReader, flags: ByteReader, coordinates: ByteReader) {
  const ends: number[] = []
  let total = 0
  for (let contour = 0; contour < count; contour++) {
    total += read255(points)
    ends.push(total - 1)
  }
  const found: OutlinePoint[] = []
  let x = 0
  let y = 0
  for (let index = 0; index < total; index++) {
    const flag = flags.uint8()
    const [dx, dy] = readTriplet(flag & 127, coordinates)
    x += dx
    y += dy
    found.push({ x, y, onCurve: flag < 128 })
  }
  read255(coordinates)
  return { ends, points: found }
}

/** One step between points, coded in one flag and one to four bytes (section 5.2, table of triplets). */
function readTriplet(flag: number, coordinates: ByteReader): readonly [dx: number, dy: number] {
  const signed = (bit: number, value: number) => (bit & 1 ? value : -value)
  const first = coordinates.uint8()
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + first)]
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + first), 0]
  if (flag < 84) {
    const rest = flag - 20
    return [
      signed(flag, 1 + (rest & 0x30) + (first >> 4)),
      signed(flag >> 1, 1 + ((rest & 0x0c) << 2) + (first & 15)),
    ]
  }
  const second = coordinates.uint8()
  if (flag < 120) {
    const rest = flag - 84
    return [
      signed(flag, 1 + (Math.floor(rest / 12) << 8) + first),
      signed(flag >> 1, 1 + (((rest % 12) >> 2) << 8) + second),
    ]
  }
  const third = coordinates.uint8()
  if (flag < 124)
    return [signed(flag, (first << 4) + (second >> 4)), signed(flag >> 1, ((second & 15) << 8) + third)]
  return [signed(flag, (first << 8) + second), signed(flag >> 1, (third << 8) + coordinates.uint8())]
}

function boxOf(points: readonly OutlinePoint[]): readonly number[] {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Flags, then steps in x, then steps in y, each step as two bytes: larger than it could be, but plain. */
function writePoints(glyf: ByteWriter, points: readonly OutlinePoint[]): void {
  for (const point of points) glyf.uint8(point.onCurve ? 1 : 0)
  let last = 0
  for (const { x } of points) {
    glyf.uint16(x - last)
    last = x
  }
  last = 0
  for (const { y } of points) {
    glyf.uint16(y - last)
    last = y
  }
}

/** Advances with the left side bearings that follow from the outlines (section 5.4). */
function rebuildMetrics(data: Uint8Array<ArrayBuffer>, long: number, lefts: readonly number[]) {
  const reader = new ByteReader(data)
  const flags = reader.uint8()
  const advances = Array.from({ length: long }, () => reader.uint16())
  const bearings = lefts.map((left, glyph) => {
    const follows = (glyph < long ? flags & 1 : flags & 2) !== 0
    return follows ? left : reader.int16()
  })
  const writer = new ByteWriter()
  for (const [glyph, bearing] of bearings.entries()) {
    const advance = advances[glyph]
    if (advance !== undefined) writer.uint16(advance)
    writer.uint16(bearing)
  }
  return writer.finish()
}

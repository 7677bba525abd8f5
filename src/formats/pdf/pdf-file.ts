/**
 * The file structure of PDF (ISO 32000-1, sections 7.2 to 7.5): numbered objects, compressed streams, table
 * and trailer. Equal objects give equal bytes.
 */
import { ByteWriter } from '../fonts/binary.ts'

/** An object's number, as others refer to it. */
export type Ref = number & { readonly __brand: 'Ref' }

/** A value in PDF's own writing, such as "/Name", "[1 2]" or "<< /Type /Page >>". */
export type PdfValue = string

/** Entries of a dictionary; those without a value are left out. */
export type PdfEntries = Readonly<Record<string, PdfValue | undefined>>

/** Collects the objects of a file. */
export class PdfFile {
  readonly #objects: (Uint8Array | undefined)[] = []

  /** A number for an object that is written later, so that others can refer to it before. */
  reserve(): Ref {
    this.#objects.push(undefined)
    // The one place where numbers become references.
    return this.#objects.length as Ref
  }

  /** Writes an object; without a reference it gets the next number. */
  add(value: PdfValue, ref = this.reserve()): Ref {
    this.#objects[ref - 1] = latin(value)
    return ref
  }

  /** Writes a stream, compressed unless it says how it is kept. */
  async addStream(
    content: Uint8Array<ArrayBuffer>,
    entries: PdfEntries = {},
    { ref = this.reserve(), plain = false } = {},
  ): Promise<Ref> {
    const body = plain ? content : await deflate(content)
    const head = dictionary({
      ...entries,
      Filter: plain ? undefined : '/FlateDecode',
      Length: String(body.length),
    })
    const writer = new ByteWriter().bytes(latin(`${head}\nstream\n`)).bytes(body)
    this.#objects[ref - 1] = writer.bytes(latin('\nendstream')).finish()
    return ref
  }

  /** The whole file. The id follows from the content. Throws when a reserved object was never written. */
  finish(entries: PdfEntries): Uint8Array<ArrayBuffer> {
    // The second line tells programs that the file is no text.
    const writer = new ByteWriter().bytes(latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'))
    const offsets = this.#objects.map((object, index) => {
      if (!object) throw new Error(`PDF object ${index + 1} was never written`)
      const offset = writer.length
      writer
        .bytes(latin(`${index + 1} 0 obj\n`))
        .bytes(object)
        .bytes(latin('\nendobj\n'))
      return offset
    })
    const id = `<${fingerprint(writer.finish())}>`
    const start = writer.length
    const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    writer.bytes(latin(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${lines.join('')}`))
    const trailer = dictionary({ ...entries, Size: String(offsets.length + 1), ID: `[${id} ${id}]` })
    return writer.bytes(latin(`trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`)).finish()
  }
}

export function reference(ref: Ref): PdfValue {
  return `${ref} 0 R`
}

export function dictionary(entries: PdfEntries): PdfValue {
  const written = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`/${key} ${value}`],
  )
  return `<< ${written.join(' ')} >>`
}

export function array(values: readonly (PdfValue | number)[]): PdfValue {
  return `[${values.map((value) => (typeof value === 'number' ? number(value) : value)).join(' ')}]`
}

/** To a thousandth, without an exponent, as PDF wants it. */
export function number(value: number): PdfValue {
  const rounded = Math.round(value * 1000) / 1000
  // Also turns -0 into 0.
  return rounded === 0 ? '0' : String(rounded)
}

/** Any text, as UTF-16 with its mark. */
export function text(value: string): PdfValue {
  return `<feff${utf16Hex(value)}>`
}

/** The UTF-16 units of a text, four digits each. */
export function utf16Hex(value: string): string {
  let hex = ''
  for (let at = 0; at < value.length; at++) hex += value.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}

/** Bytes in ASCII, such as addresses. */
export function ascii(value: string): PdfValue {
  return `(${value.replaceAll(/[\\()]/g, '\\$&').replaceAll(/[^ -~]/g, '')})`
}

/** "D:20240131120000Z" */
export function date(value: Date): PdfValue {
  return `(D:${value.toISOString().replaceAll(/[-:T]|\.\d+/g, '')})`
}

/** Each character below 256 as one byte. */
export function latin(value: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(value.length)
  for (let at = 0; at < value.length; at++) bytes[at] = value.charCodeAt(at)
  return bytes
}

async function deflate(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** 128 bits that differ for files that differ, by FNV-1a (Fowler, Noll and Vo) with four beginnings. */
function fingerprint(bytes: Uint8Array): string {
  return [0x811c9dc5, 0x01234567, 0x89abcdef, 0xdeadbeef]
    .map((seed) => {
      let hash = seed
      for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
      return (hash >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}

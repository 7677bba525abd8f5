/** The files in a zip file, by the list of entries at its end (APPNOTE 6.3.10, 4.3), for looking into documents. */
import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly bytes: Buffer
  /** As the file tells it: date and time in the form of MS-DOS. */
  readonly date: number
  readonly time: number
}

/** @throws if it is no zip file or an entry is compressed in another way than deflate. */
export function unzip(zip: Uint8Array): Map<string, ZipEntry> {
  const data = Buffer.from(zip)
  const end = data.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0) throw new Error('no zip file')
  const entries = new Map<string, ZipEntry>()
  let at = data.readUInt32LE(end + 16)
  for (let index = 0; index < data.readUInt16LE(end + 10); index += 1) {
    const nameLength = data.readUInt16LE(at + 28)
    const name = data.toString('utf8', at + 46, at + 46 + nameLength)
    const local = data.readUInt32LE(at + 42)
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
    const packed = data.subarray(start, start + data.readUInt32LE(at + 20))
    const method = data.readUInt16LE(at + 10)
    if (method !== 0 && method !== 8) throw new Error(`"${name}" is compressed by method ${method}`)
    const bytes = method === 8 ? inflateRawSync(packed) : packed
    entries.set(name, { bytes, time: data.readUInt16LE(local + 10), date: data.readUInt16LE(local + 12) })
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * What makes a Word file the same bytes for the same brief and date: the properties of the document are written
 * here, and the times in the zip file are set to a fixed day. (Appendix A of ECMA-376 part 2; APPNOTE 6.3.10.)
 */
import { escapeXml } from '../plain-text.ts'

export interface CoreProperties {
  readonly title: string
  readonly description: string
  readonly date: Date
}

/** docProps/core.xml */
export function corePropertiesXml({ title, description, date }: CoreProperties): string {
  const time = `${date.toISOString().slice(0, 19)}Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title>`,
    '<dc:creator>Counterpoint</dc:creator>',
    ...(description === '' ? [] : [`<dc:description>${escapeXml(description)}</dc:description>`]),
    '<cp:lastModifiedBy>Counterpoint</cp:lastModifiedBy>',
    '<dc:language>en-GB</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
/** 1 January 1980, midnight, as zip files tell time: the earliest there is. */
const day = 0x0021

/** Sets the time of every entry of a zip file, in its list of entries and before the entry itself. */
export function withFixedTimes(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1
  if (end < 0) throw new Error('the zip file has no list of entries')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry += 1) {
    if (view.getUint32(at, true) !== entrySignature)
      throw new Error(`entry ${entry} of the zip file is missing`)
    const local = view.getUint32(at + 42, true)
    for (const place of [at + 12, local + 10]) {
      view.setUint16(place, 0, true)
      view.setUint16(place + 2, day, true)
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}

/**
 * The document inside a picture or a page: found in an SVG's metadata, in a PNG's text chunk, in a script
 * element of HTML that holds data. No DOM and no parser of whole files is needed: one pass over the tags,
 * in time linear to the file whatever it holds. What is found is text, to be read like any other file.
 */
import { importLimits } from './conversion.ts'
import { isPng, readPngText, type PngTextError } from './png/chunks.ts'
import { pngKeyword } from './png/write.ts'
import { documentNamespace } from './svg/write.ts'
import { decodeReferences, rootOf, tagAfter, type Tag } from './tags.ts'
import type { Result } from '../model/result.ts'

/** What a document can travel inside. */
export type Carrier = 'svg' | 'png' | 'html'

/** What each is called in sentences. */
export const carriers = {
  svg: { name: 'SVG picture' },
  png: { name: 'PNG picture' },
  html: { name: 'web page' },
} as const satisfies Record<Carrier, { readonly name: string }>

/** The id of the script element that holds the document in HTML. */
export const documentScriptId = 'counterpoint-document'

/** broken: cut off or damaged. tooLarge: more than is ever read. */
export type EmbeddedError = PngTextError

/** Pictures are only walked through, and may be larger than a document. */
const largestCarrier = 8 * importLimits.bytes

/** Which of these a file is by how it begins, or undefined. */
export function carrierOf(bytes: Uint8Array): Carrier | undefined {
  if (isPng(bytes)) return 'png'
  // A prologue is never longer than this.
  const root = rootOf(new TextDecoder().decode(bytes.subarray(0, 65_536)))
  if (root === undefined) return undefined
  if (localName(root.name).toLowerCase() === 'svg') return 'svg'
  return root.name.toLowerCase() === 'html' || root.doctype?.toLowerCase() === 'html' ? 'html' : undefined
}

/** Text of the document inside a picture or page; undefined where there is none. */
export async function embeddedDocument(
  bytes: Uint8Array,
): Promise<Result<string | undefined, EmbeddedError>> {
  const carrier = carrierOf(bytes)
  if (carrier !== undefined && bytes.length > largestCarrier) return { ok: false, error: 'tooLarge' }
  switch (carrier) {
    case 'png':
      return readPngText(bytes, pngKeyword)
    case 'svg':
      return inSvg(new TextDecoder().decode(bytes))
    case 'html':
      return inHtml(new TextDecoder().decode(bytes))
    case undefined:
      return { ok: true, value: undefined }
  }
}

/** What is wrong with the document inside, and what can be done. */
export function explainEmbeddedError(error: EmbeddedError, carrier: Carrier): string {
  const { name } = carriers[carrier]
  switch (error) {
    case 'broken':
      return `The document inside this ${name} is damaged or cut off; get a complete copy of the file, or the document itself.`
    case 'tooLarge':
      return `The document inside this ${name} is larger than ${importLimits.bytes / 2 ** 20} MB, the most that can be opened.`
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

type Found = Result<string | undefined, EmbeddedError>

/** Programs that save an SVG again may move the namespace's declaration or take another prefix. */
function inSvg(svg: string): Found {
  const prefixes = new Set<string>()
  for (let tag = tagAfter(svg, 0); tag; tag = tagAfter(svg, tag.end)) {
    for (const [name, value] of tag.attributes) {
      if (value !== documentNamespace) continue
      if (name === 'xmlns') prefixes.add('')
      else if (name.startsWith('xmlns:')) prefixes.add(name.slice(6))
    }
    const colon = tag.name.indexOf(':')
    const prefix = tag.name.slice(0, Math.max(0, colon))
    if (localName(tag.name) === 'document' && prefixes.has(prefix)) return xmlText(svg, tag)
  }
  return { ok: true, value: undefined }
}

/** The text inside an element that holds nothing else. */
function xmlText(xml: string, { end, empty }: Tag): Found {
  if (empty) return { ok: false, error: 'broken' }
  const parts: string[] = []
  for (let at = end; ;) {
    const next = xml.indexOf('<', at)
    if (next < 0) return { ok: false, error: 'broken' }
    parts.push(decodeReferences(xml.slice(at, next)))
    if (xml.startsWith('</', next)) return { ok: true, value: parts.join('') }
    if (!xml.startsWith(openCdata, next)) return { ok: false, error: 'broken' }
    const close = xml.indexOf(']]>', next)
    if (close < 0) return { ok: false, error: 'broken' }
    parts.push(xml.slice(next + openCdata.length, close))
    at = close + 3
  }
}

const openCdata = '<![CDATA['

function inHtml(html: string): Found {
  for (let tag = tagAfter(html, 0); tag;) {
    const isScript = tag.name.toLowerCase() === 'script'
    // What stands in these is no markup, whatever it looks like.
    const end = isScript || tag.name.toLowerCase() === 'style' ? rawEnd(html, tag) : tag.end
    if (isScript && tag.attributes.get('id') === documentScriptId) {
      return end < 0 ? { ok: false, error: 'broken' } : { ok: true, value: html.slice(tag.end, end) }
    }
    tag = end < 0 ? undefined : tagAfter(html, end)
  }
  return { ok: true, value: undefined }
}

function rawEnd(html: string, { name, end }: Tag): number {
  const close = name.toLowerCase() === 'script' ? /<\/script/gi : /<\/style/gi
  close.lastIndex = end
  return close.exec(html)?.index ?? -1
}

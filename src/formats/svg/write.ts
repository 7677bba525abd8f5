/**
 * A drawing as SVG 1.1 that looks the same in browsers, Inkscape, LibreOffice and word processors: shapes
 * and real text with presentation attributes, no style sheet (unless fonts are embedded), no foreignObject,
 * nothing loaded from outside. The same drawing gives the same bytes.
 */
import type { Drawing, DrawingItem, GroupItem, PathItem, TextItem } from '../drawing/drawing.ts'
import type { EmbeddedFace } from '../fonts/embedded-faces.ts'
import { xmlAttribute, xmlText } from './xml.ts'

export interface SvgOptions {
  /** The document's JSON, to travel inside. */
  readonly document?: string
  readonly fonts?: readonly EmbeddedFace[]
  /** To be put into a page of HTML: no XML declaration, and no style attributes, which its policy may forbid. */
  readonly inPage?: boolean
}

/** The namespace of the element that holds the document. */
export const documentNamespace = 'urn:counterpoint:document:1'

/** What to draw text with, best first: Inter, then what travels along for scripts that Inter lacks. */
function fontFamily(fonts: readonly EmbeddedFace[]): string {
  const others = new Set(fonts.flatMap(({ family }) => (family === 'Inter' ? [] : [`'${family}'`])))
  return ['Inter', ...others, "'Segoe UI'", "'Helvetica Neue'", 'Arial', 'sans-serif'].join(', ')
}

/** The whole file, ending with a line feed. */
export function writeSvg(
  drawing: Drawing,
  { document, fonts = [], inPage = false }: SvgOptions = {},
): string {
  const { width, height, background, title, description, items } = drawing
  const [w, h] = [number(width), number(height)]
  const lines = [
    ...(inPage ? [] : ['<?xml version="1.0" encoding="UTF-8"?>']),
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="graphics-document document">`,
    ...naming(title, description),
    ...(document === undefined ? [] : [metadata(document)]),
    ...(fonts.length === 0 || inPage ? [] : [`<style>${fonts.map(fontFace).join('')}</style>`]),
    ...(background === undefined ? [] : [`<rect width="${w}" height="${h}" fill="${background}"/>`]),
    `<g font-family="${fontFamily(fonts)}" fill="none">`,
  ]
  // One growing text costs less than a list of many small ones.
  const file: Sink = { text: `${lines.join('\n')}\n` }
  for (const each of items) write(each, inPage, file)
  return `${file.text}</g>\n</svg>\n`
}

function naming(title: string | undefined, description: string | undefined): string[] {
  return [
    ...(title ? [`<title>${xmlText(title)}</title>`] : []),
    ...(description ? [`<desc>${xmlText(description)}</desc>`] : []),
  ]
}

/** Code units that JSON may hold in its strings but XML may not, as JSON escapes. */
const unwritableInJson = /[\ufffe\uffff\p{Surrogate}]/gu

function metadata(document: string): string {
  const json = document.replaceAll(
    unwritableInJson,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `<metadata><counterpoint:document xmlns:counterpoint="${documentNamespace}" encoding="json">${xmlText(json)}</counterpoint:document></metadata>`
}

/** One @font-face rule, as a style sheet has it. */
export function fontFace({
  family,
  weight,
  style,
  mediaType,
  format,
  base64,
  unicodeRange,
}: EmbeddedFace): string {
  return (
    `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};` +
    `src:url(data:${mediaType};base64,${base64}) format("${format}");unicode-range:${unicodeRange}}`
  )
}

/** What has been written so far. */
interface Sink {
  text: string
}

function write(item: DrawingItem, inPage: boolean, file: Sink): void {
  switch (item.kind) {
    case 'group':
      writeGroup(item, inPage, file)
      break
    case 'path':
      file.text += `${path(item)}\n`
      break
    case 'text':
      file.text += `${text(item, inPage)}\n`
  }
}

function writeGroup(
  { role, element, title, description, at, items }: GroupItem,
  inPage: boolean,
  file: Sink,
): void {
  const attributes =
    ` class="${xmlAttribute(role)}"` +
    (element === undefined ? '' : ` data-id="${xmlAttribute(element)}"`) +
    (title === undefined ? '' : ' role="img"') +
    (at === undefined ? '' : ` transform="translate(${number(at[0])} ${number(at[1])})"`)
  file.text += `<g${attributes}>\n`
  if (title) file.text += `<title>${xmlText(title)}</title>\n`
  if (description) file.text += `<desc>${xmlText(description)}</desc>\n`
  for (const each of items) write(each, inPage, file)
  file.text += '</g>\n'
}

function path({ d, fill, fillOpacity, stroke, strokeWidth, dash, roundCaps }: PathItem): string {
  return (
    `<path d="${roundedData(d)}"` +
    (fill === undefined ? '' : ` fill="${fill}"`) +
    (fillOpacity === undefined ? '' : ` fill-opacity="${number(fillOpacity)}"`) +
    (stroke === undefined ? '' : ` stroke="${stroke}"`) +
    (strokeWidth === undefined ? '' : ` stroke-width="${number(strokeWidth)}"`) +
    (dash === undefined ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`) +
    (roundCaps ? ' stroke-linecap="round" stroke-linejoin="round"' : '') +
    '/>'
  )
}

// Links are not written: nothing in the file is to point outside.
function text(
  { text: words, x, y, size, weight, italic, fill, anchor = 'start', direction }: TextItem,
  inPage: boolean,
): string {
  const isFromRight = direction === 'rtl'
  return (
    `<text x="${number(x)}" y="${number(y)}" font-size="${number(size)}" font-weight="${weight}"` +
    (italic ? ' font-style="italic"' : '') +
    ` fill="${fill}"` +
    (isFromRight ? ' direction="rtl"' : '') +
    (isFromRight && anchor === 'start' && !inPage
      ? startAtRight
      : anchor === 'start'
        ? ''
        : ` text-anchor="${anchor}"`) +
    `>${isFromRight ? embedding : ''}${xmlText(words)}${isFromRight ? endOfEmbedding : ''}</text>`
  )
}

/** RIGHT-TO-LEFT EMBEDDING and POP DIRECTIONAL FORMATTING, for programs that know no `direction`. */
const [embedding, endOfEmbedding] = ['\u202b', '\u202c']

/**
 * Text that starts at the right. LibreOffice 7.4 knows neither `direction` nor the word `inherit`, so it
 * takes the attribute, by which the text ends where it should; all others take the style, by which it starts
 * there.
 */
const startAtRight = ' text-anchor="end" style="text-anchor:inherit"'

/** Coordinates to a hundredth of a px, without exponents. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

const longNumber = /-?\d*\.\d{3,}(?:e[-+]?\d+)?|-?\d+(?:\.\d+)?e[-+]?\d+/g

/** Most data has none, and is asked quickly. */
const hasLongNumber = /\.\d{3}|e/

function roundedData(d: string): string {
  if (!hasLongNumber.test(d)) return d
  return d.replaceAll(longNumber, (value) => number(Number(value)))
}

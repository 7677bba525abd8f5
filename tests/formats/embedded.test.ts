import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carrierOf, embeddedDocument, explainEmbeddedError } from '../../src/formats/embedded.ts'
import { addToPng } from '../../src/formats/png/chunks.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const none = { ok: true, value: undefined }
const broken = { ok: false, error: 'broken' }
const namespace = 'xmlns:counterpoint="urn:counterpoint:document:1"'

function svg(inside: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made <by> hand -->\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`
}

const find = (text: string) => embeddedDocument(bytesOf(text))

describe('carrierOf', () => {
  it('tells pictures and pages by how they begin', () => {
    const png = createCanvas(1, 1).toBuffer('image/png')
    expect(carrierOf(png)).toBe('png')
    for (const text of [
      svg(''),
      '\uFEFF  <svg/>',
      '<x:svg xmlns:x="http://www.w3.org/2000/svg">',
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [ <!ENTITY a "<b>"> ]><svg>',
    ]) {
      expect(carrierOf(bytesOf(text))).toBe('svg')
    }
    for (const text of [
      '<!doctype html><title>x</title>',
      '<html lang="en">',
      '<!DOCTYPE HTML>\n<!-- x --><body>',
    ]) {
      expect(carrierOf(bytesOf(text))).toBe('html')
    }
    for (const text of [
      '',
      '{"svg": "<svg>"}',
      'A text about <svg> and <html>',
      '<arggraph id="svg">',
      '< svg>',
      '<!-- <svg>',
      '<svg',
    ]) {
      expect(carrierOf(bytesOf(text))).toBeUndefined()
    }
  })
})

describe('embeddedDocument', () => {
  it('finds nothing in a picture that holds nothing', async () => {
    expect(await find(svg('<metadata><rdf>document</rdf></metadata><text>{}</text>'))).toEqual(none)
    expect(await find('<!doctype html><script>var x = "<document>"</script><p>')).toEqual(none)
    expect(await embeddedDocument(createCanvas(1, 1).toBuffer('image/png'))).toEqual(none)
    expect(await find('{"format": "counterpoint"}')).toEqual(none)
  })

  it('finds any text in an SVG, escaped or in CDATA', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        const cdata = `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
        for (const written of [escaped, cdata]) {
          const file = svg(
            `<metadata><counterpoint:document ${namespace}>${written}</counterpoint:document></metadata>`,
          )
          expect(await find(file)).toEqual({ ok: true, value: text })
        }
      }),
    )
  })

  it('finds it under another prefix, a namespace declared elsewhere, or none', async () => {
    for (const file of [
      svg('<metadata><counterpoint:document>{}</counterpoint:document></metadata>', namespace),
      svg('<metadata><ns1:document>{}</ns1:document></metadata>', "xmlns:ns1='urn:counterpoint:document:1'"),
      svg('<metadata><document xmlns="urn:counterpoint:document:1">{}</document></metadata>'),
    ]) {
      expect(await find(file)).toEqual({ ok: true, value: '{}' })
    }
  })

  it('takes no element of another namespace, and none in a comment', async () => {
    expect(await find(svg('<other:document xmlns:other="urn:other">{}</other:document>', namespace))).toEqual(
      none,
    )
    expect(
      await find(svg(`<!-- <counterpoint:document ${namespace}>{}</counterpoint:document> -->`)),
    ).toEqual(none)
  })

  it('finds it in HTML, whatever scripts and styles hold before it', async () => {
    const page = `<!doctype html><html><head><style>a>b{content:"<script id='counterpoint-document'>"}</style>
      <script>if (a<b) x = "<SCRIPT id=counterpoint-document>no"</SCRIPT >
      <body data-x='>' hidden><script type="application/json" id="counterpoint-document">{"a": "\\u003c/script>"}</script>`
    expect(await find(page)).toEqual({ ok: true, value: '{"a": "\\u003c/script>"}' })
  })

  it('finds it in PNG', async () => {
    const png = await addToPng(createCanvas(1, 1).toBuffer('image/png'), {
      text: { keyword: 'counterpoint', text: '{"ä": "<"}' },
    })
    expect(await embeddedDocument(png)).toEqual({ ok: true, value: '{"ä": "<"}' })
  })

  it('says that what is cut off or holds markup is damaged', async () => {
    const open = `<metadata><counterpoint:document ${namespace}>`
    for (const file of [
      svg(`${open}{}`).replace('</svg>', ''),
      svg(`${open}<![CDATA[{}`),
      svg(`${open}{}<b>`),
      svg(`<counterpoint:document ${namespace}/>`),
      '<!doctype html><script id="counterpoint-document">{}',
    ]) {
      expect(await find(file)).toEqual(broken)
    }
    expect(explainEmbeddedError('broken', 'svg')).toContain('inside this SVG picture is damaged')
  })

  it('needs linear time for files that are nothing but beginnings', async () => {
    // Each would take hours if every beginning were followed to the end of the file.
    const count = 2_000_000
    for (const piece of [
      '<',
      '<a ',
      '<!--',
      '<![CDATA[',
      '<?',
      '<a b="',
      "<a b='",
      '<!DOCTYPE ',
      '<a =',
      '&#',
      '<script>',
      '</script ',
      '<style>',
      '\n',
      '<a/>',
    ]) {
      for (const start of [
        '<svg>',
        '<!doctype html>',
        `<svg ${namespace}><counterpoint:document>`,
        '<!doctype html><script id="counterpoint-document">',
      ]) {
        expect(await find(start + piece.repeat(count / piece.length))).toHaveProperty('ok')
      }
    }
  })

  it('survives any text', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '"',
      "'",
      '=',
      '/',
      ' ',
      '&lt;',
      '&#0;',
      '&#x110000;',
      'document',
      `${namespace}`,
      '<script',
      '</script>',
      'id=counterpoint-document',
      'svg',
      '?',
      '\u0000',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('<svg>', '<!doctype html>', ''),
        async (pieces, start) => {
          expect(await find(start + pieces.join(''))).toHaveProperty('ok')
        },
      ),
      { numRuns: 2000 },
    )
  })
})

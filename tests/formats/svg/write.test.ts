import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { drawGraph, sceneOfPicture } from '../../../src/formats/drawing/draw.ts'
import type { Drawing, DrawingItem } from '../../../src/formats/drawing/drawing.ts'
import { usualPicture } from '../../../src/formats/drawing/picture.ts'
import { embeddedDocument } from '../../../src/formats/embedded.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import { writeSvg } from '../../../src/formats/svg/write.ts'
import { xmlText } from '../../../src/formats/svg/xml.ts'
import { nodeAt } from '../../../src/model/graph.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { openGraph } from '../../support/read-graph.ts'
import { referencePictures } from '../../support/reference-pictures.ts'

const measurer = createInterMeasurer()
const everything = { ...usualPicture, evaluation: true, legend: true, sources: true }

/** An element as the parser gives it in order: its children under its name, attributes beside. */
interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
})

function parse(svg: string): Element {
  const problem = XMLValidator.validate(svg)
  if (problem !== true) throw new Error(`${problem.err.msg} in line ${problem.err.line}`)
  const root = elementsOf(parser.parse(svg)).find(({ name }) => name === 'svg')
  if (!root) throw new Error('no svg')
  return root
}

function elementsOf(records: unknown): Element[] {
  return (records as Record<string, unknown>[]).flatMap((record) => {
    const name = Object.keys(record).find((key) => key !== ':@')
    if (name === undefined || name === '#text') return []
    const inner = record[name] as Record<string, unknown>[]
    return {
      name,
      attributes: new Map(Object.entries((record[':@'] ?? {}) as Record<string, string>)),
      children: elementsOf(inner),
      text: inner.map((each) => (typeof each['#text'] === 'string' ? each['#text'] : '')).join(''),
    }
  })
}

function all(element: Element): Element[] {
  return [element, ...element.children.flatMap(all)]
}

function svgOf(document: Parameters<typeof drawGraph>[0], options = everything): string {
  return writeSvg(drawGraph(document, options, { measurer }))
}

/** A drawing of these items alone. */
function drawing(...items: DrawingItem[]): Drawing {
  return { width: 100, height: 50, title: 'T', description: 'D', items }
}

describe('an SVG picture', () => {
  it('is valid XML without foreignObject, style or anything from outside, whatever the texts are', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 12 }), (document) => {
        const elements = all(parse(svgOf(document)))
        const names = new Set(elements.map(({ name }) => name))
        expect([...names].filter((name) => !/^(svg|title|desc|rect|g|path|text)$/.test(name))).toEqual([])
        for (const { attributes } of elements) {
          const outside = [...attributes].filter(
            ([name, value]) =>
              /href$|^src$|^on/i.test(name) ||
              (name !== 'xmlns' && /url\(|:\/\//i.test(value) && name !== 'data-id'),
          )
          expect(outside).toEqual([])
        }
      }),
    )
  })

  it('has every visible statement’s whole text in its group, and a word and a line for every relation', () => {
    const plain = (text: string) => text.replaceAll(/[\s\u202b\u202c]+/g, '')
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 12 }), (document) => {
        const scene = sceneOfPicture(document, usualPicture, measurer)
        const elements = all(parse(svgOf(document, usualPicture)))
        const groupsOf = (role: RegExp, id: string) =>
          elements.filter(
            ({ attributes }) => attributes.get('data-id') === id && role.test(attributes.get('class') ?? ''),
          )
        for (const { id } of scene.nodes) {
          const [group, ...more] = groupsOf(/^node /, id)
          expect(more).toEqual([])
          const lines = group!.children.filter(({ attributes }) => attributes.get('font-size') === '14')
          const written = plain(lines.map(({ text }) => text).join(''))
          expect(written).toBe(readable(plain(nodeAt(document, id)?.text ?? '')))
        }
        for (const id of new Set(scene.paths.map((path) => path.id))) {
          expect(
            groupsOf(/^relation /, id).map(({ children }) => children.some(({ name }) => name === 'path')),
          ).toEqual([true])
          expect(
            groupsOf(/^mark /, id).map(
              ({ children }) => children.filter(({ name }) => name === 'text').length,
            ),
          ).toEqual([1])
        }
      }),
    )
  })

  it('shows what XML cannot hold as replacement characters, and everything else as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const svg = writeSvg({ ...drawing(), title: `x${text}` })
        expect(parse(svg).children[0]?.text).toBe(`x${readable(text)}`)
      }),
    )
    expect(xmlText('a\u0000b\ud800c\uffffd\u0085\t')).toBe('a\ufffdb\ufffdc\ufffdd\u0085\t')
    expect(xmlText('</text>&<![CDATA[ ]]>')).toBe('&lt;/text&gt;&amp;&lt;![CDATA[ ]]&gt;')
  })

  it('has names for people who cannot see it', () => {
    const root = parse(svgOf({ ...graph`e1 supports c1`, title: 'Bus lanes' }))
    expect(root.children.slice(0, 2).map(({ name, text }) => [name, text])).toEqual([
      ['title', 'Bus lanes'],
      ['desc', 'Argument map of 2 statements and 1 relation.'],
    ])
    const claim = all(root).find(({ attributes }) => attributes.get('data-id') === 'c1')
    expect(claim?.attributes.get('role')).toBe('img')
    expect(claim?.children[0]).toMatchObject({ name: 'title', text: 'Claim: c1' })
  })

  it('writes numbers to a hundredth and nothing that is absent', () => {
    const svg = writeSvg(
      drawing({ kind: 'path', d: 'M0.123456 1e-7L-0.0001 20.5', fill: '#123456', strokeWidth: 1 / 3 }),
    )
    expect(svg).toContain('<path d="M0.12 0L0 20.5" fill="#123456" stroke-width="0.33"/>')
    expect(svg).not.toContain('<rect')
  })

  it('lets text from right to left start at the right, in programs without directions too', () => {
    const look = { size: 14, weight: 500, fill: '#000000', direction: 'rtl' } as const
    const drawn = drawing({ kind: 'text', text: 'الطرق', x: 90, y: 20, ...look })
    expect(writeSvg(drawn)).toContain(
      'direction="rtl" text-anchor="end" style="text-anchor:inherit">\u202bالطرق\u202c</text>',
    )
    // Browsers need no more, and a page's policy may forbid the style.
    expect(writeSvg(drawn, { inPage: true })).toContain(
      'fill="#000000" direction="rtl">\u202bالطرق\u202c</text>',
    )
  })

  it('begins with its root in a page', () => {
    expect(writeSvg(drawing(), { inPage: true })).toMatch(/^<svg /)
    expect(writeSvg(drawing())).toMatch(/^<\?xml /)
  })

  it('carries the document, deep-equal', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 8 }), async (document) => {
        const svg = writeSvg(drawing(), { document: writeGraph(document) })
        expect(XMLValidator.validate(svg)).toBe(true)
        const found = await embeddedDocument(new TextEncoder().encode(svg))
        expect(found.ok && found.value !== undefined && openGraph(found.value)).toEqual(document)
      }),
    )
  })

  it('carries what JSON may hold and XML may not', async () => {
    const document = JSON.stringify({ text: '\u0000\ufffe\uffff\ud800 \u0085\u2028 ]]> & <' })
    const svg = writeSvg(drawing(), { document })
    expect(XMLValidator.validate(svg)).toBe(true)
    const found = await embeddedDocument(new TextEncoder().encode(svg))
    expect(found.ok && JSON.parse(found.value ?? '')).toEqual(JSON.parse(document))
  })

  it('carries fonts as data', () => {
    const face = {
      family: 'Inter',
      weight: '500',
      style: 'normal',
      mediaType: 'font/woff2',
      format: 'woff2',
      base64: 'AAAA',
      unicodeRange: 'U+41',
    } as const
    const style = parse(writeSvg(drawing(), { fonts: [face] })).children.find(({ name }) => name === 'style')
    expect(style?.text).toMatch(/^@font-face\{font-family:'?Inter'?;font-weight:500;/)
    expect(style?.text).toContain('src:url(data:font/woff2;base64,AAAA)')
  })
})

describe('the reference pictures', () => {
  const folder = new URL('../../fixtures/pictures/', import.meta.url)
  const pictures = referencePictures()

  it('are those of the examples', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      [...pictures.keys()].map((name) => `${name}.svg`).toSorted(),
    )
    expect(pictures.size).toBeGreaterThan(5)
  })

  it.each([...pictures.keys()])('%s is drawn as before, byte for byte', (name) => {
    // Compared whole, but not shown whole when they differ: `npm run generate` and git say where.
    const kept = readFileSync(new URL(`${name}.svg`, folder), 'utf8')
    expect(pictures.get(name) === kept, 'run `npm run generate` and look at what has changed').toBe(true)
  })
})

/** What can be shown of a text in XML. */
function readable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
}

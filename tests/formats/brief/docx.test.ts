import { XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefOf } from '../../../src/formats/brief/brief.ts'
import { writeDocx, type BriefPicture } from '../../../src/formats/brief/docx.ts'
import { withFixedTimes } from '../../../src/formats/brief/docx-package.ts'
import { legalText, oneLine } from '../../../src/formats/plain-text.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryHostileText } from '../../support/hostile-texts.ts'
import { unzip, type ZipEntry } from '../../support/unzip.ts'

const date = new Date('2026-03-01T12:34:56.789Z')
const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const wide: BriefPicture = { png: pixel, width: 2000, height: 500, alt: 'Map of "it"' }

async function partsOf(argument: ArgumentGraph, picture?: BriefPicture): Promise<Map<string, ZipEntry>> {
  return unzip(await writeDocx(briefOf(evaluate(argument)), { date, ...(picture ? { picture } : {}) }))
}

function textOf(parts: Map<string, ZipEntry>, name: string): string {
  return parts.get(name)?.bytes.toString('utf8') ?? ''
}

/** Paragraphs of the document as style and words. */
function paragraphsOf(xml: string): { style: string; text: string; level: string | undefined }[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
    level: /<w:ilvl w:val="(\d+)"/.exec(paragraph)?.[1],
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, words = '']) => words)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  }))
}

const debate: ArgumentGraph = {
  ...graph`e1 supports c1; c1 supports p1; k1 attacks c1`,
  title: 'Bus lanes',
  description: 'Whether they stay.',
  sources: { s: { type: 'report', title: 'T', URL: 'https://example.org/a#b' } },
}

describe('writeDocx', () => {
  it('uses the styles for title, headings and lists', async () => {
    const paragraphs = paragraphsOf(textOf(await partsOf(debate), 'word/document.xml'))
    expect(paragraphs.slice(0, 4).map(({ style, text }) => [style, text])).toEqual([
      ['Title', 'Bus lanes'],
      ['Subtitle', 'Brief made from the argument map, 1 March 2026'],
      ['', 'Whether they stay.'],
      ['Heading1', 'Summary'],
    ])
    expect(paragraphs).toContainEqual({ style: 'Heading2', level: undefined, text: 'p1.' })
    expect(paragraphs).toContainEqual({ style: 'Heading3', level: undefined, text: 'Counterpoints' })
    const reason = paragraphs.find(({ text }) => text.startsWith('e1.'))
    expect(reason).toMatchObject({ style: 'ListParagraph', level: '1' })
  })

  it('numbers sources as they are cited and links to them', async () => {
    const parts = await partsOf(debate)
    expect(textOf(parts, 'word/numbering.xml')).toContain('w:val="[%1]"')
    expect(textOf(parts, 'word/document.xml')).toMatch(/<w:hyperlink [^>]*r:id="rIdLink1"/)
    expect(textOf(parts, 'word/_rels/document.xml.rels')).toContain(
      'Id="rIdLink1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/a#b" TargetMode="External"',
    )
  })

  it('says in its properties what it is and when it was made', async () => {
    const core = textOf(await partsOf(debate), 'docProps/core.xml')
    expect(core).toContain('<dc:title>Bus lanes</dc:title>')
    expect(core).toContain('<dc:description>Whether they stay.</dc:description>')
    expect(core).toContain(
      '<dcterms:created xsi:type="dcterms:W3CDTF">2026-03-01T12:34:56Z</dcterms:created>',
    )
  })

  it('numbers its pages', async () => {
    const footer = textOf(await partsOf(debate), 'word/footer1.xml')
    expect(footer).toContain('PAGE')
    expect(footer).toContain('NUMPAGES')
  })

  it('gives a wide picture a page on its side, with words for those who cannot see it', async () => {
    const xml = textOf(await partsOf(debate, wide), 'word/document.xml')
    expect(xml).toContain('descr="Map of &quot;it&quot;"')
    const sizes = [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/g)].map(
      ([, , , orient]) => orient,
    )
    expect(sizes).toEqual(['portrait', 'landscape'])
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? []
    expect(Number(width) / Number(height)).toBeCloseTo(4, 1)
    // 9525 units are a pixel; the page has room for 980.
    expect(Number(width) / 9525).toBe(980)
  })

  it('keeps a narrow picture on the page, and SVG beside its PNG', async () => {
    const parts = await partsOf(debate, {
      ...wide,
      width: 300,
      height: 400,
      svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    })
    const xml = textOf(parts, 'word/document.xml')
    expect(xml).not.toContain('landscape')
    expect(xml).toContain('asvg:svgBlip')
    expect(
      [...parts.keys()]
        .filter((name) => name.startsWith('word/media/'))
        .map((name) => name.slice(-3))
        .sort(),
    ).toEqual(['png', 'svg'])
  })

  it('gives the same bytes for the same brief, picture and date', async () => {
    const brief = briefOf(evaluate(debate))
    const first = await writeDocx(brief, { date, picture: wide })
    const second = await writeDocx(brief, { date, picture: wide })
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    const times = [...unzip(first).values()].map((entry) => [entry.date, entry.time])
    expect(new Set(times.map(String))).toEqual(new Set(['33,0']))
  })

  it('is well formed in all its parts and shows every text, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHostileText, async (text) => {
        const argument = {
          ...emptyGraph(text),
          description: text,
          nodes: { p1: { kind: 'recommendation', text, note: text } },
        } as const
        const parts = await partsOf(argument, { ...wide, alt: text })
        for (const [name, { bytes }] of parts) {
          const isXml = /\.(?:xml|rels)$/.test(name)
          expect(!isXml || XMLValidator.validate(bytes.toString('utf8'))).toBe(true)
        }
        const words = paragraphsOf(textOf(parts, 'word/document.xml')).map((paragraph) => paragraph.text)
        expect(words[0]).toBe(legalText(oneLine(text)) || 'Untitled argument')
      }),
      { numRuns: 40 },
    )
  })

  it('takes any map', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 15 }), async (argument) => {
        expect(XMLValidator.validate(textOf(await partsOf(argument), 'word/document.xml'))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

describe('withFixedTimes', () => {
  it('refuses what is no zip file', () => {
    expect(() => withFixedTimes(new Uint8Array(40))).toThrow('the zip file has no list of entries')
  })
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawGraph } from '../../../src/formats/drawing/draw.ts'
import type { Drawing, DrawingItem, TextItem } from '../../../src/formats/drawing/drawing.ts'
import { usualPicture } from '../../../src/formats/drawing/picture.ts'
import { wholeBoxes } from '../../../src/formats/pdf/drawing-boxes.ts'
import { planPages } from '../../../src/formats/pdf/plan.ts'
import { writePdf, type PdfOptions } from '../../../src/formats/pdf/write-pdf.ts'
import type { PagePlan, PageSize } from '../../../src/formats/export-request.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { groupsOf } from '../../support/drawn.ts'
import { openGraph } from '../../support/read-graph.ts'
import { installedFonts } from '../fonts/installed-fonts.ts'
import { readPdf, withoutBlanks } from './read-pdf.ts'

const options: PdfOptions = {
  fonts: installedFonts(),
  date: new Date('2026-02-03T04:05:06Z'),
  title: 'Bus lanes',
}

const line = (text: string, changes: Partial<TextItem> = {}): TextItem => ({
  kind: 'text',
  text,
  x: 10,
  y: 40,
  size: 14,
  weight: 400,
  fill: '#1a1a1a',
  ...changes,
})

const drawing = (items: readonly DrawingItem[], changes: Partial<Drawing> = {}): Drawing => ({
  width: 600,
  height: 300,
  title: 'Bus lanes',
  description: '',
  items,
  ...changes,
})

async function write(
  drawings: readonly Drawing[],
  { plan = 'one', size = 'fit', ...changes }: Partial<PdfOptions> & { plan?: PagePlan; size?: PageSize } = {},
) {
  return writePdf(drawings, planPages(drawings, plan, size), { ...options, ...changes })
}

const latin = (content: Uint8Array) => new TextDecoder('latin1').decode(content)

const paper = openGraph(
  readFileSync(new URL('../../../graphs/belt-and-road-debated.json', import.meta.url), 'utf8'),
)
const paperDrawing = drawGraph(
  paper,
  { ...usualPicture, evaluation: true, legend: true, sources: true },
  { measurer: createInterMeasurer() },
)
const statements = Object.values(paper.nodes).map((node) => withoutBlanks(node.text))

describe('writePdf of a paper', () => {
  it('holds every word of every statement, and no picture of pixels', async () => {
    const { pages } = await readPdf((await write([paperDrawing])).content)
    expect(pages).toHaveLength(1)
    expect(statements.filter((statement) => !pages[0]?.text.includes(statement))).toEqual([])
    expect(pages[0]?.images).toBe(0)
  })

  it('names every relation to who cannot see it', async () => {
    const { pages } = await readPdf((await write([paperDrawing])).content)
    const named = groupsOf(paperDrawing).filter(({ role }) => role.startsWith('relation '))
    const figures = pages[0]?.structure.filter((element) => element.startsWith('Figure: '))
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter(({ title }) => !figures?.includes(`Figure: ${title}`))).toEqual([])
  })

  it('shows every statement whole on some page of a poster, with its words', async () => {
    const planned = planPages([paperDrawing], 'poster', 'a4')
    const { content } = await writePdf([paperDrawing], planned, options)
    const { pages, outline } = await readPdf(content)
    expect(pages).toHaveLength(planned.pages.length)
    expect(outline).toEqual(planned.pages.map((page) => page.name))
    const boxes = wholeBoxes(paperDrawing).filter(({ role }) => role.startsWith('node '))
    expect(new Set(boxes.map(({ element }) => element))).toEqual(new Set(Object.keys(paper.nodes)))
    for (const box of boxes) {
      const whole = planned.pages.findIndex(
        ({ part }) =>
          box.x >= part.x &&
          box.y >= part.y &&
          box.x + box.width <= part.x + part.width &&
          box.y + box.height <= part.y + part.height,
      )
      const node = Object.entries(paper.nodes).find(([id]) => id === box.element)?.[1]
      expect(pages[whole]?.text).toContain(withoutBlanks(node?.text ?? 'no such node'))
    }
  })

  it('has an overview and a page for each section', async () => {
    const sections = Object.keys(paper.sections).map((section) =>
      drawGraph(
        paper,
        { ...usualPicture, what: { part: 'section', section } },
        { measurer: createInterMeasurer() },
      ),
    )
    const { content } = await write([paperDrawing, ...sections], { plan: 'sections', size: 'a4' })
    const { pages, outline } = await readPdf(content)
    expect(outline).toEqual([paperDrawing, ...sections].map(({ title }) => title))
    for (const [id, node] of Object.entries(paper.nodes)) {
      const at = sections.findIndex((section) => groupsOf(section).some(({ element }) => element === id))
      expect(pages[at + 1]?.text).toContain(withoutBlanks(node.text))
    }
  })
})

describe('writePdf', () => {
  it('gives text back in any script', async () => {
    const texts = [
      'Größe “fi” — ffl ≤',
      'Ελλάς Київ Việt',
      '中文：公交专用道应该保留。',
      '日本語：バスレーンは維持すべき',
      '한국어: 버스 전용 차로',
      'हिन्दी: क्षत्रिय शर्मा',
      'ไทย: ที่น้ำ',
      'বাংলা: ক্ষেত্রে',
      'தமிழ்: கொள்கை',
      '🚌 👩‍🚀 🇩🇪',
      'ខ្មែរ',
    ]
    const items = texts.map((text, index) => line(text, { y: 20 + 24 * index }))
    const { content, notes } = await write([drawing(items)])
    const { pages } = await readPdf(content)
    expect(pages[0]?.text).toBe(withoutBlanks(texts.join('')))
    expect(notes).toEqual([expect.stringMatching(/^\d characters of Khmer/)])
  })

  it.each(['يجب الإبقاء على ممرات الحافلات', 'יש לשמור על נתיבי התחבורה שָׁלוֹם'])(
    'gives back %s in reading order',
    async (text) => {
      const { content } = await write([drawing([line(text, { x: 500, direction: 'rtl' })])])
      const { pages } = await readPdf(content)
      expect(pages[0]?.text).toBe(withoutBlanks(text))
    },
  )

  it('embeds every font, with a way back to text', async () => {
    const items = [line('Bus 中 بيت', { weight: 600 }), line('own', { italic: true }), line('Bus')]
    const file = latin((await write([drawing(items)])).content)
    const count = (what: RegExp) => file.match(what)?.length ?? 0
    const names = [...file.matchAll(/\/Type0 \/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name)
    expect(new Set(names)).toEqual(
      new Set([
        'Inter-Italic',
        'Inter-Regular',
        'Inter-SemiBold',
        'NotoSansArabic-SemiBold',
        'NotoSansSC-SemiBold',
      ]),
    )
    expect([count(/\/FontFile2 /g), count(/\/ToUnicode /g)]).toEqual([5, 5])
    expect(count(/\/Subtype \/Image/g)).toBe(0)
  })

  it('makes links of addresses that may be followed, where they stand', async () => {
    const items = [
      line('Study (2024)', { link: 'https://example.org/a?b=(c)' }),
      line('Script', { y: 80, link: 'javascript:alert(1)' }),
    ]
    const { pages } = await readPdf((await write([drawing(items)])).content)
    expect(pages[0]?.links.map(({ url }) => url)).toEqual(['https://example.org/a?b=(c)'])
    const [left = 0, bottom = 0, right = 0, top = 0] = pages[0]?.links[0]?.area ?? []
    // The baseline is 40 px from the top of 300 px, at 3/4 points a px.
    expect([left, bottom < 195, top > 195, right > 60, right < 90]).toEqual([7.5, true, true, true, true])
  })

  it('says what it is: title, author, date and language', async () => {
    const { content } = await write([drawing([line('a')])], {
      title: 'Busspuren – 中',
      author: 'Ö. Ä.',
      language: 'de',
    })
    const { info } = await readPdf(content)
    expect(info).toMatchObject({
      Title: 'Busspuren – 中',
      Author: 'Ö. Ä.',
      Creator: 'Counterpoint',
      CreationDate: 'D:20260203040506Z',
      Language: 'de',
    })
    expect(new TextDecoder().decode(content)).toContain(
      '<rdf:li xml:lang="x-default">Busspuren – 中</rdf:li>',
    )
  })

  it('gives text the structure of its groups, and names links', async () => {
    const inside = [
      { kind: 'path', d: 'M0 0H100V50H0Z', fill: '#ffffff' } as const,
      line('Claim'),
      line('Keep the lanes', { link: 'https://example.org/' }),
    ]
    const node: DrawingItem = {
      kind: 'group',
      role: 'node claim',
      title: 'Claim: Keep the lanes',
      items: inside,
    }
    const edge: DrawingItem = {
      kind: 'group',
      role: 'relation supports',
      title: 'Support',
      items: [{ kind: 'path', d: 'M0 0L9 9', stroke: '#000000' }],
    }
    const { pages } = await readPdf((await write([drawing([edge, node])])).content)
    expect(pages[0]?.structure).toEqual([
      'Root',
      'Document',
      'Sect',
      'Figure: Support',
      'P',
      'Link: Keep the lanes',
    ])
  })

  it('draws shapes with their colours, strokes and transparency', async () => {
    const items: DrawingItem[] = [
      { kind: 'path', d: 'M0 0H10V10Z', fill: '#ff0000', fillOpacity: 0.5 },
      { kind: 'path', d: 'M0 0L10 10', stroke: '#0000ff', strokeWidth: 2, dash: [4, 3], roundCaps: true },
    ]
    const file = latin((await write([drawing(items)])).content)
    expect(file).toContain('/ExtGState << /O500 << /ca 0.5 >> >>')
    const operators = await operatorsOf((await write([drawing(items)])).content)
    expect(operators).toContain('1 0 0 rg\n/O500 gs\n0 0 m\n10 0 l\n10 10 l\nh\nf')
    expect(operators).toContain('0 0 1 RG\n2 w\n[4 3] 0 d\n1 J 1 j\n0 0 m\n10 10 l\nS')
  })

  it('gives the same bytes for the same input, and others for another date', async () => {
    const items = [line('Bus lanes 中 بيت')]
    const first = await write([drawing(items)])
    expect(await write([drawing(items)])).toEqual(first)
    const later = await write([drawing(items)], { date: new Date(0) })
    expect(later.content).not.toEqual(first.content)
  })

  it('can be read whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), async (text) => {
        const items = [line(text), line(text, { direction: 'rtl', anchor: 'end' })]
        const { pages } = await readPdf(
          (await write([drawing(items, { title: text })], { title: text })).content,
        )
        expect(pages).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })
})

/** The content of the first page, unpacked. */
async function operatorsOf(content: Uint8Array): Promise<string> {
  const file = latin(content)
  const page = /\/Contents (\d+) 0 R/.exec(file)?.[1]
  const start = file.indexOf('stream\n', file.indexOf(`\n${page} 0 obj`)) + 'stream\n'.length
  const packed = content.slice(start, file.indexOf('\nendstream', start))
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Response(unpacked).text()
}

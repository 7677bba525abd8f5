import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/formats.ts'
import { writeHtml } from '../../src/formats/html/write.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { openBytes, readableFormats } from '../../src/formats/open.ts'
import { drawGraph } from '../../src/formats/drawing/draw.ts'
import { usualPicture } from '../../src/formats/drawing/picture.ts'
import { writePng } from '../../src/formats/png/write.ts'
import { writeSvg } from '../../src/formats/svg/write.ts'
import { createInterMeasurer } from '../../src/scene/measure/inter-measurer.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { canvasInNode } from '../support/canvas-in-node.ts'
import { graph } from '../support/graph-builder.ts'

const measurer = createInterMeasurer()
const open = (text: string, name?: string) => openBytes(new TextEncoder().encode(text), name)

describe('openBytes', () => {
  it('brings a document back from JSON, SVG, PNG and HTML, deep-equal', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 8 }), async (document) => {
        const json = writeGraph(document)
        const drawing = drawGraph(document, usualPicture, { measurer })
        const png = await writePng(drawing, { scale: 1, tiles: false, document: json }, canvasInNode())
        const [picture] = png.ok ? png.value : []
        const html = writeHtml(document, { picture: usualPicture, document: json }, { measurer })
        expect(await open(json)).toEqual({ kind: 'own', graph: document })
        expect(await open(writeSvg(drawing, { document: json }))).toEqual({
          kind: 'own',
          graph: document,
          inside: 'svg',
        })
        expect(await openBytes(picture?.content ?? new Uint8Array())).toEqual({
          kind: 'own',
          graph: document,
          inside: 'png',
        })
        expect(await open(html)).toEqual({ kind: 'own', graph: document, inside: 'html' })
      }),
      { numRuns: 40 },
    )
  })

  it('says that a picture without a document has none, and what to do', async () => {
    const drawing = drawGraph(graph`e1 supports c1`, usualPicture, { measurer })
    const html = writeHtml(graph`e1 supports c1`, { picture: usualPicture }, { measurer })
    for (const bytes of [
      createCanvas(1, 1).toBuffer('image/png'),
      new TextEncoder().encode(writeSvg(drawing)),
      new TextEncoder().encode(html),
    ]) {
      const found = await openBytes(bytes)
      expect(found).toMatchObject({ kind: 'failed', why: 'noDocument' })
      expect(found.kind === 'failed' ? found.message : '').toContain(
        'export it again with the document inside',
      )
    }
  })

  it('says that a document inside is damaged, and what is wrong with one that is broken', async () => {
    const svg = (inside: string) =>
      `<svg xmlns:c="urn:counterpoint:document:1"><metadata><c:document>${inside}</c:document></metadata></svg>`
    expect(await open(svg('<b/>'))).toMatchObject({ kind: 'failed', why: 'damaged' })
    expect(await open(svg('{"format": "counterpoint", "version": 2}'))).toMatchObject({
      kind: 'openError',
      inside: 'svg',
      error: { kind: 'tooNew' },
    })
  })

  it('offers the repair of a broken document of our own', async () => {
    const whole = writeGraph(graph`e1 supports c1; k1 attacks c1`)
    expect(await open(whole.slice(0, -60))).toMatchObject({ kind: 'openError', error: { kind: 'cutOff' } })
    const dangling = whole.replace('"to": "c1"', '"to": "c77"')
    expect(await open(dangling)).toMatchObject({ kind: 'openError', error: { kind: 'invalid', repair: {} } })
  })

  it('reads JSON with a byte order mark', async () => {
    const document = graph`e1 supports c1`
    expect(await open(`\uFEFF${writeGraph(document)}`)).toEqual({ kind: 'own', graph: document })
  })

  it('reads other formats by their content, whatever the file is called', async () => {
    const argdown = '[Keep]: Keep the lanes.\n  - [Shops]: Shops lose café parking.\n'
    const found = await open(argdown, 'notes.pdf')
    expect(found).toMatchObject({ kind: 'imported', formatId: 'argdown', format: 'Argdown' })
    expect(found.kind === 'imported' ? Object.keys(found.graph.nodes) : []).toHaveLength(2)
  })

  it('says that letters may be wrong where a file is not in UTF-8', async () => {
    const argdown = '[Keep]: Keep the lanes.\n  - [Shops]: Shops lose café parking.\n'
    const found = await openBytes(Uint8Array.from(argdown, (character) => character.charCodeAt(0)))
    expect(found).toMatchObject({
      kind: 'imported',
      notes: [{ message: expect.stringContaining('not in UTF-8') as string }],
    })
    expect(JSON.stringify(found)).toContain('café')
    const wide = new Uint8Array(
      Uint16Array.from(`\uFEFF${argdown}`, (character) => character.charCodeAt(0)).buffer,
    )
    expect(await openBytes(wide)).toMatchObject({ kind: 'imported', formatId: 'argdown', notes: [] })
  })

  it('says what is wrong with a file of another format, and where', async () => {
    const found = await open(
      '===\ntitle: x\n===\n\n[Keep]: Keep {the lanes.\n  - [Shops]: *a_\n',
      'x.argdown',
    )
    expect(found).toMatchObject({ kind: 'failed', why: 'unreadable' })
  })

  it('says where JSON of no known kind is broken, or what tells it from a map', async () => {
    expect(await open('{"a": 1,,}')).toMatchObject({ kind: 'openError', error: { kind: 'notJson', line: 1 } })
    expect(await open('{"a": 1}')).toMatchObject({ kind: 'openError', error: { kind: 'notAGraph' } })
  })

  it('says of sources that they are no map', async () => {
    const sources = readFileSync('tests/fixtures/sources.csl.json')
    expect(await openBytes(sources)).toMatchObject({ kind: 'failed', why: 'sources' })
  })

  it('says of everything else which formats can be read', async () => {
    for (const bytes of [
      Uint8Array.of(),
      Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3),
      Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
    ]) {
      const found = await openBytes(bytes, 'x.bin')
      expect(found).toMatchObject({ kind: 'failed', why: 'unknown' })
      expect(found.kind === 'failed' ? found.message : '').toContain('Counterpoint reads its own documents')
    }
    const readers = formats.filter(({ reader }) => reader)
    for (const { name } of readers) expect(readableFormats()).toContain(name)
  })

  it('survives any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '',
          '{',
          '<svg>',
          '<!doctype html>',
          '\u0089PNG',
          '{"format":"counterpoint"',
          '\uFEFF',
        ),
        fc.uint8Array({ maxLength: 60 }),
        async (start, bytes) => {
          const file = Uint8Array.from([...new TextEncoder().encode(start), ...bytes])
          expect(await openBytes(file, 'x')).toHaveProperty('kind')
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** `counterpoint export`: the same bytes as the editor's export, by the options of the command line. */
import { afterAll, describe, expect, it } from 'vitest'
import { resourcesAt } from '../../src/cli/node/resources.ts'
import { usualPicture, type PictureOptions } from '../../src/formats/drawing/picture.ts'
import type { ExportRequest } from '../../src/formats/export-request.ts'
import { exportGraph } from '../../src/formats/exporting.ts'
import { openBytes } from '../../src/formats/open.ts'
import { pictures } from '../../src/formats/pictures.ts'
import { graph } from '../support/graph-builder.ts'
import { Workplace } from './workplace.ts'

const place = new Workplace()
afterAll(() => place.remove())

const plain = graph`e1 supports c1; k1 attacks c1; c1 supports p1; e2 supports c2`
const document = {
  ...plain,
  sections: { s1: { title: 'Costs' } },
  nodes: { ...plain.nodes, e1: { kind: 'evidence' as const, text: 'Delay fell.', section: 's1' } },
}
const map = place.put('map.json', document)

/** What the editor gives for these choices. */
async function editorsExport(
  picture: Partial<PictureOptions>,
  request: Partial<ExportRequest> = {},
): Promise<Buffer> {
  const usual = { to: 'svg', document: true, fonts: false, scale: 2, page: 'a4', pages: 'one' } as const
  const { files } = await exportGraph(
    document,
    { ...usual, picture: { ...usualPicture, ...picture }, ...request },
    resourcesAt(new Date(0)),
  )
  return Buffer.from(files[0].content)
}

describe('export', () => {
  it.each<[words: string, picture: Partial<PictureOptions>, request?: Partial<ExportRequest>]>([
    ['', {}],
    ['--theme dark', { theme: 'dark' }],
    ['--theme print --legend', { theme: 'print', legend: true }],
    ['--evaluation --sources', { evaluation: true, sources: true }],
    ['--no-title', { title: false }],
    ['--transparent', { transparent: true }],
    ['--branch c1', { what: { part: 'branch', node: 'c1' } }],
    ['--section s1', { what: { part: 'section', section: 's1' } }],
    ['--select e1,c1', { what: { part: 'selection', ids: ['e1', 'c1'] } }],
    ['--no-document', {}, { document: false }],
  ])('gives the very SVG of the editor: %s', async (words, picture, request) => {
    const options = words.split(' ').filter(Boolean)
    const { status, bytes, messages } = await place.run(['export', map, '--to', 'svg', ...options])
    expect(messages).toEqual([])
    expect(status).toBe(0)
    expect(Buffer.from(bytes)).toEqual(await editorsExport(picture, request))
  })

  it('gives the PNG at the scale asked', async () => {
    const sizes = []
    for (const scale of ['1', '2', '4']) {
      const { status, bytes } = await place.run(['export', map, '--to', 'png', '--scale', scale])
      expect(status).toBe(0)
      const view = new DataView(bytes.buffer, bytes.byteOffset)
      sizes.push(view.getUint32(16))
    }
    const [one = 0, two, four] = sizes
    expect(one).toBeGreaterThan(100)
    expect([two, four]).toEqual([one * 2, one * 4])
  })

  it.each(['svg', 'png'])('carries the document in %s, unless told not to', async (to) => {
    const whole = await place.run(['export', map, '--to', to])
    expect(await openBytes(whole.bytes)).toMatchObject({ kind: 'own', graph: document })
    const bare = await place.run(['export', map, '--to', to, '--no-document'])
    expect(await openBytes(bare.bytes)).toMatchObject({ kind: 'failed', why: 'noDocument' })
  })

  it('takes extensions as names of formats', async () => {
    const { output } = await place.run(['export', map, '--to', 'mermaid'])
    expect(output).toContain('flowchart')
    expect(await place.run(['export', map, '--to', 'mmd'])).toMatchObject({ status: 0, output })
  })

  it('writes a part of the map in text formats too', async () => {
    const { output } = await place.run(['export', map, '--to', 'dot', '--branch', 'c2'])
    expect(output).toContain('c2')
    expect(output).not.toContain('c1')
  })

  it.each(Object.entries(pictures))('writes $0 by its extension', async (id, { extensions }) => {
    for (const extension of extensions) {
      const { status } = await place.run(['export', map, '-o', place.at(`by-extension/map${extension}`)])
      expect(status).toBe(0)
      expect(place.bytesOf(`by-extension/map${extension}`).length, id).toBeGreaterThan(100)
    }
  })

  it('writes the map beside a brief in Markdown that is a file, and the brief alone to standard output', async () => {
    await place.run(['export', map, '-o', place.at('briefs/to read.md')])
    expect(place.read('briefs/to read.md')).toContain('to%20read-map.svg')
    expect(place.read('briefs/to read-map.svg')).toContain('<svg')
    await place.run(['export', map, '--to', 'md', '-o', place.at('briefs/')])
    expect(place.read('briefs/map.md')).toContain('map-map.svg')
    const { output } = await place.run(['export', map, '--to', 'md'])
    expect(output).not.toContain('.svg')
    expect(output).toContain('# ')
  })

  it('does not send bytes to a terminal', async () => {
    const refused = await place.run(['export', map, '--to', 'png'], { terminals: ['output'] })
    expect(refused).toMatchObject({
      status: 2,
      output: '',
      messages: ['counterpoint: PNG picture is not for a terminal; write it to a file with -o.'],
    })
    expect(await place.run(['export', map, '--to', 'svg'], { terminals: ['output'] })).toMatchObject({
      status: 0,
    })
  })

  it.each([
    ['a scale that is none', ['--to', 'png', '--scale', '5'], '--scale 5 is no number from 1 to 4.'],
    ['a scale that is no number', ['--to', 'png', '--scale', 'big'], '--scale big is no number from 1 to 4.'],
    ['a theme that is none', ['--to', 'svg', '--theme', 'drak'], 'Did you mean "dark"?'],
    [
      'a choice the output has not',
      ['--to', 'svg', '--scale', '2'],
      '--scale has no meaning for this output',
    ],
    ['two parts', ['--to', 'svg', '--branch', 'c1', '--section', 's1'], 'one of --branch and --section'],
    ['a branch that is not there', ['--to', 'svg', '--branch', 'c9'], 'there is no node "c9" on this map.'],
    [
      'a section that is not there',
      ['--to', 'svg', '--section', 's2'],
      'no section "s2" on this map. Did you mean "s1"?',
    ],
    ['a selection that is not there', ['--to', 'svg', '--select', 'c1,zz'], 'no node or relation "zz"'],
    ['two plans of pages', ['--to', 'pdf', '--poster', '--sections'], 'one of --poster and --sections'],
    [
      'several pages without a size',
      ['--to', 'pdf', '--poster', '--page', 'fit'],
      'several pages need a size',
    ],
    ['a document format', ['--to', 'counterpoint'], 'is written by "counterpoint convert"'],
  ])('is not called with %s', async (_name, words, sentence) => {
    const { status, output, messages } = await place.run(['export', map, ...words])
    expect(status).toBe(2)
    expect(output).toBe('')
    expect(messages).toEqual([expect.stringContaining(sentence)])
  })
})

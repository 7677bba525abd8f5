import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectFormat, type FormatId } from '../../src/formats/detect.ts'
import { formats } from '../../src/formats/formats.ts'
import { corpusFiles } from '../support/corpus.ts'

describe('detectFormat', () => {
  it.each<[string, FormatId | undefined]>([
    ['{"format": "counterpoint", "version": 1}', 'counterpoint'],
    ['{"AIF": {"nodes": []}, "text": "<p>"}', 'xaif'],
    ['{"OVA": [], "nodes": []}', 'xaif'],
    ['{"nodes": [{"nodeID": "1", "type": "I"}], "edges": []}', 'aif'],
    ['{"nodes": [], "edges": [], "locutions": []}', 'aif'],
    ['{"nodes": [{"id": "a", "type": "atom"}], "edges": []}', 'sadface'],
    ['{"nodes": [], "edges": [], "resources": [], "metadata": {}}', 'sadface'],
    ['[{"id": 3, "type": "report"}, {"id": "b", "type": "bill"}]', 'csl-json'],
    ['{"statements": {"a": "A"}, "arguments": {}}', 'carneades'],
    ['[]', undefined],
    ['[1, 2]', undefined],
    ['{"nodes": [{"id": "a"}], "edges": []}', undefined],
    ['{"a": 1}', undefined],
  ])('knows JSON by what is in it: %s', (text, format) => {
    expect(detectFormat(text)).toBe(format)
    expect(detectFormat(`\uFEFF\n ${text}`, 'misleading.kialo.txt')).toBe(format)
  })

  it.each<[string, FormatId | undefined]>([
    ['{"nodes": [{"nodeID": "1", "type": "I", "te', 'aif'],
    ['{"AIF": {"nodes": [{"nodeID": 1', 'xaif'],
    ['{"edges": [{"id": "e", "source_id": "a"', 'sadface'],
    ['[{"id": "a", "type": "report", "title', 'csl-json'],
    ['{"format": "counterpoint", "version"', 'counterpoint'],
    ['{"version": 1', undefined],
  ])('knows JSON that is cut off: %s', (text, format) => {
    expect(detectFormat(text)).toBe(format)
  })

  it.each<[string, FormatId | undefined]>([
    ['<?xml version="1.0"?><!-- a < b --><graphml xmlns="x"/>', 'graphml'],
    ['<arggraph id="x">', 'arggraph'],
    ['<caf version="1.3"><metadata/></caf>', 'caf'],
    ['<opml version="2.0"><body/></opml>', 'opml'],
    ['<map version="1.0.1">\n<!-- a mind map -->\n<node TEXT="x"/></map>', 'freemind'],
    ['<!DOCTYPE graphml [<!ENTITY a "b">]><g:graphml xmlns:g="x"/>', 'graphml'],
    ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', undefined],
    ['<!doctype html><html><body>1. a</body></html>', undefined],
    ['<?xml version="1.0"?><rss/>', undefined],
    ['<p>Some words</p>', undefined],
  ])('knows XML by its root: %s', (text, format) => {
    expect(detectFormat(text)).toBe(format)
  })

  it.each<[string, FormatId]>([
    ['Discussion Title: Lanes?\r\n\r\n1. Keep them.', 'kialo'],
    ['1. Keep them.\n1.1. Con: Shops lose.', 'kialo'],
    ['p af 3\n1 2\n', 'iccma'],
    ['# made by hand\np af 3\n', 'iccma'],
    ['% argument 1 corresponds to the sentence Keep them.\narg(a1).\natt(a1,a2).', 'iccma'],
    ['a\nb\n#\na b\n', 'iccma'],
    ['a\nb\n#\n', 'iccma'],
    ['meta:\n  title: Lanes\nstatements:\n  s: Keep them.\n', 'carneades'],
    ['statements: { s: Keep them. }', 'carneades'],
    ['===\ntitle: Lanes\n===\n', 'argdown'],
    ['[c1]: Keep the lanes.\n  - [k1]: Shops lose parking.', 'argdown'],
    ['<r1>\n\n(1) A\n----\n(2) B', 'argdown'],
    ['<Keep the lanes>: They help.\n  <- <Shops>', 'argdown'],
    ['Keep the lanes.\n  _> Shops lose.', 'argdown'],
    ['<!-- a remark -->\n[c1]: Keep the lanes.', 'argdown'],
    ['Keep the lanes.\n  + Delay fell.\n  - Shops lose.', 'outline'],
    ['- [link](https://example.org)\n  - [ ] to do\n[1]: https://example.org', 'outline'],
    ['# Heading\n#\nNo framework, since the pairs are missing.', 'outline'],
    ['statements:\n  Keep the lanes', 'outline'],
  ])('knows text by a line that no other format has: %s', (text, format) => {
    expect(detectFormat(text)).toBe(format)
  })

  it('lets the name decide only where the text can be read in two ways', () => {
    expect(detectFormat('Keep the lanes.\n  - Shops lose.', 'lanes.argdown')).toBe('argdown')
    expect(detectFormat('Keep the lanes.\n  - Shops lose.', 'lanes.txt')).toBe('outline')
    expect(detectFormat('[c1]: Keep the lanes.', 'lanes.txt')).toBe('argdown')
    expect(detectFormat('arg(a).', 'lanes.argdown')).toBe('iccma')
  })

  it('takes tables, programs, diagrams and bytes for no outline', () => {
    expect(detectFormat('id,text\n1,A', 'lanes.csv')).toBeUndefined()
    expect(detectFormat('digraph {\n  a -> b\n}')).toBeUndefined()
    expect(detectFormat('flowchart BT\n  a --> b')).toBeUndefined()
    expect(detectFormat('\u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR')).toBeUndefined()
    expect(detectFormat('')).toBeUndefined()
    expect(detectFormat(' \n\t\uFEFF')).toBeUndefined()
  })

  it('throws for no text, and finds only what there is', () => {
    const pieces = fc.constantFrom(
      ...'{ } [ ] < > " : , # * - + = . ( ) nodes "AIF" statements: arg( p-af [a]: <!-- --> <?xml <!DOCTYPE __proto__'.split(
        ' ',
      ),
      '\n',
      '\n\n',
      ' ',
      '\u0000',
      '"nodeID":',
      '1. ',
    )
    const texts = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''))
    const known = new Set<string | undefined>([
      ...formats.map(({ id }) => id),
      'counterpoint',
      'csl-json',
      undefined,
    ])
    fc.assert(
      fc.property(texts, (text) => {
        expect(known).toContain(detectFormat(text))
      }),
      { numRuns: 2000 },
    )
  })

  it.each(
    String.raw`<!--|[|{|<|-| |- |<?x?>|<!DOCTYPE [|]|\n|#\n|a\n#\n|[a]|<a>|"AIF"|{"a":|1.|(1) |graph |statements:\n|=|_> |\t\n |"nodeID" `
      .split('|')
      .map((piece) => [piece.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\t`, '\t')]),
  )('answers for a megabyte of %j at once', (piece) => {
    const text = piece.repeat(2 ** 20 / piece.length)
    // Whatever the answer: a search that takes quadratic time would not end within the limit of a test.
    for (const start of ['', 'x', 'x\n', '<!DOCTYPE [', '{"format"']) {
      expect([undefined, ...formats.map(({ id }) => id), 'counterpoint', 'csl-json']).toContain(
        detectFormat(start + text),
      )
    }
  })
})

const folders: readonly (readonly [folder: string, ending: string, format: FormatId])[] = [
  ['aif-araucaria', '.json', 'aif'],
  ['aif-dialogue', '.json', 'aif'],
  ['ova', '28037.json', 'xaif'],
  ['ova', '1633448358', 'aif'],
  ['arggraph/part1', '.xml', 'arggraph'],
  ['arggraph/part2', '.xml', 'arggraph'],
  ['argdown/examples', '.argdown', 'argdown'],
  ['argdown/parser-inputs', '.argdown', 'argdown'],
  ['argdown-wicked-crypto', '.ad', 'argdown'],
  ['kialo', '.txt', 'kialo'],
  ['sadface', '.json', 'sadface'],
  ['carneades-yaml', '.yml', 'carneades'],
  ['carneades-caf', '.xml', 'caf'],
  ['kennedy-nixon', '.apx', 'iccma'],
  ['abstract/apx', '.apx', 'iccma'],
  ['abstract/tgf', '.tgf', 'iccma'],
  ['abstract/af', '.af', 'iccma'],
  ['argunet', '.graphml', 'graphml'],
]

for (const [folder, ending, format] of folders) {
  for (const { name, text } of corpusFiles(folder, ending)) {
    describe(`the file ${folder}/${name}`, () => {
      it(`is ${format}, whole and cut off`, () => {
        expect(detectFormat(text, name)).toBe(format)
        expect(detectFormat(text.slice(0, Math.ceil(text.length * 0.99)), name)).toBe(format)
      })
    })
  }
}

import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../../src/formats/detect.ts'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { corpusFiles, countMatches } from '../../support/corpus.ts'
import { errorOf, importOf, readBroken, relationsOf } from '../../support/reader-laws.ts'

function proposition(id: string, type: string, content: string, pattern = ''): string {
  return `<arg:proposition id="${id}" type="${type}"${pattern === '' ? '' : ` pattern="${pattern}"`}><arg:content>${content}</arg:content></arg:proposition>`
}

function node(id: string, content: string, place = ''): string {
  return `<node id="${id}"><data key="d2">${content}</data><data key="d3"><y:ShapeNode><y:Geometry${place}/><y:NodeLabel>Cut off te</y:NodeLabel></y:ShapeNode></data></node>`
}

function edge(source: string, target: string, type: string, ids = ''): string {
  return `<edge source="${source}" target="${target}"><data key="d4"><arg:edge type="${type}"${ids}/></data></edge>`
}

function map(content: string): string {
  return `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:arg="http://www.argunet.org/xml/argml" xmlns:y="http://www.yworks.com/xml/graphml">
<key attr.name="arg.debate" id="d0"/><key attr.name="arg.node" for="node" id="d2"/><key for="node" id="d3" yfiles.type="nodegraphics"/><key attr.name="arg.edge" for="edge" id="d4"/>
<data key="d0"><arg:map><arg:mapTitle>Whole map</arg:mapTitle><arg:debate><arg:title>Bus lanes </arg:title><arg:subtitle>A trial</arg:subtitle></arg:debate></arg:map></data>
<graph edgedefault="directed" id="G">${content}</graph></graphml>`
}

const lanes = map(`
<node id="n4"><data key="d2"><arg:group id="9"><arg:title>Traffic</arg:title></arg:group></data><graph id="n4:">
  ${node('n4::n0', `<arg:argument id="11" colorIndex="3"><arg:title>A1 Delay</arg:title><arg:description>Riders save time.</arg:description>${proposition('101', 'premise', 'Delay fell.')}${proposition('102', 'premise', 'Riders mind delay.')}${proposition('103', 'prelimary-conclusion', 'Riders are better off.')}${proposition('104', 'premise', 'Riders matter.')}${proposition('1', 'conclusion', 'Keep  the lanes.')}</arg:argument>`, ' x="5.0" y="6.0"')}
  ${node('n4::n1', '<arg:argument id="12"><arg:title>A2 Summer</arg:title><arg:description>The trial ran in &lt;i&gt;summer&lt;/i&gt;.</arg:description></arg:argument>', ' x="1.5" y="2.5"')}
</graph></node>
${node('n1', '<arg:thesis id="1"><arg:title>T1 Lanes</arg:title><arg:content>Keep the lanes.</arg:content></arg:thesis>', ' x="7.0" y="8.0"')}
${node('n4', '<arg:argument id="13"><arg:title>A3 Shops</arg:title></arg:argument>')}
${edge('n4::n0', 'n1', 'support', ' sourcePropositionId="1" targetPropositionId="1"')}
${edge('n1', 'n4::n0', 'attack', ' sourcePropositionId="1" targetPropositionId="101"')}
${edge('n4::n1', 'n4::n0', 'sketchedAttack')}
${edge('n4::n0', 'n4::n1', 'sketchedSupport')}`)

describe('readGraphml of maps of Argunet', () => {
  it('makes theses and sketches statements, and reconstructed arguments inferences', async () => {
    const { graph } = await importOf(readGraphml, lanes)
    expect(relationsOf(graph)).toEqual([
      '101, 102 supports 103',
      '103, 104 supports n1',
      'n1 attacks 101',
      'n4::n1 attacks n4::n0',
      'n1 supports n4::n1',
    ])
    expect(graph.nodes['n4::n1']?.text).toBe('The trial ran in <i>summer</i>.')
    expect(graph.relations['n4::n0']?.note).toBe('Riders save time.')
  })

  it('makes propositions and theses of one id one statement, where the thesis stands', async () => {
    const { graph, notes } = await importOf(readGraphml, lanes)
    expect(graph.nodes['n1']).toMatchObject({ text: 'Keep the lanes.' })
    expect(graph.nodes['n1']?.section).toBeUndefined()
    expect(graph.nodes['101']?.section).toBe('n4')
    expect(notes.map(({ message }) => message)).toContain(
      '1 support joins the same statement in two places, which is one statement on the map.',
    )
  })

  it('keeps other wordings of a statement and says so', async () => {
    const { graph, notes } = await importOf(
      readGraphml,
      lanes.replace('Keep  the lanes.', 'The lanes should stay.'),
    )
    expect(graph.nodes['n1']?.ext?.['graphml']).toMatchObject({ members: ['The lanes should stay.'] })
    expect(notes.map(({ message }) => message).join()).toContain('worded in several ways')
  })

  it('takes ids as unique only as a whole', async () => {
    const { graph } = await importOf(readGraphml, lanes)
    expect(graph.nodes['n4::n1']?.ext?.['graphml']).toMatchObject({ title: 'A2 Summer' })
    expect(Object.values(graph.nodes).map(({ text }) => text)).toContain('A3 Shops')
  })

  it('follows the words that say what a conclusion follows from', async () => {
    const argument = [
      proposition('a', 'premise', 'A'),
      proposition('b', 'premise', 'B'),
      proposition('c', 'premise', 'C'),
      proposition('d', 'prelimary-conclusion', 'D', 'From (1) and 3'),
      proposition('e', 'conclusion', 'E', 'Follows from 2-4.'),
    ].join('')
    const { graph, notes } = await importOf(
      readGraphml,
      map(node('n0', `<arg:argument>${argument}</arg:argument>`)),
    )
    expect(relationsOf(graph)).toEqual(['a, c supports d', 'b, c, d supports e'])
    expect(graph.relations['n0']?.ext?.['graphml']).toEqual({ pattern: 'Follows from 2-4.' })
    expect(notes).toEqual([])
  })

  it('follows no words that name what does not stand before', async () => {
    const argument = `${proposition('a', 'premise', 'A')}${proposition('b', 'conclusion', 'B', 'From 1-999')}`
    const { graph } = await importOf(readGraphml, map(node('n0', `<arg:argument>${argument}</arg:argument>`)))
    expect(relationsOf(graph)).toEqual(['a supports b'])
  })

  it('lists an argument without a conclusion and keeps it', async () => {
    const argument = `<arg:argument>${proposition('a', 'premise', 'A')}</arg:argument>`
    const { graph, notes } = await importOf(readGraphml, map(node('n0', argument)))
    expect(Object.keys(graph.nodes)).toEqual(['a'])
    expect(notes[0]?.message).toContain('leads to nothing')
  })

  it('takes title and description from the debate', async () => {
    const { graph } = await importOf(readGraphml, lanes)
    expect([graph.title, graph.description]).toEqual(['Bus lanes', 'A trial\n\nWhole map'])
  })

  it('offers to pin theses and sketches where they were drawn', async () => {
    const { graph, offers } = await importOf(readGraphml, lanes)
    const offer = offers.find(({ id }) => id === 'pin-positions')
    expect(offer?.apply(graph).layout?.pinned).toEqual({ 'n4::n1': { x: 1.5, y: 2.5 }, n1: { x: 7, y: 8 } })
  })

  it('is found by the content, and gives a valid graph or an error whatever is broken', async () => {
    expect(detectFormat(lanes)).toBe('graphml')
    expect(await errorOf(readGraphml, lanes.slice(0, -30))).toContain('unreadable')
    const words = ['premise', 'conclusion', 'arg:thesis', 'id="1"', '</graph>', 'sketchedAttack', 'From 1-3']
    expect(await readBroken(readGraphml, [lanes], words)).toBeGreaterThan(100)
  })
})

for (const { name, text } of corpusFiles('argunet', '.graphml')) {
  describe(`the map ${name}`, () => {
    it('is read whole', async () => {
      const { graph, notes, offers } = await importOf(readGraphml, text)
      const arguments_ = [...text.matchAll(/<arg:argument .*?<\/arg:argument>/gs)].map(([one]) => one)
      const sketches = arguments_.filter((one) => !one.includes('<arg:proposition'))
      const statements = new Set(
        [...text.matchAll(/<arg:(?:proposition|thesis) [^>]*?\bid="(\d+)"/g)].map(([, id]) => id),
      )
      expect([arguments_.length, sketches.length]).toEqual([104, 73])
      expect(Object.keys(graph.nodes)).toHaveLength(sketches.length + statements.size)
      expect(Object.keys(graph.sections)).toHaveLength(19)
      const kinds = Object.values(graph.relations).map(({ kind }) => kind)
      const conclusions = countMatches(text, /<arg:proposition [^>]*conclusion"/g)
      expect(kinds.filter((kind) => kind === 'supports')).toHaveLength(66 + conclusions)
      expect(kinds.filter((kind) => kind === 'attacks')).toHaveLength(7 + 31)
      expect(notes.map(({ message }) => message).join(' ')).toMatch(
        /^16 inferences do not say .* 34 supports join/,
      )
      const pins = offers.find(({ id }) => id === 'pin-positions')?.apply(graph).layout?.pinned
      expect(Object.keys(pins ?? {})).toHaveLength(sketches.length + 18)
    })
  })
}

import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../../src/formats/detect.ts'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { errorOf, importOf, oversized, readBroken, relationsOf } from '../../support/reader-laws.ts'

const yKeys = `<key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/>
  <key attr.name="description" attr.type="string" for="node" id="d2"/><key attr.name="url" attr.type="string" for="node" id="d3"/>
  <key attr.name="nodeType" attr.type="string" for="node" id="d4"/>`

function yed(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">${yKeys}
<graph edgedefault="directed" id="G">${content}</graph></graphml>`
}

function box(id: string, label: string, more = '', place = ''): string {
  return `<node id="${id}">${more}<data key="d0"><y:ShapeNode><y:Geometry height="30.0" width="30.0"${place}/><y:NodeLabel>${label}<y:LabelModel/></y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node>`
}

function line(source: string, target: string, label = ''): string {
  const words = label === '' ? '' : `<y:EdgeLabel>${label}</y:EdgeLabel>`
  return `<edge source="${source}" target="${target}"><data key="d1"><y:PolyLineEdge>${words}</y:PolyLineEdge></data></edge>`
}

const drawing = yed(`
  ${box('n0', 'Keep the\nlanes.', '<data key="d2"><![CDATA[Asked in <May>.]]></data><data key="d3">https://example.org/a</data>', ' x="10.5" y="-20.0"')}
  <node id="n1" yfiles.foldertype="group"><data key="d0"><y:ProxyAutoBoundsNode><y:Realizers active="0">
    <y:GroupNode><y:NodeLabel>Costs</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode>
    </y:Realizers></y:ProxyAutoBoundsNode></data>
    <graph edgedefault="directed" id="n1:">${box('n1::n0', 'Shops &lt;b&gt;suffer&lt;/b&gt;.')}${box('n1::n1', '')}</graph></node>
  ${line('n1::n0', 'n0')}${line('n1::n1', 'n0', 'con')}`)

const aif = yed(`
  ${box('n0', 'Keep the lanes.', '<data key="d4">I-node</data>')}${box('n1', 'Delay fell.', '<data key="d4">I</data>')}
  ${box('n2', 'Riders mind delay.', '<data key="d4">I-node</data>')}${box('n3', 'It was summer.', '<data key="d4">I-node</data>')}
  ${box('n4', 'Practical reasoning', '<data key="d4">RA-node</data>')}${box('n5', 'CA', '<data key="d4">CA</data>')}
  ${box('n6', 'PA', '<data key="d4">PA</data>')}${box('n7', 'Lanes should stay.', '<data key="d4">I-node</data>')}${box('n8', 'MA', '<data key="d4">MA</data>')}
  ${line('n1', 'n4')}${line('n2', 'n4')}${line('n4', 'n0')}${line('n3', 'n5')}${line('n5', 'n4')}${line('n6', 'n1')}
  ${line('n7', 'n8')}${line('n8', 'n0')}${line('n3', 'n7')}`)

const plain = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="k" for="node" attr.name="Kind" attr.type="string"/><key id="t" for="node" attr.name="label" attr.type="string"/>
  <key id="r" for="edge" attr.name="relation" attr.type="string"><default>supports</default></key>
  <key id="w" for="edge" attr.name="weight" attr.type="double"/><key id="s" for="edge" attr.name="scheme" attr.type="string"/>
  <key id="y" for="node" attr.name="year" attr.type="int"/><key id="j" for="node" attr.name="relation"/>
  <graph edgedefault="undirected">
    <data key="title">Lanes</data>
    <node id="a b"><data key="k">recommendation</data><data key="t"> Keep the lanes. </data></node>
    <node id="e"><data key="k">evidence</data><data key="t">Delay fell.</data><data key="y">2024</data></node>
    <node id="x"><data key="t">Shops suffer.</data></node>
    <node id="j"><data key="j">attacks</data></node>
    <edge id="e1" source="e" target="a b" directed="true"><data key="w">0.7</data><data key="s">expert opinion</data></edge>
    <edge source="x" target="e"/>
    <edge source="x" target="j" directed="true"><data key="part">premise</data></edge>
    <edge source="j" target="a b" directed="true"/>
  </graph></graphml>`

describe('readGraphml of drawings', () => {
  it('reads labels as statements and edges as support, and says so', async () => {
    const { graph, notes } = await importOf(readGraphml, drawing)
    expect(graph.nodes['n0']?.text).toBe('Keep the\nlanes.')
    expect(relationsOf(graph)).toEqual(['n1::n0 supports n0', 'n1::n1 attacks n0'])
    expect(notes.map(({ message }) => message)).toEqual([
      '1 edge does not say whether it supports or attacks and is read as support; change those that attack.',
    ])
  })

  it('reads groups as sections', async () => {
    const { graph } = await importOf(readGraphml, drawing)
    expect(graph.sections).toEqual({ n1: { title: 'Costs' } })
    expect(graph.nodes['n1::n0']?.section).toBe('n1')
    expect(graph.nodes['n0']?.section).toBeUndefined()
  })

  it('keeps HTML as text, descriptions as notes and addresses as sources', async () => {
    const { graph } = await importOf(readGraphml, drawing)
    expect(graph.nodes['n1::n0']?.text).toBe('Shops <b>suffer</b>.')
    expect(graph.nodes['n0']?.note).toBe('Asked in <May>.')
    expect(graph.sources).toEqual({ source: { type: 'webpage', URL: 'https://example.org/a' } })
    expect(graph.nodes['n0']?.excerpts).toEqual([{ source: 'source' }])
  })

  it('opens no address that is not one of the web', async () => {
    const text = drawing.replace('https://example.org/a', 'javascript:alert(1)')
    const { graph } = await importOf(readGraphml, text)
    expect(graph.sources).toEqual({})
    expect(graph.nodes['n0']?.ext).toEqual({
      graphml: { x: 10.5, y: -20, values: { url: 'javascript:alert(1)' } },
    })
  })

  it('offers to read edges drawn in red as attacks', async () => {
    const red = line('a', 'b').replace('<y:PolyLineEdge>', '<y:PolyLineEdge><y:LineStyle color="#FF0000"/>')
    const green = line('c', 'b').replace('<y:PolyLineEdge>', '<y:PolyLineEdge><y:LineStyle color="#00FF00"/>')
    const text = yed(`${box('a', 'A')}${box('b', 'B')}${box('c', 'C')}${red}${green}`)
    const { graph, offers } = await importOf(readGraphml, text)
    expect(relationsOf(graph)).toEqual(['a supports b', 'c supports b'])
    const changed = offers.find(({ id }) => id === 'read-red-as-attacks')?.apply(graph)
    expect(changed && relationsOf(changed)).toEqual(['a attacks b', 'c supports b'])
    expect(changed?.nodes['a']?.kind).toBe('counterpoint')
  })

  it('keeps words that it does not understand', async () => {
    const edge = line('a', 'b', 'see also').replace('<edge ', '<edge id="x" ')
    const text = yed(`${box('a', 'A', '<data key="d4">thesis</data>')}${box('b', 'B')}${edge}`)
    const { graph } = await importOf(readGraphml, text)
    expect(graph.nodes['a']?.ext).toEqual({ graphml: { values: { nodetype: 'thesis' } } })
    expect(graph.relations['x']?.ext).toEqual({ graphml: { label: 'see also' } })
  })

  it('reads relations onto a node that stands for one, and premises that say the relation again', async () => {
    const content = (onto: string) => `<graphml><graph>
      <node id="a"/><node id="b"/><node id="k"/><node id="j"><data key="relation">supports</data></node>
      <edge source="a" target="j">${onto}</edge><edge source="k" target="j"><data key="relation">attacks</data></edge>
      <edge source="j" target="b"/></graph></graphml>`
    const premise = await importOf(readGraphml, content('<data key="part">premise</data>'))
    expect(relationsOf(premise.graph)).toEqual(['a supports b', 'k attacks j'])
    const again = await importOf(readGraphml, content('<data key="relation">supports</data>'))
    expect(relationsOf(again.graph)).toEqual(['a supports b', 'k attacks j'])
  })

  it('refuses a node that joins more than can be worked with', async () => {
    const edges = Array.from(
      { length: 400 },
      (_, index) => line(`p${index}`, 'j') + line('j', `e${index}`),
    ).join('')
    expect(
      await errorOf(readGraphml, yed(`${box('j', 'MA', '<data key="d4">MA</data>')}${edges}`)),
    ).toContain('tooLarge')
  })

  it('offers to pin what has a place', async () => {
    const { graph, offers } = await importOf(readGraphml, drawing)
    const offer = offers.find(({ id }) => id === 'pin-positions')
    expect(offer?.apply(graph).layout).toEqual({ pinned: { n0: { x: 10.5, y: -20 } } })
  })

  it('names a node without any words by its id', async () => {
    const { graph } = await importOf(readGraphml, drawing)
    expect(graph.nodes['n1::n1']?.text).toBe('n1::n1')
  })

  it('reads a group that edges lead to as a statement too', async () => {
    const { graph } = await importOf(readGraphml, drawing.replace('target="n0"', 'target="n1"'))
    expect(relationsOf(graph)[0]).toBe('n1::n0 supports n1')
    expect(graph.nodes['n1']).toMatchObject({ text: 'Costs', section: 'n1' })
  })

  it('puts groups within groups side by side, and says so', async () => {
    const inner = `<node id="g"><graph><node id="h"><graph>${box('x', 'X')}</graph></node></graph></node>`
    const { graph, notes } = await importOf(readGraphml, yed(inner))
    expect(graph.sections).toEqual({ g: { title: 'g' }, h: { title: 'h' } })
    expect(graph.nodes['x']?.section).toBe('h')
    expect(notes).toEqual([{ message: '1 group stands in another and is a section beside it.' }])
  })

  it('reads nodes that say what they are in AIF as that', async () => {
    const { graph, notes } = await importOf(readGraphml, aif)
    expect(relationsOf(graph)).toEqual([
      'n3 supports n7',
      'n1, n2 supports n0',
      'n3 attacks n4',
      'n7 restates n0',
    ])
    expect(graph.relations['n4']?.scheme).toBe('practical-reasoning')
    expect(Object.keys(graph.nodes)).toEqual(['n0', 'n1', 'n2', 'n3', 'n7'])
    expect(graph.ext?.['graphml']).toEqual({
      nodes: [{ id: 'n6', type: 'PA', text: 'PA' }],
      edges: [{ source: 'n6', target: 'n1' }],
    })
    expect(notes).toHaveLength(2)
  })

  it('parts a step with several conclusions, and lists one without any', async () => {
    const text = aif
      .replace(line('n5', 'n4'), '')
      .replace(line('n4', 'n0'), line('n4', 'n0') + line('n4', 'n3'))
    const { graph, notes, offers } = await importOf(readGraphml, text)
    expect(relationsOf(graph)).toEqual([
      'n3 supports n7',
      'n1, n2 supports n0',
      'n1, n2 supports n3',
      'n7 restates n0',
    ])
    expect(graph.relations['n4']?.ext).toEqual({ graphml: { group: 'n4' } })
    expect(notes.map(({ message }) => message).join()).toContain('leads to nothing')
    expect(offers.map(({ id }) => id)).toContain('complete-relations')
  })

  it('reads plain keys, whatever their ids, and their defaults', async () => {
    const { graph, notes } = await importOf(readGraphml, plain)
    expect(graph.title).toBe('Lanes')
    expect(Object.values(graph.nodes).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'recommendation: Keep the lanes.',
      'evidence: Delay fell.',
      'claim: Shops suffer.',
    ])
    expect(relationsOf(graph)).toEqual(['e supports a-b', 'x supports e', 'x attacks a-b'])
    expect(graph.relations['e1']).toMatchObject({ weight: 'partial', scheme: 'expert-opinion' })
    expect(graph.nodes['a-b']?.ext).toEqual({ graphml: { id: 'a b' } })
    expect(graph.nodes['e']?.ext).toEqual({ graphml: { values: { year: '2024' } } })
    expect(notes.map(({ message }) => message)).toEqual([
      '1 edge has no direction and is read from the first node to the second.',
    ])
  })

  it('lists edges that lead nowhere, hyperedges and ids that stand twice', async () => {
    const { graph, notes } = await importOf(
      readGraphml,
      yed(`${box('a', 'A')}${box('a', 'B')}${line('a', 'z')}<hyperedge/>`),
    )
    expect(Object.values(graph.nodes).map(({ text }) => text)).toEqual(['A', 'B'])
    expect(notes.map(({ message }) => message).join(' ')).toMatch(
      /an id that an earlier one has.*more than two nodes.*leads to nothing/s,
    )
  })

  it('keeps ids and names that JavaScript reserves away from objects', async () => {
    const { graph } = await importOf(
      readGraphml,
      yed(
        `<node id="__proto__"><data key="__proto__">x</data><data key="constructor">y</data></node><node id="toString"/>${line('__proto__', 'toString')}`,
      ),
    )
    expect(relationsOf(graph)).toEqual(['__proto__-2 supports toString-2'])
  })

  it('is found by the content, and refuses what is no GraphML', async () => {
    expect([drawing, aif, plain].map((text) => detectFormat(text))).toEqual(['graphml', 'graphml', 'graphml'])
    expect(await errorOf(readGraphml, '<graphml/>')).toContain('unreadable: There is no <graph>')
    expect(await errorOf(readGraphml, '<svg/>')).toContain('unreadable: There is no <graph>')
    expect(await errorOf(readGraphml, drawing.slice(0, -20))).toContain('unreadable')
  })

  it('refuses entities, too much text and too deep groups', async () => {
    const bomb = '<!DOCTYPE graphml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml><graph/></graphml>'
    expect(await errorOf(readGraphml, bomb)).toContain('refused')
    expect(await errorOf(readGraphml, oversized('<graphml>'))).toContain('tooLarge')
    const deep = `<graphml>${'<graph><node>'.repeat(400)}${'</node></graph>'.repeat(400)}</graphml>`
    expect(await errorOf(readGraphml, deep)).toContain('tooDeep')
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const words = ['nodeType', 'RA', 'I-node', 'n4', 'attacks', '</graph>', '<node id="n0">', '<![CDATA[']
    expect(await readBroken(readGraphml, [drawing, aif, plain], words)).toBeGreaterThan(100)
  })
})

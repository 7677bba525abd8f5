import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Imported } from '../../../src/formats/conversion.ts'
import { detectFormat } from '../../../src/formats/detect.ts'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { writeGraphml } from '../../../src/formats/graphml/write.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryHostileText } from '../../support/hostile-texts.ts'
import { importOf, readBroken, relationsOf } from '../../support/reader-laws.ts'

async function textOf(argument: ArgumentGraph): Promise<string> {
  return String((await writeGraphml(argument)).content)
}

async function read(text: string): Promise<Imported> {
  return importOf(readGraphml, text)
}

const lanes: ArgumentGraph = {
  ...emptyGraph('Bus lanes'),
  sections: { s1: { title: 'Costs' } },
  nodes: {
    c1: { kind: 'claim', text: 'Keep the lanes.', note: 'Asked in May.' },
    e1: { kind: 'evidence', text: 'Delay fell.', rating: 'high', section: 's1' },
    a1: { kind: 'assumption', text: 'Riders mind delay.', section: 's1' },
    k1: { kind: 'counterpoint', text: 'It was summer.', tags: ['season'] },
  },
  relations: {
    r1: { kind: 'supports', from: ['e1', 'a1'], to: 'c1', weight: 'partial', warrant: 'Time is money.' },
    r2: { kind: 'attacks', from: ['k1'], to: 'r1' },
  },
}

describe('readGraphml of our own files', () => {
  it('gives the same document, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(), async (argument) => {
        const { graph: again, notes, offers } = await read(await textOf(argument))
        expect(writeGraph(again)).toBe(writeGraph(argument))
        expect(again).toEqual(argument)
        expect([notes, offers]).toEqual([[], []])
      }),
      { numRuns: 150 },
    )
  })

  it('gives every text back', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHostileText, async (text) => {
        const argument: ArgumentGraph = {
          ...emptyGraph(text),
          sections: { s1: { title: text } },
          nodes: { c1: { kind: 'claim', text, section: 's1', note: text } },
        }
        expect((await read(await textOf(argument))).graph).toEqual(argument)
      }),
    )
  })

  it('is found by the content', async () => {
    expect(detectFormat(await textOf(lanes))).toBe('graphml')
  })

  it('takes a text that was edited elsewhere, and lets go what was said of the old one', async () => {
    const edited = (await textOf(lanes)).replace(
      '<data key="text">Delay fell.</data>',
      '<data key="text">Delay fell by a fifth.</data>',
    )
    const { graph: again, notes } = await read(edited)
    expect(again.nodes).toEqual({
      ...lanes.nodes,
      e1: { kind: 'evidence', text: 'Delay fell by a fifth.', section: 's1' },
    })
    expect(again.relations).toEqual(lanes.relations)
    expect(notes).toHaveLength(1)
    expect(notes[0]?.place).toContain('e1')
  })

  it('takes a label that was edited in a program that draws', async () => {
    const edited = (await textOf(lanes))
      .replaceAll('<y:Geometry ', '<y:Geometry x="1.0" y="2.0" ')
      .replace('EVIDENCE&#10;Delay fell.<', 'EVIDENCE\nDelay fell\nby a fifth.<')
    const { graph: again, notes } = await read(edited)
    expect(again.nodes['e1']?.text).toBe('Delay fell by a fifth.')
    expect(again.nodes['c1']).toEqual(lanes.nodes['c1'])
    expect(notes).toHaveLength(1)
  })

  it('takes statements and relations that were added elsewhere', async () => {
    const added = (await textOf(lanes)).replace(
      '  </graph>\n</graphml>',
      `<node id="n9"><data key="box"><y:ShapeNode><y:NodeLabel>Shops\nsuffer.</y:NodeLabel></y:ShapeNode></data></node>
       <edge source="n9" target="c1"><data key="relation">attacks</data></edge>
       <edge id="loose" source="n9" target="e1"/></graph></graphml>`,
    )
    const { graph: again, notes } = await read(added)
    expect(again.nodes['n9']).toEqual({ kind: 'claim', text: 'Shops\nsuffer.' })
    expect(relationsOf(again)).toEqual(['e1, a1 supports c1', 'k1 attacks r1', 'n9 attacks c1'])
    expect(notes.map(({ message }) => message)).toEqual([
      'The edge from "n9" to "e1" says no relation, so it is left out.',
    ])
  })

  it('shows the same map after a program has given everything other ids, and says what that costs', async () => {
    const text = (await textOf(lanes))
      .replaceAll(/"(c1|e1|a1|k1|r1)"/g, '"n-$1"')
      .replaceAll(/(<key id|<data key)="/g, '$1="d-')
    const { graph: again, notes } = await read(text)
    expect(relationsOf(again)).toEqual(['n-e1, n-a1 supports n-c1', 'n-k1 attacks n-r1'])
    expect(again.nodes['n-e1']).toEqual({ kind: 'evidence', text: 'Delay fell.', section: 's1' })
    expect(again.title).toBe('Bus lanes')
    expect(notes.length).toBeGreaterThan(0)
  })

  it('says that a slot is damaged and reads the rest', async () => {
    const damaged = (await textOf(lanes)).replace('{&quot;version&quot;', '&quot;version&quot;')
    const { graph: again, notes } = await read(damaged)
    expect(relationsOf(again)).toEqual(['e1, a1 supports c1', 'k1 attacks r1'])
    expect(notes.map(({ message }) => message).join()).toContain('is damaged and left out')
  })

  it('gives ids that cannot be kept a new name and says how many', async () => {
    const text = (await textOf(graph`e1 supports c1`)).replaceAll('"e1"', '"__proto__"')
    const { graph: again, notes } = await read(text)
    expect(relationsOf(again)).toEqual(['__proto__-2 supports c1'])
    expect(notes[0]?.message).toContain('1 id cannot be kept')
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const words = ['key="relation"', 'part', 'section-s1', '<graph>', '</node>', 'counterpoint', '&quot;']
    expect(await readBroken(readGraphml, [await textOf(lanes)], words)).toBeGreaterThan(100)
  })
})

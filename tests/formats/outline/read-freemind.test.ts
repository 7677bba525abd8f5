import { describe, expect, it } from 'vitest'
import { readFreemind } from '../../../src/formats/outline/read-freemind.ts'
import { errorOf, importOf, readBroken, relationsOf } from '../../support/reader-laws.ts'

const map = `<map version="1.0.1">
<!-- To view this file, download a mind mapper. -->
<node ID="ID_1" TEXT="Keep the lanes.">
<node ID="ID_2" TEXT="+ Delay fell." LINK="https://example.org"><icon BUILTIN="yes"/>
<arrowlink DESTINATION="ID_4" ENDARROW="Default"/>
<richcontent TYPE="NOTE"><html><head><style>p {}</style></head><body><p>By a
 fifth.</p><p>In <b>2024</b>.</p></body></html></richcontent>
</node>
<node ID="ID_3" POSITION="left"><richcontent TYPE="NODE"><html><body><p>- Shops lose</p><p>&lt;script&gt; parking.</p></body></html></richcontent>
<node ID="ID_4" TEXT="Shops gained walkers."/>
</node>
</node>
</map>`

describe('readFreemind', () => {
  it('puts nodes under those they are in, and arrows as second parents', async () => {
    const { graph, notes } = await importOf(readFreemind, map)
    expect(relationsOf(graph)).toEqual([
      'ID_2 supports ID_1',
      'ID_3 attacks ID_1',
      'ID_4 supports ID_3',
      'ID_2 supports ID_4',
    ])
    expect(graph.title).toBe('Keep the lanes.')
    expect(notes).toEqual([])
  })

  it('reads rich content as text, notes as notes, and keeps icons and links', async () => {
    const { graph } = await importOf(readFreemind, map)
    expect(graph.nodes['ID_3']).toEqual({ kind: 'counterpoint', text: 'Shops lose\n<script> parking.' })
    expect(graph.nodes['ID_2']).toEqual({
      kind: 'claim',
      text: 'Delay fell.',
      note: 'By a fifth.\nIn 2024.',
      ext: { freemind: { icons: ['yes'], link: 'https://example.org' } },
    })
  })

  it('lists arrows that lead nowhere', async () => {
    const { graph, notes } = await importOf(
      readFreemind,
      '<map><node TEXT="A"><arrowlink DESTINATION="gone"/></node></map>',
    )
    expect(graph.relations).toEqual({})
    expect(notes).toHaveLength(1)
  })

  it('refuses other files', async () => {
    expect(await errorOf(readFreemind, '<html/>')).toContain('unreadable: The file is no mind map')
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const words = ['<node TEXT="x"/>', '</node>', 'ID="ID_1" ', 'ID_2', '<arrowlink/>', '<richcontent>']
    expect(await readBroken(readFreemind, [map], words)).toBeGreaterThan(100)
  })
})

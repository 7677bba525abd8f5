/** Documents for tests: the files the project ships, the broken ones, and small or large ones made here. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/dev/root.mjs'
import { writeGraph } from '../../src/formats/json/write.ts'
import { withNodes, parseGraph } from '../../tests/support/graph-builder.ts'

/** A file by its name, with its whole text. */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/** Every shipped graph, in the order of their names. */
export const shippedGraphs: readonly TextFile[] = filesIn('graphs').filter(
  ({ name }) => !name.endsWith('.schema.json'),
)

/** Files that no reader may open as they are. */
export const brokenFiles: readonly TextFile[] = filesIn(join('tests', 'fixtures', 'broken'))

/** A shipped graph by its name without ending. */
export function shippedGraph(name: string): string {
  return readFileSync(join(root, 'graphs', `${name}.json`), 'utf8')
}

/** A thesis with two reasons, linked premises, an objection, an undercut and a pinned statement. */
export const smallMap = writeGraph({
  ...withNodes(parseGraph('e1, a1 support c1; c2 supports c1; k1 attacks c2; k2 attacks r2'), {
    c1: { text: 'Roads lower the cost of trade.' },
    e1: { text: 'Freight times fell by a fifth.', excerpts: [{ source: 'survey', locator: '3 ¶2' }] },
    a1: { text: 'Shorter trips are cheaper trips.' },
    c2: { text: 'Firms along the road sell more.' },
    k1: { text: 'They only take the sales of other firms.' },
    k2: { text: 'Sales and costs are different things.' },
  }),
  title: 'Roads and trade',
  sources: { survey: { type: 'report', title: 'A survey of freight' } },
  sections: { s1: { title: 'Costs' }, s2: { title: 'Sales' } },
  layout: { direction: 'down', pinned: { k2: { x: 640, y: 320 } } },
})

/** A statement of every kind, with a rating or a place in the source where it can have one. */
export const allKindsMap = writeGraph({
  ...withNodes(
    parseGraph('c1 supports p1; e1 supports c1; a1 supports c1; k1 attacks c1; p1 addresses i1; n1'),
    { e1: { rating: 'low', excerpts: [{ source: 'survey', locator: '3 ¶2' }] }, k1: { rating: 'high' } },
  ),
  title: 'Every kind',
  sources: { survey: { type: 'report', title: 'A survey of freight' } },
})

/** Claims in one long line of support. */
export function chainMap(length: number): string {
  const steps = Array.from({ length: length - 1 }, (_, index) => `c${index + 1} supports c${index}`)
  return writeGraph({ ...parseGraph(steps.join(';')), title: `A chain of ${length}` })
}

function filesIn(folder: string): TextFile[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }))
}

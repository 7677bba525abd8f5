/** What must not be seen: lines that blink, statements drawn again because another one is dragged. */
import type { CDPSession, Page } from '@playwright/test'
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { expect, test } from '../support/test.ts'
import { sampleEachFrame } from '../support/frames.ts'

const tree = parseGraph(
  'c2 supports c1; c3 supports c1; k1 attacks c1; c4 supports c2; e1, a1 support c3; k2 attacks r1',
)
/** Lines of the tree: one a relation, three for the one with linked premises, two for the one that is a target. */
const lines = 9

for (const [name, change] of Object.entries({
  'a statement is added': async (page: Page) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type('A new reason with so many words that they take more than one line')
    await page.keyboard.press('Control+Enter')
  },
  'a text grows': async (page: Page) => {
    await page.keyboard.press('F2')
    await page.keyboard.type(' and much more of it, so that the statement is higher than before')
    await page.keyboard.press('Control+Enter')
  },
  'a branch is undone': async (page: Page) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type('Not for long')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+z')
  },
})) {
  test(`no line blinks while ${name}`, async ({ editor, page }) => {
    await editor.openGraph(tree)
    await editor.select('c2')
    await expect(editor.drawnLines).toHaveCount(lines)
    const frames = await sampleEachFrame(page)
    await change(page)
    await frames.settle()
    expect(await frames.fewestLines()).toBeGreaterThanOrEqual(lines)
  })
}

test('no line blinks while the map is turned and turned back', async ({ editor, page }) => {
  await editor.openGraph(tree)
  await expect(editor.drawnLines).toHaveCount(lines)
  const frames = await sampleEachFrame(page)
  await editor.choose('Arrange', 'Grounds above')
  await expect.poll(async () => (await editor.fromTop(['c1', 'c4']))[0]).toBe('c4')
  await frames.settle()
  await editor.choose('Edit', /^Undo/)
  await expect.poll(async () => (await editor.fromTop(['c1', 'c4']))[0]).toBe('c1')
  await frames.settle()
  expect(await frames.fewestLines()).toBeGreaterThanOrEqual(lines)
})

test('no line blinks and no other statement changes while one is dragged', async ({ editor, page }) => {
  await editor.openGraph(tree)
  await expect(editor.drawnLines).toHaveCount(lines)
  const calls = await countCalls(page)
  await editor.select('c4')
  // The count counts: selecting draws a statement again.
  const [drawn] = await calls([statementNode])
  expect(drawn).toBeGreaterThan(0)

  const frames = await sampleEachFrame(page)
  await calls([])
  await editor.dragBy(editor.node('c4'), { x: 60, y: 120 }, async () => {
    const [statements = 0, nodes = 0] = await calls([statementNode, flowNode])
    // Ten steps of the mouse place the dragged node ten times, and each step is the business of no other.
    expect(nodes).toBeGreaterThanOrEqual(5)
    expect(nodes).toBeLessThanOrEqual(15)
    expect(statements).toBeLessThanOrEqual(2)
    expect(await frames.nodesChanged()).toEqual(['c4'])
  })
  await expect(editor.pin('c4')).toBeVisible()
  await frames.settle()
  expect(await frames.fewestLines()).toBeGreaterThanOrEqual(lines)
})

/** Words that only the function which draws a statement, and the one which places any node, have in them. */
const statementNode = 'statement-head'
const flowNode = '`react-flow__node-${'

/** How often functions of the page have been called since this was last asked, by a word in their source. */
async function countCalls(page: Page): Promise<(words: readonly string[]) => Promise<number[]>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Debugger.enable')
  await session.send('Profiler.enable')
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  return async (words) => {
    const counts = words.map(() => 0)
    const { result } = await session.send('Profiler.takePreciseCoverage')
    for (const { scriptId, functions, url } of result) {
      if (!url.endsWith('.js')) continue
      const { scriptSource } = await session.send('Debugger.getScriptSource', { scriptId })
      const ranges = functions
        .flatMap(({ ranges: [range] }) => range ?? [])
        .toSorted((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))
      for (const [index, word] of words.entries()) {
        // The innermost function with the word: every other one encloses it.
        const found = ranges.find(({ startOffset, endOffset }) =>
          scriptSource.slice(startOffset, endOffset).includes(word),
        )
        counts[index] = (counts[index] ?? 0) + (found?.count ?? 0)
      }
    }
    return counts
  }
}

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
  expect(await calls.of('statement-head')).toBeGreaterThan(0)

  const frames = await sampleEachFrame(page)
  await calls.of('statement-head')
  await editor.dragBy(editor.node('c4'), { x: 60, y: 120 }, async () => {
    expect(await frames.nodesChanged()).toEqual(['c4'])
    expect(await calls.of('statement-head')).toBeLessThanOrEqual(3)
  })
  await expect(editor.pin('c4')).toBeVisible()
  await frames.settle()
  expect(await frames.fewestLines()).toBeGreaterThanOrEqual(lines)
})

/** How often functions of the page are called, by a word in their source; asking starts anew. */
async function countCalls(page: Page): Promise<{ of: (word: string) => Promise<number> }> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Debugger.enable')
  await session.send('Profiler.enable')
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  return {
    of: async (word) => {
      const { result } = await session.send('Profiler.takePreciseCoverage')
      let count = 0
      for (const { scriptId, functions, url } of result) {
        if (!url.endsWith('.js')) continue
        const { scriptSource } = await session.send('Debugger.getScriptSource', { scriptId })
        const inner = functions
          .flatMap(({ ranges: [range] }) => range ?? [])
          .filter(({ startOffset, endOffset }) => scriptSource.slice(startOffset, endOffset).includes(word))
          // The innermost function with the word: every other one encloses it.
          .toSorted((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))[0]
        count += inner?.count ?? 0
      }
      return count
    },
  }
}

/** How statements stand, shown on the map itself, and a what-if session that never touches the document. */
import { readFile } from 'node:fs/promises'
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { accessibilityViolations } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const debated = await readFile('graphs/belt-and-road-debated.json', 'utf8')

test('the recommendations of the debated paper show how they stand', async ({ editor }) => {
  await editor.openDocument(debated)
  await editor.runCommand('Fit all')
  for (const [id, words] of [
    ['rec1', 'holds'],
    ['rec2', 'does not hold'],
    ['rec3', 'unresolved'],
  ] as const) {
    await expect(editor.node(id).locator('.standing')).toHaveText(words)
    await expect(editor.node(id).locator('.weighing')).toHaveAttribute(
      'aria-label',
      /^Support \d+ of 100, objection \d+ of 100, computed only from what is on this map$/,
    )
  }
})

test('a rating changes what is shown at once, and the marks can be switched off', async ({
  editor,
  page,
}) => {
  await editor.openGraph(parseGraph('e1 supports c1; k1 attacks c1; c1 supports p1'))
  const weighing = editor.node('c1').getByRole('img', { name: /^Support/ })
  await expect(weighing).toHaveAttribute('aria-label', /^Support 40 of 100, objection 40 of 100/)
  await expect(editor.node('c1').locator('.standing')).toHaveText('does not hold')
  await editor.select('e1')
  await editor.runCommand('Rate high')
  await expect(weighing).toHaveAttribute('aria-label', /^Support 80 of 100, objection 40 of 100/)
  expect(await accessibilityViolations(page)).toEqual([])
  const tall = (await editor.node('c1').boundingBox())?.height ?? 0
  await editor.select('c1')
  await page.keyboard.press('e')
  await expect(editor.node('c1').locator('.standing')).toHaveCount(0)
  await expect.poll(async () => (await editor.node('c1').boundingBox())?.height).toBeLessThan(tall)
  await page.keyboard.press('e')
  await expect(editor.node('c1').locator('.standing')).toHaveText('does not hold')
})

test('doubting shows what would change and leaves the document as it is', async ({ editor, page }) => {
  const graph = parseGraph('e1 supports c1; k1 attacks c1; c1 supports p1')
  await editor.openGraph(graph)
  await expect(editor.node('p1').locator('.standing')).toHaveText('does not hold')
  await editor.select('k1')
  await page.keyboard.press('x')
  await expect(editor.node('k1')).toContainText('doubted')
  await expect(editor.node('p1').locator('.standing')).toHaveText('does not hold → holds')
  await expect(page).toHaveTitle(/^(?!●)/)
  expect((await editor.savedGraph()).nodes).toEqual(graph.nodes)
  await editor.runCommand('Discard what is supposed')
  await expect(editor.node('p1').locator('.standing')).toHaveText('does not hold')
  await editor.select('k1')
  await page.keyboard.press('x')
  await editor.runCommand('Apply what is supposed')
  await expect(editor.node('k1')).toHaveCount(0)
  await expect(editor.node('p1').locator('.standing')).toHaveText('holds')
  await page.keyboard.press('Control+z')
  await expect(editor.node('k1')).toHaveCount(1)
})

test('steps show open questions, and those that only close a circle are not counted', async ({
  editor,
  page,
}) => {
  const graph = parseGraph('c1 supports c2; c2 supports c1; e1 supports c3')
  const relations = { ...graph.relations, r3: { ...graph.relations['r3']!, scheme: 'expert-opinion' } }
  await editor.openGraph({ ...graph, relations })
  await expect(page.locator('.open-questions')).toHaveText('6 open questions?6')
  await expect(page.locator('.relation[data-circular]').first()).toBeVisible()
})

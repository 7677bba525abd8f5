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
  expect(await editor.savedGraph()).toEqual(graph)
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

test('a step is doubted too, and what carries it is told to everyone', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('e1, e2 support c1; k1 attacks r1'))
  const statement = editor.node('c1').getByRole('group', { name: /^Claim/ })
  await expect(statement).toHaveAccessibleDescription(/^does not hold Support 24 of 100, objection 0 of 100/)
  await editor.select('k1')
  await page.keyboard.press('r')
  await page.keyboard.press('x')
  await expect(page.locator('.doubt-word')).toHaveText('doubted')
  await expect(page.locator('#line-r2')).toHaveAccessibleDescription(/^Doubted/)
  await expect(statement).toHaveAccessibleDescription(/^does not hold → holds/)
  await page.keyboard.press('x')
  await expect(page.locator('.doubt-word')).toHaveCount(0)
  await editor.select('e1')
  await page.keyboard.press('x')
  await expect(editor.node('e1').getByRole('group')).toHaveAccessibleDescription('doubted')
  await expect(editor.node('r1').getByRole('img')).toHaveAccessibleDescription(/Left out for the time being/)
  expect(await accessibilityViolations(page)).toEqual([])
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
  await expect(page.locator('#line-r1')).toHaveAccessibleDescription(/^Not counted: circular/)
})

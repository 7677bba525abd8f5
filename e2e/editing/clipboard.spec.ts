/** Copying, cutting and pasting: within a map, between windows, as text from and for other programs. */
import { parseGraph, withNodes } from '../../tests/support/graph-builder.ts'
import { EditorPage } from '../support/editor-page.ts'
import { expect, test } from '../support/test.ts'

const debate = withNodes(parseGraph('e1 supports c1; k1 attacks c1; k2 attacks r1'), {
  e1: { rating: 'low', excerpts: [{ source: 'survey', locator: '3 ¶2' }] },
})
const source = { survey: { type: 'report', title: 'A survey' } }

test('a fragment keeps relations, details and sources on its way to another window', async ({
  editor,
  page,
  context,
}) => {
  await editor.openGraph({ ...debate, sources: source })
  await editor.select('c1')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect(editor.status('Copied')).toHaveCount(1)

  const other = new EditorPage(await context.newPage())
  await other.openGraph(parseGraph('c9; c8'))
  await other.select('c9')
  await other.page.keyboard.press('Control+v')
  await expect(other.statements).toHaveCount(6)
  await expect(other.line('Objection: “k2” against the step from “e1” to “c1”')).toBeVisible()
  await expect(other.line('Support: “c1” for “c9”')).toBeVisible()
  const { nodes, sources, relations } = await other.savedGraph()
  expect(Object.values(nodes).find(({ text }) => text === 'e1')).toMatchObject({
    kind: 'evidence',
    rating: 'low',
    excerpts: [{ source: 'survey', locator: '3 ¶2' }],
  })
  expect(sources).toEqual(source)
  expect(Object.keys(relations)).toHaveLength(4)
  await other.choose('Edit', /^Undo Paste 4 statements/)
  await expect(other.statements).toHaveCount(2)
})

test('other programs get an indented outline', async ({ editor, page }) => {
  await editor.openGraph({ ...debate, sources: source })
  await editor.select('c1')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    ['c1', '  + e1', '    - (on this step) k2', '  - k1', ''].join('\n'),
  )
})

test('lines of text become statements with their bearing under what is selected', async ({
  editor,
  page,
}) => {
  await editor.openGraph(parseGraph('c1'))
  await page.evaluate(() =>
    navigator.clipboard.writeText('+ Freight times fell\n  - Only on paper\n- It costs too much'),
  )
  await editor.select('c1')
  await page.keyboard.press('Control+v')
  await expect(editor.line('Support: “Freight times fell” for “c1”')).toBeVisible()
  await expect(editor.line('Objection: “Only on paper” against “Freight times fell”')).toBeVisible()
  await expect(editor.line('Objection: “It costs too much” against “c1”')).toBeVisible()
  expect(
    Object.values((await editor.savedGraph()).nodes)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['claim', 'claim', 'counterpoint', 'counterpoint'])
})

test('cutting and pasting moves a branch', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3 supports c2; c4 supports c1'))
  await editor.select('c2')
  await page.keyboard.press('Shift+B')
  await expect(editor.selected).toHaveCount(2)
  await page.keyboard.press('Control+x')
  await expect(editor.statements).toHaveCount(2)
  await editor.select('c4')
  await page.keyboard.press('Control+v')
  await expect(editor.line('Support: “c2” for “c4”')).toBeVisible()
  await expect(editor.line('Support: “c3” for “c2”')).toBeVisible()
})

test('the menu copies and pastes as the keys do', async ({ editor }) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3'))
  await editor.chooseOn(editor.node('c2'), 'Copy')
  await editor.chooseOn(editor.node('c3'), 'Paste')
  await expect(editor.line('Support: “c2” for “c3”')).toBeVisible()
})

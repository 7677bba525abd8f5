/** Large maps made small: collapsing, searching, filtering, duplicating. */
import { parseGraph, withNodes } from '../../tests/support/graph-builder.ts'
import { expect, test } from '../support/test.ts'

const debate = withNodes(
  parseGraph('c2 supports c1; e1 supports c2; k1 attacks c2; k2 attacks k1; c3 supports c1'),
  { e1: { text: 'Freight times fell in Élan province.' } },
)

test('a collapsed branch counts what it hides, for and against', async ({ editor, page }) => {
  await editor.openGraph(debate)
  await editor.select('c2')
  await page.keyboard.press('Space')
  await expect(editor.statements).toHaveCount(3)
  const count = editor.node('c2').getByRole('button', { name: '3 hidden: 2 for, 1 against' })
  await expect(count).toBeVisible()
  expect((await editor.savedGraph()).layout?.collapsed).toEqual(['c2'])
  await count.click()
  await expect(editor.statements).toHaveCount(6)

  await editor.select('c1')
  await page.keyboard.press('Space')
  await expect(editor.statements).toHaveCount(1)
  await expect(editor.node('c1').getByText('5 hidden: 4 for, 1 against')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(editor.statements).toHaveCount(6)
})

test('a section folds into one box that says how it stands, and opens again', async ({ editor, page }) => {
  const inSection = Object.fromEntries(['c2', 'e1', 'k1'].map((id) => [id, { section: 's' }]))
  await editor.openGraph({
    ...withNodes(debate, inSection),
    sections: { s: { title: 'Freight' } },
    layout: { sections: true },
  })
  await page.getByRole('button', { name: 'Fold section Freight' }).first().click()
  const box = page.getByRole('group', {
    name: 'Folded section: Freight. 1 claim, 1 evidence, no open objection',
  })
  await expect(box).toBeVisible()
  await expect(editor.statements).toHaveCount(3)
  await expect(editor.drawnLines).toHaveCount(3)
  expect((await editor.savedGraph()).layout?.folded).toEqual(['s'])

  await page.keyboard.press('Control+f')
  await page.keyboard.type('elan')
  await page.keyboard.press('Enter')
  await expect(editor.node('e1')).toBeInViewport({ ratio: 0.999 })
  await expect(box).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(box).toBeVisible()
  await page.getByRole('button', { name: 'Unfold section Freight' }).click()
  await expect(editor.statements).toHaveCount(6)
})

test('search finds words in a collapsed branch, opens it and brings them into view', async ({
  editor,
  page,
}) => {
  await editor.openGraph({ ...debate, layout: { collapsed: ['c1', 'c2'] } })
  await expect(editor.statements).toHaveCount(1)
  await page.keyboard.press('Control+f')
  const field = page.getByLabel('Search in the map')
  await expect(field).toBeFocused()
  await page.keyboard.type('elan')
  await expect(editor.status('0 of 1')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(editor.status('1 of 1').first()).toBeVisible()
  await expect(editor.node('e1')).toBeInViewport({ ratio: 0.999 })
  await expect(editor.node('e1').locator('.statement')).toHaveAttribute('data-selected', 'true')
  await expect(editor.statements).toHaveCount(6)
  await expect(editor.node('c3').locator('.statement')).toHaveAttribute('data-dimmed', 'true')
  await expect(editor.node('e1').locator('.statement')).not.toHaveAttribute('data-dimmed', 'true')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(editor.map).toBeFocused()
  await expect(editor.map.locator('[data-dimmed]')).toHaveCount(0)
})

test('a filter leaves what is asked for bright and hides nothing', async ({ editor, page }) => {
  await editor.openGraph(debate)
  await editor.stepIn()
  await page.keyboard.press('f')
  const filter = page.getByRole('region', { name: 'Filter' })
  await filter.getByRole('button', { name: 'Counterpoint' }).click()
  const bright = editor.map.locator('.statement:not([data-dimmed])')
  await expect(bright).toHaveCount(2)
  await expect(bright.filter({ hasText: /k1|k2/ })).toHaveCount(2)
  await expect(editor.statements).toHaveCount(6)
  await filter.getByRole('button', { name: 'Evidence' }).click()
  await expect(bright).toHaveCount(3)
  await filter.getByRole('button', { name: 'Close filter and show everything' }).click()
  await expect(bright).toHaveCount(6)
})

test('duplicating copies statements with their bearing, or a whole branch', async ({ editor, page }) => {
  await editor.openGraph(debate)
  await editor.select('c3')
  await page.keyboard.press('Control+d')
  await expect(editor.line('Support: “c3” for “c1”')).toHaveCount(2)
  await editor.select('c2')
  await page.keyboard.press('Shift+D')
  await expect(editor.statements).toHaveCount(11)
  await expect(editor.line('Objection: “k2” against “k1”')).toHaveCount(2)
  await editor.choose('Edit', /^Undo Duplicate/)
  await expect(editor.statements).toHaveCount(7)
})

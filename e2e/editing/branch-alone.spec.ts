/** One branch alone, with the way back up; and the lines of an argument standing out. */
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { expect, test } from '../support/test.ts'

const argument = parseGraph('c1 supports c0; e1 supports c1; c2 supports c0; e2 supports c2; e3 supports c2')

test('a branch is shown alone, and its trail leads back up', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.select('c2')
  await page.keyboard.press('b')
  await expect(editor.statements).toHaveCount(3)
  await expect(editor.node('c1')).toHaveCount(0)
  const trail = page.getByRole('navigation', { name: 'Branch that is shown' })
  await expect(trail.getByRole('button', { name: '“c2”' })).toHaveAttribute('aria-current', 'location')
  await trail.getByRole('button', { name: '“c0”' }).click()
  await expect(editor.statements).toHaveCount(6)
  await editor.node('c2').click()
  await editor.runCommand('Show this branch alone')
  await expect(editor.statements).toHaveCount(3)
  await trail.getByRole('button', { name: 'Whole map' }).click()
  await expect(editor.statements).toHaveCount(6)
  await expect(trail).toHaveCount(0)
})

test('searching leaves the branch for what is found elsewhere', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.select('c1')
  await page.keyboard.press('b')
  await expect(editor.statements).toHaveCount(2)
  await editor.searchFor('e3')
  await expect(editor.node('e3')).toBeInViewport()
  await expect(editor.statements).toHaveCount(6)
})

test('only what is above and below the selection stands out', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.select('c1')
  await page.keyboard.press('h')
  const dimmed = page.locator('.statement[data-dimmed]')
  await expect(dimmed).toHaveCount(3)
  await page.keyboard.press('ArrowUp')
  await expect(dimmed).toHaveCount(0)
  await page.keyboard.press('h')
  await editor.select('e1')
  await expect(dimmed).toHaveCount(0)
})

/** The editor opens, quietly. */
import { accessibilityViolations } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test('the editor opens under its name', async ({ editor, page }) => {
  await editor.open()
  await expect(page).toHaveTitle(/Counterpoint/)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(await accessibilityViolations(page)).toEqual([])
})

test('the editor opens on a phone', { tag: '@touch' }, async ({ editor, page }) => {
  await editor.open()
  await expect(page.locator('#root')).not.toBeEmpty()
})

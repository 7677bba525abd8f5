/** Menus and tips come after the map: what is pressed before they are there is not lost. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

/** Holds the code of the menus back; answers how to let it come. */
async function holdMenus(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/Menus-[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  return () => release()
}

test('a menu pressed before its code has come opens when it comes', async ({ editor, page }) => {
  const release = await holdMenus(page)
  await editor.open()
  await page.getByRole('menuitem', { name: 'View' }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  release()
  await expect(page.getByRole('menu').getByText('Fit all')).toBeVisible()
})

test('a heading focused before the menus have come keeps the focus', async ({ editor, page }) => {
  const release = await holdMenus(page)
  await editor.open()
  await page.getByRole('menuitem', { name: 'Edit' }).focus()
  release()
  await expect(page.locator('[data-group="edit"]')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menu')).toContainText('Select all')
})

test('a tip names a tool, its key and why it cannot be used, and Escape takes it away', async ({
  editor,
  page,
}) => {
  await editor.open()
  await page.mouse.move(700, 500)
  const tools = page.getByRole('group', { name: 'Tools' })
  const tip = page.locator('.tooltip')
  await tools.getByRole('button', { name: 'Undo' }).hover()
  await expect(tip).toContainText('nothing to undo')
  await tip.hover()
  await expect(tip).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
  await tools.getByRole('button', { name: 'Inspector' }).hover()
  await expect(tip).toHaveText('InspectorI')
  await tools.getByRole('button', { name: 'Inspector' }).click()
  await expect(tip).toHaveCount(0)
})

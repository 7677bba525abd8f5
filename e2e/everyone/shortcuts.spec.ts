/** Single keys can be switched off (WCAG 2.1.4), and what happens is told to those who do not see it (4.1.3). */
import { smallMap } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test.beforeEach(async ({ editor }) => {
  await editor.openDocument(smallMap)
})

test('single keys act until they are switched off on the shortcut sheet, and stay off', async ({
  editor,
  page,
}) => {
  const single = ['c', 'l', 'f', 'i', 'm', '0', '1', '2', '+', '-', '/', '?'] as const
  await editor.select('c1')
  await page.keyboard.press('?')
  const sheet = editor.dialog('Keyboard shortcuts')
  await sheet.getByLabel('Single letters and digits are shortcuts').uncheck()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  const look = async () => ({
    statements: await editor.statements.count(),
    zoom: await page.getByRole('button', { name: /^Zoom is/ }).textContent(),
    dialogs: await page.getByRole('dialog').count(),
    inspector: await editor.inspector.count(),
    overview: await page.getByRole('img', { name: 'Overview of the map' }).count(),
    searches: await page.getByRole('search').count(),
    filters: await page.getByRole('region', { name: 'Filter' }).count(),
    entries: await editor.entry.count(),
  })
  for (const again of [false, true]) {
    if (again) {
      await page.reload()
      await editor.expectMap()
    }
    await editor.select('c1')
    const before = await look()
    for (const key of single) await page.keyboard.press(key)
    // Keys that are no characters act as before; they would not with a dialog on its way.
    await page.keyboard.press('F2')
    await expect(editor.entry).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(editor.entry).toBeHidden()
    expect(await look()).toEqual(before)
    await expect(editor.changedMark).toBeHidden()
    // So do keys with Ctrl.
    await page.keyboard.press('Control+k')
    await expect(editor.dialog('Commands')).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await editor.choose('Help', 'Keyboard shortcuts')
  await sheet.getByLabel('Single letters and digits are shortcuts').check()
  await page.keyboard.press('Escape')
  await editor.select('c1')
  await page.keyboard.press('c')
  await expect(editor.entry).toBeFocused()
})

test('single keys do nothing outside the map', async ({ editor, page }) => {
  await page
    .getByRole('group', { name: 'Tools' })
    .getByRole('button', { name: /^Search/ })
    .focus()
  for (const key of ['c', 'f', 'm', '?', '/']) await page.keyboard.press(key)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('search')).toHaveCount(0)
  await expect(editor.changedMark).toBeHidden()
})

test('what happens is said in a live region', async ({ editor, page }) => {
  const live = page.locator('[role=status][aria-live=polite]')
  await expect(live).toHaveText('Opened Roads and trade')
  await editor.map.focus()
  await page.keyboard.press('Escape')
  await expect(live).toHaveText(/Outside the map/)
  await page.keyboard.press('Enter')
  await expect(live).toHaveText(/In the map/)
  await editor.select('k1')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+z')
  await expect(live).toHaveText('Undid: Delete counterpoint')
  await page.keyboard.press('Control+Shift+z')
  await expect(live).toHaveText('Did again: Delete counterpoint')
  await editor.searchFor('sell more')
  await expect(live).toHaveText(/^1 of \d: /)
})

test('a refusal is told with its way out', async ({ editor, page }) => {
  await editor.map.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+d')
  await expect(page.getByRole('status').filter({ hasText: /Select/ })).toBeVisible()
})

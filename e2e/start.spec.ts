/** The editor opens: quietly, accessibly, on every screen, and without sending too much. */
import { accessibilityViolations } from './support/axe.ts'
import { watchScripts } from './support/sent-javascript.ts'
import { expect, test } from './support/test.ts'

/** Bytes, gzipped. The goal is 250 kB (see `npm run bench`); this keeps what has been reached. */
const most = 358_000

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

test(`the editor sends less than ${most / 1000} kB of JavaScript before the map answers`, async ({
  page,
}) => {
  const sent = watchScripts(page)
  await page.goto('./', { waitUntil: 'networkidle' })
  const scripts = await sent()
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.reduce((total, script) => total + script.gzipped, 0)).toBeLessThan(most)
})

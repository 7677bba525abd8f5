/** The problems panel: each entry leads to its place and, where there is one, to a way out. */
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { accessibilityViolations } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const argument = parseGraph('c1 supports p1; c2 supports c1; k1 attacks c2')

test('a problem leads to its place and is fixed there', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await page.getByRole('button', { name: 'Problems' }).click()
  const review = page.getByRole('complementary', { name: 'Review' })
  const group = review.getByRole('button', { name: /Unsupported claims 1 found/ })
  if ((await group.getAttribute('aria-expanded')) !== 'true') await group.click()
  const entry = review.locator('.problem').filter({ hasText: 'Nothing supports “c2”' })
  await entry.getByRole('button', { name: /^Nothing supports “c2”/ }).click()
  await expect(editor.node('c2')).toHaveClass(/selected/)
  expect(await accessibilityViolations(page)).toEqual([])
  await entry.getByRole('button', { name: /^Add support/ }).click()
  await page.keyboard.type('A study of ten ports')
  await page.keyboard.press('Control+Enter')
  await expect(entry).toHaveCount(0)
})

test('a rule explains itself, is muted in the document, and reports again', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await page.getByRole('button', { name: 'Problems' }).click()
  const review = page.getByRole('complementary', { name: 'Review' })
  const group = review.locator('.problem-group').filter({ hasText: 'Unsupported claims' })
  const heading = group.getByRole('button', { name: /Unsupported claims/ }).first()
  if ((await heading.getAttribute('aria-expanded')) !== 'true') await heading.click()
  await group.getByRole('button', { name: /^What this means/ }).click()
  await expect(group).toContainText('whoever asserts something has to show it')
  await group.getByRole('button', { name: 'Mute this rule in this document' }).click()
  await expect(group).toHaveCount(0)
  expect((await editor.savedGraph()).muted).toEqual({ 'unsupported-claim': { everywhere: true } })
  await review.getByRole('button', { name: /^Muted in this document/ }).click()
  await review.getByRole('button', { name: /^Report again ?: Unsupported claims/ }).click()
  await expect(group).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(group).toHaveCount(0)
})

test('severities can be left out, and a map without problems says what that means', async ({
  editor,
  page,
}) => {
  await editor.openGraph(argument)
  await page.getByRole('button', { name: 'Problems' }).click()
  const review = page.getByRole('complementary', { name: 'Review' })
  await expect(review.locator('.problem-group').first()).toBeVisible()
  for (const severity of ['Errors', 'Warnings', 'Hints']) {
    await review.getByRole('button', { name: new RegExp(`^${severity}`) }).click()
  }
  await expect(review.locator('.problem-group')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await editor.select('c1')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Problems' }).click()
  await expect(review).toContainText('No problems found.')
})

test('one place is muted and reported again, and the keys stay in the panel', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c1 supports p1; c2 supports p1; c3 supports p1'))
  await page.getByRole('button', { name: 'Problems' }).click()
  const review = page.getByRole('complementary', { name: 'Review' })
  const group = review.locator('.problem-group').filter({ hasText: 'Unsupported claims' })
  const heading = group.getByRole('button', { name: /Unsupported claims 3 found/ })
  if ((await heading.getAttribute('aria-expanded')) !== 'true') await heading.click()
  await group.getByRole('button', { name: /^Mute ?: Nothing supports “c2”/ }).click()
  await expect(group.getByRole('button', { name: /^Nothing supports “c2”/ })).toHaveCount(0)
  await expect(group.getByRole('button', { name: /^Mute ?: Nothing supports “c3”/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(group.getByRole('button', { name: /^Mute ?: Nothing supports “c1”/ })).toBeFocused()
  expect((await editor.savedGraph()).muted).toEqual({ 'unsupported-claim': { at: ['c2', 'c3'] } })
  await review.getByRole('button', { name: 'Muted in this document (2)' }).click()
  const place = review.locator('.problem').filter({ has: page.getByRole('link', { name: '“c2”' }) })
  await place.getByRole('button', { name: /^Report again/ }).click()
  await expect(group.getByRole('button', { name: /^Nothing supports “c2”/ })).toBeVisible()
  await expect(group.getByRole('button', { name: /^Nothing supports “c3”/ })).toHaveCount(0)
  await expect(review.getByRole('button', { name: /^Report again/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(group.getByRole('button', { name: /^Nothing supports “c3”/ })).toBeVisible()
  await expect(review.getByRole('tab', { name: /^Problems/ })).toBeFocused()
})

test('hundreds of problems of one kind are shown a part at a time', async ({ editor, page }) => {
  const claims = Array.from({ length: 600 }, (_, index) => `c${index} supports p1`)
  await editor.openGraph(parseGraph(claims.join(';')))
  await page.getByRole('button', { name: 'Problems' }).click()
  const review = page.getByRole('complementary', { name: 'Review' })
  const group = review.locator('.problem-group').filter({ hasText: 'Unsupported claims' })
  const heading = group.getByRole('button', { name: /Unsupported claims 600 found/ })
  await expect(heading).toHaveAttribute('aria-expanded', 'false')
  await heading.click()
  await expect(group.locator('.problem')).toHaveCount(25)
  await group.getByRole('button', { name: 'Show all 600' }).click()
  await expect(group.locator('.problem')).toHaveCount(600)
  // By its words alone: naming thousands of controls for the test would take longer than all the rest.
  await group.locator('button', { hasText: /^Nothing supports “c599”/ }).click()
  await expect(editor.node('c599')).toBeInViewport()
})

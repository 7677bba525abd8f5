/** The verdicts panel: what it says while the argument changes, and how it is worked with. */
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { accessibilityViolations } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const argument = parseGraph('e1 supports c1; c1 supports p1; k1 attacks c1; e2 supports p2')

test('verdicts follow the argument while it is edited', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.map.click({ position: { x: 400, y: 600 } })
  await page.keyboard.press('v')
  const review = page.getByRole('complementary', { name: 'Review' })
  await expect(review.getByRole('tab', { name: 'Verdicts (2)' })).toBeFocused()
  const first = review.locator('.verdict').first()
  await expect(first).toContainText('does not hold')
  await editor.select('k1')
  await page.keyboard.press('Delete')
  await expect(first).toContainText('Holds: leans in favour.')
  await editor.select('e1')
  await editor.runCommand('Rate high')
  await expect(first.locator('.balance')).toHaveText('Balance +80')
  await expect(first).toContainText('Holds: well supported.')
  await editor.select('c1')
  await page.keyboard.press('c')
  await page.keyboard.type('Somebody disagrees')
  await expect(first).toContainText('does not hold')
  await expect(review).toContainText('computed only from what is on this map')
})

test('without recommendations the claims at the top are judged, without anything it says so', async ({
  editor,
  page,
}) => {
  await editor.openGraph(parseGraph('e1 supports c1'))
  await page.getByRole('button', { name: 'Verdicts' }).click()
  const review = page.getByRole('complementary', { name: 'Review' })
  await expect(review).toContainText('Nothing is recommended on this map')
  await expect(review.getByRole('list', { name: 'Claims at the top' })).toContainText('c1')
  await editor.select('c1')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(review).toContainText('There is nothing to judge yet')
})

test('the panel is worked by keys alone, and Escape gives them back to the map', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.select('p1')
  await page.keyboard.press('v')
  const review = page.getByRole('complementary', { name: 'Review' })
  await expect(review.getByRole('tab', { name: /^Verdicts/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(review.getByRole('tab', { name: /^Problems/ })).toBeFocused()
  await expect(review.getByRole('tabpanel', { name: /^Problems/ })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(review.locator('.statement-link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(editor.node('p1')).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(review).toHaveCount(0)
  await expect(editor.map).toBeFocused()
})

test('on a window without room for two panels, one takes the place of the other', async ({
  editor,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await editor.openGraph(argument)
  await expect(editor.inspector).toBeVisible()
  await page.getByRole('button', { name: 'Verdicts' }).click()
  await expect(page.getByRole('complementary', { name: 'Review' })).toBeVisible()
  await expect(editor.inspector).toBeHidden()
  expect(await accessibilityViolations(page)).toEqual([])
})

for (const theme of ['Light colours', 'Dark colours', 'High contrast']) {
  test(`every part of the panel is accessible and stays inside the window, ${theme}`, async ({
    editor,
    page,
  }) => {
    await editor.openGraph(argument)
    await editor.choose('View', theme)
    await page.getByRole('button', { name: 'Verdicts' }).click()
    const review = page.getByRole('complementary', { name: 'Review' })
    const first = review.locator('.verdict').first()
    await first.getByRole('button', { name: /^Why/ }).click()
    await first.getByRole('button', { name: /^What matters most/ }).click()
    await first.getByRole('button', { name: 'Doubt “k1”' }).click()
    await expect(page.getByRole('region', { name: 'What-if session' })).toContainText('“p1”')
    expect(await accessibilityViolations(page), 'verdicts').toEqual([])
    await review.getByRole('tab', { name: /^Problems/ }).click()
    await review
      .getByRole('button', { name: /^What this means/ })
      .first()
      .click()
    expect(await accessibilityViolations(page), 'problems').toEqual([])
    // Words for screen readers alone must not make the page longer than the window.
    const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    expect(height).toBeLessThanOrEqual(0)
  })
}

test.describe('on a phone', { tag: '@touch' }, () => {
  test('the review is a sheet below the map, worked by touch', async ({ editor, page }) => {
    await editor.openGraph(argument)
    await page.getByRole('button', { name: 'Menu' }).tap()
    await page.getByRole('menuitem', { name: 'Evaluate', exact: true }).tap()
    await page.getByRole('menuitemcheckbox', { name: /^Verdicts/ }).tap()
    const review = page.getByRole('complementary', { name: 'Review' })
    await expect(review).toBeInViewport()
    const first = review.locator('.verdict').first()
    await first.getByRole('button', { name: /^What matters most/ }).tap()
    await first.getByRole('button', { name: 'Doubt “k1”' }).tap()
    await expect(page.getByRole('region', { name: 'What-if session' })).toContainText('“k1” were doubted?')
    const { width = 0 } = page.viewportSize() ?? {}
    for (const part of [review, page.getByRole('region', { name: 'What-if session' }), editor.map]) {
      const box = await part.boundingBox()
      expect(box?.width).toBe(width)
      expect(box?.height).toBeGreaterThan(60)
    }
    expect(await accessibilityViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Inspector' }).tap()
    await expect(editor.inspector).toBeVisible()
    await expect(review).toBeHidden()
  })
})

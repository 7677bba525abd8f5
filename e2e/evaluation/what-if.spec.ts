/** A what-if session: suppositions that are visibly temporary, and become an edit only when applied. */
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { accessibilityViolations } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const argument = parseGraph('e1 supports p1; k1 attacks p1; e2 supports k1')

test('another certainty is supposed with the slider and taken back by itself', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await page.getByRole('button', { name: 'Verdicts' }).click()
  const review = page.getByRole('complementary', { name: 'Review' })
  const card = review.locator('.verdict').first()
  await card.getByRole('button', { name: /^What matters most/ }).click()
  const slider = card.getByRole('slider', { name: /^Certainty of/ })
  await expect(slider).toHaveAttribute('aria-valuetext', 'Not rated')
  await slider.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', 'High')
  const session = page.getByRole('status', { name: 'What-if session' })
  await expect(session).toContainText('One thing is supposed')
  await expect(review.getByRole('region', { name: 'What if' })).toContainText('were high (now not rated)')
  expect(await accessibilityViolations(page)).toEqual([])
  await review.getByRole('button', { name: 'Take this supposition back' }).click()
  await expect(session).toHaveCount(0)
  await expect(slider).toHaveAttribute('aria-valuetext', 'Not rated')
})

test('applying makes one step of undo of everything that was supposed', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.select('k1')
  await page.keyboard.press('x')
  await editor.select('e2')
  await page.keyboard.press('x')
  const session = page.getByRole('status', { name: 'What-if session' })
  await expect(session).toContainText('2 things are supposed')
  await expect(session).toContainText('“p1”')
  await session.getByRole('button', { name: 'Apply' }).click()
  await expect(session).toHaveCount(0)
  await expect(editor.statements).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(editor.statements).toHaveCount(4)
  expect((await editor.savedGraph()).nodes).toEqual(argument.nodes)
})

test('a session goes on through edits and ends with the document', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.select('k1')
  await page.keyboard.press('x')
  const session = page.getByRole('status', { name: 'What-if session' })
  await editor.select('e1')
  await editor.runCommand('Rate low')
  await expect(session).toBeVisible()
  await editor.select('k1')
  await page.keyboard.press('Delete')
  await expect(session).toHaveCount(0)
})

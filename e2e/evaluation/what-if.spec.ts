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
  const slider = card.getByRole('slider', { name: 'Certainty of “e1”' })
  await expect(slider).toHaveAttribute('aria-valuetext', 'Not rated')
  await slider.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', 'High')
  const session = page.getByRole('region', { name: 'What-if session' })
  await expect(session).toContainText('the certainty of “e1” were high (now not rated)?')
  await expect(session).toContainText('The document stays as it is.')
  await expect(session).toContainText('Balance −24 → , would be +16')
  await expect(review.getByRole('region', { name: 'What if' })).toContainText('were high (now not rated)')
  expect(await accessibilityViolations(page)).toEqual([])
  // A counterpoint has a certainty too, and both are supposed together.
  await card.getByRole('slider', { name: 'Certainty of “k1”' }).press('End')
  await expect(session).toContainText('and the certainty of “k1” were high')
  await review.getByRole('button', { name: 'Take back what is supposed of “k1”' }).click()
  await expect(review.getByRole('button', { name: 'Take back what is supposed of “e1”' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(review.getByRole('tab', { name: /^Verdicts/ })).toBeFocused()
  await expect(session).toHaveCount(0)
  await expect(slider).toHaveAttribute('aria-valuetext', 'Not rated')
})

test('applying makes one step of undo of everything that was supposed', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.select('k1')
  await page.keyboard.press('x')
  await editor.select('e2')
  await page.keyboard.press('x')
  const session = page.getByRole('region', { name: 'What-if session' })
  await expect(session).toContainText('“k1” were doubted and “e2” were doubted?')
  await expect(session).toContainText('“p1”')
  await session.getByRole('button', { name: 'Apply' }).click()
  await expect(session).toHaveCount(0)
  await expect(editor.map).toBeFocused()
  await expect(editor.statements).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(editor.statements).toHaveCount(4)
  expect((await editor.savedGraph()).nodes).toEqual(argument.nodes)
})

test('a session goes on through edits and ends with the document', async ({ editor, page }) => {
  await editor.openGraph(argument)
  await editor.select('k1')
  await page.keyboard.press('x')
  const session = page.getByRole('region', { name: 'What-if session' })
  await editor.select('e1')
  await editor.runCommand('Rate low')
  await expect(session).toBeVisible()
  await editor.select('k1')
  await page.keyboard.press('Delete')
  await expect(session).toHaveCount(0)
})

test('doubting in the panel leaves the selection as it is, and more than two things are counted', async ({
  editor,
  page,
}) => {
  await editor.openGraph(argument)
  await editor.select('p1')
  await page.getByRole('button', { name: 'Verdicts' }).click()
  const card = page.getByRole('complementary', { name: 'Review' }).locator('.verdict').first()
  await card.getByRole('button', { name: /^What matters most/ }).click()
  const session = page.getByRole('region', { name: 'What-if session' })
  for (const id of ['k1', 'e1', 'e2']) {
    const button = card.getByRole('button', { name: `Doubt “${id}”` })
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  }
  await expect(session).toContainText('3 things were otherwise?')
  await expect(editor.node('p1').locator('.statement')).toHaveAttribute('data-selected', 'true')
  await expect(editor.selected).toHaveCount(1)
})

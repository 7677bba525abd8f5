/**
 * A person who has never read about argumentation opens the debated paper and wants to know two things: why
 * the second recommendation stands or falls, and which single piece of evidence matters most for it.
 */
import { readFile } from 'node:fs/promises'
import { accessibilityViolations } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const debated = await readFile('graphs/belt-and-road-debated.json', 'utf8')

test('the screen alone tells why the second recommendation falls and which evidence matters most', async ({
  editor,
  page,
}) => {
  await editor.openDocument(debated)
  await page.getByRole('button', { name: 'Verdicts' }).click()
  const review = page.getByRole('complementary', { name: 'Review' })
  const cards = review.getByRole('list', { name: 'Recommendations' }).locator(':scope > li')
  await expect(cards).toHaveCount(3)

  const second = cards.nth(1)
  await expect(second).toContainText('China should spread financial capital more evenly')
  await expect(second).toContainText('does not hold')
  await expect(second).toContainText('An objection to it is not answered on the map.')

  // Why? The counterpoint is named, and that its own answer fails in turn.
  await second.getByRole('button', { name: /^Why\?/ }).click()
  const why = second.locator('.reasons').first()
  await expect(why).toContainText('does not hold: “More credit from a network led by China can push weak')
  await expect(why).toContainText('speaks against it')
  await expect(why).toContainText('“Where loans are kept out of sight')
  expect(await accessibilityViolations(page)).toEqual([])

  // Its words lead to it on the map.
  await why
    .getByRole('link', { name: /^“More credit from a network led by China/ })
    .first()
    .click()
  await expect(editor.node('k7')).toBeInViewport()

  // Which single piece of evidence matters most?
  await second.getByRole('button', { name: /^What matters most/ }).click()
  const matters = second.getByText('The piece of evidence that matters most:')
  await expect(matters).toContainText('Of 68 countries that may borrow under the initiative')
  await expect(matters).toContainText('this recommendation rises from −13 to +13')

  // Doubting it shows what follows, without touching the document.
  await second.getByRole('button', { name: /^Doubt “Of 68 countries/ }).click()
  const session = page.getByRole('region', { name: 'What-if session' })
  await expect(session).toContainText('“Of 68 countries that may borrow under the initiative')
  await expect(session).toContainText('were doubted? The document stays as it is.')
  await expect(session).toContainText('“China should spread financial capital')
  await expect(session).toContainText('+13')
  await expect(second.locator('.balance')).toContainText('−13')
  await expect(second.locator('.balance')).toContainText('+13')
  await expect(editor.node('e25')).toContainText('doubted')
  await expect(page).toHaveTitle(/^(?!●)/)

  // The counterpoint itself decides whether it holds.
  await second.getByRole('button', { name: /^Doubt “More credit from a network led by China/ }).click()
  await expect(session).toContainText('and “More credit from a network led by China')
  await expect(session).toContainText('does not hold')
  await expect(session).toContainText('holds')
  await session.getByRole('button', { name: 'Discard' }).click()
  await expect(session).toHaveCount(0)
  await expect(second.locator('.balance')).toHaveText('Balance −13')

  // What else is thin? One problem of the list is explained, led to, and fixed.
  await review.getByRole('tab', { name: /^Problems/ }).click()
  const group = review.locator('.problem-group').filter({ hasText: 'Unsupported claims' })
  await expect(group.getByRole('button', { name: /Unsupported claims 1 found/ })).toBeVisible()
  const entry = group.locator('.problem')
  await expect(entry).toContainText('Nothing supports “Thanks to the initiative, some Chinese industries')
  await entry.getByRole('button', { name: /^Nothing supports/ }).click()
  await expect(editor.node('c42')).toBeInViewport()
  await entry.getByRole('button', { name: /^Add support/ }).click()
  await editor.entry.fill('Exports of steel and cement rose while output at home was cut.')
  await page.keyboard.press('Control+Enter')
  await expect(group.getByText('“Thanks to the initiative')).toHaveCount(0)
  await expect(editor.statements.filter({ hasText: 'Exports of' })).toHaveCount(1)
})

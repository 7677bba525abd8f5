/** The debate mode: from the first question to the summary by keys alone, and by touch. */
import type { Locator, Page } from '@playwright/test'
import { writeGraph } from '../../src/formats/json/write.ts'
import { parseGraph, withNodes } from '../../tests/support/graph-builder.ts'
import { accessibilityViolations } from '../support/axe.ts'
import { keptDocument } from '../support/kept-work.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const base = withNodes(parseGraph('e1 supports c1; c1 supports p1; k1 attacks p2; e2 supports p2'), {
  e1: { text: 'Most towns do it.', rating: 'high' },
  c1: { text: 'A road is needed.' },
  p1: { text: 'Build the road.' },
  k1: { text: 'Ferries are slow.', rating: 'high' },
  p2: { text: 'Run a ferry.' },
  e2: { text: 'Ferries are cheap.', rating: 'low' },
})
const map = writeGraph({
  ...base,
  title: 'Roads and ferries',
  relations: {
    ...base.relations,
    r1: { kind: 'supports', from: ['e1'], to: 'c1', scheme: 'popular-opinion' },
  },
})

function debateOn(page: Page): Locator {
  return page.getByRole('region', { name: 'Debate', exact: true })
}

async function start(page: Page): Promise<Locator> {
  await page.keyboard.press('d')
  const debate = debateOn(page)
  await expect(debate).toBeFocused()
  return debate
}

test('a debate goes from its first question to the summary by keys alone', async ({ editor, page }) => {
  await editor.openDocument(map)
  await editor.stepIn()
  const debate = await start(page)

  // A recommendation that nobody has contested.
  await expect(debate).toContainText('1 of 5')
  await expect(debate.getByRole('heading', { name: 'What speaks against this?' })).toBeVisible()
  await expect(debate).toContainText('Build the road.')
  await expect(debate).toContainText('because')
  await expect(editor.node('p1').locator('.statement')).toHaveAttribute('data-selected', 'true')
  await expect(editor.node('k1').locator('.statement')).toHaveAttribute('data-dimmed', 'true')
  expect(await accessibilityViolations(page)).toEqual([])
  await page.keyboard.press('p')
  await page.keyboard.type('It floods.')
  await page.keyboard.press('Enter')
  await expect(editor.line('Objection: “It floods.” against “Build the road.”')).toHaveCount(1)

  // A critical question that could aim at two places.
  await expect(debate).toContainText('2 of 5')
  await expect(debate).toContainText('Do most of them really think or do so')
  await expect(debate).toBeFocused()
  await page.keyboard.press('p')
  await expect(debate.getByRole('button', { name: 'against the premise “Most towns do it.”' })).toBeFocused()
  expect(await accessibilityViolations(page)).toEqual([])
  await page.keyboard.press('2')
  await page.keyboard.type('Nobody has counted.')
  await page.keyboard.press('Enter')

  // One that is fine, with a sentence.
  await expect(debate).toContainText('3 of 5')
  await page.keyboard.press('f')
  await page.keyboard.type('They have the same rivers.')
  expect(await accessibilityViolations(page)).toEqual([])
  await page.keyboard.press('Enter')

  // One is skipped and gone back to, and skipped all the same.
  await expect(debate).toContainText('4 of 5')
  await page.keyboard.press('ArrowRight')
  await expect(debate).toContainText('5 of 5')
  await page.keyboard.press('ArrowLeft')
  await expect(debate).toContainText('4 of 5')
  await page.keyboard.press('s')

  // A counterpoint that nobody has answered.
  await expect(debate.getByRole('heading', { name: 'Is there an answer to this?' })).toBeVisible()
  await expect(debate).toContainText('Ferries are slow.')
  await page.keyboard.press('a')
  await page.keyboard.type('Not at night.')
  await page.keyboard.press('Enter')

  await expect(debate.getByRole('heading', { name: 'That was everything' })).toBeVisible()
  await expect(debate.getByRole('heading', { name: 'Answered: 2' })).toBeVisible()
  await expect(debate.getByRole('heading', { name: 'Raised: 2' })).toBeVisible()
  await expect(debate.getByRole('heading', { name: 'Skipped: 1' })).toBeVisible()
  const verdicts = debate.getByRole('region', { name: 'What changed in the verdicts' })
  await expect(verdicts).toContainText(/“Build the road.”.*is now/)
  await expect(verdicts).toContainText(/“Run a ferry.”.*is now/)
  expect(await accessibilityViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(debate).toBeHidden()
  await expect(editor.map).toBeFocused()
  await expect(editor.node('k1').locator('.statement')).not.toHaveAttribute('data-dimmed')
  await expect
    .poll(() => keptDocument(page))
    .toMatchObject({
      relations: {
        r1: {
          questions: {
            really: { answer: 'problem' },
            reason: { answer: 'fine', text: 'They have the same rivers.' },
          },
        },
      },
    })
})

test('undo takes one answer back and returns to its question', async ({ editor, page }) => {
  await editor.openDocument(map)
  await editor.stepIn()
  const debate = await start(page)
  await page.keyboard.press('s')
  await page.keyboard.press('f')
  await page.keyboard.press('Enter')
  await page.keyboard.press('f')
  await page.keyboard.press('Enter')
  await expect(debate).toContainText('4 of 5')
  await page.keyboard.press('Control+z')
  await expect(debate).toContainText('3 of 5')
  await page.keyboard.press('Control+z')
  await expect(debate).toContainText('2 of 5')
  await expect(debate).toBeFocused()
  await expect(editor.changedMark).toBeHidden()
  // Escape gives up an answer that was begun, then sums up, then ends.
  await page.keyboard.press('f')
  await page.keyboard.press('Escape')
  await expect(debate).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(debate.getByRole('heading', { name: 'So far' })).toBeVisible()
  await expect(debate.getByRole('heading', { name: 'Still open: 4' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(debate).toContainText('5 of 5')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(debate).toBeHidden()
})

test('single letters do nothing where they are switched off; buttons and arrows do', async ({
  editor,
  page,
}) => {
  await editor.openDocument(map)
  await editor.stepIn()
  await page.keyboard.press('?')
  const shortcuts = editor.dialog(/shortcuts/i)
  await shortcuts.getByRole('checkbox').first().uncheck()
  await page.keyboard.press('Escape')
  await editor.choose('Evaluate', 'Debate mode')
  const debate = debateOn(page)
  await expect(debate).toBeFocused()
  await page.keyboard.press('p')
  await page.keyboard.press('s')
  await page.keyboard.press('f')
  await expect(debate).toContainText('1 of 5')
  await expect(debate.getByRole('textbox')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(debate).toContainText('2 of 5')
  await debate.getByRole('button', { name: 'Fine' }).click()
  await debate.getByRole('textbox', { name: 'Why is it fine?' }).fill('We have asked.')
  await debate.getByRole('button', { name: 'Record' }).click()
  await expect(debate).toContainText('3 of 5')
  await debate.getByRole('button', { name: 'End the debate mode' }).click()
  await expect(debate).toBeHidden()
})

test('a map with nothing to debate says how to get questions', async ({ editor, page }) => {
  await editor.openDocument(writeGraph({ ...parseGraph('c1; k1 attacks p1; c2 attacks k1'), title: 'Done' }))
  await editor.stepIn()
  const debate = await start(page)
  await expect(debate.getByRole('heading', { name: 'There is nothing to debate' })).toBeVisible()
  await expect(debate).toContainText('Give steps a scheme')
  expect(await accessibilityViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(debate).toBeHidden()
})

for (const theme of ['Dark colours', 'High contrast']) {
  test(`a debate is accessible in ${theme.toLowerCase()}`, async ({ editor, page }) => {
    await editor.openDocument(map)
    await editor.choose('View', theme)
    await editor.stepIn()
    const debate = await start(page)
    expect(await accessibilityViolations(page)).toEqual([])
    await page.keyboard.press('s')
    await page.keyboard.press('f')
    expect(await accessibilityViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(debate.getByRole('heading', { name: 'So far' })).toBeVisible()
    expect(await accessibilityViolations(page)).toEqual([])
  })
}

test('a debate is held by touch, in a sheet over the whole width @touch', async ({ editor, page }) => {
  await editor.openDocument(map)
  await page.getByRole('button', { name: 'Menu' }).tap()
  await page.getByRole('menuitem', { name: 'Evaluate' }).tap()
  await page.getByRole('menuitemcheckbox', { name: /^Debate mode/ }).tap()
  const debate = debateOn(page)
  await expect(debate).toContainText('1 of 5')
  const [sheet, window] = [await debate.boundingBox(), page.viewportSize()]
  expect(sheet?.width).toBe(window?.width)
  await debate.getByRole('button', { name: 'Something does' }).tap()
  await debate.getByRole('textbox').fill('It floods.')
  await debate.getByRole('button', { name: 'Add to the map' }).tap()
  await expect(debate).toContainText('2 of 5')
  await debate.getByRole('button', { name: 'Back' }).tap()
  await expect(debate).toContainText('1 of 5')
  expect(await accessibilityViolations(page)).toEqual([])
})

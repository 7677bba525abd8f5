/** Critical questions and decision criteria in the inspector: asked, answered, raised where they aim, asked again. */
import type { Locator, Page } from '@playwright/test'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { parseGraph, withNodes } from '../../tests/support/graph-builder.ts'
import { accessibilityViolations } from '../support/axe.ts'
import type { EditorPage } from '../support/editor-page.ts'
import { keptDocument, keptText } from '../support/kept-work.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const plain = withNodes(parseGraph('e1 supports c1; c1 supports p1; p1 addresses i1; k9 attacks p1'), {
  e1: { text: 'Professor Okafor says that roads lower costs.' },
  c1: { text: 'Roads lower the cost of trade.' },
  p1: { text: 'Build the road.' },
  i1: { text: 'How can trade grow?' },
  k9: { text: 'The road destroys a forest.' },
})
const map = writeGraph({ ...plain, title: 'Roads' })

/** The same map with a scheme on the step from c1 to p1. */
function mapWith(scheme: string): string {
  const { r2 } = plain.relations
  if (!r2) throw new Error('the map has no r2')
  return writeGraph({ ...plain, title: 'Roads', relations: { ...plain.relations, r2: { ...r2, scheme } } })
}

/** Selects the step from its premise by keyboard and goes to its questions. */
async function askAbout(editor: EditorPage, page: Page, premise: string): Promise<Locator> {
  await editor.select(premise)
  await page.keyboard.press('r')
  await page.keyboard.press('q')
  return editor.inspector.getByRole('region', { name: 'Critical questions' })
}

/** One question of a checklist, by what it asks. */
function question(questions: Locator, words: string | RegExp): Locator {
  return questions.getByRole('listitem').filter({ hasText: words })
}

function undo(page: Page): Locator {
  return page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: /^Undo/ })
}

test('a step is given a scheme, and the premise it lacks is added and typed at once', async ({
  editor,
  page,
}) => {
  await editor.openDocument(map)
  const questions = await askAbout(editor, page, 'e1')
  const scheme = questions.getByRole('combobox', { name: 'Scheme' })
  await expect(scheme).toBeFocused()
  await expect(questions.getByRole('list', { name: 'Critical questions' })).toHaveCount(0)
  await scheme.selectOption('expert-opinion')
  await expect(questions.getByText('0 of 6 answered')).toBeVisible()
  await expect(
    questions.getByText('Someone who knows the field says so; so it is true.').last(),
  ).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])

  await questions.getByRole('button', { name: 'Add: “… is an expert in this field.”' }).click()
  await expect(editor.entry).toHaveValue('… is an expert in this field.')
  await editor.entry.fill('She is an expert in this field.')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(() => keptDocument(page))
    .toMatchObject({ relations: { r1: { scheme: 'expert-opinion', from: ['e1', expect.any(String)] } } })
  await expect(editor.statement(/She is an expert/)).toContainText(/assumption/i)

  await undo(page).click()
  await undo(page).click()
  await expect.poll(() => keptText(page)).toBe(map)
})

test('a scheme of another program is shown as it is', async ({ editor, page }) => {
  await editor.openDocument(mapWith('argument_from_harbours'))
  const questions = await askAbout(editor, page, 'c1')
  await expect(questions.getByRole('combobox', { name: 'Scheme' })).toHaveValue('argument_from_harbours')
  await expect(questions.getByText('This scheme asks no questions here')).toBeVisible()
  await expect(editor.changedMark).toBeHidden()
})

test('a question is answered by keyboard with a sentence, and asked again', async ({ editor, page }) => {
  await editor.openDocument(mapWith('practical-reasoning'))
  const questions = await askAbout(editor, page, 'c1')
  const goal = question(questions, 'Is the goal worth pursuing')
  const achieves = question(questions, 'Would doing this really')
  await expect(goal.getByRole('button', { name: 'Fine' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Everybody wants trade.')
  await expect(questions.getByText('1 of 6 answered')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(achieves.getByRole('button', { name: 'Fine' })).toBeFocused()
  await expect(goal).toContainText('Answered')
  await expect(goal).toContainText('Everybody wants trade.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(achieves).toContainText('Answered')
  await expect(questions.getByText('2 of 6 answered')).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
  await expect
    .poll(() => keptDocument(page))
    .toMatchObject({
      relations: {
        r2: {
          questions: {
            goal: { answer: 'fine', text: 'Everybody wants trade.' },
            achieves: { answer: 'fine' },
          },
        },
      },
    })

  await goal.getByRole('button', { name: 'Ask again' }).click()
  await expect(goal.getByRole('button', { name: 'Fine' })).toBeFocused()
  await expect(questions.getByText('1 of 6 answered')).toBeVisible()
  await undo(page).click()
  await expect(goal).toContainText('Everybody wants trade.')
  await undo(page).click()
  await undo(page).click()
  await expect(editor.changedMark).toBeHidden()
})

test('a question is answered by a statement of the map', async ({ editor, page }) => {
  await editor.openDocument(mapWith('practical-reasoning'))
  const questions = await askAbout(editor, page, 'c1')
  const achieves = question(questions, 'Would doing this really')
  await achieves.getByRole('button', { name: 'Fine' }).click()
  await achieves.getByRole('button', { name: 'Answered by…' }).click()
  const dialog = editor.dialog('Answered by which statement?')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('okafor')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(achieves).toContainText('Answered by “Professor Okafor says')
  await achieves.getByRole('button', { name: /^Answered by “Professor/ }).click()
  await expect(editor.node('e1').locator('.statement')).toHaveAttribute('data-selected', 'true')
  // From there the way leads back.
  const spoken = editor.inspector.getByRole('region', { name: 'Questions it speaks to' })
  await expect(spoken).toContainText('Answers: Would doing this really')
  await spoken.getByRole('button', { name: /^Asked of/ }).click()
  await expect(achieves).toBeVisible()
})

const raised = [
  {
    scheme: 'expert-opinion',
    asks: 'What evidence does the expert give',
    place: undefined,
    where: 'the step',
    relation: { kind: 'attacks', to: 'r2' },
    kind: 'counterpoint',
  },
  {
    scheme: 'popular-opinion',
    asks: 'Do most of them really think',
    place: 'against the premise “Roads lower the cost of trade.”',
    where: 'a premise that is chosen',
    relation: { kind: 'attacks', to: 'c1' },
    kind: 'counterpoint',
  },
  {
    scheme: 'popular-opinion',
    asks: 'Do most of them really think',
    place: 'against the step',
    where: 'the step that is chosen',
    relation: { kind: 'attacks', to: 'r2' },
    kind: 'counterpoint',
  },
  {
    scheme: 'practical-reasoning',
    asks: 'What else would it do',
    place: undefined,
    where: 'the conclusion',
    relation: { kind: 'attacks', to: 'p1' },
    kind: 'counterpoint',
  },
  {
    scheme: 'practical-reasoning',
    asks: 'Is there another way to the same goal',
    place: undefined,
    where: 'a rival recommendation',
    relation: { kind: 'attacks', to: 'p1' },
    kind: 'recommendation',
  },
]

for (const { scheme, asks, place, where, relation, kind } of raised) {
  test(`“that is a problem” is raised as ${where} (${scheme})`, async ({ editor, page }) => {
    await editor.openDocument(mapWith(scheme))
    const questions = await askAbout(editor, page, 'c1')
    const asked = question(questions, asks)
    await asked.getByRole('button', { name: 'That is a problem' }).click()
    if (place !== undefined) {
      expect(await accessibilityViolations(page)).toEqual([])
      await asked.getByRole('button', { name: place, exact: true }).click()
    }
    await editor.entry.fill('It is not so.')
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(async () => {
        const { nodes = {}, relations = {} } = (await keptDocument(page)) as Partial<ArgumentGraph>
        const made = Object.keys(nodes).find((id) => nodes[id]?.text === 'It is not so.')
        if (made === undefined) return undefined
        return {
          kind: nodes[made]?.kind,
          links: Object.values(relations).filter(({ from }) => from.includes(made)),
        }
      })
      .toMatchObject({ kind, links: expect.arrayContaining([expect.objectContaining(relation)]) })

    const again = await askAbout(editor, page, 'c1')
    const now = question(again, asks)
    await expect(now).toContainText('Raised')
    await now.getByRole('button', { name: /^Raised by “It is not so.”/ }).click()
    await expect(editor.selected).toContainText('It is not so.')
    await undo(page).click()
    await expect(editor.changedMark).toBeHidden()
  })
}

test('the decision criteria of a recommendation are a second checklist, closed at first', async ({
  editor,
  page,
}) => {
  await editor.openDocument(map)
  await editor.select('p1')
  const criteria = editor.inspector.getByRole('region', { name: 'Decision criteria' })
  await expect(criteria.getByRole('listitem')).toHaveCount(0)
  await criteria.getByRole('button', { name: /^Decision criteria/ }).click()
  await expect(criteria.getByRole('listitem')).toHaveCount(11)
  await question(criteria, 'Priority of the problem').getByRole('button', { name: 'Fine' }).click()
  await page.keyboard.type('Trade has stood still for years.')
  await page.keyboard.press('Enter')
  await expect(criteria).toContainText('1 of 11 considered')
  expect(await accessibilityViolations(page)).toEqual([])
  await question(criteria, 'Equity').getByRole('button', { name: 'That is a problem' }).click()
  await editor.entry.fill('Only the coast gains.')
  await page.keyboard.press('Control+Enter')
  await editor.select('p1')
  await criteria.getByRole('button', { name: /^Decision criteria 2 of 11 considered/ }).click()
  await expect(question(criteria, 'Equity')).toContainText('Raised by “Only the coast gains.”')
  await expect
    .poll(() => keptDocument(page))
    .toMatchObject({
      nodes: {
        p1: {
          criteria: {
            priority: { answer: 'fine', text: 'Trade has stood still for years.' },
            equity: { answer: 'problem' },
          },
        },
      },
    })
})

test('another scheme drops the answers, says so, and gives them back', async ({ editor, page }) => {
  await editor.openDocument(mapWith('practical-reasoning'))
  const questions = await askAbout(editor, page, 'c1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await questions.getByRole('combobox', { name: 'Scheme' }).selectOption('sign')
  await expect(questions.getByText('0 of 3 answered')).toBeVisible()
  await editor
    .status('Another scheme asks other questions: 1 answer was dropped.')
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(questions.getByText('1 of 6 answered')).toBeVisible()
})

for (const theme of ['Dark colours', 'High contrast']) {
  test(`open, answered and raised questions are accessible in ${theme.toLowerCase()}`, async ({
    editor,
    page,
  }) => {
    await editor.openDocument(mapWith('popular-opinion'))
    await editor.choose('View', theme)
    const questions = await askAbout(editor, page, 'c1')
    await question(questions, 'Is there a reason to believe').getByRole('button', { name: 'Fine' }).click()
    await page.keyboard.type('They have tried it.')
    await page.keyboard.press('Escape')
    await question(questions, 'Do most of them really')
      .getByRole('button', { name: 'That is a problem' })
      .click()
    expect(await accessibilityViolations(page)).toEqual([])
    await questions.getByRole('button', { name: 'against the step' }).click()
    await editor.entry.fill('Nobody has counted.')
    await page.keyboard.press('Control+Enter')
    await askAbout(editor, page, 'c1')
    await expect(questions.getByText('1 of 3 answered, 1 raised')).toBeVisible()
    expect(await accessibilityViolations(page)).toEqual([])
  })
}

test('questions are answered by touch @touch', async ({ editor, page }) => {
  await editor.openDocument(mapWith('practical-reasoning'))
  await editor.node('p1').locator('.statement-head').tap()
  await page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: 'Inspector' }).tap()
  const relation = editor.inspector.getByRole('button', { name: /supports “Roads lower/ })
  await relation.tap()
  const questions = editor.inspector.getByRole('region', { name: 'Critical questions' })
  await question(questions, 'Is the goal worth pursuing').getByRole('button', { name: 'Fine' }).tap()
  await expect(questions.getByText('1 of 6 answered')).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
})

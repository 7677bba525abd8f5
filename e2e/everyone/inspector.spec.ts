/** The inspector: every field writes what it says, and every change is one step of undo. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { root } from '../../src/dev/root.mjs'
import { FileDesk } from '../support/file-desk.ts'
import { smallMap } from '../support/graph-files.ts'
import { keptDocument, keptText } from '../support/kept-work.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test.beforeEach(async ({ editor }) => {
  await editor.openDocument(smallMap)
})

test('a statement’s fields are written into the document, each undone by one step', async ({
  editor,
  page,
}) => {
  await editor.select('c1')
  const { inspector } = editor
  const undo = page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: /^Undo/ })
  const typed = async (field: Locator, words: string) => {
    const before = await field.inputValue()
    await field.fill('')
    await field.pressSequentially(words)
    await expect(field).toHaveValue(words)
    await field.blur()
    await undo.click()
    await expect(field).toHaveValue(before)
    await page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: /^Redo/ }).click()
    await expect(field).toHaveValue(words)
  }
  const chosen = async (field: Locator, option: string, value: string) => {
    const before = await field.inputValue()
    await field.selectOption(option)
    await expect(field).toHaveValue(value)
    await undo.click()
    await expect(field).toHaveValue(before)
    await page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: /^Redo/ }).click()
    await expect(field).toHaveValue(value)
  }
  await typed(inspector.getByLabel('Text', { exact: true }), 'Roads make trade cheaper.')
  await typed(inspector.getByLabel('Note'), 'Check the years.')
  await typed(inspector.getByLabel('Tags'), 'trade, roads')
  const certainty = inspector.getByRole('slider', { name: 'Certainty' })
  await certainty.focus()
  // A burst of steps is one step of undo.
  await certainty.press('ArrowRight')
  await certainty.press('ArrowRight')
  await expect(certainty).toHaveAttribute('aria-valuetext', 'Low')
  await certainty.blur()
  await undo.click()
  await expect(certainty).toHaveAttribute('aria-valuetext', 'Not rated')
  await page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: /^Redo/ }).click()
  await expect(certainty).toHaveAttribute('aria-valuetext', 'Low')
  await chosen(inspector.getByLabel('Section'), 'Costs', 's1')
  await expect(editor.node('c1')).toContainText('cheaper')
  await expect(editor.node('c1')).toContainText('Certainty: low')

  await inspector.getByRole('button', { name: 'Recommendation' }).click()
  await expect(editor.node('c1')).toContainText('recommendation')
  await undo.click()
  await expect(editor.node('c1')).toContainText('claim')

  await expect
    .poll(() => keptDocument(page))
    .toMatchObject({
      nodes: {
        c1: {
          kind: 'claim',
          text: 'Roads make trade cheaper.',
          note: 'Check the years.',
          tags: ['trade', 'roads'],
          rating: 'low',
          section: 's1',
        },
      },
    })
  // Text, note, tags, certainty and section: undone one by one, the document is as it was opened.
  for (let step = 0; step < 5; step += 1) await undo.click()
  await expect(editor.changedMark).toBeHidden()
  await expect.poll(() => keptText(page)).toBe(smallMap)
})

test('where a statement comes from is set, changed and taken away', async ({ editor, page }) => {
  await editor.select('c1')
  const source = editor.inspector.getByRole('region', { name: 'Source' })
  await expect(source.getByText('It is the mapper’s own')).toBeVisible()
  await expect(editor.node('c1')).toContainText('own')
  await source.getByRole('button', { name: 'Add a place in a source' }).click()
  await source.getByLabel('Place').fill('4 ¶1')
  await source.getByLabel('Words of the source').fill('Trade became cheaper.')
  await expect(editor.node('c1')).toContainText('4 ¶1')
  await expect
    .poll(() => keptDocument(page))
    .toMatchObject({
      nodes: {
        c1: { excerpts: [{ source: 'survey', locator: '4 ¶1', quote: 'Trade became cheaper.' }] },
      },
    })
  await source.getByRole('button', { name: 'Remove this place' }).click()
  await expect(editor.node('c1')).toContainText('own')
})

test('a source’s fields are edited as CSL-JSON', async ({ editor, page }) => {
  const { inspector } = editor
  await inspector.getByRole('button', { name: 'A survey of freight n.d.' }).click()
  const type = async (label: string, words: string) => {
    const field = inspector.getByLabel(label)
    await field.fill('')
    await field.pressSequentially(words)
    await expect(field).toHaveValue(words)
    await field.blur()
  }
  await inspector.getByLabel('Type').selectOption('Journal article')
  await type('Title of the source', 'Freight on new roads')
  await type('Authors', 'Okafor, Ada; City Office')
  await type('Year', '2019')
  await type('Published in', 'Journal of Roads')
  await type('Publisher', 'Road Press')
  await type('DOI', '10.1234/abc')
  await type('Web address', 'https://example.org/freight')
  await expect(inspector.getByRole('button', { name: 'Okafor and City Office 2019' })).toBeVisible()
  await expect(inspector.getByText('Okafor, A. and City Office (2019). Freight on new roads.')).toBeVisible()
  await expect(inspector.getByRole('link', { name: 'Open' })).toHaveAttribute('href', /^https:/)
  await expect
    .poll(() => keptDocument(page))
    .toMatchObject({
      sources: {
        survey: {
          type: 'article-journal',
          title: 'Freight on new roads',
          author: [{ family: 'Okafor', given: 'Ada' }, { literal: 'City Office' }],
          issued: { 'date-parts': [[2019]] },
          'container-title': 'Journal of Roads',
          publisher: 'Road Press',
          DOI: '10.1234/abc',
          URL: 'https://example.org/freight',
        },
      },
    })
  // Eight fields, eight steps.
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('Control+z')
  await expect(editor.changedMark).toBeHidden()
})

test('authors can be deleted character by character', async ({ editor }) => {
  const { inspector } = editor
  await inspector.getByRole('button', { name: 'A survey of freight n.d.' }).click()
  const authors = inspector.getByLabel('Authors')
  await authors.pressSequentially('Okafor, Ada; Berg')
  for (let left = 'Okafor, Ada; Berg'.length - 1; left >= 0; left -= 1) {
    await authors.press('Backspace')
    await expect(authors).toHaveValue('Okafor, Ada; Berg'.slice(0, left))
  }
})

test('a web address that is none of a page is kept as text and cannot be followed', async ({ editor }) => {
  const { inspector } = editor
  await inspector.getByRole('button', { name: 'A survey of freight n.d.' }).click()
  await inspector.getByLabel('Web address').fill('javascript:alert(1)')
  await expect(inspector.getByRole('link')).toHaveCount(0)
})

test('sources are imported from a reference manager’s file, and undone in one step', async ({
  editor,
  page,
}) => {
  const file = readFileSync(join(root, 'tests', 'fixtures', 'sources.csl.json'), 'utf8')
  const count = (JSON.parse(file) as unknown[]).length
  const sources = editor.inspector
    .getByRole('region', { name: 'Sources' })
    .getByRole('button', { expanded: false })
  const desk = await FileDesk.install(page)
  await page.reload()
  await editor.expectMap()
  await desk.put('library.json', file)
  await desk.chooseNext('library.json')
  await editor.inspector.getByRole('button', { name: 'Import…' }).click()
  await expect(editor.status(`Read ${count} sources from library.json.`)).toBeVisible()
  await expect(sources).toHaveCount(count + 1)
  await expect(editor.inspector.getByRole('button', { name: 'Hurley et al. 2019' })).toBeVisible()

  await page
    .getByRole('group', { name: 'Tools' })
    .getByRole('button', { name: /^Undo Import/ })
    .click()
  await expect(sources).toHaveCount(1)
  await expect(editor.changedMark).toBeHidden()
})

test('sources that are there already are left out, unless they are wanted all the same', async ({
  editor,
  page,
}) => {
  const item = { id: 'survey', type: 'report', title: 'A survey of freight' }
  const desk = await FileDesk.install(page)
  await page.reload()
  await editor.expectMap()
  await desk.put('library.json', JSON.stringify([item]))
  await desk.chooseNext('library.json')
  await editor.choose('File', 'Import sources…')
  const notice = editor.status('in library.json')
  await expect(editor.changedMark).toBeHidden()
  await notice.getByRole('button', { name: 'Add all the same' }).click()
  await expect(editor.inspector.getByRole('button', { name: 'A survey of freight n.d.' })).toHaveCount(2)
})

test('a file that holds no sources is refused with its reason', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await page.reload()
  await editor.expectMap()
  await desk.put('map.json', smallMap)
  await desk.chooseNext('map.json')
  await editor.choose('File', 'Import sources…')
  await expect(page.getByRole('alert')).toContainText(/CSL-JSON|sources/)
  await expect(editor.changedMark).toBeHidden()
})

test('the document’s sections are added, named, ordered and removed', async ({ editor, page }) => {
  const { inspector } = editor
  await inspector.getByRole('button', { name: 'Add section' }).click()
  await inspector.getByLabel('Title of section 3').fill('Risks')
  await inspector.getByRole('button', { name: 'Move Risks up' }).click()
  await expect(inspector.getByLabel('Title of section 2')).toHaveValue('Risks')
  await inspector.getByRole('button', { name: 'Remove section Costs' }).click()
  await expect(inspector.getByLabel('Title of section 1')).toHaveValue('Risks')
  await expect(inspector.getByLabel('Title of section 2')).toHaveValue('Sales')
  for (let step = 0; step < 4; step += 1) {
    await page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: /^Undo/ }).click()
  }
  await expect(inspector.getByLabel('Title of section 1')).toHaveValue('Costs')
  await expect(editor.changedMark).toBeHidden()
})

test('a relation’s weight and warrant are written, each undone by one step', async ({ editor, page }) => {
  await editor.relation('r2').click()
  const { inspector } = editor
  await expect(inspector.getByRole('heading', { name: /^Relation/ })).toBeVisible()
  await inspector.getByLabel('Weight').selectOption('weak')
  const warrant = inspector.getByLabel('Warrant')
  await warrant.pressSequentially('What sells is what is cheap.')
  await warrant.blur()
  await expect
    .poll(() => keptDocument(page))
    .toMatchObject({
      relations: { r2: { weight: 'weak', warrant: 'What sells is what is cheap.' } },
    })
  const undo = page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: /^Undo/ })
  await undo.click()
  await expect(warrant).toHaveValue('')
  await expect(inspector.getByLabel('Weight')).toHaveValue('weak')
  await undo.click()
  await expect(inspector.getByLabel('Weight')).toHaveValue('strong')
  await expect(editor.changedMark).toBeHidden()
})

test('certainty is dragged as one step, and what follows from it keeps up', async ({ editor, page }) => {
  await editor.select('e1')
  const certainty = editor.inspector.getByRole('slider', { name: 'Certainty' })
  const box = await certainty.boundingBox()
  if (!box) throw new Error('there is no slider')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 8, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.75, y, { steps: 6 })
  await expect(certainty).toHaveAttribute('aria-valuetext', 'Moderate')
  await expect(editor.inspector.getByRole('region', { name: 'How it stands' })).toContainText('60')
  await page.mouse.move(box.x + box.width - 4, y, { steps: 3 })
  await page.mouse.up()
  await expect(certainty).toHaveAttribute('aria-valuetext', 'High')
  await expect(editor.inspector.getByRole('region', { name: 'How it stands' })).toContainText('80')
  await page.keyboard.press('Control+z')
  await expect(certainty).toHaveAttribute('aria-valuetext', 'Not rated')
  await expect(editor.changedMark).toBeHidden()
})

test('the numbers that ratings stand for are set, checked and reset', async ({ editor, page }) => {
  const { inspector } = editor
  await expect(inspector.getByLabel('Moderate')).toHaveCount(0)
  await inspector.getByRole('button', { name: 'Numbers for ratings' }).click()
  const moderate = inspector.getByLabel('Moderate', { exact: true })
  await moderate.fill('70')
  await expect.poll(() => keptDocument(page)).toMatchObject({ evaluation: { ratings: { moderate: 0.7 } } })
  await moderate.fill('120')
  await expect(moderate).toHaveAttribute('aria-invalid', 'true')
  await expect(inspector.getByText('from 1 to 99')).toBeVisible()
  await moderate.blur()
  await expect(moderate).toHaveValue('70')
  await inspector.getByRole('button', { name: 'Reset to the usual numbers' }).click()
  await expect(moderate).toHaveValue('60')
  await expect.poll(() => keptText(page)).toBe(smallMap)
})

/** Where a map can begin: starting points, examples, the empty map; and what happens to the map before. */
import { overlapping } from '../support/boxes.ts'
import { FileDesk } from '../support/file-desk.ts'
import { shippedGraph, shippedGraphs } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** What the start screen calls each shipped graph. */
const choices: Readonly<Record<string, string>> = {
  'belt-and-road': 'Belt and Road The whole argument',
  'belt-and-road-debated': 'Belt and Road, debated',
  blank: 'Blank',
  'class-debate': 'Class debate',
  'policy-options': 'Policy options',
  'pro-and-con': 'Pro and con',
  toulmin: 'Toulmin’s parts',
}

test('the start screen offers every shipped graph', async ({ editor }) => {
  await editor.open()
  await editor.expectMap()
  await editor.choose('File', 'New argument')
  const start = editor.dialog('Start a map')
  expect(shippedGraphs.map(({ name }) => name.replace('.json', '')).sort()).toEqual(
    Object.keys(choices).sort(),
  )
  for (const choice of Object.values(choices)) {
    await expect(start.getByRole('button', { name: choice })).toHaveCount(1)
  }
  await expect(start.getByRole('region', { name: 'Starting points' }).getByRole('button')).toHaveCount(5)
  await expect(start.getByRole('region', { name: 'Examples' }).getByRole('button')).toHaveCount(2)
})

for (const [name, choice] of Object.entries(choices)) {
  if (name === 'blank') continue
  test(`“${choice}” opens laid out, no statement over another`, async ({ editor }) => {
    const { title, nodes } = JSON.parse(shippedGraph(name)) as { title: string; nodes: object }
    await editor.open()
    await editor.expectMap()
    await editor.choose('File', 'New argument')
    await editor.dialog('Start a map').getByRole('button', { name: choice }).click()
    await expect(editor.title).toHaveValue(title)
    await editor.fitAll()
    await expect(editor.statements).toHaveCount(Object.keys(nodes).length)
    expect(await overlapping(editor.statements)).toEqual([])
    await expect(editor.changedMark).toBeHidden()
  })
}

test('a blank map says how to begin, and does', async ({ editor, page }) => {
  await editor.startFrom('Blank')
  await expect(page.getByRole('heading', { name: 'What is the thesis?' })).toBeVisible()
  await expect(page.getByText('drop a file anywhere')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open a file…' })).toBeVisible()
  await page.getByRole('button', { name: 'Write the thesis', exact: true }).click()
  await page.keyboard.type('Roads lower the cost of trade.')
  await page.keyboard.press('Control+Enter')
  await expect(editor.statements).toHaveCount(1)
  await expect(editor.statements).toContainText('Roads')
  await expect(page.getByRole('heading', { name: 'What is the thesis?' })).toBeHidden()
})

test('an empty map offers the starting points again', async ({ editor, page }) => {
  await editor.startFrom('Blank')
  await page.getByRole('button', { name: 'Pro and con' }).click()
  await expect(editor.title).toHaveValue('Pro and con')
  await editor.expectMap()
})

test('changes in no file are asked about before another map opens: cancel keeps them', async ({ editor }) => {
  await editor.open()
  await editor.expectMap()
  await editor.title.fill('Mine')
  await expect(editor.changedMark).toBeVisible()
  await editor.choose('File', 'New argument')
  await editor.dialog('Start a map').getByRole('button', { name: 'Class debate' }).click()
  await editor.dialog('Save “Mine” first?').getByRole('button', { name: 'Cancel' }).click()
  await expect(editor.dialog(/Save/)).toBeHidden()
  await expect(editor.title).toHaveValue('Mine')
  await expect(editor.changedMark).toBeVisible()
})

test('changes in no file are asked about before another map opens: discard opens it', async ({ editor }) => {
  await editor.open()
  await editor.expectMap()
  await editor.title.fill('Mine')
  await editor.choose('File', 'New argument')
  await editor.dialog('Start a map').getByRole('button', { name: 'Class debate' }).click()
  await editor.dialog('Save “Mine” first?').getByRole('button', { name: 'Discard changes' }).click()
  await expect(editor.title).toHaveValue('Class debate')
  await expect(editor.changedMark).toBeHidden()
})

test('changes in no file are asked about before another map opens: save keeps them in a file', async ({
  editor,
  page,
}) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await editor.title.fill('Mine')
  await editor.choose('File', 'New argument')
  await editor.dialog('Start a map').getByRole('button', { name: 'Class debate' }).click()
  await desk.chooseNext('mine.json')
  await editor.dialog('Save “Mine” first?').getByRole('button', { name: 'Save' }).click()
  await expect(editor.title).toHaveValue('Class debate')
  expect(JSON.parse((await desk.read('mine.json')) ?? '')).toMatchObject({ title: 'Mine' })
})

test('a save that is cancelled leaves the map open', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await editor.title.fill('Mine')
  await editor.choose('File', 'New argument')
  await editor.dialog('Start a map').getByRole('button', { name: 'Class debate' }).click()
  await editor.dialog('Save “Mine” first?').getByRole('button', { name: 'Save' }).click()
  await desk.expectAsked()
  await expect(editor.dialog(/Save/)).toBeHidden()
  await expect(editor.title).toHaveValue('Mine')
  await expect(editor.changedMark).toBeVisible()
})

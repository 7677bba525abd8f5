/** Saving writes the file that was opened, byte for byte what it should be, and nothing unasked. */
import { readFile } from 'node:fs/promises'
import { FileDesk } from '../support/file-desk.ts'
import { shippedGraphs, smallMap } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const oldText = 'Roads lower the cost of trade.'
const newText = 'Roads lower the cost of freight.'

test('Ctrl+S writes the opened file: one changed text is one changed line', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await desk.put('roads.json', smallMap)
  await desk.chooseNext('roads.json')
  await page.keyboard.press('Control+o')
  await expect(editor.title).toHaveValue('Roads and trade')
  await editor.retext('c1', newText)
  await expect(editor.changedMark).toBeVisible()
  await expect(page).toHaveTitle('● Roads and trade – Counterpoint')

  await page.keyboard.press('Control+s')
  await expect(editor.status('Saved to roads.json.')).toBeVisible()
  await expect(editor.changedMark).toBeHidden()
  await expect(page).toHaveTitle('Roads and trade – Counterpoint')
  expect(await desk.read('roads.json')).toBe(smallMap.replace(oldText, newText))

  await page.keyboard.press('Control+z')
  await expect(editor.changedMark).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(editor.changedMark).toBeHidden()
  await expect.poll(() => desk.read('roads.json')).toBe(smallMap)
})

test('Ctrl+S works while a text is being typed', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.openDocument(smallMap)
  await editor.node('c1').dblclick()
  await page.getByRole('textbox', { name: 'Text of this statement' }).fill(newText)
  await desk.chooseNext('typed.json')
  await page.keyboard.press('Control+s')
  await expect.poll(() => desk.read('typed.json')).toBe(smallMap.replace(oldText, newText))
})

test('undoing back to what was saved takes the mark away', async ({ editor, page }) => {
  await editor.openDocument(smallMap)
  await editor.retext('c1', newText)
  await expect(editor.changedMark).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(editor.changedMark).toBeHidden()
})

test('every shipped graph is written as it was read', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  for (const { name, text } of shippedGraphs) {
    await desk.put(name, text)
    await desk.chooseNext(name)
    await page.keyboard.press('Control+o')
    await expect(editor.title).toHaveValue((JSON.parse(text) as { title: string }).title)
    await desk.chooseNext(`copy-of-${name}`)
    await page.keyboard.press('Control+Shift+s')
    await expect(editor.status(`Saved to copy-of-${name}.`)).toBeVisible()
    expect(await desk.read(`copy-of-${name}`), name).toBe(text)
  }
})

test('a moved statement changes only the layout, and stays moved', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.openDocument(smallMap)
  await editor.node('c2').click()
  await page.keyboard.press('Shift+ArrowRight')
  await desk.chooseNext('moved.json')
  await page.keyboard.press('Control+s')
  await expect(editor.status('Saved to moved.json.')).toBeVisible()
  const { layout: before, ...opened } = JSON.parse(smallMap) as Record<string, object>
  const { layout, ...saved } = JSON.parse((await desk.read('moved.json')) ?? '{}') as Record<string, object>
  expect(saved).toEqual(opened)
  expect(layout).not.toEqual(before)
  expect(layout).toMatchObject({ pinned: { k2: { x: 640, y: 320 }, c2: {} } })
})

test('Save as writes another file, and later saves go there', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await desk.put('first.json', smallMap)
  await desk.chooseNext('first.json')
  await page.keyboard.press('Control+o')
  await expect(editor.title).toHaveValue('Roads and trade')
  await desk.chooseNext('second.json')
  await page.keyboard.press('Control+Shift+s')
  await expect(editor.status('Saved to second.json.')).toBeVisible()
  await editor.title.fill('Second')
  await page.keyboard.press('Control+s')
  await expect.poll(() => desk.read('second.json')).toBe(smallMap.replace('Roads and trade', 'Second'))
  expect(await desk.read('first.json')).toBe(smallMap)
})

test('a file that another program has changed is not overwritten unasked', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await desk.put('roads.json', smallMap)
  await desk.chooseNext('roads.json')
  await page.keyboard.press('Control+o')
  await expect(editor.title).toHaveValue('Roads and trade')
  await editor.title.fill('Mine')
  await desk.put('roads.json', 'theirs')
  await page.keyboard.press('Control+s')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('“roads.json” was changed by another program')
  expect(await desk.read('roads.json')).toBe('theirs')
  await expect(editor.changedMark).toBeVisible()
  await alert.getByRole('button', { name: 'Replace it' }).click()
  await expect(editor.changedMark).toBeHidden()
  expect(await desk.read('roads.json')).toBe(smallMap.replace('Roads and trade', 'Mine'))
})

test('without pickers every save is a download of the same bytes, and it says so', async ({
  editor,
  page,
}) => {
  await FileDesk.removePickers(page)
  await editor.openDocument(smallMap)
  await editor.retext('c1', newText)
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.json$/)
  expect(await readFile(await file.path(), 'utf8')).toBe(smallMap.replace(oldText, newText))
  await expect(editor.status('In this browser every save makes a new file.')).toBeVisible()
  await expect(editor.changedMark).toBeHidden()
})

/** Every way a file comes in: dropped, chosen, pasted, remembered. */
import { join } from 'node:path'
import { root } from '../../src/dev/root.mjs'
import { FileDesk } from '../support/file-desk.ts'
import { shippedGraph, smallMap } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('a dropped file opens', async ({ editor, page }) => {
  await editor.open()
  await editor.expectMap()
  await editor.dropFile(join(root, 'graphs', 'class-debate.json'))
  await expect(editor.title).toHaveValue('Class debate')
  await expect(page).toHaveTitle('Class debate – Counterpoint')
  await editor.fitAll()
  await expect(editor.statements).toHaveCount(12)
  await expect(editor.status('Opened Class debate')).toBeAttached()
})

test('several files at once are refused, and the open map stays', async ({ editor, page }) => {
  await editor.open()
  await editor.expectMap()
  const transfer = await page.evaluateHandle(() => {
    const files = new DataTransfer()
    for (const name of ['one.json', 'two.json']) files.items.add(new File(['{}'], name))
    return files
  })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByRole('alert')).toContainText('2 files came at once. Drop them one at a time.')
  await expect(editor.title).toHaveValue(/Belt and Road/)
})

test('while a file is dragged over the window it says what dropping does', async ({ editor, page }) => {
  await editor.open()
  await editor.expectMap()
  const transfer = await page.evaluateHandle(() => {
    const files = new DataTransfer()
    files.items.add(new File(['{}'], 'one.json'))
    return files
  })
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('Drop to open the file')).toBeVisible()
  await page.dispatchEvent('body', 'dragleave', { dataTransfer: transfer })
  await expect(page.getByText('Drop to open the file')).toBeHidden()
})

test('a pasted document opens on an empty map', async ({ editor, page }) => {
  await editor.startFrom('Blank')
  await editor.map.focus()
  await page.evaluate((text) => navigator.clipboard.writeText(text), smallMap)
  await page.keyboard.press('Control+v')
  await expect(editor.title).toHaveValue('Roads and trade')
  await editor.fitAll()
  await expect(editor.statements).toHaveCount(6)
})

test('Paste text on the empty map opens a document on the clipboard', async ({ editor, page }) => {
  await editor.startFrom('Blank')
  await page.evaluate((text) => navigator.clipboard.writeText(text), smallMap)
  await page.getByRole('button', { name: 'Paste text' }).click()
  await expect(editor.title).toHaveValue('Roads and trade')
  await editor.fitAll()
  await expect(editor.statements).toHaveCount(6)
})

test('a file opens through the file picker', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await desk.put('roads.json', smallMap)
  await desk.chooseNext('roads.json')
  await page.keyboard.press('Control+o')
  await expect(editor.title).toHaveValue('Roads and trade')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('a cancelled picker changes nothing and says nothing', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await page.keyboard.press('Control+o')
  await desk.expectAsked()
  await expect(editor.title).toHaveValue(/Belt and Road/)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a file opens through an input where there is no picker', async ({ editor, page }) => {
  await FileDesk.removePickers(page)
  // Listened for from the start, so that the browser's own dialog never gets in first.
  page.on('filechooser', (chooser) => {
    void chooser.setFiles({ name: 'roads.json', mimeType: 'application/json', buffer: Buffer.from(smallMap) })
  })
  await editor.open()
  await editor.expectMap()
  await page.keyboard.press('Control+o')
  await expect(editor.title).toHaveValue('Roads and trade')
})

test('recent files open again from the start screen, and can be forgotten', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  for (const [name, text] of [
    ['roads.json', smallMap],
    ['debate.json', shippedGraph('class-debate')],
  ] as const) {
    await desk.put(name, text)
    await desk.chooseNext(name)
    await page.keyboard.press('Control+o')
    await expect(editor.title).toHaveValue((JSON.parse(text) as { title: string }).title)
  }
  // The file has changed since: what opens is the file, not a copy of it.
  await desk.put('roads.json', smallMap.replace('Roads and trade', 'Roads and trade, revised'))
  await page.reload()
  await editor.expectMap()
  await editor.choose('File', 'Open recent…')
  const recent = page.getByRole('region', { name: 'Recent files' })
  await expect(recent.getByRole('listitem')).toHaveText([/debate\.json/, /roads\.json/])
  await recent.getByRole('button', { name: 'Roads and trade roads.json' }).click()
  await expect(editor.title).toHaveValue('Roads and trade, revised')

  await editor.choose('File', 'Open recent…')
  await expect(recent.getByRole('listitem')).toHaveText([/roads\.json/, /debate\.json/])
  await recent.getByRole('button', { name: 'Forget debate.json' }).click()
  await expect(recent.getByRole('listitem')).toHaveText([/roads\.json/])
})

test('a recent file that is gone says so and where to look', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await desk.put('roads.json', smallMap)
  await desk.chooseNext('roads.json')
  await page.keyboard.press('Control+o')
  await expect(editor.title).toHaveValue('Roads and trade')
  await desk.remove('roads.json')
  await editor.choose('File', 'Open recent…')
  await page.getByRole('button', { name: 'Roads and trade roads.json' }).click()
  await expect(page.getByRole('alert')).toContainText('“roads.json” is no longer where it was')
  await expect(editor.title).toHaveValue('Roads and trade')
})

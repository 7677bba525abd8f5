/** Files of other formats and share links: read, shown with what had to be decided, and taken as one step. */
import { keptText } from '../support/kept-work.ts'
import { FileDesk } from '../support/file-desk.ts'
import { smallMap } from '../support/graph-files.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const argdown = `===
title: Bus lanes
===

[c1]: Keep the bus lanes. #recommendation
  + [c2]: Delay fell by a fifth.
  - [k1]: Shops lose parking.
    - [k2]: Most customers come on foot.
`

const kialo =
  'Discussion Title: Buses\n\n1. Keep the lanes.\n1.1. Pro: Delay fell.\n1.2. Con: Shops lose parking.\n'

test('an Argdown file dropped on the window opens as a map', async ({ editor }) => {
  await editor.open()
  await editor.expectMap()
  await editor.dropText(argdown, 'lanes.argdown')
  const dialog = editor.dialog('“lanes.argdown”')
  await dialog.getByRole('button', { name: 'Open as a map of its own' }).click()
  await expect(editor.title).toHaveValue('Bus lanes')
  await expect(editor.statements).toHaveCount(4)
})

test('importing adds to the open map as one step', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.openDocument(smallMap)
  const before = await editor.statements.count()
  await desk.put('buses.txt', kialo)
  await desk.chooseNext('buses.txt')
  await editor.runCommand('Import…')
  const dialog = editor.dialog('“buses.txt”')
  await expect(dialog).toContainText('Read as Kialo')
  await dialog.getByRole('button', { name: 'Add to this map' }).click()
  await expect(editor.statements).toHaveCount(before + 3)
  await expect(editor.title).toHaveValue('Roads and trade')
  await page.keyboard.press('Control+z')
  await expect(editor.statements).toHaveCount(before)
})

test('markup in a file of another format is words', async ({ editor, page }) => {
  page.on('dialog', () => expect(false, 'a script of the file ran').toBe(true))
  const hostile = '<img src=x onerror=alert(1)><b>bold</b>'
  await editor.open()
  await editor.expectMap()
  await editor.dropText(kialo.replace('Keep the lanes.', hostile), 'hostile.txt')
  await editor.dialog('“hostile.txt”').getByRole('button', { name: 'Open as a map of its own' }).click()
  await expect(page.getByRole('group', { name: `Claim: ${hostile}`, exact: true })).toBeVisible()
})

test('a file of no known format is refused with the formats that are', async ({ editor }) => {
  await editor.open()
  await editor.expectMap()
  await editor.dropBytes(Buffer.from([0, 1, 2, 3, 4, 5, 250, 251]), 'noise.bin')
  await expect(editor.page.getByText('“noise.bin” cannot be read.')).toBeVisible()
  await expect(editor.title).toHaveValue(/Belt and Road/)
})

test('a share link opens the map it holds, in a page that asks no server for it', async ({
  editor,
  page,
  context,
}) => {
  await editor.openDocument(smallMap)
  await editor.runCommand('Share as a link…')
  const dialog = editor.dialog('Share as a link')
  await expect(dialog.getByLabel('Link')).toHaveValue(/#v1=/)
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(dialog).toBeHidden()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const other = await context.newPage()
  const asked: string[] = []
  other.on('request', (request) => asked.push(request.url()))
  await other.goto(link)
  await expect(other.getByRole('banner').getByLabel('Title of the argument')).toHaveValue('Roads and trade')
  expect(other.url()).not.toContain('#')
  expect(asked.filter((address) => address.includes('v1='))).toEqual([])
  const read = readGraph(smallMap)
  await expect.poll(async () => (await keptText(other)) !== undefined).toBe(true)
  expect(readGraph((await keptText(other)) ?? '')).toEqual(read)
})

/**
 * Nothing that was done is lost when the page or the browser dies, and nobody leaves unsaved work without
 * being asked (criterion 12).
 */
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from '../../src/dev/browser.mjs'
import { EditorPage } from '../support/editor-page.ts'
import { FileDesk } from '../support/file-desk.ts'
import { shippedGraph, smallMap } from '../support/graph-files.ts'
import { keptDocument, keptText, keptWork } from '../support/kept-work.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const newText = 'Roads lower the cost of freight.'

/** How long an edit may take until it is safe, with room for a busy machine, ms. */
const soon = { timeout: 2_500, intervals: [50] }

/** Edits a text and moves a statement; settles once both are kept. Answers what is kept. */
async function editAndMove(editor: EditorPage): Promise<string> {
  const { page } = editor
  await editor.node('c2').click()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(editor.pin('c2')).toBeVisible()
  await editor.retext('c1', newText)
  await expect.poll(() => keptText(page), soon).toContain(newText)
  const kept = await keptText(page)
  expect(JSON.parse(kept)).toMatchObject({ layout: { pinned: { c2: {}, k2: { x: 640, y: 320 } } } })
  return kept
}

/** Positions of all statements relative to the first, in px of the map. */
async function places(editor: EditorPage): Promise<Record<string, { x: number; y: number }>> {
  await editor.fitAll()
  await expect(editor.statements).toHaveCount(6)
  return editor.map.evaluate((map) =>
    Object.fromEntries(
      [...map.querySelectorAll<HTMLElement>('.react-flow__node-statement')].map((node) => {
        const { m41, m42 } = new DOMMatrix(getComputedStyle(node).transform)
        return [node.dataset['id'] ?? '', { x: m41, y: m42 }]
      }),
    ),
  )
}

/** Kills the process of the page, as running out of memory does. */
async function crash(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // Nobody is left to answer.
  session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

test('a page that crashes comes back with its text and its positions', async ({ editor, page, context }) => {
  await editor.openDocument(smallMap)
  const kept = await editAndMove(editor)
  const before = await places(editor)
  await crash(context, page)

  const again = new EditorPage(await context.newPage())
  await again.open()
  await expect(again.title).toHaveValue('Roads and trade')
  await expect(again.node('c1')).toContainText('freight')
  expect(await places(again)).toEqual(before)
  await expect(again.changedMark).toBeVisible()
  await expect(again.status('“Roads and trade” is as you left it.')).toBeVisible()
  expect(await keptText(again.page)).toBe(kept)
})

test('a browser that is killed comes back with the work', async ({ server }, testInfo) => {
  const executablePath = await findBrowser()
  const start = () =>
    chromium.launchPersistentContext(testInfo.outputPath('profile'), {
      args: browserArguments,
      ...(executablePath ? { executablePath } : {}),
      reducedMotion: 'reduce',
      baseURL: server.url,
    })
  const first = await start()
  const editor = new EditorPage(first.pages()[0] ?? (await first.newPage()))
  await editor.openDocument(smallMap)
  const kept = await editAndMove(editor)
  const session = await first.newCDPSession(editor.page)
  const closed = first.waitForEvent('close')
  // Nobody is left to answer.
  session.send('Browser.crash').catch(() => undefined)
  await closed

  const second = await start()
  const again = new EditorPage(second.pages()[0] ?? (await second.newPage()))
  await again.open()
  await expect(again.title).toHaveValue('Roads and trade')
  await again.expectMap()
  expect(await keptText(again.page)).toBe(kept)
  await second.close()
})

test('a tab that is closed while typing has kept the last key', async ({ editor, page, context }) => {
  await editor.openDocument(smallMap)
  await editor.node('c1').dblclick()
  await editor.entry.fill('Half a sent')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.close({ runBeforeUnload: true })
  const again = new EditorPage(await context.newPage())
  await again.open()
  await expect(again.node('c1')).toContainText('Half a sent')
})

test('a statement that is dragged stays there after reopening', async ({ editor, page, context }) => {
  await editor.openDocument(smallMap)
  await editor.fitAll()
  const box = await editor.node('c2').boundingBox()
  if (!box) throw new Error('c2 is not on the screen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 90, y + 40, { steps: 10 })
  await page.mouse.up()
  await expect(editor.pin('c2')).toBeVisible()
  await expect
    .poll(() => keptDocument(page), soon)
    .toMatchObject({
      layout: { pinned: { c2: {} } },
    })
  const before = await places(editor)
  await crash(context, page)
  const again = new EditorPage(await context.newPage())
  await again.open()
  await expect(again.pin('c2')).toBeVisible()
  expect(await places(again)).toEqual(before)
})

test('leaving with changes in no file is asked about, leaving without is not', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.openDocument(smallMap)
  await editor.title.fill('Mine')
  await expect(editor.changedMark).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await expect(editor.title).toHaveValue('Mine')

  await desk.chooseNext('mine.json')
  await page.keyboard.press('Control+s')
  await expect(editor.changedMark).toBeHidden()
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => page.isClosed()).toBe(true)
})

test('restored work knows its file and saves into it', async ({ editor, page }) => {
  const desk = await FileDesk.install(page)
  await editor.open()
  await editor.expectMap()
  await desk.put('roads.json', smallMap)
  await desk.chooseNext('roads.json')
  await page.keyboard.press('Control+o')
  await expect(editor.title).toHaveValue('Roads and trade')
  await editor.retext('c1', newText)
  await expect.poll(() => keptText(page), soon).toContain(newText)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(editor.node('c1')).toContainText('freight')
  await expect(editor.changedMark).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(editor.status('Saved to roads.json.')).toBeVisible()
  expect(await desk.read('roads.json')).toContain(newText)
  await expect(editor.changedMark).toBeHidden()
  await expect.poll(async () => (await keptWork(page))?.changed, soon).toBe(false)
})

test('a document without changes is restored without a word', async ({ editor, page }) => {
  await editor.openDocument(shippedGraph('class-debate'))
  await expect.poll(() => keptText(page), soon).toBe(shippedGraph('class-debate'))
  await page.reload()
  await expect(editor.title).toHaveValue('Class debate')
  await editor.expectMap()
  await expect(editor.changedMark).toBeHidden()
  await expect(editor.status('as you left it')).toHaveCount(0)
})

test('work that did not survive opening is not opened again unasked', async ({ editor, page }) => {
  await editor.openDocument(smallMap)
  await expect.poll(() => keptText(page), soon).toBe(smallMap)
  // As it is left behind by a page that dies before the map is on the screen.
  const key = await page.evaluate(async () => {
    const request = indexedDB.open('counterpoint')
    await new Promise((resolve) => {
      request.addEventListener('success', resolve)
    })
    const keys = request.result.transaction('kept').objectStore('kept').getAllKeys()
    await new Promise((resolve) => {
      keys.addEventListener('success', resolve)
    })
    request.result.close()
    return keys.result.map(String).find((each) => each.startsWith('work/')) ?? ''
  })
  await page.evaluate((id) => localStorage.setItem('counterpoint.loading', id), key.replace('work/', ''))
  await page.reload()
  const dialog = editor.dialog('Your last map did not open the last time')
  await expect(dialog).toBeVisible()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download it' }).click()
  expect((await download).suggestedFilename()).toBe('Roads and trade.json')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(editor.title).toHaveValue('Roads and trade')
  await editor.expectMap()
})

/** Exporting through the dialog: each kind is downloaded, looked into, and opened again where it can be. */
import { readFile } from 'node:fs/promises'
import { XMLValidator } from 'fast-xml-parser'
import type { Download, Page } from '@playwright/test'
import { readGraph } from '../../src/formats/json/read.ts'
import { readPdf, withoutBlanks } from '../../tests/formats/pdf/read-pdf.ts'
import { unzip } from '../../tests/support/unzip.ts'
import type { EditorPage } from '../support/editor-page.ts'
import { FileDesk } from '../support/file-desk.ts'
import { shippedGraph, smallMap } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const opened = readGraph(shippedGraph('belt-and-road'))
if (!opened.ok) throw new Error('the paper’s graph cannot be read')
const paper = opened.value
const statements = Object.values(paper.nodes).map(({ text }) => withoutBlanks(text))

/** Opens the editor with the paper's graph in a browser that saves by downloading. */
async function openPaper(editor: EditorPage, page: Page): Promise<void> {
  await FileDesk.removePickers(page)
  await editor.open()
  await editor.expectMap()
}

/** Exports as this through the dialog. */
async function download(editor: EditorPage, page: Page, name: string): Promise<Download> {
  await page.keyboard.press('Control+e')
  const dialog = editor.dialog('Export')
  await dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  const file = await saving
  await expect(dialog).toBeHidden()
  return file
}

async function exported(editor: EditorPage, page: Page, name: string): Promise<Buffer> {
  return readFile(await (await download(editor, page, name)).path())
}

/** The document in a file, as opening the file brings it back. */
async function reopened(editor: EditorPage, content: Buffer, name: string) {
  await editor.dropText(smallMap)
  await expect(editor.title).toHaveValue('Roads and trade')
  await editor.dropBytes(content, name)
  await expect(editor.title).toHaveValue(paper.title)
  await editor.expectMap()
  return editor.savedGraph()
}

/** Everything that is text in an SVG, in order. */
function wordsIn(svg: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)]
    .map(([, words = '']) => words.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? ''))
    .join('')
}

/** How many colours a picture has, and how large it is, when the browser draws it. */
async function drawn(page: Page, picture: Buffer, type: string) {
  return page.evaluate(
    async ([base64, mediaType]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('there is no canvas')
      context.drawImage(image, 0, 0)
      URL.revokeObjectURL(address)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      const { width, height } = canvas
      return { width, height, colours: new Set(new Uint32Array(data.buffer)).size }
    },
    [picture.toString('base64'), type] as const,
  )
}

test('SVG holds every statement and every relation, is drawn by the browser, and opens again', async ({
  editor,
  page,
}) => {
  await openPaper(editor, page)
  const content = await exported(editor, page, 'SVG picture')
  const svg = content.toString('utf8')
  expect(XMLValidator.validate(svg)).toBe(true)
  expect(svg).not.toMatch(/foreignObject|<script|<image|href=/)
  const lines = svg.match(/<g class="relation [^>]*data-id="[^"]*"/g) ?? []
  expect(new Set(lines.map((line) => /data-id="([^"]*)"/.exec(line)?.[1]))).toEqual(
    new Set(Object.keys(paper.relations)),
  )
  const texts = wordsIn(svg)
  for (const statement of statements) expect(withoutBlanks(texts)).toContain(statement)
  expect((await drawn(page, content, 'image/svg+xml')).colours).toBeGreaterThan(50)
  expect(await reopened(editor, content, 'map.svg')).toEqual(paper)
})

test('PNG has the size that was chosen, shows something, and opens again', async ({ editor, page }) => {
  await openPaper(editor, page)
  const content = await exported(editor, page, 'PNG picture')
  const svg = await exported(editor, page, 'SVG picture')
  const [, width, height] = /<svg [^>]*width="([^"]*)" height="([^"]*)"/.exec(svg.toString('utf8')) ?? []
  const picture = await drawn(page, content, 'image/png')
  expect(Math.abs(picture.width - 2 * Number(width))).toBeLessThanOrEqual(1)
  expect(Math.abs(picture.height - 2 * Number(height))).toBeLessThanOrEqual(1)
  expect(picture.colours).toBeGreaterThan(50)
  expect(await reopened(editor, content, 'map.png')).toEqual(paper)
})

test('PDF holds the words of every statement as text, and no picture made of pixels', async ({
  editor,
  page,
}) => {
  await openPaper(editor, page)
  const { pages } = await readPdf(new Uint8Array(await exported(editor, page, 'PDF')))
  expect(pages).toHaveLength(1)
  expect(pages[0]?.images).toBe(0)
  for (const statement of statements) expect(pages[0]?.text).toContain(statement)
})

test('a poster is shown page by page before it is saved, and every statement is on it', async ({
  editor,
  page,
}) => {
  await openPaper(editor, page)
  await page.keyboard.press('Control+e')
  const dialog = editor.dialog('Export')
  await dialog.getByRole('radio', { name: /^PDF/ }).check()
  await dialog.getByLabel('Pages').selectOption({ label: 'Poster, readable, over several pages' })
  await dialog.getByLabel('Paper').selectOption('A3')
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('img').first()).toBeVisible()
  await expect(preview).toContainText(/\d+ pages/)
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  const { pages } = await readPdf(new Uint8Array(await readFile(await (await saving).path())))
  expect(pages.length).toBeGreaterThan(1)
  const words = pages.map(({ text }) => text).join(' ')
  for (const statement of statements) expect(words).toContain(statement)
})

test('the Word document names every recommendation and holds the map', async ({ editor, page }) => {
  await openPaper(editor, page)
  const files = unzip(await exported(editor, page, 'Brief, Word'))
  const document = files.get('word/document.xml')?.bytes.toString('utf8') ?? ''
  const words = withoutBlanks(document.replaceAll(/<[^>]*>/g, '').replaceAll('&apos;', '’'))
  for (const { kind, text } of Object.values(paper.nodes)) {
    expect(kind !== 'recommendation' || words.includes(withoutBlanks(text).replace(/\.$/, ''))).toBe(true)
  }
  expect([...files.keys()].filter((name) => name.startsWith('word/media/'))).not.toEqual([])
})

test('the Markdown brief refers to the picture that comes with it', async ({ editor, page }) => {
  await openPaper(editor, page)
  const downloads: Download[] = []
  page.on('download', (file) => downloads.push(file))
  const brief = await exported(editor, page, 'Brief, Markdown')
  await expect.poll(() => downloads.map((file) => file.suggestedFilename()).sort()).toHaveLength(2)
  const picture = downloads.find((file) => file.suggestedFilename().endsWith('.svg'))
  expect(brief.toString('utf8')).toContain(`](<${encodeURIComponent(picture?.suggestedFilename() ?? '?')}>)`)
})

test('the web page opens again in the editor', async ({ editor, page }) => {
  await openPaper(editor, page)
  const content = await exported(editor, page, 'Web page')
  expect(await reopened(editor, content, 'map.html')).toEqual(paper)
})

test('what a format cannot carry is said before it is saved', async ({ editor, page }) => {
  await openPaper(editor, page)
  await page.keyboard.press('Control+e')
  const dialog = editor.dialog('Export')
  await dialog.getByRole('radio', { name: /^Mermaid/ }).check()
  await expect(dialog.getByRole('status')).toContainText('no place in Mermaid')
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('flowchart')
})

test('a section alone is exported with its statements and no other', async ({ editor, page }) => {
  await openPaper(editor, page)
  const [id, section] = Object.entries(paper.sections)[0] ?? ['', { title: '' }]
  await page.keyboard.press('Control+e')
  const dialog = editor.dialog('Export')
  await dialog.getByRole('radio', { name: /^SVG picture/ }).check()
  await dialog.getByLabel('What').selectOption({ label: `Section: ${section.title}` })
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  const svg = await readFile(await (await saving).path(), 'utf8')
  const drawnNodes = [...svg.matchAll(/<g class="node [^"]*" data-id="([^"]*)"/g)].map(([, node]) => node)
  expect(new Set(drawnNodes)).toEqual(
    new Set(Object.keys(paper.nodes).filter((node) => paper.nodes[node]?.section === id)),
  )
})

test('copying as a picture, as text and as Markdown puts what is selected on the clipboard', async ({
  editor,
  page,
}) => {
  await editor.openDocument(smallMap)
  await editor.node('c2').click()
  await editor.runCommand('Copy branch as Markdown')
  await expect(editor.status('Copied as Markdown.')).toBeVisible()
  const markdown = await page.evaluate(() => navigator.clipboard.readText())
  expect(markdown).toContain('Firms along the road sell more.')
  expect(markdown).toContain('They only take the sales of other firms.')
  expect(markdown).not.toContain('Roads lower the cost of trade.')
  await editor.runCommand('Copy as picture')
  await expect(editor.status('Copied as a picture.')).toBeVisible()
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  )
  expect(types).toEqual(['image/png'])
})

test('printing shows the pages and hands them to the browser, and nothing else is printed', async ({
  editor,
  page,
}) => {
  await page.addInitScript(() => {
    const printed = { sheets: 0, others: 0 }
    Object.assign(globalThis, {
      printed,
      print: () => {
        printed.sheets = document.querySelectorAll('.sheets > img').length
      },
    })
  })
  await editor.open()
  await editor.expectMap()
  await page.keyboard.press('Control+p')
  const dialog = editor.dialog('Print')
  await dialog.getByLabel('Pages').selectOption({ label: 'Overview, then a page for each section' })
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('7 pages')
  await dialog.getByRole('button', { name: 'Print…' }).click()
  await expect
    .poll(() => page.evaluate(() => (globalThis as { printed?: { sheets: number } }).printed?.sheets))
    .toBe(7)
  await expect(dialog).toBeHidden()
  await expect(page.locator('.sheets')).toHaveCount(0)
})

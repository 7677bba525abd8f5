/**
 * The exported web page, opened from a file without any server: what it shows, that it is used by keyboard
 * alone, by mouse and on a phone, and that it loads nothing and breaks no policy.
 */
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import { usualPicture } from '../../src/formats/drawing/picture.ts'
import { writeHtml } from '../../src/formats/html/write.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { createInterMeasurer } from '../../src/scene/measure/inter-measurer.ts'
import { accessibilityViolations } from '../support/axe.ts'
import { shippedGraphs } from '../support/graph-files.ts'

const shipped = (name: string): ArgumentGraph => {
  const read = readGraph(shippedGraphs.find((each) => each.name === name)?.text ?? '')
  if (!read.ok) throw new Error(`"${name}" cannot be read`)
  return read.value
}
const debate = shipped('class-debate.json')
const roots = Object.values(debate.nodes).filter(({ kind }) => kind === 'recommendation')

/** Opens a page from a file; the test fails on any error, violation or request but that for the file. */
const test = base.extend<{ readonly openPage: (graph: ArgumentGraph) => Promise<void> }>({
  openPage: async ({ page }, use, info) => {
    const trouble: string[] = []
    page.on('console', (message) => trouble.push(message.text()))
    page.on('pageerror', (error) => trouble.push(error.message))
    const path = info.outputPath('map.html')
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(path).href)) trouble.push(request.url())
    })
    await use(async (graph) => {
      const picture = { ...usualPicture, evaluation: true }
      const html = writeHtml(
        graph,
        { picture, document: writeGraph(graph) },
        { measurer: createInterMeasurer() },
      )
      await writeFile(path, html)
      await page.goto(pathToFileURL(path).href)
    })
    expect(trouble).toEqual([])
  },
})

const tree = (page: Page) => page.getByRole('tree', { name: 'Statements' })
const reader = (page: Page) => page.getByRole('main')
const map = (page: Page) => page.getByRole('application', { name: 'Map' })
const nodes = (page: Page) => page.locator('#map .node:not(.gone)')

test('shows the whole map, its outline and what it is about', async ({ page, openPage }) => {
  await openPage(debate)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(debate.title)
  await expect(nodes(page)).toHaveCount(Object.keys(debate.nodes).length)
  await expect(tree(page).getByRole('treeitem')).toHaveCount(Object.keys(debate.nodes).length)
  await expect(reader(page)).toContainText('An argument map of 12 statements')
})

test('the outline is walked, folded and read by keyboard alone', async ({ page, openPage }) => {
  await openPage(debate)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'To the text' })).toBeFocused()
  for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Tab')
  const first = tree(page).getByRole('treeitem').first()
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(reader(page).getByRole('heading', { level: 2 })).toHaveText(roots[0]?.text ?? '')
  await page.keyboard.press('ArrowLeft')
  await expect(first).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByRole('status')).toHaveText('Collapsed, 11 hidden')
  await expect(nodes(page)).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(nodes(page)).toHaveCount(12)
  await page.keyboard.press('ArrowRight')
  await expect(tree(page).getByRole('treeitem').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(reader(page).getByRole('article')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(tree(page).getByRole('treeitem').nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(tree(page).getByRole('treeitem').last()).toBeFocused()
})

test('the map is walked, zoomed and folded by keyboard', async ({ page, openPage }) => {
  await openPage(debate)
  await map(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('status')).toContainText('Recommendation: ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('#map .node.selected')).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press(' ')
  await expect(nodes(page)).toHaveCount(1)
  await page.keyboard.press(' ')
  await page.keyboard.press('1')
  const whole = await page.locator('#map svg').boundingBox()
  await page.keyboard.press('+')
  const larger = await page.locator('#map svg').boundingBox()
  expect((larger?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(1.25, 2)
  await page.keyboard.press('Enter')
  await expect(reader(page).getByRole('article')).toBeFocused()
})

test('search dims the rest, and Enter goes from one to the next, also into what is folded', async ({
  page,
  openPage,
}) => {
  await openPage(debate)
  await page.getByRole('button', { name: 'Collapse all' }).click()
  await expect(nodes(page)).toHaveCount(1)
  await page.keyboard.press('/')
  await page.keyboard.type('EMERGENCY')
  const count = Object.values(debate.nodes).filter(({ text }) => /emergency/i.test(text)).length
  await expect(page.getByRole('status')).toHaveText(/\d statements? found/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText(/^1 of \d/)
  await expect(page.locator('#map .node.selected:not(.dim):not(.gone)')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText(/^2 of \d/)
  await page.keyboard.press('Escape')
  await expect(page.locator('#map .dim')).toHaveCount(0)
  expect(count).toBeGreaterThan(1)
})

test('the mouse selects, folds, drags and zooms', async ({ page, openPage }) => {
  await openPage(debate)
  await map(page).focus()
  await page.keyboard.press('1')
  const [node] = await page.locator('#map .node').all()
  await node?.click({ position: { x: 20, y: 12 } })
  await expect(reader(page).getByRole('article')).toHaveCount(1)
  await page.locator('#map .node').first().locator('.fold').click()
  await expect(nodes(page)).toHaveCount(1)
  const before = await page.locator('#map svg').boundingBox()
  const frame = await map(page).boundingBox()
  const [x, y] = [(frame?.x ?? 0) + 20, (frame?.y ?? 0) + (frame?.height ?? 0) - 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y - 40, { steps: 5 })
  await page.mouse.up()
  const dragged = await page.locator('#map svg').boundingBox()
  expect((dragged?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(60, 0)
  await page.mouse.wheel(0, 30)
  await expect
    .poll(async () => (await page.locator('#map svg').boundingBox())?.y)
    .toBeCloseTo((dragged?.y ?? 0) - 30, 0)
})

test('a link leads to a statement and to a source, and the address back to it', async ({
  page,
  openPage,
}) => {
  await openPage(shipped('belt-and-road-debated.json'))
  await tree(page).getByRole('treeitem').nth(1).click()
  await expect(page).toHaveURL(/#s-/)
  const url = page.url()
  const words = (await reader(page).getByRole('heading', { level: 2 }).textContent()) ?? ''
  await reader(page).getByRole('article').getByRole('listitem').getByRole('link').first().click()
  await expect(reader(page).getByRole('heading', { level: 2 })).not.toHaveText(words)
  await page.goto('about:blank')
  await page.goto(url)
  await expect(reader(page).getByRole('heading', { level: 2 })).toHaveText(words)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible in ${colorScheme}`, async ({ page, openPage }) => {
    await page.emulateMedia({ colorScheme })
    await openPage(debate)
    expect(await accessibilityViolations(page)).toEqual([])
    await tree(page).getByRole('treeitem').nth(2).click()
    await page.getByRole('searchbox').fill('phone')
    expect(await accessibilityViolations(page)).toEqual([])
  })
}

test('is all there to read without its program', async ({ browser, openPage, page }) => {
  await openPage(debate)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(page.url())
  await expect(plain.getByRole('article')).toHaveCount(12)
  await expect(plain.getByRole('searchbox')).toBeHidden()
  await context.close()
})

test(
  'on a phone one part at a time is shown, and what is tapped is read below the map',
  { tag: '@touch' },
  async ({ page, openPage }) => {
    await openPage(debate)
    await expect(tree(page)).toBeHidden()
    await page
      .locator('#map .node')
      .first()
      .tap({ position: { x: 20, y: 12 } })
    await expect(reader(page).getByRole('article')).toBeVisible()
    await expect(map(page)).toBeVisible()
    await page.getByRole('button', { name: 'Outline' }).tap()
    await expect(tree(page)).toBeVisible()
    await expect(reader(page)).toBeHidden()
    expect(await accessibilityViolations(page)).toEqual([])
  },
)

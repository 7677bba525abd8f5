/** Colours as chosen and as the system is set, movement only where it is welcome, and paper. */
import type { Page } from '@playwright/test'
import { nodeKindNames } from '../../src/model/kinds.ts'
import { allKindsMap, shippedGraph, smallMap } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

const theme = (page: Page) => page.locator('html').getAttribute('data-theme')
const background = (page: Page) =>
  page.getByRole('banner').evaluate((bar) => getComputedStyle(bar).backgroundColor)

test('each theme is chosen in the View menu and stays chosen', async ({ editor, page }) => {
  await editor.openDocument(smallMap)
  const seen: string[] = []
  for (const [label, name] of [
    ['Light colours', 'light'],
    ['Dark colours', 'dark'],
    ['High contrast', 'contrast'],
  ] as const) {
    await editor.choose('View', label)
    await expect.poll(() => theme(page)).toBe(name)
    const shape = editor.node('c1').locator('.outline')
    seen.push(await shape.evaluate((path) => getComputedStyle(path).stroke))
  }
  expect(new Set(seen).size).toBe(3)
  await page.reload()
  await editor.expectMap()
  expect(await theme(page)).toBe('contrast')
  await page.getByRole('menubar').getByRole('menuitem', { name: 'View', exact: true }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'High contrast' })).toBeChecked()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Light colours' })).not.toBeChecked()
})

test('without a choice the colours follow the system, at once', async ({ editor, page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await editor.open()
  await editor.expectMap()
  expect(await theme(page)).toBe('light')
  const light = await background(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => theme(page)).toBe('dark')
  await expect.poll(() => background(page)).not.toBe(light)
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' })
  await expect.poll(() => theme(page)).toBe('contrast')
})

/** Does something to the map and answers at how many places an element was drawn on its way. */
async function placesOf(page: Page, selector: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((found) => {
    const places = new Set<string>()
    const note = () => {
      const element = document.querySelector<HTMLElement>(found)
      if (element) places.add(element.style.transform)
      requestAnimationFrame(note)
    }
    note()
    Object.assign(globalThis, { places })
  }, selector)
  const count = () => page.evaluate(() => (globalThis as unknown as { places: Set<string> }).places.size)
  await act()
  await expect.poll(count).toBeGreaterThan(1)
  // It has come to rest when nothing is drawn elsewhere over several frames.
  await page.waitForFunction(async () => {
    const { places } = globalThis as unknown as { places: Set<string> }
    const before = places.size
    for (let frames = 0; frames < 20; frames += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
    }
    return places.size === before
  })
  return count()
}

for (const [reducedMotion, what] of [
  ['no-preference', 'statements, window and signs of work move smoothly'],
  ['reduce', 'under reduced motion statements and window are there at once, and no sign of work turns'],
] as const) {
  test(what, async ({ editor, page }) => {
    await page.emulateMedia({ reducedMotion })
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/layout-worker/, async (route) => {
      await held
      await route.continue()
    })
    await editor.open()
    const work = editor.status('Laying out the map…')
    await expect(work).toBeVisible()
    const turning = await work.evaluate((element) => element.getAnimations({ subtree: true }).length)
    release()
    await editor.expectMap()
    await editor.dropText(shippedGraph('toulmin'))
    await expect(editor.node('e1')).toBeVisible()
    await editor.fitAll()
    const statement = await placesOf(page, '.react-flow__node[data-id="e1"]', () =>
      editor.choose('Arrange', 'Grounds to the right'),
    )
    const window = await placesOf(page, '.react-flow__viewport', () => editor.choose('View', 'Zoom in'))
    if (reducedMotion === 'reduce')
      expect({ turning, statement, window }).toEqual({ turning: 0, statement: 2, window: 2 })
    else expect(Math.min(turning + 2, statement, window)).toBeGreaterThan(2)
  })
}

test('paper shows the map alone', async ({ editor, page }) => {
  await editor.openDocument(smallMap)
  await editor.fitAll()
  await editor.node('c1').click()
  await editor.searchFor('road')
  await editor.choose('View', 'Dark colours')
  await page.emulateMedia({ media: 'print' })
  await expect(editor.statements).toHaveCount(6)
  for (const statement of await editor.statements.all()) await expect(statement).toBeVisible()
  await expect(editor.relation('r2')).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(editor.inspector).toBeHidden()
  for (const role of ['button', 'textbox', 'toolbar', 'link', 'search', 'menubar'] as const) {
    await expect(page.getByRole(role)).toHaveCount(0)
  }
  await expect(page.getByRole('img', { name: 'Overview of the map' })).toHaveCount(0)
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(paper).toBe('rgb(255, 255, 255)')
  // Black and grey on white, whatever the colours on the screen, and nothing stands back.
  for (const id of ['c1', 'k1']) {
    const ink = await editor.node(id).evaluate((node) => {
      const styleOf = (part: string) => getComputedStyle(node.querySelector(part) ?? node)
      const { fill, stroke } = styleOf('.outline')
      return {
        colours: [fill, stroke, styleOf('.statement-text').color, styleOf('.kind-word').color],
        opacity: styleOf('.statement').opacity,
      }
    })
    const channels = ink.colours.map((colour) => (colour.match(/\d+/g) ?? []).slice(0, 3))
    for (const [red, green, blue] of channels) expect([green, blue], id).toEqual([red, red])
    expect(
      channels.map(([red]) => Number(red) < 128),
      id,
    ).toEqual([false, true, true, true])
    expect(ink.opacity).toBe('1')
  }
})

test('support and objection differ without colour: by sign and by line', async ({ editor }) => {
  await editor.openDocument(smallMap)
  const lineOf = (id: string) =>
    editor.map
      .locator(`[data-relation="${id}"] .relation-line`)
      .first()
      .evaluate((line) => getComputedStyle(line).strokeDasharray)
  expect(await lineOf('r2')).toBe('none')
  expect(await lineOf('r3')).not.toBe('none')
  await expect(editor.relation('r2')).toHaveText('+')
  await expect(editor.relation('r3')).toHaveText('−')
})

/** Contrast of two colours by WCAG 2.2 (relative luminance, sRGB). */
function contrast(first: string, second: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => {
      const value = Number(channel) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

for (const label of ['Light colours', 'Dark colours', 'High contrast']) {
  // axe cannot judge text that lies over a drawn shape.
  test(`text on statements reaches 4.5:1 and lines 3:1, ${label}`, async ({ editor, page }) => {
    await editor.openDocument(allKindsMap)
    await editor.choose('View', label)
    await editor.fitAll()
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const statements = await editor.statements.evaluateAll((nodes) =>
      nodes.map((node) => {
        const { fill, stroke } = getComputedStyle(node.querySelector('.outline') ?? node)
        const texts = [...node.querySelectorAll('.kind-word, .own, .locator, .rating, .line')]
        return { fill, stroke, texts: texts.map((text) => [text.className, getComputedStyle(text).color]) }
      }),
    )
    expect(statements).toHaveLength(nodeKindNames.length)
    for (const { fill, stroke, texts } of statements) {
      for (const [name, colour = ''] of texts) {
        expect.soft(contrast(colour, fill), `${name} ${colour} on ${fill}`).toBeGreaterThanOrEqual(4.5)
      }
      expect.soft(contrast(stroke, canvas), `outline ${stroke}`).toBeGreaterThanOrEqual(3)
    }
    const lines = await editor.map
      .locator('.relation-line')
      .evaluateAll((found) => found.map((line) => getComputedStyle(line).stroke))
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) {
      expect.soft(contrast(line, canvas), `line ${line}`).toBeGreaterThanOrEqual(3)
    }
  })
}

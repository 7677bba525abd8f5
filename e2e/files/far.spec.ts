/** A large map seen from far away is one picture: few elements, and still something to work with. */
import { writeGraph } from '../../src/formats/json/write.ts'
import { sampleGraph } from '../../tests/support/sample-graph.ts'
import { sampleEachFrame } from '../support/frames.ts'
import { expect, test } from '../support/test.ts'

const size = 2_000
const large = writeGraph({ ...sampleGraph(size), title: 'Large' })

test('a large map never has more than 200 statements in the page', async ({ editor, page }) => {
  await editor.openDocument(large)
  const elements = page.locator('.react-flow__node')
  expect(await elements.count()).toBeLessThan(200)
  await editor.map.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('1')
  await expect(page.locator(`canvas[data-statements="${size}"]`)).toBeVisible()
  // Only the one that is selected, with what its lines lead to.
  await expect.poll(() => elements.count()).toBeLessThan(10)
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('+')
    expect(await elements.count()).toBeLessThan(200)
  }
  await page.keyboard.press('0')
  await expect(page.locator('canvas[data-statements]')).toHaveCount(0)
  await expect(editor.statements.first()).toBeVisible()
  expect(await elements.count()).toBeLessThan(200)
})

test('on the picture a click selects, keys walk on, and typing comes near', async ({ editor, page }) => {
  await editor.openDocument(large)
  await editor.map.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('1')
  await expect(page.locator('canvas[data-statements]')).toBeVisible()
  const selected = page.locator('.statement[data-selected]')
  await expect(selected).toHaveCount(1)
  const first = await selected.getAttribute('id')
  await page.keyboard.press('ArrowDown')
  await expect(selected).not.toHaveAttribute('id', first ?? '')
  await (await sampleEachFrame(page)).settle()
  const box = await selected.boundingBox()
  await page.keyboard.press('Escape')
  await page.mouse.click(5 + (await editor.map.boundingBox())!.x + 300, 130)
  await expect(selected).toHaveCount(0)
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  await expect(selected).toHaveCount(1)
  await page.keyboard.press('F2')
  await expect(editor.entry).toBeFocused()
  await expect(page.locator('canvas[data-statements]')).toHaveCount(0)
  await page.keyboard.type('Seen from near. ')
  await page.keyboard.press('Control+Enter')
  await expect(editor.statements.filter({ hasText: 'Seen from near.' })).toBeInViewport()
})

test('the overview shows where the window stands, and moves it', async ({ editor, page }) => {
  await editor.openDocument(large)
  const overview = page.getByRole('img', { name: 'Overview of the map' })
  const before = await page.locator('.react-flow__viewport').getAttribute('style')
  const box = await overview.boundingBox()
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.2, (box?.y ?? 0) + (box?.height ?? 0) * 0.55)
  await expect(page.locator('.react-flow__viewport')).not.toHaveAttribute('style', before ?? '')
})

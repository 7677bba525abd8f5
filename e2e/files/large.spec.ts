/** Large maps open, and the page answers while they are laid out. */
import { writeGraph } from '../../src/formats/json/write.ts'
import { sampleGraph } from '../../tests/support/sample-graph.ts'
import { sampleEachFrame } from '../support/frames.ts'
import { chainMap, smallMap } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

test('a map of 1,000 statements opens, and typing is answered while it is laid out', async ({
  editor,
  page,
}) => {
  const graph = { ...sampleGraph(1_000), title: 'A thousand' }
  await editor.open()
  await editor.expectMap()
  await editor.dropText(writeGraph(graph))
  await expect(editor.title).toHaveValue('A thousand')
  await editor.title.press('End')
  await editor.title.pressSequentially('!')
  await expect(page).toHaveTitle('● A thousand! – Counterpoint')
  await editor.expectMap()
  await editor.searchFor(graph.nodes['n1000']?.text ?? '')
  await expect(editor.node('n1000')).toBeInViewport()
})

test('a chain of 3,000 statements opens, down to its end', async ({ editor }) => {
  await editor.open()
  await editor.expectMap()
  await editor.dropText(chainMap(3_000))
  await expect(editor.title).toHaveValue('A chain of 3000')
  await editor.expectMap()
  await editor.searchFor('c2999')
  await expect(editor.node('c2999')).toBeInViewport()
})

test('a long layout says so, lets work go on, and can be cancelled', async ({ editor, page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  // A worker that does not come for a while stands for one that has much to do.
  await page.route(/layout-worker/, async (route) => {
    await held
    await route.continue()
  })
  await editor.open()
  await expect(editor.title).toHaveValue(/Belt and Road/)
  const progress = editor.status('Laying out the map…')
  await expect(progress).toBeVisible()
  await editor.title.fill('Typed meanwhile')
  await expect(page).toHaveTitle('● Typed meanwhile – Counterpoint')
  await progress.getByRole('button', { name: 'Cancel' }).click()
  await expect(progress).toBeHidden()
  await expect(editor.status('Layout cancelled')).toBeAttached()
  release()
  // The document is as it was, and the next layout comes as ever.
  await editor.dropText(smallMap)
  await editor.dialog(/Save/).getByRole('button', { name: 'Discard changes' }).click()
  await editor.expectMap()
  await expect(editor.statements).toHaveCount(6)
})

test('in a map of 5,000 statements few are in the page, and a letter changes the one it is typed in', async ({
  editor,
  page,
}) => {
  await editor.openDocument(writeGraph({ ...sampleGraph(5_000), title: 'Five thousand' }))
  await expect(editor.node('n1')).toBeInViewport()
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(200)
  await editor.node('n1').dblclick()
  await expect(editor.entry).toBeFocused()
  const frames = await sampleEachFrame(page)
  await frames.settle()
  const before = await frames.nodesChanged()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('!')
  await page.keyboard.press('Control+Enter')
  await expect(editor.node('n1')).toContainText('!')
  await frames.settle()
  expect([...new Set([...before, ...(await frames.nodesChanged())])]).toEqual([...new Set([...before, 'n1'])])
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(200)
})

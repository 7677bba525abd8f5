/** Fingers on a phone: reading, selecting, connecting, editing, menus. */
import type { Locator, Page } from '@playwright/test'
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { middleOf } from '../support/editor-page.ts'
import { expect, test } from '../support/test.ts'

test('a tap selects, a tap beside it lets go', { tag: '@touch' }, async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.node('c2').tap()
  await expect(editor.selected).toHaveCount(1)
  await expect(page.getByRole('toolbar', { name: 'Selected statement' })).toBeVisible()
  await editor.node('c1').tap()
  await expect(editor.selected).toHaveText(/c1/)
  const { x, y } = await middleOf(editor.map)
  await page.touchscreen.tap(x, y + 200)
  await expect(editor.selected).toHaveCount(0)
})

test(
  'a tap on + or − and one on another statement or line connect',
  { tag: '@touch' },
  async ({ editor }) => {
    await editor.openGraph(parseGraph('c2 supports c1; k1; k2'))
    await editor.node('k1').tap()
    await editor.handle('k1', 'attacks').tap()
    await editor.node('c1').tap()
    await expect(editor.line('Objection: “k1” against “c1”')).toBeVisible()
    await editor.node('k2').tap()
    await editor.handle('k2', 'attacks').tap()
    await editor.relation('r1').tap({ force: true })
    await expect(editor.line('Objection: “k2” against the step from “c2” to “c1”')).toBeVisible()
    // The line is drawn; the next tap only selects.
    await editor.node('c2').tap()
    await expect(editor.line('Objection: “k2” against “c2”')).toHaveCount(0)
    await expect(editor.selected).toHaveText(/c2/)
  },
)

test('a double tap edits the text, and so does the button', { tag: '@touch' }, async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.node('c2').tap()
  await page
    .getByRole('toolbar', { name: 'Selected statement' })
    .getByRole('button', { name: 'Edit text' })
    .tap()
  await editor.entry.fill('By button')
  await editor.node('c1').tap()
  await expect(editor.statement('By button')).toBeVisible()
  await expect(editor.entry).toHaveCount(0)

  const { x, y } = await middleOf(editor.node('c1'))
  await page.touchscreen.tap(x, y)
  await page.touchscreen.tap(x, y)
  await expect(editor.entry).toBeFocused()
  await editor.entry.fill('By two taps')
  await editor.statement('By button').tap()
  await expect(editor.statement('By two taps')).toBeVisible()
})

test('a long press opens the menu of what lies under it', { tag: '@touch' }, async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  const press = await holdDown(page, editor.node('c2'))
  await expect(page.getByRole('menu', { name: 'Statement' })).toBeVisible()
  await press.release()
  await editor.menuItem('Change to evidence').tap()
  await expect(editor.node('c2').getByText('evidence')).toBeVisible()

  const onLine = await holdDown(page, editor.relation('r1'))
  await expect(page.getByRole('menu', { name: 'Relation' })).toBeVisible()
  await onLine.release()
  await editor.menuItem('Change to “attacks”').tap()
  await expect(editor.line('Objection: “c2” against “c1”')).toBeVisible()
})

test('a finger moves the map and does not open a menu', { tag: '@touch' }, async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  const before = await middleOf(editor.node('c1'))
  const { x, y } = await middleOf(editor.map)
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', by?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: by === undefined ? [] : [{ x: x + by, y: y + 150 + by }],
    })
  await touch('touchStart', 0)
  for (const by of [10, 20, 40, 60]) await touch('touchMove', by)
  await expect.poll(async () => (await middleOf(editor.node('c1'))).y).toBeGreaterThan(before.y + 30)
  await touch('touchEnd')
  await expect(page.getByRole('menu')).toHaveCount(0)
})

/** Puts a finger on the middle of an element and leaves it there. */
async function holdDown(page: Page, on: Locator): Promise<{ release: () => Promise<void> }> {
  const { x, y } = await middleOf(on)
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  return {
    release: async () => {
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    },
  }
}

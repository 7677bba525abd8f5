/** Small windows and phones: nothing sticks out, every tool can be reached, the inspector can be used. */
import type { Page } from '@playwright/test'
import { commandGroups } from '../../src/editor/command.ts'
import { accessibilityViolations } from '../support/axe.ts'
import { smallMap } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** All of an element, but for rounding. */
const whole = 0.99

/** Controls around the map that stand partly outside the window, by their names. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : []
    const controls = [
      ...document.querySelectorAll('button, input, textarea, select, a[href], h2, [role^=menu]'),
    ]
    return wide.concat(
      controls
        .filter((element) => element.checkVisibility() && !element.closest('.react-flow__nodes'))
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect()
          return width > 0 && (left < -0.5 || right > innerWidth + 0.5)
        })
        .map((element) => element.ariaLabel ?? element.textContent ?? element.tagName),
    )
  })
}

for (const [name, viewport] of [
  ['a small laptop', { width: 1024, height: 768 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport })

    test('nothing sticks out, whatever is open', async ({ editor, page }) => {
      await editor.openDocument(smallMap)
      expect(await cutOff(page)).toEqual([])
      await editor.runCommand('Fit all')
      await editor.node('c1').click()
      expect(await cutOff(page), 'a statement selected').toEqual([])
      await editor.searchFor('road')
      expect(await cutOff(page), 'search').toEqual([])
      await page.keyboard.press('Escape')
      await editor.runCommand('Filter…')
      expect(await cutOff(page), 'filter').toEqual([])
      for (const dialog of ['New argument', 'Keyboard shortcuts', 'Legend', 'Export…', 'Share as a link…']) {
        await editor.runCommand(dialog)
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await cutOff(page), dialog).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
      await page.keyboard.press('Control+k')
      await expect(editor.dialog('Commands')).toBeVisible()
      expect(await cutOff(page), 'palette').toEqual([])
    })
  })
}

test('a small laptop has the whole menu bar', async ({ editor, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await editor.openDocument(smallMap)
  for (const menu of Object.values(commandGroups)) {
    await expect(
      page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }),
    ).toBeInViewport()
  }
  await expect(editor.inspector).toBeInViewport()
})

test.describe('by touch', { tag: '@touch' }, () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('every command is in the menu', async ({ editor, page }) => {
    await editor.openDocument(smallMap)
    await page.getByRole('banner').getByRole('button', { name: 'Menu' }).tap()
    const menu = page.getByRole('menu').first()
    for (const group of Object.values(commandGroups)) {
      await expect(menu.getByRole('menuitem', { name: group, exact: true })).toBeInViewport({ ratio: whole })
    }
    expect(await cutOff(page)).toEqual([])
    await menu.getByRole('menuitem', { name: 'Help', exact: true }).tap()
    await page.getByRole('menuitem', { name: 'Legend' }).tap()
    await expect(editor.dialog('What the map shows')).toBeVisible()
    expect(await accessibilityViolations(page)).toEqual([])
  })

  test('the tools over the map can be reached and tapped', async ({ editor, page }) => {
    await editor.openDocument(smallMap)
    const add = page.getByRole('toolbar', { name: 'Add a statement' })
    await expect(add.getByRole('button')).toHaveCount(5)
    for (const tool of await add.getByRole('button').all()) {
      await expect(tool).toBeInViewport({ ratio: whole })
      expect(await editor.isUncovered(tool)).toBe(true)
    }
    await add.getByRole('button', { name: 'Evidence' }).tap()
    await editor.entry.fill('Written on a phone.')
    await page.getByRole('banner').tap({ position: { x: 5, y: 5 } })
    await expect(editor.statements.filter({ hasText: 'Written' })).toHaveCount(1)
  })

  test('the inspector opens below the map and can be used', async ({ editor, page }) => {
    await editor.openDocument(smallMap)
    await page.getByRole('banner').getByRole('button', { name: 'Menu' }).tap()
    await page.getByRole('menuitem', { name: 'View', exact: true }).tap()
    await page.getByRole('menuitem', { name: 'Fit all' }).tap()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await editor.node('c1').tap()
    await expect(editor.selected).toHaveCount(1)
    await page.getByRole('banner').getByRole('button', { name: 'Inspector' }).tap()
    await expect(editor.inspector).toBeInViewport()
    expect(await cutOff(page)).toEqual([])
    const note = editor.inspector.getByLabel('Note')
    await note.scrollIntoViewIfNeeded()
    await note.fill('Noted on a phone.')
    await expect(note).toBeInViewport()
    await expect(editor.changedMark).toBeAttached()
    // The map is still there to look at, and the bar to close the inspector again.
    const { height = 0 } = (await editor.map.boundingBox()) ?? {}
    expect(height).toBeGreaterThan(200)
    expect(await accessibilityViolations(page)).toEqual([])
    await editor.inspector.getByRole('button', { name: 'Close the inspector' }).tap()
    await expect(editor.inspector).toBeHidden()
  })
})

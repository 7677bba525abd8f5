/** No state of the editor has anything that axe objects to (WCAG 2.0 to 2.2, A and AA), in any theme. */
import type { Page } from '@playwright/test'
import { commandGroups } from '../../src/editor/command.ts'
import { accessibilityViolations } from '../support/axe.ts'
import type { EditorPage } from '../support/editor-page.ts'
import { brokenFiles, smallMap } from '../support/graph-files.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

// axe looks at everything many times, and machines that build this may be busy.
test.describe.configure({ timeout: 120_000 })

const themes = { light: 'Light colours', dark: 'Dark colours', contrast: 'High contrast' } as const

type Scene = readonly [state: string, reach: (editor: EditorPage, page: Page) => Promise<void>]

/** Each state begins where the one before ended. */
const mapStates: readonly Scene[] = [
  ['a statement selected', (editor) => editor.node('e1').click()],
  ['a relation selected', (editor) => editor.relation('r2').click()],
  [
    'several selected',
    async (editor) => {
      await editor.node('c1').click()
      await editor.node('c2').click({ modifiers: ['Shift'] })
      await expect(editor.inspector.getByRole('heading', { name: '2 claims' })).toBeVisible()
    },
  ],
  [
    'a text being typed',
    async (editor) => {
      await editor.node('c1').dblclick()
      await expect(editor.entry).toBeFocused()
    },
  ],
  [
    'a statement without text',
    async (editor, page) => {
      await page.keyboard.press('Tab')
      await expect(editor.entry).toHaveValue('')
    },
  ],
  [
    'a branch collapsed',
    async (editor, page) => {
      await page.keyboard.press('Escape')
      await editor.node('c1').click()
      await page.keyboard.press('Space')
      await expect(page.getByRole('button', { name: /hidden/ })).toBeVisible()
    },
  ],
  [
    'sections shown as areas',
    async (editor, page) => {
      await page.keyboard.press('Space')
      await editor.node('e1').click()
      await editor.inspector.getByLabel('Section').selectOption('Costs')
      await editor.choose('Arrange', 'Show sections')
      await expect(page.locator('.react-flow__node-frame').first()).toBeVisible()
    },
  ],
  [
    'a section folded into a box',
    async (editor, page) => {
      await editor.choose('Arrange', /^Fold all sections/)
      await expect(page.getByRole('group', { name: /^Folded section: Costs/ })).toBeVisible()
      await editor.choose('Arrange', 'Unfold all sections')
      await expect(editor.node('e1')).toBeVisible()
      await editor.choose('Arrange', /^Fold all sections/)
    },
  ],
  [
    'a message that asks for attention',
    async (editor, page) => {
      await editor.dropText('', 'empty.json')
      await expect(editor.dialog(/cannot be opened/)).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(editor.dialog(/cannot be opened/)).toBeHidden()
    },
  ],
  [
    'search',
    async (editor, page) => {
      await editor.searchFor('road')
      await expect(page.getByLabel('Search in the map')).toBeFocused()
    },
  ],
  [
    'the filter',
    async (editor, page) => {
      await page.keyboard.press('Escape')
      await editor.choose('View', 'Filter…')
      await page.getByRole('region', { name: 'Filter' }).getByRole('button', { name: 'Claim' }).click()
    },
  ],
  [
    'a tooltip',
    async (editor, page) => {
      await page.getByRole('button', { name: 'Close filter and show everything' }).click()
      await page
        .getByRole('group', { name: 'Tools' })
        .getByRole('button', { name: /^Search/ })
        .hover()
      await expect(page.getByText('Ctrl+F')).toBeVisible()
      await expect(editor.map).toBeVisible()
    },
  ],
]

const dialogs: readonly Scene[] = [
  ['the palette', (_, page) => page.keyboard.press('Control+k')],
  ['the shortcut sheet', (editor) => editor.choose('Help', 'Keyboard shortcuts')],
  ['the legend', (editor) => editor.choose('Help', 'Legend')],
  ['the start screen', (editor) => editor.choose('File', 'New argument')],
  [
    'connect to',
    async (editor, page) => {
      await editor.node('e1').click()
      await page.keyboard.press('l')
    },
  ],
  [
    'export',
    async (editor) => {
      await editor.choose('File', 'Export…')
      await expect(editor.dialog('Export').getByRole('img')).toBeVisible()
    },
  ],
  [
    'export of text',
    async (editor, page) => {
      await page.keyboard.press('Control+e')
      await editor
        .dialog('Export')
        .getByRole('radio', { name: /^Mermaid/ })
        .check()
      await expect(editor.dialog('Export').getByRole('region', { name: 'Preview' })).toContainText(
        'flowchart',
      )
    },
  ],
  [
    'sharing',
    async (editor) => {
      await editor.choose('File', 'Share as a link…')
      await expect(editor.dialog('Share as a link').getByLabel('Link')).toHaveValue(/#v1=/)
    },
  ],
  [
    'importing',
    (editor) => editor.dropText('Discussion Title: Lanes\n\n1. Keep them.\n1.1. Pro: Fast.\n', 'lanes.txt'),
  ],
  ['a broken file', (editor) => editor.dropText(brokenFiles.at(-1)?.text ?? '', 'broken.json')],
  [
    'unsaved changes',
    async (editor) => {
      await editor.title.fill('Mine')
      await editor.dropText(smallMap)
    },
  ],
]

for (const [theme, label] of Object.entries(themes)) {
  const check = async (page: Page, state: string) => {
    expect.soft(await accessibilityViolations(page), `${state}, ${theme}`).toEqual([])
  }

  test(`the map is accessible in every state, ${theme}`, async ({ editor, page }) => {
    await editor.openDocument(smallMap)
    await editor.choose('View', label)
    await editor.fitAll()
    await check(page, 'a map')
    for (const [state, reach] of mapStates) {
      await reach(editor, page)
      await check(page, state)
    }
  })

  test(`every menu and dialog is accessible, ${theme}`, async ({ editor, page }) => {
    await editor.openDocument(smallMap)
    await editor.choose('View', label)
    for (const menu of Object.values(commandGroups)) {
      await page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click()
      await page.getByRole('menu').locator('[role^=menuitem]').first().hover()
      await check(page, `the menu ${menu}`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
    }
    for (const [what, place] of [
      ['a statement', editor.node('c1')],
      ['a relation', editor.relation('r2')],
    ] as const) {
      await place.click({ button: 'right' })
      await expect(page.getByRole('menu')).toBeVisible()
      await check(page, `the menu of ${what}`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
    }
    for (const [dialog, reach] of dialogs) {
      await reach(editor, page)
      await expect(page.getByRole('dialog')).toBeVisible()
      await check(page, dialog)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
  })

  test(`the paper’s map and the empty one are accessible, ${theme}`, async ({ editor, page }) => {
    await editor.open()
    await editor.expectMap()
    await editor.choose('View', label)
    await check(page, 'the paper’s map')
    await editor.fitAll()
    await check(page, 'the paper’s map from afar')
    await editor.choose('File', 'New argument')
    await editor.dialog('Start a map').getByRole('button', { name: 'Blank' }).click()
    await expect(page.getByRole('heading', { name: 'What is the thesis?' })).toBeVisible()
    await check(page, 'the empty map')
  })
}

test('statements and relations say in words what they are', async ({ editor }) => {
  await editor.openDocument(smallMap)
  await editor.fitAll()
  for (const name of [
    'Claim: Roads lower the cost of trade.',
    'Evidence: Freight times fell by a fifth.',
    'Counterpoint: They only take the sales of other firms.',
  ]) {
    await expect(editor.map.getByRole('group', { name, exact: true })).toBeVisible()
  }
  for (const name of [
    'Support: “Firms along the road sell more.” for “Roads lower the cost of trade.”',
    'Objection: “They only take the sales of other firms.” against “Firms along the road sell more.”',
  ]) {
    await expect(editor.map.getByRole('img', { name, exact: true }).first()).toBeAttached()
  }
})

/** In every text field the keys belong to the text: what they do on the map stays undone. */
import type { Locator, Page } from '@playwright/test'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { parseGraph, withNodes } from '../../tests/support/graph-builder.ts'
import type { EditorPage } from '../support/editor-page.ts'
import { expect, test } from '../support/test.ts'

const map: ArgumentGraph = {
  ...withNodes(parseGraph('c2 supports c1; c3 supports c1'), {
    c2: { excerpts: [{ source: 'survey', locator: '3', quote: 'Words.' }] },
  }),
  sources: { survey: { type: 'report', title: 'A survey' } },
  sections: { s1: { title: 'Costs' } },
}

interface Field {
  readonly name: string
  readonly find: (editor: EditorPage) => Locator
  /** What brings the field on the screen, where it is not there yet. */
  readonly show?: readonly string[]
  /** It has several lines, so that Enter starts a new one. */
  readonly lines?: true
  /** Closing it takes the keys Ctrl+Enter (the text stays) or Escape. */
  readonly close?: string
}

interface Place {
  readonly name: string
  readonly prepare: (editor: EditorPage) => Promise<void>
  readonly fields: readonly Field[]
}

const labelled = (label: string, more: Partial<Field> = {}): Field => ({
  name: label,
  find: (editor) => editor.inspector.getByLabel(label, { exact: true }),
  ...more,
})

const places: readonly Place[] = [
  {
    name: 'of a statement',
    prepare: (editor) => editor.select('c2'),
    fields: [
      {
        name: 'on the map',
        find: (editor) => editor.entry,
        show: ['F2'],
        lines: true,
        close: 'Control+Enter',
      },
      labelled('Text', { lines: true }),
      labelled('Note', { lines: true }),
      labelled('Tags'),
      labelled('Place'),
      labelled('Words of the source', { lines: true }),
    ],
  },
  {
    name: 'of a relation',
    prepare: async (editor) => {
      await editor.select('c2')
      await editor.page.keyboard.press('r')
    },
    fields: [labelled('Warrant', { lines: true }), labelled('Note', { lines: true })],
  },
  {
    name: 'of the document',
    prepare: (editor) => editor.inspector.getByRole('button', { name: /A survey/ }).click(),
    fields: [
      { name: 'Title in the bar', find: (editor) => editor.title },
      labelled('Title'),
      labelled('What this map is', { lines: true }),
      labelled('Title of section 1'),
      labelled('Title of the source'),
      labelled('Authors'),
      labelled('Year'),
      labelled('Published in'),
      labelled('Publisher'),
      labelled('DOI'),
      labelled('Web address'),
    ],
  },
  {
    name: 'that search',
    prepare: (editor) => editor.select('c2'),
    fields: [
      {
        name: 'the palette',
        find: (editor) => editor.dialog('Commands').getByRole('combobox'),
        show: ['Control+k'],
        close: 'Escape',
      },
      {
        name: 'the other end of a relation',
        find: (editor) => editor.dialog('Support what?').getByRole('combobox'),
        show: ['l'],
        close: 'Escape',
      },
      {
        name: 'the map',
        find: (editor) => editor.page.getByLabel('Search in the map'),
        show: ['Control+f'],
        close: 'Escape',
      },
    ],
  },
]

for (const place of places) {
  test(`keys act on the text only in the fields ${place.name}`, async ({ editor, page }) => {
    await editor.openGraph(map)
    // A step that Ctrl+Z outside a text field would take back.
    await editor.select('c3')
    await page.keyboard.press('p')
    await expect(editor.pin('c3')).toBeVisible()
    await page.keyboard.press('Shift+a')
    await place.prepare(editor)
    for (const field of place.fields) {
      await test.step(field.name, async () => {
        await useKeys(page, field.find(editor), field)
        await expect(editor.statements).toHaveCount(3)
        await expect(editor.pin('c3')).toBeVisible()
      })
    }
    const { nodes, relations, layout } = await editor.savedGraph()
    expect(Object.keys(nodes)).toEqual(Object.keys(map.nodes))
    expect(Object.values(relations).map(({ kind, from, to }) => ({ kind, from, to }))).toEqual(
      Object.values(map.relations),
    )
    expect(Object.keys(layout?.pinned ?? {})).toEqual(['c3'])
    expect(layout?.collapsed).toBeUndefined()
  })
}

/** Presses in the field whatever would do something on the map, and sees what becomes of the text. */
async function useKeys(page: Page, field: Locator, { show, lines, close }: Field): Promise<void> {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  if (show) {
    await press(...show)
    await expect(field).toBeFocused()
  } else await field.focus()
  await press('Control+a')
  await page.keyboard.type('words/2c? 0')
  await expect(field).toHaveValue('words/2c? 0')
  await press('Backspace', 'Home', 'Delete')
  await expect(field).toHaveValue('ords/2c? ')
  await press('Control+a', 'Control+c', 'End', 'Control+v')
  await expect(field).toHaveValue('ords/2c? ords/2c? ')
  await press('Control+z')
  await expect(field).toHaveValue('ords/2c? ')
  await press('Control+Shift+z', 'Control+z')
  await press(
    'ArrowLeft',
    'ArrowUp',
    'Shift+ArrowRight',
    'Alt+ArrowUp',
    'Home',
    'Control+Delete',
    'Shift+Delete',
  )
  await expect(field).toBeFocused()
  const value = await field.inputValue()
  expect(value).toContain('2c?')
  await press('End')
  if (lines) {
    await press(close === undefined ? 'Enter' : 'Shift+Enter')
    await expect(field).toHaveValue(`${value}\n`)
  } else await press('Enter')
  if (close === undefined) {
    await field.focus()
    await press('Tab')
    await expect(field).not.toBeFocused()
    await expect(field).toBeVisible()
  } else {
    await press(close)
    await expect(field).toBeHidden()
  }
}

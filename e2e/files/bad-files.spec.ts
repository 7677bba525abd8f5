/** Files that are wrong: told what and where, mended only when asked to, and never able to do harm. */
import { join } from 'node:path'
import { root } from '../../src/dev/root.mjs'
import { explain } from '../../src/formats/json/open-error.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { brokenFiles, smallMap } from '../support/graph-files.ts'
import { keptText } from '../support/kept-work.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** As many as the list shows before it counts the rest. */
const listed = 100

for (const { name, text } of brokenFiles) {
  test(`${name} is refused with its reasons, or opened repaired on request`, async ({ editor, page }) => {
    const result = readGraph(text)
    if (result.ok) throw new Error(`${name} is not broken`)
    const { error } = result
    const repair = 'repair' in error ? error.repair : undefined
    await editor.open()
    await editor.expectMap()
    await editor.dropFile(join(root, 'tests', 'fixtures', 'broken', name))
    const dialog = editor.dialog(`“${name}” cannot be opened as it is`)
    await expect(dialog.getByText(explain(error), { exact: true })).toBeVisible()
    const lines = repair?.dropped ?? (error.kind === 'invalid' ? error.problems : [])
    await expect(dialog.getByRole('listitem')).toHaveText(
      lines.slice(0, listed).map(({ place, message }) => `${place} ${message}`),
    )
    await dialog.getByRole('button', { name: 'Leave it closed' }).click()
    await expect(dialog).toBeHidden()
    await expect(editor.title).toHaveValue(/Belt and Road/)
    await expect(page).toHaveTitle(/Belt and Road/)
    if (!repair) return

    await editor.dropFile(join(root, 'tests', 'fixtures', 'broken', name))
    await dialog.getByRole('button', { name: 'Open repaired' }).click()
    await expect(editor.title).toHaveValue(repair.graph.title)
    await expect(editor.changedMark).toBeVisible()
    await expect.poll(() => keptText(page)).toBe(writeGraph(repair.graph))
  })
}

const refused: readonly (readonly [what: string, text: string, reason: string])[] = [
  ['no JSON', 'Dear all, please find the map attached.', 'The file is not JSON'],
  ['JSON of another kind', '{ "name": "left-pad" }', 'not an argument graph'],
  ['a later version', '{ "format": "counterpoint", "version": 99 }', 'The file has format version 99'],
  ['an endless nesting', '['.repeat(100_000), 'levels deep'],
]

for (const [what, text, reason] of refused) {
  test(`a file with ${what} is refused and the open map stays`, async ({ editor }) => {
    await editor.open()
    await editor.expectMap()
    await editor.dropText(text, 'other.json')
    const dialog = editor.dialog('“other.json” cannot be opened as it is')
    await expect(dialog).toContainText(reason)
    await expect(dialog.getByRole('button', { name: 'Open repaired' })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(editor.title).toHaveValue(/Belt and Road/)
    await editor.expectMap()
  })
}

test('a broken file does not even ask about unsaved changes', async ({ editor }) => {
  await editor.open()
  await editor.expectMap()
  await editor.title.fill('Mine')
  await editor.dropText('{}', 'other.json')
  await editor.dialog('“other.json”').getByRole('button', { name: 'Leave it closed' }).click()
  await expect(editor.title).toHaveValue('Mine')
  await expect(editor.changedMark).toBeVisible()
})

const markup = '<img src="x" onerror="alert(1)"><b>bold</b>'

test('markup in a file is words, wherever it is shown', async ({ editor, page }) => {
  page.on('dialog', () => expect(false, 'a script of the file ran').toBe(true))
  const graph = JSON.parse(smallMap) as {
    title: string
    nodes: { c1: { text: string; note?: string; tags?: string[] } }
    sources: { survey: Record<string, string> }
    sections: { s1: { title: string } }
  }
  graph.title = markup
  graph.nodes.c1 = { ...graph.nodes.c1, text: markup, note: markup, tags: [markup] }
  graph.sources.survey = { ...graph.sources.survey, title: markup, URL: 'javascript:alert(2)' }
  graph.sections.s1.title = markup
  await editor.openDocument(JSON.stringify(graph))
  await expect(editor.node('c1')).toContainText('<img')
  const { inspector } = editor
  await expect(inspector.getByLabel('Title', { exact: true })).toHaveValue(markup)
  await inspector.getByRole('button', { name: /^<img.*n\.d\.$/ }).click()
  await expect(inspector.getByLabel('Web address')).toHaveValue('javascript:alert(2)')
  await expect(inspector.getByRole('link')).toHaveCount(0)
  await editor.node('c1').click()
  await expect(inspector.getByLabel('Text')).toHaveValue(markup)
  await editor.searchFor('<img')
  await expect(editor.status(/^1 of \d/).first()).toBeAttached()
  await expect(page.locator('img, b')).toHaveCount(0)
})

test('markup in a broken file is words in the dialog that refuses it', async ({ editor, page }) => {
  page.on('dialog', () => expect(false, 'a script of the file ran').toBe(true))
  await editor.open()
  await editor.expectMap()
  await editor.dropText(
    JSON.stringify({ ...JSON.parse(smallMap), [markup]: 1, nodes: { [markup]: 1 } }),
    markup,
  )
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(markup)
  await expect(page.locator('img, b')).toHaveCount(0)
})

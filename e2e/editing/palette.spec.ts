/** The palette: everything that can be done, found by typing, with its shortcut beside it. */
import { commandGroups } from '../../src/editor/command.ts'
import { commands } from '../../src/editor/commands.ts'
import { displayKeys, keyBindings } from '../../src/editor/keys.ts'
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { expect, test } from '../support/test.ts'

test('every command is in the palette with its group and shortcuts', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await page.keyboard.press('Control+k')
  const options = editor.dialog('Commands').getByRole('option')
  await expect(options).toHaveCount(commands.length)
  const entries = await options.evaluateAll((elements) =>
    elements.map((element) => ({
      words: element.textContent,
      keys: [...element.querySelectorAll('kbd')].map((key) => key.textContent),
    })),
  )
  const missing = commands.filter(
    ({ label, group, keys = [] }) =>
      !entries.some(
        (entry) =>
          entry.words.startsWith(label) &&
          entry.words.includes(commandGroups[group]) &&
          entry.keys.join(' ') === keys.map((each) => displayKeys(each)).join(' '),
      ),
  )
  expect(missing.map((command) => command.id)).toEqual([])
  expect(entries.filter((entry) => entry.keys.length > 0).length).toBeGreaterThan(40)
})

test('no key stands for two commands in one place', () => {
  // What acts anywhere acts in the map as well.
  const places = keyBindings(commands).map(
    ({ keys, scope }) => `${scope === 'typing' ? 'typing' : 'map'} ${keys.toLowerCase()}`,
  )
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
  expect(places.length).toBeGreaterThan(60)
})

test('a few letters and Enter run a command', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.select('c1')
  await page.keyboard.press('Control+k')
  await expect(editor.dialog('Commands').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('counterp')
  await expect(editor.dialog('Commands').getByRole('option').first()).toContainText('Add counterpoint')
  await page.keyboard.press('Enter')
  await expect(editor.dialog('Commands')).toBeHidden()
  await expect(editor.entry).toBeFocused()
  await expect(editor.statements).toHaveCount(3)
})

test('what cannot be done now says why and does nothing', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await page.keyboard.press('Control+k')
  await expect(editor.dialog('Commands').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('release all')
  const option = editor.dialog('Commands').getByRole('option').first()
  await expect(option).toContainText('Nothing is pinned')
  await page.keyboard.press('Enter')
  await expect(editor.dialog('Commands')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(editor.dialog('Commands')).toBeHidden()
  await expect(editor.map).toBeFocused()
})

test('letters typed before the palette has appeared do nothing on the map', async ({ editor, page }) => {
  // Held back before the first click, at which the dialogs begin to load.
  const parts: (() => void)[] = []
  await page.route(/Dialogs-.*\.js$/, (route) => void parts.push(() => void route.continue()))
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.select('c1')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('c')
  await page.keyboard.press('Delete')
  await expect.poll(() => parts.length).toBe(1)
  parts[0]?.()
  await expect(editor.dialog('Commands').getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(editor.dialog('Commands')).toBeHidden()
  await expect(editor.statements).toHaveCount(2)
  await expect(editor.entry).toHaveCount(0)
})

test('a command that needs a field gets the focus into it', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.select('c1')
  for (const [command, field] of [
    ['Edit note…', editor.inspector.getByLabel('Note')],
    ['Search…', page.getByLabel('Search in the map')],
    ['Edit text', editor.entry],
  ] as const) {
    await editor.runCommand(command)
    await expect(field).toBeFocused()
  }
})

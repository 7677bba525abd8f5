/** Relations: counterpoints on inferences, linked premises, splitting, merging, turning, other ends, kinds. */
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { expect, test } from '../support/test.ts'

test('C on a relation opens a counterpoint that is attached to it and in text entry', async ({
  editor,
  page,
}) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.clickRelation('r1')
  await expect(editor.inspector.getByRole('heading', { name: 'Relation: supports' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(editor.entry).toBeFocused()
  await page.keyboard.type('It does not follow.')
  await page.keyboard.press('Control+Enter')
  await expect(
    editor.line('Objection: “It does not follow.” against the step from “c2” to “c1”'),
  ).toBeVisible()
  const { nodes, relations } = await editor.savedGraph()
  const undercut = Object.values(relations).find(({ to }) => to === 'r1')
  expect(undercut?.kind).toBe('attacks')
  expect(nodes[undercut?.from[0] ?? '']).toMatchObject({ kind: 'counterpoint', text: 'It does not follow.' })

  await page.keyboard.press('Control+z')
  await expect(editor.statements).toHaveCount(2)
})

test('a statement that is cancelled or left empty was never there', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.clickRelation('r1')
  await page.keyboard.press('c')
  await page.keyboard.type('No')
  await page.keyboard.press('Escape')
  await expect(editor.statements).toHaveCount(2)
  await page.keyboard.press('c')
  await expect(editor.entry).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(editor.statements).toHaveCount(2)
  await expect(editor.changedMark).toBeHidden()
})

test('premises are linked, split and merged', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3 supports c1'))
  await editor.clickRelation('r1')
  await page.keyboard.press('a')
  await page.keyboard.type('Taken for granted')
  await page.keyboard.press('Control+Enter')
  const linked = editor.line('Support: “c2” together with “Taken for granted” for “c1”')
  await expect(linked).toHaveCount(3)

  await editor.clickRelation('r1')
  await editor.inspector.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(editor.line('Support: “c2” for “c1”')).toHaveCount(1)
  await expect(editor.line('Support: “Taken for granted” for “c1”')).toHaveCount(1)
  await expect(linked).toHaveCount(0)

  await editor.select('c2')
  await editor.node('c3').click({ modifiers: ['Shift'] })
  await editor.inspector.getByRole('button', { name: 'Link as one reason' }).click()
  await expect(editor.line('Support: “c2” together with “c3” for “c1”')).toHaveCount(3)
  const { relations } = await editor.savedGraph()
  expect(Object.values(relations).map(({ from }) => from.length)).toEqual([2, 1])
})

test('a relation is turned round, weighed and given a warrant', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.clickRelation('r1')
  await editor.inspector.getByRole('button', { name: 'Reverse' }).click()
  await expect(editor.line('Support: “c1” for “c2”')).toBeVisible()
  await expect.poll(async () => (await editor.fromTop(['c1', 'c2']))[0]).toBe('c2')
  await editor.inspector.getByLabel('Weight').selectOption('partial')
  await editor.map.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('w')
  await expect(editor.inspector.getByLabel('Warrant')).toBeFocused()
  await page.keyboard.type('Because.')
  expect((await editor.savedGraph()).relations['r1']).toMatchObject({
    from: ['c1'],
    to: 'c2',
    weight: 'partial',
    warrant: 'Because.',
  })
})

test('the other end of a relation is chosen by searching', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3; c4'))
  await editor.select('c3')
  await page.keyboard.press('l')
  const connect = editor.dialog('Support what?')
  await expect(connect.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('c1')
  await expect(connect.getByRole('option').first()).toContainText('c1')
  await page.keyboard.press('Enter')
  await expect(editor.line('Support: “c3” for “c1”')).toBeVisible()

  await editor.clickRelation('r1')
  await page.keyboard.press('t')
  const change = editor.dialog('Point at what instead?')
  await expect(change.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('c4')
  await page.keyboard.press('Enter')
  await expect(editor.line('Support: “c2” for “c4”')).toBeVisible()
})

test('statements change their kind unless a relation forbids it', async ({ editor }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.select('c2')
  const kinds = editor.inspector.getByRole('group', { name: 'Kind' })
  await kinds.getByRole('button', { name: 'Evidence' }).click()
  await expect(editor.node('c2').getByText('evidence')).toBeVisible()
  await expect(kinds.getByRole('button', { name: 'Evidence' })).toHaveAttribute('aria-pressed', 'true')
  await kinds.getByRole('button', { name: 'Note' }).click()
  await expect(editor.status(/note/)).toBeVisible()
  await expect(editor.node('c2').getByText('evidence')).toBeVisible()
  await editor.choose('Edit', 'Undo Change claim to evidence')
  await expect(editor.node('c2').getByText('claim')).toBeVisible()
})

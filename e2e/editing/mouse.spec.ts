/** The mouse alone: adding, connecting, moving, choosing from menus. */
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { middleOf } from '../support/editor-page.ts'
import { expect, test } from '../support/test.ts'

test('buttons start an argument, add to it and take back', async ({ editor, page }) => {
  await editor.openEmpty()
  await page.getByRole('button', { name: 'Write the thesis', exact: true }).click()
  await editor.entry.fill('Thesis')
  const tools = page.getByRole('toolbar', { name: 'Selected statement' })
  const clickAway = () => page.mouse.click(600, 800)
  await clickAway()
  await editor.statement('Thesis').click()
  await tools.getByRole('button', { name: 'Reason' }).click()
  await editor.entry.fill('Reason')
  await clickAway()
  await editor.statement('Thesis').click()
  await tools.getByRole('button', { name: 'Counterpoint' }).click()
  await editor.entry.fill('Objection')
  await clickAway()
  await page
    .getByRole('toolbar', { name: 'Add a statement' })
    .getByRole('button', { name: 'Evidence' })
    .click()
  await editor.entry.fill('Figures')
  await clickAway()

  await expect(editor.line('Support: “Reason” for “Thesis”')).toBeVisible()
  await expect(editor.line('Objection: “Objection” against “Thesis”')).toBeVisible()
  const { nodes, relations } = await editor.savedGraph()
  expect(Object.values(nodes).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'claim Thesis',
    'claim Reason',
    'counterpoint Objection',
    'evidence Figures',
  ])
  expect(Object.keys(relations)).toHaveLength(2)

  await page.getByRole('button', { name: 'Undo Add evidence' }).click()
  await expect(editor.statements).toHaveCount(3)
  await page.getByRole('button', { name: 'Redo Add evidence' }).click()
  await expect(editor.statements).toHaveCount(4)
})

test('dragging from + and − connects statements, and undercuts when dropped on a line', async ({
  editor,
}) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3; k1; k2'))
  await editor.select('c3')
  await editor.drag(editor.handle('c3', 'supports'), editor.node('c1'))
  await expect(editor.line('Support: “c3” for “c1”')).toBeVisible()
  await editor.select('k1')
  await editor.drag(editor.handle('k1', 'attacks'), editor.node('c2'))
  await expect(editor.line('Objection: “k1” against “c2”')).toBeVisible()
  await editor.select('k2')
  await editor.drag(editor.handle('k2', 'attacks'), editor.relation('r1'))
  await expect(editor.line('Objection: “k2” against the step from “c2” to “c1”')).toBeVisible()
  const { relations } = await editor.savedGraph()
  expect(Object.values(relations)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'supports', from: ['c3'], to: 'c1' }),
      expect.objectContaining({ kind: 'attacks', from: ['k1'], to: 'c2' }),
      expect.objectContaining({ kind: 'attacks', from: ['k2'], to: 'r1' }),
    ]),
  )
  expect(Object.keys(relations)).toHaveLength(4)
})

test('a relation that may not be is refused with a reason and a way out', async ({ editor }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.select('c2')
  await editor.drag(editor.handle('c2', 'supports'), editor.node('c1'))
  await expect(editor.status(/“c2” already supports this.*choose another target/)).toBeVisible()
  expect(Object.keys((await editor.savedGraph()).relations)).toEqual(['r1'])
})

test('dragging an end of a line reconnects it', async ({ editor }) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3; c4'))
  await editor.drag(editor.lineEnd('r1', 'target'), editor.node('c3'))
  await expect(editor.line('Support: “c2” for “c3”')).toBeVisible()
  await editor.drag(editor.lineEnd('r1', 'source'), editor.node('c4'))
  await expect(editor.line('Support: “c4” for “c3”')).toBeVisible()
  expect((await editor.savedGraph()).relations['r1']).toMatchObject({ from: ['c4'], to: 'c3' })
})

test('the map, a statement and a line each have a menu of what can be done there', async ({
  editor,
  page,
}) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await page.mouse.click(500, 780, { button: 'right' })
  await expect(page.getByRole('menu', { name: 'Map' })).toBeVisible()
  await editor.menuItem('New issue').click()
  await editor.entry.fill('Which way?')
  await page.keyboard.press('Control+Enter')

  await editor.chooseOn(editor.node('c2'), 'Change to evidence')
  await expect(editor.node('c2').getByText('evidence')).toBeVisible()

  await editor.chooseOn(editor.relation('r1'), 'Weight: weak')
  await editor.chooseOn(editor.relation('r1'), 'Change to “attacks”')
  await expect(editor.line('Objection: “c2” against “c1”')).toBeVisible()

  await editor.clickRelation('r1', 'right')
  await expect(page.getByRole('menu', { name: 'Relation' })).toBeVisible()
  // What cannot be done is left out.
  await expect(editor.menuItem('Split linked premises')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(editor.map).toBeFocused()

  const { nodes, relations } = await editor.savedGraph()
  expect(nodes['c2']?.kind).toBe('evidence')
  expect(Object.values(nodes).map(({ kind }) => kind)).toContain('issue')
  expect(relations['r1']).toMatchObject({ kind: 'attacks', weight: 'weak' })
})

test('a dragged statement is pinned where it was dropped, stays there, and can be released', async ({
  editor,
  page,
}) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3 supports c1'))
  await expect(editor.pin('c2')).toHaveCount(0)
  const below = async () =>
    Math.round((await middleOf(editor.node('c2'))).y - (await middleOf(editor.node('c1'))).y)
  const laidOut = await below()
  await editor.select('c2')
  let held = await middleOf(editor.node('c2'))
  await editor.dragBy(editor.node('c2'), { x: -90, y: 160 }, async () => {
    const before = held
    held = await middleOf(editor.node('c2'))
    expect(held.y).toBeGreaterThan(before.y + 100)
  })
  await expect(editor.pin('c2')).toBeVisible()
  const dropped = await middleOf(editor.node('c2'))
  expect(Math.hypot(dropped.x - held.x, dropped.y - held.y)).toBeLessThan(1)

  // A later layout leaves it alone.
  await editor.chooseOn(editor.node('c3'), 'Add support')
  await editor.entry.fill('More')
  await page.keyboard.press('Control+Enter')
  await expect(editor.line('Support: “More” for “c3”')).toBeVisible()
  const pinned = (await editor.savedGraph()).layout?.pinned
  expect(Object.keys(pinned ?? {})).toEqual(['c2'])

  await editor.chooseOn(editor.node('c2'), 'Pin in place')
  await expect(editor.pin('c2')).toHaveCount(0)
  await expect.poll(below).toBe(laidOut)
})

test('a box selects several, which align, and go with one named step', async ({ editor, page }) => {
  await editor.openGraph({
    ...parseGraph('c1; c2; c3; c4'),
    layout: {
      pinned: { c1: { x: 0, y: 0 }, c2: { x: 60, y: 160 }, c3: { x: 20, y: 320 }, c4: { x: 700, y: 320 } },
    },
  })
  const [first, last] = await Promise.all([middleOf(editor.node('c1')), middleOf(editor.node('c3'))])
  await page.keyboard.down('Shift')
  await page.mouse.move(last.x + 160, last.y + 60)
  await page.mouse.down()
  await page.mouse.move(first.x, first.y, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(editor.selected).toHaveCount(3)

  await editor.inspector.getByRole('button', { name: 'Align left edges' }).click()
  const leftOf = async (id: string) => Math.round((await editor.node(id).boundingBox())?.x ?? 0)
  await expect
    .poll(async () => new Set([await leftOf('c1'), await leftOf('c2'), await leftOf('c3')]).size)
    .toBe(1)
  await editor.inspector.getByRole('button', { name: 'Delete' }).click()
  await expect(editor.statements).toHaveCount(1)
  await editor.choose('Edit', 'Undo Delete 3 claims')
  await expect(editor.statements).toHaveCount(4)
  await expect(editor.selected).toHaveCount(3)
  await editor.choose('Edit', 'Undo Align left edges')
  await expect.poll(() => leftOf('c2')).toBeGreaterThan(await leftOf('c1'))
})

test('selecting one thing leaves everything else unselected', async ({ editor }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  const heading = editor.inspector.getByRole('heading', { level: 2 })
  await editor.clickRelation('r1')
  await expect(heading).toHaveText('Relation: supports')
  await editor.select('c2')
  await expect(heading).toHaveText('Claim')
  await editor.clickRelation('r1')
  await expect(heading).toHaveText('Relation: supports')
  await expect(editor.selected).toHaveCount(0)
  await editor.node('c1').click({ modifiers: ['Shift'] })
  await expect(heading).toHaveText('Claim and relation')
})

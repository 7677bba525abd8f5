/** The keyboard alone: building an argument as fast as it is thought, walking it, stepping in and out. */
import { parseGraph } from '../../tests/support/graph-builder.ts'
import { expect, test } from '../support/test.ts'

test('a thesis, two supports, an objection and a rebuttal take one key each beside the words', async ({
  editor,
  page,
}) => {
  await editor.openEmpty()
  let presses = 0
  const press = async (keys: string) => {
    presses += 1
    await page.keyboard.press(keys)
  }
  const statements = [
    ['Enter', 'Ports should share their data.'],
    ['Tab', 'Ships wait less.'],
    ['Enter', 'Fuel is saved.'],
    ['Shift+Tab', 'Ships then sail faster.'],
    ['Shift+Tab', 'Their speed is limited by contract.'],
  ] as const
  for (const [keys, text] of statements) {
    await press(keys)
    await page.keyboard.type(text)
    await expect(editor.entry).toHaveValue(text)
  }
  const graph = await editor.savedGraph()
  expect(presses).toBeLessThanOrEqual(statements.length)

  const nodes = Object.values(graph.nodes)
  expect(nodes.map((node) => node.text).toSorted()).toEqual(statements.map(([, text]) => text).toSorted())
  const textOf = (id: string) => graph.nodes[id]?.text
  const relations = Object.values(graph.relations)
  expect(relations.map(({ kind, from, to }) => [from.map(textOf).join(), kind, textOf(to)])).toEqual(
    expect.arrayContaining([
      ['Ships wait less.', 'supports', 'Ports should share their data.'],
      ['Fuel is saved.', 'supports', 'Ports should share their data.'],
      ['Ships then sail faster.', 'attacks', 'Fuel is saved.'],
      ['Their speed is limited by contract.', 'attacks', 'Ships then sail faster.'],
    ]),
  )
  expect(nodes).toHaveLength(5)
  expect(relations).toHaveLength(4)
  expect(nodes.map((node) => node.kind).toSorted()).toEqual([
    'claim',
    'claim',
    'claim',
    'counterpoint',
    'counterpoint',
  ])
})

test('arrows reach every statement from the root, each in sight and named as the active one', async ({
  editor,
  page,
}) => {
  // Three levels, the lowest far wider than the window.
  const below = (parent: string) => [1, 2, 3].map((index) => `${parent}${index}`)
  const middle = below('c1')
  const steps = [
    ...middle.map((id) => [id, 'c1']),
    ...middle.flatMap((to) => below(to).map((id) => [id, to])),
  ]
  await editor.openGraph(parseGraph(steps.map(([from, to]) => `${from} supports ${to}`).join(';')))
  await editor.stepIn()
  await page.keyboard.press('0')

  const seen = new Set<string>()
  const arrive = async (id: string) => {
    await expect(editor.map).toHaveAttribute('aria-activedescendant', `statement-${id}`)
    const active = page.locator(`#statement-${id}`)
    await expect(active).toHaveAttribute('data-selected', 'true')
    await expect(active).toBeInViewport({ ratio: 0.999 })
    await expect.poll(() => editor.isUncovered(active)).toBe(true)
    seen.add(id)
  }
  await page.keyboard.press('ArrowDown')
  await arrive('c11')
  await page.keyboard.press('ArrowUp')
  await arrive('c1')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await arrive('c12')
  await page.keyboard.press('ArrowRight')
  await arrive('c13')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  for (const id of middle.flatMap(below)) {
    await arrive(id)
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('ArrowUp')
  await arrive('c13')
  expect(seen.size).toBe(13)
})

test('zooming keeps the selected statement in sight, and going to it brings it back', async ({
  editor,
  page,
}) => {
  const wide = Array.from({ length: 12 }, (_, index) => `c1${index} supports c1`).join(';')
  await editor.openGraph(parseGraph(wide))
  await editor.stepIn()
  await page.keyboard.press('ArrowDown')
  const first = page.locator('#statement-c10')
  for (const key of ['1', '0', '+', '+', '-']) {
    await page.keyboard.press(key)
    await expect(first).toBeInViewport({ ratio: 0.999 })
  }
  await page.keyboard.press('Home')
  const root = page.locator('#statement-c1')
  await expect(root).toBeInViewport({ ratio: 0.999 })
  const box = await editor.map.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 500, (box?.y ?? 0) + 500)
  await page.mouse.wheel(4000, 0)
  await expect(root).not.toBeInViewport()
  await page.keyboard.press('Home')
  await expect(root).toBeInViewport({ ratio: 0.999 })
})

test('a selected relation is the active one and in sight', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3 supports c1'))
  await editor.stepIn()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('r')
  await expect(editor.inspector.getByRole('heading', { name: 'Relation: supports' })).toBeVisible()
  const active = await editor.map.getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveCount(1)
  await expect(page.locator(`[id="${active}"]`)).toHaveAccessibleName('Support: “c2” for “c1”')
})

test('Tab passes over the map until it is stepped into, and Escape steps out', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  const focused = page.locator(':focus')
  await page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: 'Inspector' }).focus()
  await page.keyboard.press('Tab')
  await expect(editor.map).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(editor.map).not.toBeFocused()
  await expect(focused).toHaveCount(1)
  await expect(editor.statements).toHaveCount(2)

  await page.keyboard.press('Shift+Tab')
  await expect(editor.map).toBeFocused()
  // Letters do nothing outside either.
  await page.keyboard.press('c')
  await expect(editor.statements).toHaveCount(2)

  await page.keyboard.press('ArrowDown')
  await expect(editor.map).toHaveAttribute('aria-activedescendant', 'statement-c1')
  await page.keyboard.press('Tab')
  await expect(editor.entry).toBeFocused()
  await expect(editor.statements).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(editor.statements).toHaveCount(2)
  await expect(editor.map).toBeFocused()

  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(editor.map).not.toBeFocused()
  await expect(editor.statements).toHaveCount(2)
})

test('Alt and arrows reorder siblings on the map and in the file', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1; c3 supports c1; c4 supports c1'))
  const fromLeft = () => editor.fromLeft(['c2', 'c3', 'c4'])
  expect(await fromLeft()).toEqual(['c2', 'c3', 'c4'])
  await editor.select('c3')
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(fromLeft).toEqual(['c2', 'c4', 'c3'])
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(fromLeft).toEqual(['c3', 'c2', 'c4'])
  await expect(editor.status('Undo')).toHaveCount(0)
  const { relations } = await editor.savedGraph()
  const order = Object.values(relations)
    .toSorted((a, b) => (String(a.order) < String(b.order) ? -1 : 1))
    .map(({ from }) => from[0])
  expect(order).toEqual(['c3', 'c2', 'c4'])
})

test('a dialog gives the keys back to the map as it took them', async ({ editor, page }) => {
  await editor.openGraph(parseGraph('c2 supports c1'))
  await editor.select('c2')
  await page.keyboard.press('Control+k')
  await expect(editor.dialog('Commands').getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(editor.map).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('c')
  await expect(editor.entry).toBeFocused()
  await expect(editor.statements).toHaveCount(3)
})

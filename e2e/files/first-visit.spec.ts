/** The first two minutes: the paper's graph stands on the screen, quietly and complete. */
import { expect, test } from '../support/test.ts'
import { shippedGraph } from '../support/graph-files.ts'

interface Document {
  readonly title: string
  readonly nodes: Readonly<Record<string, { readonly text: string }>>
}

const paper = JSON.parse(shippedGraph('belt-and-road')) as Document

test('a first visit shows the whole graph of the paper', async ({ editor, page }) => {
  await editor.open()
  await editor.expectMap()
  await expect(page).toHaveTitle(`${paper.title} – Counterpoint`)
  await expect(editor.title).toHaveValue(paper.title)
  await editor.fitAll()
  await expect(editor.statements).toHaveCount(Object.keys(paper.nodes).length)
  for (const [id, { text }] of Object.entries(paper.nodes)) {
    // Lines are broken at blanks, so the words are compared without any.
    const drawn = await editor.node(id).textContent()
    expect(drawn?.replaceAll(/\s/g, '')).toContain(text.replaceAll(/\s/g, ''))
  }
})

test('a first visit keeps nothing and asks nothing when it ends', async ({ editor, page }) => {
  await editor.open()
  await editor.expectMap()
  await expect(editor.changedMark).toBeHidden()
  let asked = false
  page.on('dialog', (dialog) => {
    asked = true
    void dialog.accept()
  })
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => page.isClosed()).toBe(true)
  expect(asked).toBe(false)
})

test('Tab reaches every control once, in the order of the page, the map as one stop', async ({
  editor,
  page,
}) => {
  await editor.open()
  await editor.expectMap()
  await expect(editor.inspector.getByRole('heading', { name: 'Document' })).toBeVisible()
  await page.evaluate(() => {
    addEventListener('focusin', ({ target }) => {
      if (target instanceof Element) target.setAttribute('data-visited', '')
    })
  })
  const visited: { place: number; name: string; isMap: boolean }[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return undefined
      const isMap = element.getAttribute('role') === 'application'
      const place = [...document.querySelectorAll('*')].indexOf(element)
      return { place, name: element.ariaLabel ?? element.textContent ?? '', isMap }
    })
    if (!stop || stop.place === visited[0]?.place) break
    expect(visited.length, 'Tab comes to an end').toBeLessThan(200)
    visited.push(stop)
  }
  const places = visited.map(({ place }) => place)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(new Set(places).size).toBe(places.length)
  expect(visited.filter(({ isMap }) => isMap)).toHaveLength(1)
  const skipped = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, select, textarea')]
      .filter((element) => element.checkVisibility() && !element.hasAttribute('data-visited'))
      .filter((element) => !element.matches(':disabled, [role=menuitem]'))
      .map((element) => element.ariaLabel ?? element.textContent),
  )
  expect(skipped).toEqual([])
})

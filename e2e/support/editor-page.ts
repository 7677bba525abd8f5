/**
 * The editor as a person uses it: opening files, finding statements by what they say. Specs speak to
 * this object, so that a change of markup is a change here.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { FileDesk } from './file-desk.ts'

export class EditorPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the editor as a visitor does. */
  async open(): Promise<void> {
    await this.page.goto('./')
  }

  /** Opens the editor and drops a document on it; settles once its statements are on the map. */
  async openDocument(content: string, name?: string): Promise<void> {
    await this.open()
    await this.expectMap()
    await this.dropText(content, name)
    await expect(this.title).toHaveValue(titleOf(content))
    await this.expectMap()
  }

  /** Opens the editor as if this graph were the one that is shown first; saving downloads, see `savedGraph`. */
  async openGraph(graph: ArgumentGraph): Promise<void> {
    await FileDesk.removePickers(this.page)
    await this.page.route(/\/belt-and-road-(?!debated)[^/]*\.json$/, (route) =>
      route.fulfill({ body: writeGraph(graph), contentType: 'application/json' }),
    )
    await this.open()
    await expect(this.title).toHaveValue(graph.title)
    await this.expectMap()
  }

  /** Opens the editor with a map without statements, where saving downloads. */
  async openEmpty(): Promise<void> {
    await FileDesk.removePickers(this.page)
    await this.open()
    await this.expectMap()
    await this.dropText(writeGraph(emptyGraph()))
    await expect(this.page.getByRole('heading', { name: 'What is the thesis?' })).toBeVisible()
  }

  /** The document as saving writes it now; for pages opened by `openGraph` or `openEmpty`. */
  async savedGraph(): Promise<ArgumentGraph> {
    const saving = this.page.waitForEvent('download')
    await this.page.keyboard.press('Control+s')
    const result = readGraph(await readFile(await (await saving).path(), 'utf8'))
    if (!result.ok) throw new Error('the saved file cannot be read')
    await this.page.getByRole('button', { name: 'Close message' }).last().click()
    return result.value
  }

  /** The map shows statements. */
  async expectMap(): Promise<void> {
    await expect(this.statements.first()).toBeVisible()
  }

  /** Drops a file from disk onto the window. */
  async dropFile(path: string): Promise<void> {
    await this.dropText(await readFile(path, 'utf8'), basename(path))
  }

  /** Drops a file with this content onto the window. */
  async dropText(content: string, name = 'graph.json'): Promise<void> {
    await this.dropBytes(Buffer.from(content), name)
  }

  /** Drops a file with these bytes onto the window. */
  async dropBytes(content: Buffer, name: string): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ([base64, fileName]) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
        const transfer = new DataTransfer()
        transfer.items.add(new File([bytes], fileName))
        return transfer
      },
      [content.toString('base64'), name] as const,
    )
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('body', type, { dataTransfer })
    }
    await dataTransfer.dispose()
  }

  /** The map: one control that takes the keys. */
  get map(): Locator {
    return this.page.getByRole('application', { name: /^Argument map/ })
  }

  /** Every statement that is drawn now. */
  get statements(): Locator {
    return this.map.locator('[id^="statement-"]')
  }

  /** The statement with this id in the document. */
  node(id: string): Locator {
    return this.map.locator(`.react-flow__node[data-id="${id}"]`)
  }

  /** Where a line of the relation with this id can be clicked. */
  relation(id: string): Locator {
    return this.map.locator(`[data-relation="${id}"] .relation-sign`).first()
  }

  /** The field in which the text of a statement is typed on the map. */
  get entry(): Locator {
    return this.map.getByRole('textbox', { name: 'Text of this statement' })
  }

  /** The statements that are selected. */
  get selected(): Locator {
    return this.map.locator('.statement[data-selected]')
  }

  /** The mark of a statement that is pinned. */
  pin(id: string): Locator {
    return this.node(id).getByTitle(/^Pinned/)
  }

  /** The ids of these statements as they stand from left to right. */
  async fromLeft(ids: readonly string[]): Promise<string[]> {
    return (await this.placesOf(ids)).toSorted((a, b) => a.x - b.x).map(({ id }) => id)
  }

  /** The ids of these statements as they stand from top to bottom. */
  async fromTop(ids: readonly string[]): Promise<string[]> {
    return (await this.placesOf(ids)).toSorted((a, b) => a.y - b.y).map(({ id }) => id)
  }

  private async placesOf(ids: readonly string[]) {
    return Promise.all(ids.map(async (id) => ({ id, ...(await middleOf(this.node(id))) })))
  }

  /** Whether the middle of an element is in front of everything else. */
  async isUncovered(element: Locator): Promise<boolean> {
    return element.evaluate((target) => {
      const { left, top, width, height } = target.getBoundingClientRect()
      const front = document.elementFromPoint(left + width / 2, top + height / 2)
      return front !== null && (target.contains(front) || front.contains(target))
    })
  }

  /** The handle from which a relation of this kind is dragged; shown while its statement is selected. */
  handle(id: string, kind: 'supports' | 'attacks'): Locator {
    return this.node(id).getByTitle(
      kind === 'supports' ? 'Drag to what this supports' : 'Drag to what this speaks against',
    )
  }

  /** Clicks the line of a relation, where nothing else is. */
  async clickRelation(id: string, button: 'left' | 'right' = 'left'): Promise<void> {
    await standsStill(this.relation(id))
    // At its end a line lies under the handle that moves the end, which takes the click just as well.
    await this.relation(id).click({ button, force: true })
  }

  /** The lines that are named like this: "Support: “a” for “b”". */
  line(name: string): Locator {
    return this.map.getByRole('img', { name, exact: true }).and(this.drawnLines)
  }

  /** Every line that is drawn now; a relation with linked premises has several. */
  get drawnLines(): Locator {
    return this.map.locator('.react-flow__edge')
  }

  /** Where the end of a relation's line can be dragged to another place. */
  lineEnd(id: string, end: 'source' | 'target'): Locator {
    return this.map.locator(`#line-${id} .react-flow__edgeupdater-${end}`)
  }

  /** The title of the document in the bar. */
  get title(): Locator {
    return this.page.getByRole('banner').getByLabel('Title of the argument')
  }

  /** Shown while the document has changes that are in no file. */
  get changedMark(): Locator {
    return this.page.getByRole('banner').getByText('● Edited')
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  /** A message at the edge of the window or in the live region for screen readers. */
  status(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text })
  }

  /** Chooses a command from the menu bar. */
  async choose(menu: string, command: string | RegExp): Promise<void> {
    await this.page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click()
    await this.page.getByRole('menu').locator('[role^=menuitem]', { hasText: command }).click()
    await expect(this.page.getByRole('menu')).toBeHidden()
  }

  /** Chooses a command from the menu that the second button opens on a place of the map. */
  async chooseOn(place: Locator, command: string): Promise<void> {
    await standsStill(place)
    await place.click({ button: 'right', force: true })
    await this.menuItem(command).click()
    await expect(this.page.getByRole('menu')).toBeHidden()
  }

  /** An entry of the menu that is open, by the command's whole label. */
  menuItem(command: string): Locator {
    return this.page
      .getByRole('menu')
      .locator('[role^=menuitem]')
      .filter({ has: this.page.getByText(command, { exact: true }) })
  }

  /** Runs a command by its label through the palette. */
  async runCommand(label: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    const palette = this.dialog('Commands')
    await palette.getByRole('combobox').fill(label)
    await palette
      .getByRole('option')
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .click()
    await expect(palette).toBeHidden()
  }

  /** Steps into the map by keyboard: the first root is selected. */
  async stepIn(): Promise<void> {
    await this.map.focus()
    await this.page.keyboard.press('ArrowDown')
    await expect(this.selected).toHaveCount(1)
  }

  /** Selects one statement by clicking it. */
  async select(id: string): Promise<void> {
    await this.node(id).locator('.statement-head').click()
    await expect(this.selected).toHaveCount(1)
    await expect(this.node(id).locator('.statement')).toHaveAttribute('data-selected', 'true')
  }

  /** Drags with the mouse from the middle of one element to the middle of another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await Promise.all([standsStill(from), standsStill(to)])
    const [start, end] = await Promise.all([middleOf(from), middleOf(to)])
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x, end.y, { steps: 10 })
    await this.page.mouse.up()
  }

  /** Drags an element by so many px; `whileHeld` runs before the button is let go. */
  async dragBy(
    element: Locator,
    by: { x: number; y: number },
    whileHeld?: () => Promise<void>,
  ): Promise<void> {
    await standsStill(element)
    const { x, y } = await middleOf(element)
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + by.x, y + by.y, { steps: 10 })
    await whileHeld?.()
    await this.page.mouse.up()
  }

  /** Opens the editor and begins with a starting point, by its name on the start screen. */
  async startFrom(name: string): Promise<void> {
    await this.open()
    await this.expectMap()
    await this.choose('File', 'New argument')
    await this.dialog('Start a map').getByRole('button', { name }).click()
    await expect(this.dialog('Start a map')).toBeHidden()
  }

  /** Searches the map and goes to the first match. */
  async searchFor(words: string): Promise<void> {
    await this.page.keyboard.press('Control+f')
    await this.page.getByLabel('Search in the map').fill(words)
    await this.page.keyboard.press('Enter')
  }

  /** The whole map in view. */
  async fitAll(): Promise<void> {
    await this.choose('View', 'Fit all')
  }

  /** Gives a statement another text, as typed in place. */
  async retext(id: string, text: string): Promise<void> {
    await this.node(id).dblclick()
    await this.page.getByRole('textbox', { name: 'Text of this statement' }).fill(text)
    await this.page.keyboard.press('Control+Enter')
  }

  /** The statement with these words on the map. */
  statement(text: string | RegExp): Locator {
    return this.page.locator('[data-id]').filter({ hasText: text })
  }
}

/** Waits until an element has not moved for some frames. */
async function standsStill(element: Locator): Promise<void> {
  await element.evaluate(async (target) => {
    const place = () => JSON.stringify(target.getBoundingClientRect())
    let before = ''
    for (let still = 0; still < 4;) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = place()
      still = now === before ? still + 1 : 0
      before = now
    }
  })
}

/** The middle of an element in the window, px. */
export async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${String(element)} is not on the screen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

function titleOf(content: string): string {
  const { title } = JSON.parse(content) as { readonly title: string }
  return title
}

/**
 * The user at the browser's file pickers: which file is chosen is decided beforehand, the files
 * themselves are real ones with real handles, in the page's private file system.
 */
import { expect, type Page } from '@playwright/test'

interface DeskWindow {
  chosenFile?: string | undefined
  timesAsked?: number
}

export class FileDesk {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  /** Takes the place of the pickers in every document that the page loads from now on. */
  static async install(page: Page): Promise<FileDesk> {
    await page.addInitScript(() => {
      const desk = globalThis as DeskWindow
      const pick = async (create: boolean) => {
        const name = desk.chosenFile
        desk.chosenFile = undefined
        desk.timesAsked = (desk.timesAsked ?? 0) + 1
        if (name === undefined) throw new DOMException('nothing was chosen', 'AbortError')
        const folder = await navigator.storage.getDirectory()
        return folder.getFileHandle(name, { create })
      }
      Object.defineProperties(globalThis, {
        showOpenFilePicker: { value: async () => [await pick(false)] },
        showSaveFilePicker: { value: () => pick(true) },
      })
    })
    return new FileDesk(page)
  }

  /** Leaves the page without pickers, as browsers other than Chromium do. */
  static async removePickers(page: Page): Promise<void> {
    await page.addInitScript(() => {
      Object.defineProperties(globalThis, {
        showOpenFilePicker: { value: undefined },
        showSaveFilePicker: { value: undefined },
      })
    })
  }

  /** Puts a file on disk, as another program would. */
  async put(name: string, text: string): Promise<void> {
    await this.page.evaluate(
      async ([file, content]) => {
        const folder = await navigator.storage.getDirectory()
        const handle = await folder.getFileHandle(file, { create: true })
        const stream = await handle.createWritable()
        await stream.write(content)
        await stream.close()
      },
      [name, text] as const,
    )
  }

  /** What the file holds; undefined when there is none. */
  async read(name: string): Promise<string | undefined> {
    return this.page.evaluate(async (file) => {
      const folder = await navigator.storage.getDirectory()
      for await (const entry of folder.values()) {
        if (entry.name === file && entry instanceof FileSystemFileHandle) {
          return (await entry.getFile()).text()
        }
      }
      return undefined
    }, name)
  }

  /** Deletes a file, as another program would. */
  async remove(name: string): Promise<void> {
    await this.page.evaluate(async (file) => {
      await (await navigator.storage.getDirectory()).removeEntry(file)
    }, name)
  }

  /** The next picker answers with this file; without it, the picker is cancelled. */
  async chooseNext(name: string): Promise<void> {
    await this.page.evaluate((file) => {
      ;(globalThis as DeskWindow).chosenFile = file
    }, name)
  }

  /** A picker was shown since the page was loaded. */
  async expectAsked(): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => (globalThis as DeskWindow).timesAsked ?? 0)).toBe(1)
  }
}

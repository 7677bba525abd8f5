/**
 * The editor as a person uses it: opening files, finding statements by what they say. Specs speak to
 * this object, so that a change of markup is a change here.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Locator, Page } from '@playwright/test'

export class EditorPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the editor as a visitor does. */
  async open(): Promise<void> {
    await this.page.goto('./')
  }

  /** Drops a file from disk onto the window. */
  async dropFile(path: string): Promise<void> {
    await this.dropText(await readFile(path, 'utf8'), basename(path))
  }

  /** Drops a file with this content onto the window. */
  async dropText(content: string, name = 'graph.json'): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ([text, fileName]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], fileName, { type: 'application/json' }))
        return transfer
      },
      [content, name] as const,
    )
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('body', type, { dataTransfer })
    }
    await dataTransfer.dispose()
  }

  /** The statement with these words on the map. */
  statement(text: string | RegExp): Locator {
    return this.page.locator('[data-id]').filter({ hasText: text })
  }
}

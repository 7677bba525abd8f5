/** The production build in a real browser, for benchmarks of what a visitor waits for. */
import { chromium, type Page } from '@playwright/test'
import { browserArguments, ensureBrowser } from '../../src/dev/browser.mjs'
import { ensureBuilt } from '../../src/dev/build.mjs'
import { root } from '../../src/dev/root.mjs'
import { serve } from '../../src/dev/serve.mjs'

/** Calls `run` with a function that opens a fresh, empty page: no cache and no stored work. */
export async function withBuild<T>(
  run: (visit: <R>(during: (page: Page, url: string) => Promise<R>) => Promise<R>) => Promise<T>,
): Promise<T> {
  ensureBuilt()
  const executablePath = await ensureBrowser()
  const server = await serve(`${root}/dist`, 0)
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    return await run(async (during) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      try {
        return await during(await context.newPage(), server.url)
      } finally {
        await context.close()
      }
    })
  } finally {
    await browser.close()
    await server.close()
  }
}

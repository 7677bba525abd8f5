/**
 * The `test` every spec starts from: it serves the production build, hands out the page object, and
 * fails a test in which anything went wrong behind its back: an error on the console or in the page,
 * a violation of the Content-Security-Policy, or a request that leaves the origin.
 */
import { fileURLToPath } from 'node:url'
import { expect, test as base, type BrowserContext } from '@playwright/test'
import { serve } from '../../src/dev/serve.mjs'
import { EditorPage } from './editor-page.ts'
import { watchForTrouble } from './trouble.ts'

export { expect }

/** Watches what happens behind a test's back. */
export interface Guard {
  /** Expects trouble that matches, for tests in which something is meant to go wrong. */
  readonly allow: (expected: RegExp) => void
  /** Watches one more context, for tests that make their own. */
  readonly watch: (context: BrowserContext) => Promise<void>
}

interface TestFixtures {
  readonly guard: Guard
  readonly editor: EditorPage
}

interface WorkerFixtures {
  readonly server: { readonly url: string }
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from this parameter
    async ({}, use) => {
      const server = await serve(fileURLToPath(new URL('../../dist', import.meta.url)), 0)
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url)
  },
  guard: [
    async ({ context, server }, use) => {
      const trouble: string[] = []
      const allowed: RegExp[] = []
      const watch = (watched: BrowserContext) => watchForTrouble(watched, server.url, trouble)
      await watch(context)
      await use({ allow: (expected) => allowed.push(expected), watch })
      const unexpected = trouble.filter((line) => !allowed.some((expected) => expected.test(line)))
      expect(unexpected, 'nothing goes wrong behind the test').toEqual([])
    },
    { auto: true },
  ],
  editor: async ({ page }, use) => {
    await use(new EditorPage(page))
  },
})

/**
 * The `test` every spec starts from: it serves the production build, hands out the page object, and
 * fails a test in which anything went wrong behind its back: an error on the console or in the page,
 * a violation of the Content-Security-Policy, or a request that leaves the origin.
 */
import { fileURLToPath } from 'node:url'
import { expect, test as base, type BrowserContext } from '@playwright/test'
import { serve } from '../../src/dev/serve.mjs'
import { EditorPage } from './editor-page.ts'

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
      const watch = (watched: BrowserContext) => watchContext(watched, server.url, trouble)
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

async function watchContext(context: BrowserContext, origin: string, trouble: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`)
  })
  context.on('weberror', (webError) => trouble.push(`page error: ${webError.error().message}`))
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url))
      trouble.push(`request to another origin: ${url}`)
  })
  await context.exposeBinding('reportPolicyViolation', (_source, violation: string) => {
    trouble.push(`policy violation: ${violation}`)
  })
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { reportPolicyViolation } = globalThis as unknown as {
        readonly reportPolicyViolation: (violation: string) => void
      }
      reportPolicyViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
}

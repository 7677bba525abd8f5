/** The guard that every test runs under really notices trouble, of each kind. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'
import { watchForTrouble } from './support/trouble.ts'

const kinds: readonly (readonly [kind: string, noticed: string, cause: (page: Page) => Promise<unknown>])[] =
  [
    // oxlint-disable-next-line no-console -- the subject
    ['an error on the console', 'console: trouble', (page) => page.evaluate(() => console.error('trouble'))],
    ['an error in the page', 'page error: trouble', (page) => page.evaluate(throwLater)],
    [
      'a request to another origin',
      'request to another origin: http://127.0.0.1:9/',
      // Where no policy forbids it: the guard must notice by itself.
      (page) => page.goto('data:text/html,<img src="http://127.0.0.1:9/">'),
    ],
    [
      'an inline style',
      'policy violation: style-src-attr inline',
      (page) => page.evaluate(() => document.body.setAttribute('style', 'color: red')),
    ],
    [
      'a string that becomes markup',
      'policy violation: require-trusted-types-for',
      (page) => page.evaluate(addMarkup),
    ],
  ]

for (const [kind, noticed, cause] of kinds) {
  test(`the guard notices ${kind}`, async ({ browser, server }) => {
    const context = await browser.newContext()
    const trouble: string[] = []
    await watchForTrouble(context, server.url, trouble)
    const page = await context.newPage()
    await page.goto(server.url)
    expect(trouble).toEqual([])
    await cause(page)
    await expect(() => expect(trouble).toContainEqual(expect.stringContaining(noticed))).toPass()
    await context.close()
  })
}

function throwLater(): void {
  queueMicrotask(() => {
    throw new Error('trouble')
  })
}

function addMarkup(): void {
  try {
    document.body.innerHTML = '<b>x</b>'
  } catch {
    // Refused by the policy; its report is what counts.
  }
}

/**
 * Accessibility of a page as axe-core judges it, by the rules of WCAG 2.0 to 2.2, levels A and AA.
 * axe is injected by the test runner, not by the page, so the page's policy needs no exception.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axeCore from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe objects to, one line each: rule, what it asks for, and where. Empty when all is well. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const results = await page.evaluate(async (runOnly): Promise<axeCore.AxeResults> => {
    const axe = Reflect.get(globalThis, 'axe') as typeof axeCore
    return axe.run(document, { runOnly, resultTypes: ['violations'] })
  }, tags)
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} at ${node.target.join(' ')}`),
  )
}

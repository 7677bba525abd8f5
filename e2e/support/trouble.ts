/**
 * What goes wrong behind a test's back, one line each: an error on the console or in a page, a violation
 * of the Content-Security-Policy, a request that leaves the origin.
 */
import type { BrowserContext } from '@playwright/test'

/**
 * Adds to `trouble` whatever goes wrong in any page of the context from now on.
 * @param origin address of the server, with a slash at the end
 */
export async function watchForTrouble(
  context: BrowserContext,
  origin: string,
  trouble: string[],
): Promise<void> {
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

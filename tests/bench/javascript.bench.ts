/** How much JavaScript a visitor is sent before the map answers; the goal is below 250 kB gzipped. */
import { watchScripts } from '../../e2e/support/sent-javascript.ts'
import { withBuild } from './browser.ts'

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** Every script of the first visit, layout worker included, and their sum. */
export async function bench() {
  const scripts = await withBuild((visit) =>
    visit(async (page, url) => {
      const sent = watchScripts(page)
      await page.goto(url, { waitUntil: 'networkidle' })
      return sent()
    }),
  )
  const sum = (size: 'bytes' | 'gzipped') => scripts.reduce((total, script) => total + script[size], 0)
  const all = { name: 'All', bytes: sum('bytes'), gzipped: sum('gzipped') }
  return {
    title: 'JavaScript sent at start',
    note: `Goal: below 250 kB gzipped. ${all.gzipped < 250_000 ? 'Met.' : 'Missed.'}`,
    rows: [...scripts, all].map(({ name, bytes, gzipped }) => ({
      Script: name.replace(/-[\w-]{8}(?=\.\w+$)/, ''),
      Size: kilobytes(bytes),
      Gzipped: kilobytes(gzipped),
    })),
  }
}

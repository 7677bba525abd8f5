/** What a visitor waits for: from the address to a map that answers, with the paper's graph and a large one. */
import type { Page } from '@playwright/test'
import { writeGraph } from '../../src/formats/json/write.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { withBuild } from './browser.ts'
import { median, milliseconds } from './measure.ts'

const visits = 5

interface Times {
  readonly paint: number
  readonly shown: number
  readonly interactive: number
}

/** Times are the browser's own, from the start of navigation; the median of five visits. */
export async function bench() {
  const large = writeGraph(sampleGraph(2000))
  const rows = await withBuild(async (visit) => {
    const measured = []
    for (const [name, graph] of [
      ['The paper’s graph', undefined],
      ['2,000 nodes in its place', large],
    ] as const) {
      const times: Times[] = []
      for (let index = 0; index < visits; index += 1) {
        times.push(await visit((page, url) => measure(page, url, graph)))
      }
      measured.push({
        Start: name,
        'First paint': milliseconds(median(times.map(({ paint }) => paint))),
        'Map shown': milliseconds(median(times.map(({ shown }) => shown))),
        Interactive: milliseconds(median(times.map(({ interactive }) => interactive))),
      })
    }
    return measured
  })
  return {
    title: 'Opening the editor (production build, headless Chromium, nothing cached)',
    note: '“Interactive”: the map is laid out and shown and the page is idle, so the next key or click is answered at once.',
    rows,
  }
}

/** Opens the editor, with `graph` in place of the graph it would open, and waits until it is idle. */
async function measure(page: Page, url: string, graph: string | undefined): Promise<Times> {
  if (graph !== undefined) {
    await page.route(/\/belt-and-road-[^/]*\.json$/, (route) =>
      route.fulfill({ json: JSON.parse(graph) as unknown }),
    )
  }
  await page.addInitScript(() => {
    const watch = () => {
      if (!document.querySelector('.react-flow__node .statement')) return requestAnimationFrame(watch)
      performance.mark('shown')
      return requestIdleCallback(() => performance.mark('interactive'))
    }
    requestAnimationFrame(watch)
  })
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('interactive').length > 0)
  return page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN
    return { paint: at('first-contentful-paint'), shown: at('shown'), interactive: at('interactive') }
  })
}

/** Large maps in the editor: how soon they can be worked on, and how smoothly they move. */
import type { Page } from '@playwright/test'
import { writeGraph } from '../../src/formats/json/write.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { withBuild } from './browser.ts'
import { milliseconds, percentile } from './measure.ts'

const bounds = { 5000: '2,500 ms', 10_000: '5,000 ms' } as const

/** One visit for each size: opening a file in the running editor, then dragging, zooming and fitting. */
export async function bench() {
  const rows = await withBuild(async (visit) => {
    const measured = []
    for (const size of [1000, 5000, 10_000] as const) {
      const file = writeGraph({ ...sampleGraph(size), title: `Sample ${size}` })
      measured.push(await visit((page, url) => measure(page, url, { size, file })))
    }
    return measured
  })
  return {
    title: 'Large maps (production build, headless Chromium)',
    note:
      `Open: from dropping the file until a statement is selected by a click and typing appears in it; the bounds are ${bounds[5000]} for 5,000 ` +
      `and ${bounds[10_000]} for 10,000 statements. Frames: the 95th percentile of the time between two frames, ` +
      'bound 34 ms while dragging and 100 ms while zooming and fitting. Elements: statements in the page at 60 % (bound 200) and with the whole map in view.',
    rows,
  }
}

async function measure(
  page: Page,
  url: string,
  { size, file }: { readonly size: number; readonly file: string },
): Promise<Record<string, string>> {
  await page.goto(url)
  await page.waitForSelector('.statement')
  const begin = await drop(page, file)
  await page.waitForSelector('[id="statement-n1"]')
  await page.locator('[id="statement-n1"]').dblclick()
  await page.keyboard.type('x')
  await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('x'))
  const open = (await page.evaluate(() => performance.now())) - begin
  await page.keyboard.press('Control+Enter')
  await settle(page)
  const atReading = await elements(page)

  const drag = await framesWhile(page, async () => {
    const box = await page.locator('[id="statement-n1"]').boundingBox()
    const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 15]
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 60; step += 1) await page.mouse.move(x + step * 4, y + step * 2)
    await page.mouse.up()
  })
  await page.keyboard.press('Control+z')
  await settle(page)
  const zoom = await framesWhile(page, async () => {
    await page.keyboard.press('1')
    await settle(page)
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('+')
      await settle(page)
    }
    await page.keyboard.press('1')
    await settle(page)
  })
  return {
    Statements: size.toLocaleString('en-GB'),
    Open: milliseconds(open),
    'Frame, dragging': milliseconds(drag),
    'Frame, zooming': milliseconds(zoom),
    'Elements at 60 %': String(atReading),
    'Elements, whole map': String(await elements(page)),
  }
}

/** Drops a file on the window; answers when, in the page's time. */
async function drop(page: Page, file: string): Promise<number> {
  return page.evaluate((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'sample.json', { type: 'application/json' }))
    const begin = performance.now()
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      )
    }
    return begin
  }, file)
}

function elements(page: Page): Promise<number> {
  return page.locator('.react-flow__node').count()
}

/** The 95th percentile of the time between frames while something is done. */
async function framesWhile(page: Page, run: () => Promise<void>): Promise<number> {
  const log = await page.evaluateHandle(() => {
    const seen: { frames: number[]; on: boolean } = { frames: [], on: true }
    let last = performance.now()
    const frame = (now: number) => {
      seen.frames.push(now - last)
      last = now
      if (seen.on) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    return seen
  })
  await run()
  const frames = await log.evaluate((seen) => {
    seen.on = false
    return seen.frames
  })
  return percentile(frames, 95)
}

/** Waits until the map has stood still for a few frames. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const place = () => document.querySelector('.react-flow__viewport')?.getAttribute('style')
    for (let still = 0, before = place(); still < 5;) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = place()
      still = now === before ? still + 1 : 0
      before = now
    }
  })
}

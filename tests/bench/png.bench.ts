/** The paper's graph as PNG at two times, in Chromium, beside html-to-image of the same map in the built editor. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { root } from '../../src/dev/root.mjs'
import { withBuild } from './browser.ts'
import { median, milliseconds } from './measure.ts'
import type { Made } from './png/page.ts'

const scale = 2
const runs = 3
const font = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'

/** The median of three pictures each, in turn in one run; the fonts are loaded and the map is laid out before. */
export async function bench() {
  const script = await bundled()
  const json = readFileSync(join(root, 'graphs/belt-and-road.json'), 'utf8')
  const data = `data:font/woff2;base64,${readFileSync(join(root, 'node_modules', font)).toString('base64')}`
  const { ours, theirs, shown } = await withBuild((visit) =>
    visit(async (empty, url) => {
      // The editor's policy allows neither library nor worker; measuring is not about that.
      const context = await empty
        .context()
        .browser()
        ?.newContext({ bypassCSP: true, viewport: { width: 6800, height: 4700 } })
      const page = await context?.newPage()
      if (!page) throw new Error('the browser has no page')
      await page.goto(url)
      await page.waitForSelector('.react-flow__node .statement')
      await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } })
      await page.keyboard.press('1')
      const statements = Object.keys((JSON.parse(json) as { nodes: object }).nodes).length
      await page.waitForFunction(
        (count) => document.querySelectorAll('.react-flow__node .statement').length >= count,
        statements,
      )
      await page.evaluate(script)
      const made: { ours: Made[]; theirs: Made[] } = { ours: [], theirs: [] }
      for (let run = 0; run < runs; run += 1) {
        made.theirs.push(
          await page.evaluate(
            (times) => (Reflect.get(globalThis, 'picture') as (scale: number) => Promise<Made>)(times),
            scale,
          ),
        )
        made.ours.push(await painted(page, { script, json, scale, font: data }))
      }
      await context?.close()
      return { ...made, shown: statements }
    }),
  )
  const times = { ours: median(ours.map(({ time }) => time)), theirs: median(theirs.map(({ time }) => time)) }
  return {
    title:
      'PNG of the paper’s graph at two times (production build, headless Chromium without a graphics card)',
    note:
      `${shown} statements; from the scene, or the map on the screen, to the bytes of the PNG, of which encoding is a part. ` +
      `Counterpoint is ${(times.theirs / times.ours).toFixed(1)} times as fast.`,
    rows: [row('Counterpoint', times.ours, ours), row('html-to-image 1.11.11', times.theirs, theirs)],
  }
}

function row(name: string, time: number, [made]: readonly Made[]) {
  return {
    Program: name,
    Time: milliseconds(time),
    Picture: `${made?.width.toLocaleString('en-GB')} × ${made?.height.toLocaleString('en-GB')} px`,
    Size: `${((made?.bytes ?? 0) / 2 ** 20).toFixed(1)} MB`,
  }
}

/** Paints in a worker of its own, as the editor does. */
async function painted(
  page: Page,
  message: { readonly script: string; readonly json: string; readonly scale: number; readonly font: string },
): Promise<Made> {
  const made = await page.evaluate(async ({ script, ...data }) => {
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
    const worker = new Worker(url)
    const answer = await new Promise<Made | string>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<Made | string>) => resolve(event.data)
      worker.onerror = (event) => reject(new Error(event.message))
      worker.postMessage(data)
    })
    worker.terminate()
    return answer
  }, message)
  if (typeof made === 'string') throw new Error(made)
  return made
}

/** The page's part as one classic script. */
async function bundled(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: { output: { codeSplitting: false } },
      lib: {
        entry: join(root, 'tests/bench/png/page.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: 'bench',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (!chunk) throw new Error('the page of the benchmark was not built')
  return chunk.code
}

/** What is on the map in every single frame, for what must never be seen, however short. */
import type { Page } from '@playwright/test'

interface FrameLog {
  lines: number[]
  changed: Set<string>
}

export interface Frames {
  /** The smallest number of lines that any frame showed. Throws when too few frames were seen to tell. */
  readonly fewestLines: () => Promise<number>
  /** Ids of the nodes in which anything in the page's markup has changed. */
  readonly nodesChanged: () => Promise<string[]>
  /** Waits until nothing has moved for some frames. */
  readonly settle: () => Promise<void>
}

/** Watches from now on until the page is left. */
export async function sampleEachFrame(page: Page): Promise<Frames> {
  const log = await page.evaluateHandle((): FrameLog => {
    const seen: FrameLog = { lines: [], changed: new Set() }
    const isDrawn = (path: Element) =>
      path instanceof SVGPathElement &&
      path.getTotalLength() > 0 &&
      path.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const sample = () => {
      const paths = [...document.querySelectorAll('.react-flow__edge .relation-line')]
      seen.lines.push(paths.filter(isDrawn).length)
      requestAnimationFrame(sample)
    }
    requestAnimationFrame(sample)
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const id = element?.closest('.react-flow__node')?.getAttribute('data-id')
        if (id) seen.changed.add(id)
      }
    }).observe(document.querySelector('.react-flow__nodes') ?? document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    return seen
  })
  return {
    fewestLines: async () => {
      const lines = await log.evaluate((seen) => seen.lines)
      if (lines.length < 10) throw new Error(`only ${lines.length} frames were seen`)
      return Math.min(...lines)
    },
    nodesChanged: () => log.evaluate((seen) => [...seen.changed].toSorted()),
    settle: () =>
      page.evaluate(async () => {
        const places = () =>
          [...document.querySelectorAll('.react-flow__viewport, .react-flow__node, .relation-line')]
            .map((element) => `${element.getAttribute('style') ?? ''}${element.getAttribute('d') ?? ''}`)
            .join()
        let still = 0
        for (let before = places(); still < 20;) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
          const now = places()
          still = now === before ? still + 1 : 0
          before = now
        }
      }),
  }
}

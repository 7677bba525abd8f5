/** Boxes of elements as they stand on the screen. */
import type { Locator } from '@playwright/test'

interface Box {
  readonly name: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Pairs of elements that lie over each other by more than half a pixel, by their DOM ids. */
export async function overlapping(elements: Locator): Promise<string[]> {
  const boxes = await elements.evaluateAll((found) =>
    found.map((element): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return { name: element.id, left, top, right, bottom }
    }),
  )
  const slack = 0.5
  return boxes.flatMap((first, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (second) =>
          Math.min(first.right, second.right) - Math.max(first.left, second.left) > slack &&
          Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top) > slack,
      )
      .map((second) => `${first.name} over ${second.name}`),
  )
}

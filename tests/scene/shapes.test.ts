import { describe, expect, it } from 'vitest'
import { nodeKindNames, type NodeKind } from '../../src/model/kinds.ts'
import { outlineOf } from '../../src/scene/shapes.ts'

type Point = readonly [x: number, y: number]

/** The corners of a path of absolute commands; an arc counts by where it ends. */
function cornersOf(path: string): Point[] {
  const corners: Point[] = []
  let [x, y] = [0, 0]
  for (const [, command = '', rest = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = rest.trim().split(/[ ,]+/).filter(Boolean).map(Number)
    if (command === 'Z') continue
    if (command === 'H') x = numbers[0] ?? NaN
    else if (command === 'V') y = numbers[0] ?? NaN
    else if ('MLA'.includes(command)) [x = NaN, y = NaN] = numbers.slice(-2)
    else throw new Error(`the test cannot read "${command}"`)
    corners.push([x, y])
  }
  return corners
}

const sizes: readonly (readonly [width: number, height: number])[] = [
  [120, 48],
  [240, 64],
  [320, 480],
  [233.5, 71.25],
]
const cases = nodeKindNames.flatMap((kind) => sizes.map(([width, height]) => [kind, width, height] as const))

describe('the outline of a statement', () => {
  it.each(cases)('lies inside its box, stroke and all (%s, %d × %d px)', (kind, width, height) => {
    const { path, detail, stroke } = outlineOf(kind, width, height)
    const corners = cornersOf(path)
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    expect(Math.min(...xs)).toBeCloseTo(stroke / 2)
    expect(Math.min(...ys)).toBeCloseTo(stroke / 2)
    expect(Math.max(...xs)).toBeCloseTo(width - stroke / 2)
    expect(Math.max(...ys)).toBeCloseTo(height - stroke / 2)
    for (const [x, y] of cornersOf(detail ?? '')) {
      expect(x).toBeGreaterThan(width / 2)
      expect(x).toBeLessThanOrEqual(width - stroke / 2)
      expect(y).toBeGreaterThanOrEqual(stroke / 2)
      expect(y).toBeLessThan(height / 2)
    }
  })

  it.each(cases)('goes once around without turning back (%s, %d × %d px)', (kind, width, height) => {
    const corners = cornersOf(outlineOf(kind, width, height).path)
    expect(corners.at(-1)).not.toEqual(corners.at(-2))
    for (const [index, [x, y]] of corners.entries()) {
      const [beforeX, beforeY] = corners.at(index - 1) ?? [NaN, NaN]
      const [afterX, afterY] = corners[(index + 1) % corners.length] ?? [NaN, NaN]
      const turn = (x - beforeX) * (afterY - y) - (y - beforeY) * (afterX - x)
      expect(turn, `corner ${index}`).toBeGreaterThanOrEqual(-1e-9)
    }
  })

  it('ends with Z, so that it can be filled', () => {
    for (const kind of nodeKindNames) expect(outlineOf(kind, 200, 80).path).toMatch(/^M.*Z$/)
  })

  it('is another one for each kind, without a look at colour', () => {
    const looks = nodeKindNames.map((kind) => JSON.stringify(outlineOf(kind, 240, 96)))
    expect(new Set(looks).size).toBe(nodeKindNames.length)
  })

  it('tells the four kinds that everybody meets by form, not by dashes', () => {
    const forms = (['claim', 'evidence', 'recommendation', 'counterpoint'] satisfies NodeKind[]).map(
      (kind) => {
        const { path, dashed } = outlineOf(kind, 240, 96)
        expect(dashed).toBeUndefined()
        return path
      },
    )
    expect(new Set(forms).size).toBe(4)
  })

  it('repeats itself for the same box', () => {
    expect(outlineOf('evidence', 200, 80)).toEqual(outlineOf('evidence', 200, 80))
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawGraph } from '../../../src/formats/drawing/draw.ts'
import type { Drawing, DrawingItem } from '../../../src/formats/drawing/drawing.ts'
import { pictureThemes, usualPicture } from '../../../src/formats/drawing/picture.ts'
import { writePng } from '../../../src/formats/png/write.ts'
import { readGraph } from '../../../src/formats/json/read.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { canvasInNode, pixelsOf } from '../../support/canvas-in-node.ts'

const measurer = createInterMeasurer()
const names = readdirSync('graphs').filter((name) => name.endsWith('.json') && !name.includes('schema'))

type Point = readonly [x: number, y: number]
interface Line {
  readonly element: string
  /** Straight pieces, px. */
  readonly pieces: readonly (readonly [from: Point, to: Point])[]
}

/** The lines of relations, found in the drawing itself. */
function linesOf(items: readonly DrawingItem[], [x, y]: Point = [0, 0], element?: string): Line[] {
  return items.flatMap((item) => {
    if (item.kind === 'group') {
      const [left, top] = item.at ?? [0, 0]
      const inside = item.role.startsWith('relation ') ? item.element : element
      return linesOf(item.items, [x + left, y + top], inside)
    }
    if (item.kind !== 'path' || element === undefined || item.stroke === undefined || item.fill !== undefined)
      return []
    return [{ element, pieces: straightPieces(item.d, [x, y]) }]
  })
}

/** Between two points joined by L; curves are left out. */
function straightPieces(d: string, [left, top]: Point): [Point, Point][] {
  const pieces: [Point, Point][] = []
  let at: Point = [0, 0]
  for (const [, letter, list = ''] of d.matchAll(/([MLQ])([^A-Z]*)/g)) {
    const numbers = list.trim().split(/[ ,]+/).map(Number)
    const end: Point = [(numbers.at(-2) ?? 0) + left, (numbers.at(-1) ?? 0) + top]
    if (letter === 'L') pieces.push([at, end])
    at = end
  }
  return pieces
}

async function pictureOf(drawing: Drawing, scale: number) {
  const made = await writePng(drawing, { scale, tiles: false }, canvasInNode())
  const [file] = made.ok ? made.value : []
  return pixelsOf(file?.content ?? new Uint8Array())
}

describe('the graphs as PNG', () => {
  it.each(names)(
    '%s: every relation has a line that differs from the background along its way',
    async (name) => {
      const read = readGraph(readFileSync(`graphs/${name}`, 'utf8'))
      const graph = read.ok ? read.value : undefined
      expect(graph).toBeDefined()
      if (!graph) return
      const drawing = drawGraph(graph, { ...usualPicture, theme: 'print' }, { measurer })
      const lines = linesOf(drawing.items)
      expect(new Set(lines.map(({ element }) => element))).toEqual(new Set(Object.keys(graph.relations)))
      const picture = await pictureOf(drawing, 1)
      for (const { element, pieces } of lines) {
        let [dark, all] = [0, 0]
        for (const [[x1, y1], [x2, y2]] of pieces) {
          const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1))
          for (let step = 0; step < steps; step += 1) {
            const x = Math.floor(x1 + ((x2 - x1) * step) / steps)
            const y = Math.floor(y1 + ((y2 - y1) * step) / steps)
            all += 1
            dark +=
              Math.min(picture.at(x, y)[0], picture.at(x - 1, y)[0], picture.at(x, y - 1)[0]) < 200 ? 1 : 0
          }
        }
        expect(dark / Math.max(1, all), `${name}: ${element}`).toBeGreaterThan(0.35)
      }
    },
  )

  it.each(pictureThemes)('are painted in the theme %s, each with a page of its own', async (theme) => {
    const read = readGraph(readFileSync('graphs/pro-and-con.json', 'utf8'))
    const graph = read.ok ? read.value : undefined
    const drawing = graph && drawGraph(graph, { ...usualPicture, theme, transparent: false }, { measurer })
    const picture = drawing && (await pictureOf(drawing, 1))
    const corner = picture?.at(1, 1).slice(0, 3) ?? []
    expect(`#${corner.map((value) => value.toString(16).padStart(2, '0')).join('')}`).toBe(
      drawing?.background,
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { Drawing, DrawingItem, TextItem } from '../../../src/formats/drawing/drawing.ts'
import { pngResolution, readPngText } from '../../../src/formats/png/chunks.ts'
import { explainPngError, writePng } from '../../../src/formats/png/write.ts'
import { advanceOf } from '../../../src/scene/measure/advances.ts'
import { canvasInNode, pixelsOf } from '../../support/canvas-in-node.ts'

function drawingOf(items: readonly DrawingItem[], extra: Partial<Drawing> = {}): Drawing {
  return { width: 200, height: 100, title: '', description: '', background: '#ffffff', items, ...extra }
}

async function paint(drawing: Drawing, scale = 1): Promise<Uint8Array> {
  const made = await writePng(drawing, { scale, tiles: false }, canvasInNode())
  if (!made.ok) throw new Error(explainPngError(made.error))
  const [file] = made.value
  if (!file) throw new Error('no file')
  return file.content
}

const square: DrawingItem = { kind: 'path', d: 'M0 0H10V10H0Z', fill: '#ff0000' }

function line(extra: Partial<TextItem>): Drawing {
  return drawingOf([
    {
      kind: 'text',
      text: 'Roads lower trade costs',
      x: 10,
      y: 50,
      size: 14,
      weight: 400,
      fill: '#000000',
      ...extra,
    },
  ])
}

/** From the first to the last column of pixels that is not white, and how dark all are together. */
async function inkOf(drawing: Drawing): Promise<{ left: number; right: number; darkness: number }> {
  const scale = 4
  const { width, data } = await pixelsOf(await paint(drawing, scale))
  let [left, right, darkness] = [width, 0, 0]
  for (let index = 0; index < data.length; index += 4) {
    const dark = 255 - (data[index] ?? 255)
    if (dark < 60) continue
    const x = (index / 4) % width
    left = Math.min(left, x)
    right = Math.max(right, x)
    darkness += dark
  }
  return { left: left / scale, right: (right + 1) / scale, darkness }
}

describe('writePng', () => {
  it('paints at the scale asked, with a resolution that keeps the size on paper', async () => {
    const png = await paint(drawingOf([square]), 3)
    const picture = await pixelsOf(png)
    expect([picture.width, picture.height]).toEqual([600, 300])
    expect(picture.at(29, 29)).toEqual([255, 0, 0, 255])
    expect(picture.at(31, 31)).toEqual([255, 255, 255, 255])
    expect(pngResolution(png)).toBe(11_339)
  })

  it('leaves what has no background transparent', async () => {
    const { background: _, ...clear } = drawingOf([square])
    const picture = await pixelsOf(await paint(clear))
    expect(picture.at(50, 50)).toEqual([0, 0, 0, 0])
    expect(picture.at(5, 5)).toEqual([255, 0, 0, 255])
  })

  it('moves what groups hold, also groups in groups, and later items cover earlier ones', async () => {
    const blue: DrawingItem = { kind: 'path', d: 'M0 0H10V10H0Z', fill: '#0000ff' }
    const inner: DrawingItem = { kind: 'group', role: '', at: [30, 5], items: [square] }
    const outer: DrawingItem = { kind: 'group', role: '', at: [100, 20], items: [inner, blue] }
    const picture = await pixelsOf(await paint(drawingOf([square, outer, blue])))
    expect(picture.at(135, 30)).toEqual([255, 0, 0, 255])
    expect(picture.at(105, 25)).toEqual([0, 0, 255, 255])
    expect(picture.at(5, 5)).toEqual([0, 0, 255, 255])
  })

  it('lets what is below a translucent fill show through, but not below its border', async () => {
    const veil: DrawingItem = {
      ...square,
      fill: '#000000',
      fillOpacity: 0.5,
      stroke: '#00ff00',
      strokeWidth: 2,
    }
    const picture = await pixelsOf(
      await paint(drawingOf([{ kind: 'group', role: '', at: [20, 20], items: [veil] }])),
    )
    expect(picture.at(25, 25)[0]).toBeGreaterThan(120)
    expect(picture.at(25, 25)[0]).toBeLessThan(135)
    expect(picture.at(20, 25)).toEqual([0, 255, 0, 255])
  })

  it('breaks dashed lines and only those', async () => {
    const stroke = { kind: 'path', stroke: '#000000', strokeWidth: 4 } as const
    const picture = await pixelsOf(
      await paint(
        drawingOf([
          { ...stroke, d: 'M0 20H200', dash: [6, 4] },
          { ...stroke, d: 'M0 40H200' },
        ]),
      ),
    )
    const whites = (y: number) =>
      Array.from({ length: 200 }, (_, x) => picture.at(x, y)[0]).filter((red) => red > 200)
    expect(whites(20).length).toBeGreaterThan(60)
    expect(whites(40)).toEqual([])
  })

  it('draws text in Inter: as wide as its advances say, which another font is not', async () => {
    for (const weight of [400, 500, 600] as const) {
      const { left, right } = await inkOf(line({ weight }))
      const width = advanceOf('Roads lower trade costs', 14, weight)
      // Kerning and the blank sides of letters; other fonts of this kind differ by 6 %.
      expect(Math.abs((right - left) / width - 1)).toBeLessThan(0.025)
    }
  })

  it('draws each weight bolder than the one before', async () => {
    const darkness = []
    for (const weight of [400, 500, 600, 700] as const)
      darkness.push((await inkOf(line({ weight }))).darkness)
    expect(darkness.toSorted((a, b) => a - b)).toEqual(darkness)
    expect((darkness[2] ?? 0) / (darkness[0] ?? 1)).toBeGreaterThan(1.15)
  })

  it('draws italics in another form', async () => {
    expect((await inkOf(line({ italic: true }))).right).not.toBe((await inkOf(line({}))).right)
  })

  it('puts the start, the middle or the end of a text at its place, by its own direction', async () => {
    const text = 'Roads'
    const width = advanceOf(text, 14, 400)
    const start = await inkOf(line({ text, x: 100 }))
    const middle = await inkOf(line({ text, x: 100, anchor: 'middle' }))
    const end = await inkOf(line({ text, x: 100, anchor: 'end' }))
    const arabic = await inkOf(line({ text: 'الطرق', x: 100, direction: 'rtl' }))
    expect(Math.abs(start.left - 100)).toBeLessThan(2)
    expect(Math.abs(middle.left - (100 - width / 2))).toBeLessThan(2)
    expect(Math.abs(end.right - 100)).toBeLessThan(2)
    expect(Math.abs(arabic.right - 100)).toBeLessThan(2)
  })

  it('carries the document when asked to', async () => {
    const request = { scale: 1, tiles: false, document: '{"title": "Straße"}' }
    const made = await writePng(drawingOf([square]), request, canvasInNode())
    const [file] = made.ok ? made.value : []
    expect(await readPngText(file?.content ?? new Uint8Array(), 'counterpoint')).toEqual({
      ok: true,
      value: '{"title": "Straße"}',
    })
  })

  it('refuses what is beyond the limits without making a canvas', async () => {
    const surroundings = canvasInNode({ side: 150, pixels: 20_000 })
    let canvases = 0
    const made = await writePng(
      drawingOf([square]),
      { scale: 1, tiles: false },
      {
        ...surroundings,
        createCanvas: (width, height) => {
          canvases += 1
          return surroundings.createCanvas(width, height)
        },
      },
    )
    expect(made).toMatchObject({ ok: false, error: { kind: 'tooLarge' } })
    expect(canvases).toBe(0)
  })

  it('gives tiles which put together are the whole picture', async () => {
    const drawing = drawingOf([
      { kind: 'path', d: 'M10 10L190 90M30 90Q100 0 170 80', stroke: '#205090', strokeWidth: 3 },
      { kind: 'group', role: '', at: [60, 30], items: [square] },
    ])
    const whole = await pixelsOf(await paint(drawing, 2))
    const made = await writePng(
      drawing,
      { scale: 2, tiles: true, document: '{}' },
      canvasInNode({ side: 130, pixels: 9000 }),
    )
    const files = made.ok ? made.value : []
    expect(files.length).toBeGreaterThan(8)
    expect(files[0]?.suffix).toBe('-a1')
    let left = 0
    let top = 0
    for (const { content } of files) {
      const tile = await pixelsOf(content)
      for (let y = 0; y < tile.height; y += 7) {
        for (let x = 0; x < tile.width; x += 7) {
          const difference = tile
            .at(x, y)
            .map((value, index) => Math.abs(value - (whole.at(left + x, top + y)[index] ?? 0)))
          // Edges are smoothed a little differently where a picture ends.
          expect(Math.max(...difference)).toBeLessThan(48)
        }
      }
      left += tile.width
      if (left === whole.width) [left, top] = [0, top + tile.height]
    }
    expect([left, top]).toEqual([0, whole.height])
  })

  it('never takes an empty picture for one', async () => {
    for (const encode of [
      () => Promise.resolve(new Uint8Array()),
      () => Promise.reject(new Error('out of memory')),
      () => paint(drawingOf([], { width: 1, height: 1 })),
    ]) {
      const made = await writePng(
        drawingOf([square]),
        { scale: 1, tiles: false },
        { ...canvasInNode(), encode },
      )
      expect(made).toMatchObject({ ok: false, error: { kind: 'notPainted' } })
    }
  })
})

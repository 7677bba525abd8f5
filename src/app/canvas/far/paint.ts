/**
 * Draws a far picture into a 2D canvas: shapes and colours by kind, lines by kind, names of places. What a
 * tile's shapes look like is kept as a path between frames, so that a frame costs no more than filling it.
 */
import type { ElementId } from '../../../model/graph.ts'
import { nodeKindNames, type NodeKind, type RelationKind } from '../../../model/kinds.ts'
import type { Box, NodeBox, ScenePath } from '../../../scene/scene.ts'
import { outlineOf } from '../../../scene/shapes.ts'
import { touches } from '../scene-window.ts'
import { namesThatFit, type FarPicture, type Tile } from './far-picture.ts'

/** The colours of the theme, read from the page's style. */
export interface Palette {
  readonly canvas: string
  readonly ink: string
  readonly line: string
  readonly accent: string
  readonly kinds: Readonly<Record<NodeKind, { readonly fill: string; readonly stroke: string }>>
  readonly lines: Readonly<Record<RelationKind, string>>
  /** Tints of section frames, by turns. */
  readonly sections: readonly string[]
  readonly font: string
}

/** How the window stands on the map: screen px = map px × zoom + offset. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}

/** What stands out or stands back. */
export interface Emphasis {
  readonly selected: ReadonlySet<ElementId>
  readonly dimmed: ReadonlySet<ElementId>
}

/** Reads the theme's colours from an element of the page. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const kind = (name: NodeKind) => ({ fill: colour(`--${name}-fill`), stroke: colour(`--${name}`) })
  return {
    canvas: colour('--canvas'),
    ink: colour('--ink'),
    line: colour('--line-2'),
    accent: colour('--accent'),
    kinds: Object.fromEntries(nodeKindNames.map((name) => [name, kind(name)])) as Palette['kinds'],
    lines: {
      supports: colour('--support'),
      attacks: colour('--objection'),
      addresses: colour('--neutral'),
      restates: colour('--neutral'),
    },
    sections: [1, 2, 3, 4, 5, 6].map((tint) => colour(`--section-${tint}`)),
    font: style.fontFamily,
  }
}

/** Below this zoom a box is a few px high: its shape could not be told from a plain one. */
const plainBelow = 0.1

interface Shapes {
  readonly boxes: Map<NodeKind, Path2D>
  readonly lines: Map<RelationKind, Path2D>
}

const drawn = new WeakMap<Tile, { plain?: Shapes; shaped?: Shapes }>()

/** Draws the whole picture; the canvas's own pixels are `ratio` to a px of the screen. */
export function paintFar(
  context: CanvasRenderingContext2D,
  picture: FarPicture,
  {
    view,
    ratio,
    palette,
    emphasis,
  }: {
    readonly view: View
    readonly ratio: number
    readonly palette: Palette
    readonly emphasis: Emphasis
  },
): void {
  const { zoom } = view
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, view.width, view.height)
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * view.x, ratio * view.y)
  const window = {
    x: -view.x / zoom,
    y: -view.y / zoom,
    width: view.width / zoom,
    height: view.height / zoom,
  }
  const tiles = picture.tiles.filter((tile) => touches(tile.bounds, window))
  context.lineJoin = 'round'
  const dims = emphasis.dimmed.size > 0
  for (const frame of picture.frames) {
    context.fillStyle = palette.sections[frame.section % palette.sections.length] ?? palette.line
    context.fillRect(frame.x, frame.y, frame.width, frame.height)
  }
  for (const tile of tiles) {
    const { lines } = shapesOf(tile, zoom < plainBelow)
    context.globalAlpha = dims ? 0.2 : 0.75
    context.lineWidth = Math.min(1.2, 0.35 + 5 * zoom) / zoom
    for (const [kind, path] of lines) {
      context.strokeStyle = palette.lines[kind]
      context.setLineDash(kind === 'attacks' ? [5 / zoom, 3 / zoom] : [])
      context.stroke(path)
    }
  }
  context.setLineDash([])
  for (const tile of tiles) {
    const { boxes } = shapesOf(tile, zoom < plainBelow)
    context.globalAlpha = dims ? 0.25 : 1
    for (const [kind, path] of boxes) paintBoxes(context, path, kind, palette, zoom)
    if (dims || emphasis.selected.size > 0) paintEmphasis(context, tile, { emphasis, palette, zoom, dims })
  }
  context.globalAlpha = 1
  paintNames(context, picture, { view, ratio, palette })
}

function paintBoxes(
  context: CanvasRenderingContext2D,
  path: Path2D,
  kind: NodeKind,
  { kinds }: Palette,
  zoom: number,
): void {
  const { fill, stroke } = kinds[kind]
  context.fillStyle = fill
  context.fill(path)
  // A tint of the kind's own colour, so that kinds differ also where boxes are a few px high.
  const alpha = context.globalAlpha
  context.globalAlpha = alpha * 0.4
  context.fillStyle = stroke
  context.fill(path)
  context.globalAlpha = alpha
  if (zoom < 0.04) return
  context.strokeStyle = stroke
  context.lineWidth = (kind === 'recommendation' ? 2 : 1.2) / zoom
  context.stroke(path)
}

function paintEmphasis(
  context: CanvasRenderingContext2D,
  tile: Tile,
  { emphasis, palette, zoom, dims }: { emphasis: Emphasis; palette: Palette; zoom: number; dims: boolean },
): void {
  context.globalAlpha = 1
  for (const [kind, boxes] of tile.boxes) {
    for (const box of boxes) {
      if (dims && !emphasis.dimmed.has(box.id)) {
        paintBoxes(context, shapeOf(kind, box, zoom < plainBelow), kind, palette, zoom)
      }
      if (!emphasis.selected.has(box.id)) continue
      context.strokeStyle = palette.accent
      context.lineWidth = 3 / zoom
      const gap = 4 / zoom
      context.strokeRect(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap)
    }
  }
}

const nameSize = { section: 15, statement: 12 } as const

function paintNames(
  context: CanvasRenderingContext2D,
  { names }: FarPicture,
  { view, ratio, palette }: { readonly view: View; readonly ratio: number; readonly palette: Palette },
): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.textBaseline = 'middle'
  context.textAlign = 'center'
  const fontOf = (importance: 'section' | 'statement') =>
    `${importance === 'section' ? 700 : 600} ${nameSize[importance]}px ${palette.font}`
  const shown = namesThatFit(names, (name) => {
    const x = (name.box.x + name.box.width / 2) * view.zoom + view.x
    const middle = name.box.y + (name.importance === 'section' ? 0 : name.box.height / 2)
    const y = middle * view.zoom + view.y
    if (x < 0 || y < 0 || x > view.width || y > view.height) return undefined
    context.font = fontOf(name.importance)
    const width = context.measureText(name.text).width + 12
    const height = nameSize[name.importance] + 8
    return { x: x - width / 2, y: y - height / 2, width, height }
  })
  for (const { name, box } of shown) {
    context.globalAlpha = 0.88
    context.fillStyle = palette.canvas
    context.beginPath()
    context.roundRect(box.x, box.y, box.width, box.height, 5)
    context.fill()
    context.globalAlpha = 1
    context.font = fontOf(name.importance)
    context.fillStyle = palette.ink
    context.fillText(name.text, box.x + box.width / 2, box.y + box.height / 2 + 0.5)
  }
}

function shapesOf(tile: Tile, plain: boolean): Shapes {
  let kept = drawn.get(tile)
  if (!kept) {
    kept = {}
    drawn.set(tile, kept)
  }
  return (kept[plain ? 'plain' : 'shaped'] ??= makeShapes(tile, plain))
}

function makeShapes(tile: Tile, plain: boolean): Shapes {
  const boxes = new Map<NodeKind, Path2D>()
  for (const [kind, members] of tile.boxes) {
    const path = new Path2D()
    for (const box of members) {
      if (plain) path.rect(box.x, box.y, box.width, box.height)
      else path.addPath(shapeOf(kind, box, false))
    }
    boxes.set(kind, path)
  }
  const lines = new Map<RelationKind, Path2D>()
  for (const [kind, members] of tile.lines) lines.set(kind, pathThrough(members))
  return { boxes, lines }
}

function shapeOf(kind: NodeKind, box: NodeBox, plain: boolean): Path2D {
  const path = new Path2D()
  if (plain) path.rect(box.x, box.y, box.width, box.height)
  else {
    const outline = new Path2D(outlineOf(kind, box.width, box.height).path)
    path.addPath(outline, new DOMMatrix().translate(box.x, box.y))
  }
  return path
}

function pathThrough(members: readonly ScenePath[]): Path2D {
  const path = new Path2D()
  for (const { points } of members) {
    for (const [index, [x, y]] of points.entries()) {
      if (index === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
  }
  return path
}

/** What the overview in the corner draws. */
interface OverviewDrawing {
  readonly boxes: readonly NodeBox[]
  /** What decides a box's colour; undefined for what is not drawn. */
  readonly kindOf: (box: NodeBox) => NodeKind | undefined
  /** The part of the plane that fills the canvas. */
  readonly bounds: Box
  /** Canvas px for one px of the plane. */
  readonly scale: number
  readonly palette: Palette
}

/**
 * Draws boxes as plain rectangles, some hundreds at each step. They are drawn out of sight and shown together
 * in the end, so that nobody sees half of it.
 */
export function* overviewSteps(
  canvas: HTMLCanvasElement,
  { boxes, kindOf, bounds, scale, palette }: OverviewDrawing,
): Generator<undefined, void> {
  const hidden = new OffscreenCanvas(canvas.width, canvas.height)
  const [context, shown] = [hidden.getContext('2d'), canvas.getContext('2d')]
  if (!context || !shown) return
  context.setTransform(scale, 0, 0, scale, -bounds.x * scale, -bounds.y * scale)
  for (const [index, box] of boxes.entries()) {
    const kind = kindOf(box)
    if (kind) {
      context.fillStyle = palette.kinds[kind].stroke
      context.fillRect(box.x, box.y, box.width, box.height)
    }
    if (index % 250 === 249) yield
  }
  shown.clearRect(0, 0, canvas.width, canvas.height)
  shown.drawImage(hidden, 0, 0)
}

/**
 * From a document and a person's choices to a drawing: the part of the map, laid out, as plain shapes and
 * lines of text, with title, legend and sources around it. What is drawn is drawn whole: every text of
 * every visible statement, every relation with its line, sign and word. The same arguments give the same
 * drawing, in a browser, a worker or Node.
 */
import type { ArgumentGraph, RelationId, SourceId } from '../../model/graph.ts'
import { foldedGraph } from '../../model/fold.ts'
import { evaluate } from '../../reasoning/evaluate.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { layoutScene } from '../../scene/layout/layout.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import type { Box, Scene } from '../../scene/scene.ts'
import type { Block } from './block.ts'
import { pictureColours, type PictureColours } from './colours.ts'
import type { Drawing, DrawingItem, GroupItem } from './drawing.ts'
import { drawFold, drawFrames, foldReach, moved, placeFrames, type PlacedFrame } from './frames.ts'
import { legendBlock } from './legend.ts'
import { drawNode } from './node.ts'
import { obstaclesOf } from './obstacles.ts'
import { graphOfPart, wordsOfPart } from './part.ts'
import type { PictureOptions, PicturePart } from './picture.ts'
import { drawLines, drawMarks, placeMarks, type Mark } from './relation.ts'
import { signReach } from './signs.ts'
import { numbersOfSources, sourceList } from './source-list.ts'
import { titleBlock } from './title-block.ts'

export interface DrawContext {
  readonly measurer: TextMeasurer
  /** Of the whole document; found out here if it is to be shown and not given. */
  readonly evaluation?: Pick<Evaluation, 'of' | 'circular' | 'unsettled'>
  /** What `sceneOfPicture` gives for these very arguments, where that is at hand. */
  readonly scene?: Scene
}

/** Around everything, px. */
const margin = 32
/** Between the title, the map, and what follows it. */
const [belowTitle, aboveFooter, betweenBlocks] = [28, 40, 28]
/** A picture with words around the map is at least this wide between its margins. */
const leastWidth = 420
/** Wider than this nothing is read from left to right. */
const greatestMeasure = 2400

/** Draws a document. Never fails for a valid one; a part without anything in it gives its title alone. */
export function drawGraph(graph: ArgumentGraph, options: PictureOptions, context: DrawContext): Drawing {
  const part = graphOfPart(graph, options.what)
  const scene = context.scene ?? sceneOfPicture(graph, options, context.measurer)
  const colours = pictureColours[options.theme]
  const { measurer } = context
  const evaluation = options.evaluation ? (context.evaluation ?? evaluate(graph)) : undefined
  const nodes = scene.nodes.map(({ id }) => id)
  const numbers = options.sources ? numbersOfSources(part, nodes) : new Map<string, number>()
  const map = mapBlock({ graph: part, scene, numbers, evaluation, measurer, colours })

  const hasWords = options.title || options.legend || numbers.size > 0
  const width = Math.max(map.width, hasWords ? leastWidth : 0)
  const block = { graph: part, scene, colours, measurer, width: Math.min(width, greatestMeasure) }
  const head = options.title ? [titleBlock({ ...block, width, what: options.what })] : []
  const foot = [
    ...(options.legend
      ? [legendBlock({ ...block, graph: foldedGraph(part), evaluation: options.evaluation })]
      : []),
    ...(numbers.size > 0 ? [sourceList(part, numbers, block)] : []),
  ].filter(({ items }) => items.length > 0)

  const items: DrawingItem[] = []
  let y = margin
  const put = (space: number, { role, origin = [0, 0], height, items: inside }: Block) => {
    if (inside.length === 0) return
    y += items.length === 0 ? 0 : space
    items.push({ kind: 'group', role, at: [margin - origin[0], y - origin[1]], items: inside })
    y += height
  }
  for (const each of head) put(0, each)
  put(belowTitle, map)
  for (const [index, each] of foot.entries()) {
    if (index === 0 && items.length > 0) {
      const d = `M${margin} ${y + aboveFooter / 2}h${width}`
      items.push({ kind: 'path', d, stroke: colours.rule, strokeWidth: 1 })
    }
    put(index === 0 ? aboveFooter : betweenBlocks, each)
  }
  return {
    width: width + 2 * margin,
    height: y + margin,
    ...(!options.transparent && { background: colours.page }),
    title: [part.title, wordsOfPart(graph, options.what)].filter(Boolean).join(' – '),
    description: descriptionOf(part, scene, options.what),
    items,
  }
}

/**
 * The scene that a picture shows, for a caller who draws the same part more than once. Rows for how
 * statements stand are kept when the picture shows it.
 */
export function sceneOfPicture(
  graph: ArgumentGraph,
  { what, evaluation }: Pick<PictureOptions, 'what' | 'evaluation'>,
  measurer: TextMeasurer,
): Scene {
  return layoutScene(graphOfPart(graph, what), { measurer, verdicts: evaluation })
}

interface MapContext {
  readonly graph: ArgumentGraph
  readonly scene: Scene
  readonly numbers: ReadonlyMap<SourceId, number>
  readonly evaluation: DrawContext['evaluation']
  readonly measurer: TextMeasurer
  readonly colours: PictureColours
}

const noRelations: ReadonlySet<RelationId> = new Set()

/** The map itself, in layers: areas, lines, marks on them, statements. */
function mapBlock({ graph, scene, numbers, evaluation, measurer, colours }: MapContext): Block {
  // Relations are drawn between what is drawn: boxes of sections that are folded have taken their ends.
  const relations = {
    graph: foldedGraph(graph),
    colours,
    measurer,
    circular: evaluation?.circular ?? noRelations,
  }
  const nodes = { graph, colours, measurer, sourceNumbers: numbers, ...(evaluation && { evaluation }) }
  const taken = obstaclesOf(scene)
  const frames = placeFrames(scene, measurer, taken)
  const marks = placeMarks(scene, relations, taken)
  const extent = extentOf(scene, frames, marks)
  const layers: readonly (readonly [role: string, items: readonly DrawingItem[]])[] = [
    ['frames', drawFrames(graph, frames, colours)],
    ['relations', drawLines(scene, relations)],
    ['marks', drawMarks(scene, marks, relations)],
    [
      'nodes',
      scene.nodes.flatMap((box) =>
        box.section === undefined ? (drawNode(box, nodes) ?? []) : drawFold(graph, box, box.section, colours),
      ),
    ],
  ]
  return {
    role: 'map',
    origin: [extent.x, extent.y],
    width: extent.width,
    height: extent.height,
    items: layers.flatMap(([role, items]): GroupItem[] =>
      items.length === 0 ? [] : [{ kind: 'group', role, items }],
    ),
  }
}

/** Around all that is drawn of a scene, on whole px. */
function extentOf(scene: Scene, frames: readonly PlacedFrame[], marks: readonly Mark[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const add = (x: number, y: number, width: number, height: number) => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  const addBox = ({ x, y, width, height }: Box) => add(x, y, width, height)
  for (const box of scene.nodes) {
    addBox(box)
    if (box.section !== undefined) add(box.x + foldReach, box.y + foldReach, box.width, box.height)
  }
  for (const box of [...scene.junctions, ...scene.frames]) addBox(box)
  for (const { points } of scene.paths) for (const point of points) add(point[0] - 1, point[1] - 1, 2, 2)
  for (const { frame, place, title } of frames) if (title !== '') addBox(moved(place, frame))
  for (const { path, place } of marks) {
    addBox(place)
    if (!path.sign) continue
    const [x, y] = path.sign
    add(x - signReach, y - signReach, 2 * signReach, 2 * signReach)
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 }
  const [x, y] = [Math.floor(left), Math.floor(top)]
  return { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y }
}

/** "Argument map of 7 statements and 6 relations." and, for the whole, what the document says about itself. */
function descriptionOf({ description }: ArgumentGraph, scene: Scene, { part }: PicturePart): string {
  const statements = scene.nodes.filter(({ section }) => section === undefined).length
  const relations = new Set(scene.paths.map(({ id }) => id)).size
  const count = `Argument map of ${counted(statements, 'statement')} and ${counted(relations, 'relation')}.`
  return description === undefined || part !== 'all' ? count : `${count} ${description}`
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/**
 * From a document and a person's choices to a drawing: the part of the map, laid out, as plain shapes and
 * lines of text, with title, legend and sources around it. What is drawn is drawn whole: every text of
 * every visible statement, every relation with its line, sign and word. The same arguments give the same
 * drawing, in a browser, a worker or Node.
 */
import { nodeAt, relationAt, type ArgumentGraph, type RelationId } from '../../model/graph.ts'
import { countOfElements } from '../../model/naming.ts'
import { evaluate } from '../../reasoning/evaluate.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { layoutScene } from '../../scene/layout/layout.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import type { Scene } from '../../scene/scene.ts'
import type { Block } from './block.ts'
import { pictureColours, type PictureColours } from './colours.ts'
import type { Drawing, DrawingItem, GroupItem } from './drawing.ts'
import { drawFrames } from './frames.ts'
import { legendBlock } from './legend.ts'
import { drawNode } from './node.ts'
import { graphOfPart, wordsOfPart } from './part.ts'
import type { PictureOptions } from './picture.ts'
import { drawLines, drawMarks } from './relation.ts'
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
const greatestMeasure = 1800

/** Draws a document. Never fails for a valid one; a part without anything in it gives its title alone. */
export function drawGraph(graph: ArgumentGraph, options: PictureOptions, context: DrawContext): Drawing {
  const part = graphOfPart(graph, options.what)
  const scene = context.scene ?? sceneOfPicture(graph, options, context.measurer)
  const colours = pictureColours[options.theme]
  const { measurer } = context
  const evaluation = options.evaluation ? (context.evaluation ?? evaluate(graph)) : undefined
  const nodes = scene.nodes.map(({ id }) => id)
  const numbers = options.sources ? numbersOfSources(part, nodes) : new Map<string, number>()
  const hasWords = options.title || options.legend || numbers.size > 0
  const width = Math.max(Math.ceil(scene.bounds.width), hasWords ? leastWidth : 0)
  const measure = Math.min(width, greatestMeasure)
  const blockContext = { graph: part, scene, colours, measurer, width: measure }

  const head = options.title ? titleBlock({ ...blockContext, width, what: options.what }) : undefined
  const legend = options.legend ? legendBlock({ ...blockContext, evaluation: options.evaluation }) : undefined
  const sources = numbers.size > 0 ? sourceList(part, numbers, blockContext) : undefined

  const items: DrawingItem[] = []
  let y = margin
  const put = (role: string, block: Block | undefined) => {
    if (!block || block.items.length === 0) return
    items.push({ kind: 'group', role, at: [margin, y], items: block.items })
    y += block.height
  }
  put('title', head)
  if (head && head.items.length > 0 && scene.nodes.length > 0) y += belowTitle
  items.push(drawMap({ graph: part, scene, numbers, evaluation, measurer, colours, at: [margin, y] }))
  y += Math.ceil(scene.bounds.height)
  const footer = [
    { role: 'legend', block: legend },
    { role: 'sources', block: sources },
  ].filter(({ block }) => block && block.items.length > 0)
  for (const [index, { role, block }] of footer.entries()) {
    y += index === 0 ? aboveFooter : betweenBlocks
    if (index === 0) {
      items.push(rule(margin, y - aboveFooter / 2, width, colours))
    }
    put(role, block)
  }
  return {
    width: width + 2 * margin,
    height: y + margin,
    ...(!options.transparent && { background: colours.page }),
    title: [part.title, wordsOfPart(graph, options.what)].filter(Boolean).join(' – '),
    description: descriptionOf(part, scene),
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
  readonly numbers: ReadonlyMap<string, number>
  readonly evaluation: DrawContext['evaluation']
  readonly measurer: TextMeasurer
  readonly colours: PictureColours
  readonly at: readonly [x: number, y: number]
}

const noRelations: ReadonlySet<RelationId> = new Set()

function drawMap({ graph, scene, numbers, evaluation, measurer, colours, at }: MapContext): GroupItem {
  const relations = { graph, colours, measurer, circular: evaluation?.circular ?? noRelations }
  const nodes = { graph, colours, measurer, sourceNumbers: numbers, ...(evaluation && { evaluation }) }
  const [left, top] = [Math.floor(scene.bounds.x), Math.floor(scene.bounds.y)]
  const layer = (role: string, items: readonly DrawingItem[]): GroupItem[] =>
    items.length === 0 ? [] : [{ kind: 'group', role, items }]
  return {
    kind: 'group',
    role: 'map',
    at: [at[0] - left, at[1] - top],
    items: [
      ...layer('frames', drawFrames(graph, scene, colours)),
      ...layer('relations', drawLines(scene, relations)),
      ...layer('marks', drawMarks(scene, relations)),
      ...layer(
        'nodes',
        scene.nodes.flatMap((box) => drawNode(box, nodes) ?? []),
      ),
    ],
  }
}

function rule(x: number, y: number, width: number, colours: PictureColours): DrawingItem {
  return { kind: 'path', d: `M${x} ${y}h${width}`, stroke: colours.rule, strokeWidth: 1 }
}

/** "7 statements and 6 relations." and what the document says about itself. */
function descriptionOf(graph: ArgumentGraph, scene: Scene): string {
  const relations = new Set(scene.paths.map(({ id }) => id))
  const ids = [...scene.nodes.map(({ id }) => id), ...relations].filter(
    (id) => nodeAt(graph, id) ?? relationAt(graph, id),
  )
  const count = `Argument map of ${countOfElements(graph, ids)}.`
  return graph.description === undefined ? count : `${count} ${graph.description}`
}

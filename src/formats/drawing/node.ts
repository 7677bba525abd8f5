/**
 * A statement as it is drawn: its outline, icon and word of its kind, where it stands in its source, every
 * line of its text, how it stands, and its foot. The numbers are those of node-anatomy.ts, so a picture
 * looks like the screen.
 */
import {
  nodeAt,
  type ArgumentGraph,
  type ArgumentNode,
  type Source,
  type SourceId,
} from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { capitalise, nameOfStatement } from '../../model/naming.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import { anatomy, hiddenWords, placeWords, ratingWords } from '../../scene/node-anatomy.ts'
import type { NodeBox } from '../../scene/scene.ts'
import { outlineOf } from '../../scene/shapes.ts'
import { shortCitation } from '../citation.ts'
import { colourOfWord, mixed, type PictureColours } from './colours.ts'
import type { DrawingItem, GroupItem } from './drawing.ts'
import { kindIcon, unfoldIcon } from './icons.ts'
import { baselineIn, directionOf, setLines, widthOf, type TextLook } from './text.ts'
import { drawVerdict, verdictWords, type VerdictContext } from './verdict.ts'

/** What every statement of a picture is drawn with. */
export interface NodeContext extends VerdictContext {
  readonly graph: ArgumentGraph
  readonly measurer: TextMeasurer
  /** The number of each source in the list of sources; empty without a list. */
  readonly sourceNumbers: ReadonlyMap<SourceId, number>
}

/** One statement. */
export function drawNode(box: NodeBox, context: NodeContext): GroupItem | undefined {
  const node = nodeAt(context.graph, box.id)
  if (!node) return undefined
  const { colours } = context
  const textTop = anatomy.headTop + anatomy.headHeight + anatomy.textTop
  const textBottom = textTop + box.text.lines.length * anatomy.lineHeight
  const look: TextLook = { size: 14, weight: node.kind === 'recommendation' ? 600 : 500, fill: colours.ink }
  return {
    kind: 'group',
    role: `node ${node.kind}`,
    element: box.id,
    title: nameOfStatement(node),
    description: descriptionOf(box, node, context),
    at: [box.x, box.y],
    items: [
      ...outline(box, node, colours),
      ...head(box, node, context),
      ...setLines(
        box.text.lines,
        look,
        {
          left: anatomy.side,
          right: box.width - anatomy.side,
          top: textTop,
          lineHeight: anatomy.lineHeight,
        },
        directionOf(node.text),
      ),
      ...(box.verdict ? drawVerdict(box, textBottom, context) : []),
      ...foot(box, node, textBottom + (box.verdict ? anatomy.verdictHeight : 0), context),
    ],
  }
}

function outline(box: NodeBox, node: ArgumentNode, colours: PictureColours): DrawingItem[] {
  const { path, detail, dashed, stroke } = outlineOf(node.kind, box.width, box.height)
  const { line, fill } = colours.kinds[node.kind]
  const shape: DrawingItem = {
    kind: 'path',
    d: path,
    fill,
    stroke: line,
    strokeWidth: stroke,
    ...(dashed && { dash: [5, 4] }),
  }
  return detail === undefined
    ? [shape]
    : [shape, { kind: 'path', d: detail, fill: mixed(line, fill, 0.16), stroke: line, strokeWidth: 1.25 }]
}

/** The least size to which words in the head are set smaller rather than cut off, px. */
const leastSize = 7

function head(box: NodeBox, node: ArgumentNode, context: NodeContext): DrawingItem[] {
  const { colours, measurer } = context
  const colour = colours.kinds[node.kind].line
  const { side, headTop, headHeight, iconSize, headGap } = anatomy
  const y = baselineIn(headTop, headHeight, 11)
  const word = capitalise(nodeKinds[node.kind].label)
  const wordLook: TextLook = { size: 11, weight: 600, fill: colour }
  const left = side + iconSize + headGap
  const items: DrawingItem[] = [
    kindIcon(node.kind, { x: side, y: headTop + (headHeight - iconSize) / 2, size: iconSize, colour }),
    { kind: 'text', text: word, x: left, y, ...wordLook },
  ]
  const place = headPlace(node, context.sourceNumbers)
  if (place !== undefined) {
    const right = box.width - (node.kind === 'evidence' ? 22 : 14)
    const room = right - left - widthOf(word, wordLook, measurer) - headGap
    const width = measurer.widthOf(place, { size: 11, weight: 500 })
    const size = width <= room ? 11 : Math.max(leastSize, Math.floor((110 * room) / width) / 10)
    const isOwn = node.excerpts === undefined
    items.push({
      kind: 'text',
      text: place,
      x: right,
      y,
      size,
      weight: 500,
      fill: colourOfWord(colours, colours.ink3),
      anchor: 'end',
      ...(isOwn && { italic: true }),
    })
  }
  return items
}

/** What stands at the right of the head: "[2] 3 ¶2", "3 ¶2", "own". */
function headPlace(node: ArgumentNode, numbers: ReadonlyMap<SourceId, number>): string | undefined {
  const place = placeWords(node)
  const cited = [...new Set(node.excerpts?.flatMap(({ source }) => numbers.get(source) ?? []))]
  if (cited.length === 0) return place
  return `[${cited.join(', ')}]${place === undefined ? '' : ` ${place}`}`
}

function foot(
  box: NodeBox,
  node: ArgumentNode,
  bottom: number,
  { colours, measurer }: NodeContext,
): DrawingItem[] {
  const rating = ratingWords(node)
  const top = bottom + anatomy.footTop
  const y = baselineIn(top, anatomy.footHeight, 11)
  const items: DrawingItem[] = []
  let x: number = anatomy.side
  if (rating !== undefined) {
    const look: TextLook = { size: 11, weight: 500, fill: colourOfWord(colours, colours.ink3) }
    items.push({ kind: 'text', text: rating, x, y, ...look })
    x = Math.ceil(x + widthOf(rating, look, measurer) + 8)
  }
  if (box.hidden) {
    const words = hiddenWords(box.hidden)
    const colour = colours.ink2
    items.push(unfoldIcon({ x, y: top + (anatomy.footHeight - 12) / 2, size: 12, colour }), {
      kind: 'text',
      text: words,
      x: x + 16,
      y,
      size: 11,
      weight: 600,
      fill: colour,
    })
  }
  return items
}

/** All there is to say about a statement besides its name, in sentences. */
function descriptionOf(
  box: NodeBox,
  node: ArgumentNode,
  { graph, evaluation, sourceNumbers }: NodeContext,
): string {
  const sentences = (node.excerpts ?? []).map(({ source, locator, quote }) => {
    const record = Object.hasOwn(graph.sources, source) ? graph.sources[source] : undefined
    const number = sourceNumbers.get(source)
    const from = record ? citationOf(record) : source
    const place = [from, locator].filter(Boolean).join(', ')
    return `From ${number === undefined ? '' : `[${number}] `}${place}${quote ? `: “${quote}”` : '.'}`
  })
  const rating = ratingWords(node)
  if (rating !== undefined) sentences.push(`${rating}.`)
  if (box.verdict) sentences.push(...verdictWords(box.id, evaluation))
  if (box.hidden) sentences.push(`${hiddenWords(box.hidden)}.`)
  return sentences.join(' ')
}

const citations = new WeakMap<Source, string>()

/** Many statements are taken from one source. */
function citationOf(source: Source): string {
  let citation = citations.get(source)
  if (citation === undefined) {
    citation = shortCitation(source)
    citations.set(source, citation)
  }
  return citation
}

/**
 * A statement as it is drawn: its outline, icon and word of its kind, where it stands in its source, every
 * line of its text, how it stands, and its foot. The numbers are those of node-anatomy.ts, so a picture
 * looks like the screen.
 */
import { nodeAt, type ArgumentGraph, type ArgumentNode, type SourceId } from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { capitalise, nameOfStatement } from '../../model/naming.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { points, scoreMeaning, standingWords, unsettledMeaning } from '../../reasoning/words.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import { anatomy, hiddenWords, placeWords, ratingWords } from '../../scene/node-anatomy.ts'
import type { NodeBox } from '../../scene/scene.ts'
import { outlineOf } from '../../scene/shapes.ts'
import { shortCitation } from '../citation.ts'
import { mixed, type PictureColours } from './colours.ts'
import type { DrawingItem, GroupItem } from './drawing.ts'
import { kindIcon, standingIcon, unfoldIcon } from './icons.ts'
import { baselineIn, directionOf, setLines, widthOf, type TextLook } from './text.ts'

/** What every statement of a picture is drawn with. */
export interface NodeContext {
  readonly graph: ArgumentGraph
  readonly colours: PictureColours
  readonly measurer: TextMeasurer
  /** Present when standing, support and objection are shown. */
  readonly evaluation?: Pick<Evaluation, 'of' | 'unsettled'>
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
      ...(box.verdict ? verdict(box, textBottom, context) : []),
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
      fill: colours.ink3,
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

/** Width of the two bars. */
const barWidth = 72
const barHeight = 4

/** The row with standing and the two bars, objections broken like their lines. */
function verdict(box: NodeBox, rowTop: number, { colours, evaluation }: NodeContext): DrawingItem[] {
  const found = evaluation?.of(box.id)
  if (!evaluation || !found) return []
  const top = rowTop + 4
  const y = baselineIn(top, 20, 11)
  const colour = { holds: colours.support, unresolved: colours.warn, falls: colours.objection }[
    found.standing
  ]
  const { side, iconSize, headGap } = anatomy
  const right = box.width - side
  const items: DrawingItem[] = [
    standingIcon(found.standing, { x: side, y: top + (20 - iconSize) / 2, size: iconSize, colour }),
    {
      kind: 'text',
      text: standingWords[found.standing].label,
      x: side + iconSize + headGap,
      y,
      size: 11,
      weight: 600,
      fill: colours.ink2,
    },
  ]
  if (evaluation.unsettled.has(box.id)) {
    const look = { size: 11, weight: 500, fill: colours.ink3, anchor: 'end' } as const
    return [...items, { kind: 'text', text: 'no steady score', x: right, y, ...look }]
  }
  return [
    ...items,
    ...bar({ x: right - barWidth, y: top + 5 }, found.support, 'support', colours),
    ...bar({ x: right - barWidth, y: top + 11 }, found.objection, 'objection', colours),
  ]
}

/** A bar 4 px high, filled by a share from 0 to 1; objections are broken like their lines. */
export function bar(
  { x, y, width = barWidth }: { readonly x: number; readonly y: number; readonly width?: number },
  share: number,
  side: 'support' | 'objection',
  colours: PictureColours,
): DrawingItem[] {
  const length = (width * points(share)) / 100
  const whole: DrawingItem = { kind: 'path', d: roundedBar(x, y, width), fill: colours.track }
  if (length === 0) return [whole]
  const filled: DrawingItem =
    side === 'support'
      ? { kind: 'path', d: roundedBar(x, y, length), fill: colours.support }
      : {
          kind: 'path',
          d: `M${x} ${y + barHeight / 2}H${round(x + length)}`,
          stroke: colours.objection,
          strokeWidth: barHeight,
          dash: [5, 2],
        }
  return [whole, filled]
}

function roundedBar(x: number, y: number, length: number): string {
  const r = Math.min(barHeight, length) / 2
  return (
    `M${round(x + r)} ${y}H${round(x + length - r)}A${r} ${barHeight / 2} 0 0 1 ${round(x + length - r)} ${y + barHeight}` +
    `H${round(x + r)}A${r} ${barHeight / 2} 0 0 1 ${round(x + r)} ${y}Z`
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
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
    const look: TextLook = { size: 11, weight: 500, fill: colours.ink3 }
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
    const from = record ? shortCitation(record) : source
    const place = [from, locator].filter(Boolean).join(', ')
    return `From ${number === undefined ? '' : `[${number}] `}${place}${quote ? `: “${quote}”` : '.'}`
  })
  const rating = ratingWords(node)
  if (rating !== undefined) sentences.push(`${rating}.`)
  const found = box.verdict ? evaluation?.of(box.id) : undefined
  if (found) {
    const { label, meaning } = standingWords[found.standing]
    const score = evaluation?.unsettled.has(box.id)
      ? unsettledMeaning
      : `Support ${points(found.support)}, objection ${points(found.objection)}. ${scoreMeaning}`
    sentences.push(`${capitalise(label)}. ${meaning} ${score}`)
  }
  if (box.hidden) sentences.push(`${hiddenWords(box.hidden)}.`)
  return sentences.join(' ')
}

/**
 * How a node's box is built, from top to bottom: a head with the kind's icon and word and, at the right,
 * where the statement stands in its source; the text; a foot when there is something to show. The screen
 * and every export draw from these numbers, so that they agree with what was measured. All numbers are px.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ArgumentNode, type NodeId } from '../model/graph.ts'
import { nodeKinds, ratings, relationKinds, type NodeKind } from '../model/kinds.ts'
import { relationsInto } from '../model/structure.ts'
import type { HiddenCount } from './scene.ts'
import type { TextMeasurer, TextStyle } from './measure/text-measurer.ts'

/** Distances inside a box. */
export const anatomy = {
  /** Between the border and text at both sides. */
  side: 12,
  headTop: 9,
  headHeight: 18,
  iconSize: 13,
  /** Between icon and word, and between the word and what stands at the right. */
  headGap: 5,
  /** Room that is always kept for the pin, so that pinning never changes a size. */
  pinWidth: 19,
  textTop: 4,
  lineHeight: 20,
  /** The row with standing and the two bars, between text and foot. */
  verdictHeight: 24,
  footTop: 2,
  footHeight: 20,
  bottom: 11,
  bottomWithFoot: 7,
  /** Size of a junction, both ways. */
  junction: 14,
  /** What a box is wider than its text, beyond the sides: kerning and rounding differ a little. */
  slack: 3,
} as const

/** Widths a box may have; the narrowest with a pleasant ratio is taken. */
const boxWidths = [200, 240, 280, 340, 420] as const

/** A box is to be at most this much of its width tall, if a wider one is left to choose. */
const highestRatio = 0.75

/** The text of a statement. */
function textStyleOf(kind: NodeKind): TextStyle {
  return { size: 14, weight: kind === 'recommendation' ? 600 : 500 }
}

/** The kind's word in the head. */
const headStyle: TextStyle = { size: 11, weight: 600 }
/** The title of a folded section. */
const foldStyle: TextStyle = { size: 14, weight: 600 }
/** A section is wider than most statements, px: it stands for many. */
const foldWidth = 280
/** The locator in the head, and everything in the foot. */
const smallStyle: TextStyle = { size: 11, weight: 500 }

/** What stands at the right of the head: the locator in the source, or "own" for the mapper's own point. */
export function placeWords(node: ArgumentNode): string | undefined {
  if (node.excerpts === undefined) return nodeKinds[node.kind].evaluated ? 'own' : undefined
  return node.excerpts.find((excerpt) => excerpt.locator)?.locator
}

/** "Certainty: low", or undefined for a node without a rating. */
export function ratingWords(node: ArgumentNode): string | undefined {
  return node.rating === undefined ? undefined : `Certainty: ${ratings[node.rating].label}`
}

/** What a collapsed branch says about what it hides: "12 hidden: 7 for, 5 against". */
export function hiddenWords(hidden: HiddenCount): string {
  const parts = [
    hidden.for > 0 ? `${hidden.for} for` : '',
    hidden.against > 0 ? `${hidden.against} against` : '',
  ].filter(Boolean)
  return `${hidden.nodes} hidden${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}

/**
 * Whether a node shows how it stands: claims and recommendations always, anything else that is evaluated
 * once something bears on it, since before that it simply holds.
 */
export function hasVerdict(graph: ArgumentGraph, id: NodeId): boolean {
  const kind = nodeAt(graph, id)?.kind
  if (kind === undefined || !nodeKinds[kind].evaluated) return false
  if (kind === 'claim' || kind === 'recommendation') return true
  return relationsInto(graph, id).some((relation) => {
    const bearing = relationAt(graph, relation)
    return bearing !== undefined && relationKinds[bearing.kind].evaluated
  })
}

/** Everything that decides how large a box is. */
export interface BoxContent {
  readonly node: ArgumentNode
  readonly hidden?: HiddenCount | undefined
  /** Whether a row is kept for standing, support and objection. */
  readonly verdict?: boolean
}

/** Width of the head with nothing cut off. */
function headWidth(node: ArgumentNode, measurer: TextMeasurer): number {
  const word = measurer.widthOf(nodeKinds[node.kind].label, headStyle) + 2
  const place = placeWords(node)
  const right = place === undefined ? 0 : measurer.widthOf(place, smallStyle) + anatomy.headGap
  const fold = node.kind === 'evidence' ? 10 : 0
  return 2 * anatomy.side + anatomy.iconSize + anatomy.headGap + word + anatomy.pinWidth + right + fold
}

/** Width of the foot with nothing cut off; 0 without one. */
function footWidth({ node, hidden }: BoxContent, measurer: TextMeasurer): number {
  const rating = ratingWords(node)
  if (rating === undefined && !hidden) return 0
  const left = rating === undefined ? 0 : measurer.widthOf(rating, smallStyle) + 8
  const right = hidden ? measurer.widthOf(hiddenWords(hidden), headStyle) + 24 : 0
  return 2 * anatomy.side + left + right
}

/** Text and size of a box. Nothing is cut off, except a head too long for the widest box. */
export function measureBox(content: BoxContent, measurer: TextMeasurer) {
  const { node } = content
  const needed = Math.max(headWidth(node, measurer), footWidth(content, measurer))
  const candidates = boxWidths.filter((width) => width >= needed)
  const style = textStyleOf(node.kind)
  const widths = candidates.length > 0 ? candidates : [boxWidths[boxWidths.length - 1] ?? 420]
  let width = widths[0] ?? 420
  // Text of this length cannot fit the narrower boxes well: spare the measuring.
  const length = measurer.widthOf(node.text, style)
  for (width of widths) {
    const lines = Math.ceil(length / textWidth(width))
    if (boxHeight(lines, content) > width * highestRatio && width !== widths.at(-1)) continue
    const text = measurer.measure(node.text, style, textWidth(width))
    const height = boxHeight(text.lines.length, content)
    if (height <= width * highestRatio || width === widths.at(-1)) return { width, height, text }
  }
  throw new Error('boxWidths has no widest box')
}

/** Text and size of the box of a folded section: its title, and its balance in the foot. */
export function measureFold(title: string, balance: string, measurer: TextMeasurer) {
  const needed = measurer.widthOf(balance, smallStyle) + 2 * anatomy.side + anatomy.slack
  const width =
    boxWidths.find((each) => each >= Math.max(needed, foldWidth)) ?? boxWidths[boxWidths.length - 1] ?? 420
  const text = measurer.measure(title, foldStyle, textWidth(width))
  const height = boxHeight(text.lines.length, { node: { kind: 'note', text: title, rating: 'high' } })
  return { width, height, text }
}

function textWidth(width: number): number {
  return width - 2 * anatomy.side - anatomy.slack
}

function boxHeight(lines: number, { node, hidden, verdict = false }: BoxContent): number {
  const hasFoot = hidden !== undefined || node.rating !== undefined
  return (
    anatomy.headTop +
    anatomy.headHeight +
    anatomy.textTop +
    lines * anatomy.lineHeight +
    (hasFoot ? anatomy.footTop + anatomy.footHeight + anatomy.bottomWithFoot : anatomy.bottom) +
    (verdict ? anatomy.verdictHeight : 0)
  )
}

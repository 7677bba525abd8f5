/** How a statement stands, as it is drawn: a sign and a word, and how much speaks for and against it. */
import type { ElementId } from '../../model/graph.ts'
import { capitalise } from '../../model/naming.ts'
import type { Evaluation, Standing } from '../../reasoning/evaluation.ts'
import { points, scoreMeaning, standingWords, unsettledMeaning } from '../../reasoning/words.ts'
import { anatomy } from '../../scene/node-anatomy.ts'
import type { NodeBox } from '../../scene/scene.ts'
import { colourOfWord, type PictureColours } from './colours.ts'
import type { Colour, DrawingItem } from './drawing.ts'
import { standingIcon } from './icons.ts'
import { baselineIn } from './text.ts'

export interface VerdictContext {
  readonly colours: PictureColours
  /** Present when standing, support and objection are shown. */
  readonly evaluation?: Pick<Evaluation, 'of' | 'unsettled'>
}

/** The colour of a standing's sign. */
export function colourOfStanding(colours: PictureColours, standing: Standing): Colour {
  return { holds: colours.support, unresolved: colours.warn, falls: colours.objection }[standing]
}

/** The same in sentences: nothing where nothing is known. */
export function verdictWords(id: ElementId, evaluation: VerdictContext['evaluation']): string[] {
  const found = evaluation?.of(id)
  if (!evaluation || !found) return []
  const { label, meaning } = standingWords[found.standing]
  const score = evaluation.unsettled.has(id)
    ? unsettledMeaning
    : `Support ${points(found.support)}, objection ${points(found.objection)}. ${scoreMeaning}`
  return [`${capitalise(label)}. ${meaning} ${score}`]
}

/** Width of the two bars. */
const barWidth = 72
const barHeight = 4

/** The row with standing and the two bars, objections broken like their lines. */
export function drawVerdict(
  box: NodeBox,
  rowTop: number,
  { colours, evaluation }: VerdictContext,
): DrawingItem[] {
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
    const look = { size: 11, weight: 500, fill: colourOfWord(colours, colours.ink3), anchor: 'end' } as const
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

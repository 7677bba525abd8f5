/** Lines of text in a drawing: where their baseline lies, how wide they are, which way they run. */
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import type { Colour, TextItem } from './drawing.ts'

/** Ascent less descent, halved, of Inter in em: (0.96875 − 0.24121) / 2, from its hhea table. */
const baselineBelowMiddle = 0.364

/** The baseline of a line of this size in a row, as CSS puts it there. */
export function baselineIn(top: number, height: number, size: number): number {
  return Math.round((top + height / 2 + size * baselineBelowMiddle) * 10) / 10
}

/** How a text of a picture is set. */
export interface TextLook {
  readonly size: number
  readonly weight: 400 | 500 | 600
  readonly fill: Colour
  readonly italic?: true
}

const strong = /\p{L}/u
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/** 'rtl' where the first strong character runs from right to left, as with HTML's dir="auto". */
export function directionOf(text: string): 'rtl' | undefined {
  const first = strong.exec(text)?.[0]
  return first !== undefined && rightToLeft.test(first) ? 'rtl' : undefined
}

/** Where a text stands: the row it is in, and the sides between which it is set. */
export interface TextPlace {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly lineHeight: number
}

/** Lines one below the other from the side on which the text begins. Empty lines take room but are no items. */
export function setLines(
  lines: readonly string[],
  look: TextLook,
  place: TextPlace,
  direction: 'rtl' | undefined = directionOf(lines.join(' ')),
): TextItem[] {
  const x = direction === 'rtl' ? place.right : place.left
  const first = baselineIn(place.top, place.lineHeight, look.size)
  const items: TextItem[] = []
  for (const [index, text] of lines.entries()) {
    if (text === '') continue
    const y = Math.round((first + index * place.lineHeight) * 10) / 10
    items.push({ kind: 'text', text, x, y, ...look, ...(direction && { direction }) })
  }
  return items
}

/** Width of a text set in one line, px. */
export function widthOf(text: string, look: TextLook, measurer: TextMeasurer): number {
  return measurer.widthOf(text, { size: look.size, weight: look.weight })
}

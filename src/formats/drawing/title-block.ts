/** The head of a picture: the title of the document, and its description or which part of it is shown. */
import type { ArgumentGraph } from '../../model/graph.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import type { Block } from './block.ts'
import type { PictureColours } from './colours.ts'
import type { DrawingItem } from './drawing.ts'
import { wordsOfPart } from './part.ts'
import type { PicturePart } from './picture.ts'
import { directionOf, setLines, type TextLook } from './text.ts'

export interface TitleContext {
  readonly graph: ArgumentGraph
  readonly what: PicturePart
  readonly colours: PictureColours
  readonly measurer: TextMeasurer
  /** Of the picture between its margins, px. */
  readonly width: number
}

/** The widest measure in which a description is read well, px at the usual size. */
const longestLine = 640

/** Title, part and description. Wide pictures, which are seen from further away, have larger ones. */
export function titleBlock({ graph, what, colours, measurer, width }: TitleContext): Block {
  const scale = Math.min(2.5, Math.max(1, Math.sqrt(width / 900)))
  const size = (px: number) => Math.round(px * scale)
  const items: DrawingItem[] = []
  let bottom = 0
  let right = 0
  const add = (text: string, look: TextLook, lineHeight: number, measure: number) => {
    if (text.trim() === '') return
    const { lines, width: widest } = measurer.measure(text, look, measure)
    // Texts from right to left stand at the right of the measure that they fill.
    const place = { left: 0, right: measure, top: bottom, lineHeight }
    items.push(...setLines(lines, look, place))
    bottom += lines.length * lineHeight
    right = Math.max(right, directionOf(text) === 'rtl' ? measure : widest)
  }
  add(graph.title, { size: size(22), weight: 600, fill: colours.ink }, size(28), width)
  const part = wordsOfPart(graph, what)
  if (part !== undefined) {
    bottom += size(4)
    add(
      part,
      { size: size(14), weight: 500, fill: colours.ink2 },
      size(20),
      Math.min(width, size(longestLine)),
    )
  }
  // It says what the whole is about.
  if (graph.description !== undefined && what.part === 'all') {
    bottom += size(6)
    const look: TextLook = { size: size(13), weight: 400, fill: colours.ink2 }
    add(graph.description, look, size(19), Math.min(width, size(longestLine)))
  }
  return { role: 'title', width: Math.ceil(right), height: bottom, items }
}

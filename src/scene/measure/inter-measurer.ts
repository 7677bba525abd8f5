/**
 * Measures text in the bundled Inter, the same in browser worker and Node, breaking lines by the rules of
 * Unicode as @chenglou/pretext implements them. Answers are remembered by content.
 */
import { layoutWithLines, prepareWithSegments } from '@chenglou/pretext'
import type { MeasuredText } from '../scene.ts'
import { advanceOf } from './advances.ts'
import { fontString, withCanvasStandIn } from './canvas-stand-in.ts'
import type { TextMeasurer, TextStyle } from './text-measurer.ts'

/** Entries kept before the memory starts afresh: far more than the largest document has texts. */
const memoryLimit = 60_000

/** A measurer with a memory of its own. */
export function createInterMeasurer(): TextMeasurer {
  const remembered = new Map<string, MeasuredText>()
  return {
    measure(text, style, maxWidth) {
      const key = `${style.weight} ${style.size} ${maxWidth} ${text}`
      let measured = remembered.get(key)
      if (!measured) {
        if (remembered.size >= memoryLimit) remembered.clear()
        measured = measureText(text, style, maxWidth)
        remembered.set(key, measured)
      }
      return measured
    },
    widthOf: (text, style) => advanceOf(text, style.size, style.weight),
  }
}

/** Every line end a text can hold; pretext knows only the line feed. */
const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/

function measureText(text: string, style: TextStyle, maxWidth: number): MeasuredText {
  const lines: string[] = []
  let width = 0
  for (const paragraph of text.split(lineEnd)) {
    for (const line of breakParagraph(paragraph, style, maxWidth)) {
      lines.push(line)
      width = Math.max(width, advanceOf(line, style.size, style.weight))
    }
  }
  return { lines, width: Math.ceil(width * 100) / 100 }
}

function breakParagraph(paragraph: string, style: TextStyle, maxWidth: number): string[] {
  const words = paragraph.replaceAll(/[\t\v\f ]+/g, ' ').trim()
  if (words === '') return ['']
  // Most labels and many short statements fit as they are.
  if (advanceOf(words, style.size, style.weight) <= maxWidth && !words.includes('\u00ad')) return [words]
  const { lines } = withCanvasStandIn(() =>
    layoutWithLines(prepareWithSegments(words, fontString(style.size, style.weight)), maxWidth, 1),
  )
  return lines.length === 0 ? [words] : lines.map((line) => line.text.trim())
}

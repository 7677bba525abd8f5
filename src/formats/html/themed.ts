/**
 * One picture for two themes: the light drawing with, for every colour, what it is in the dark one, as rules
 * of a style sheet. Both drawings come from the same scene, so their items stand in the same order.
 */
import type { Colour, Drawing, DrawingItem } from '../drawing/drawing.ts'

export interface ThemedDrawing {
  readonly drawing: Drawing
  /** Rules by colour, for use where the dark theme is wanted. */
  readonly darkRules: string
}

/** @throws Error if the two drawings are not of the same things. */
export function themedDrawing(light: Drawing, dark: Drawing): ThemedDrawing {
  const pairs = new Map<string, Colour>()
  const written = new Map<Colour, Colour>()
  /** The light colour, changed beyond what anyone sees where it has another counterpart already. */
  const pair = (lightColour: Colour, darkColour: Colour): Colour => {
    const key = lightColour + darkColour
    let colour = pairs.get(key)
    if (colour === undefined) {
      colour = lightColour
      while (written.has(colour)) colour = neighbour(colour)
      pairs.set(key, colour)
      written.set(colour, darkColour)
    }
    return colour
  }
  const items = paired(light.items, dark.items, pair)
  const darkRules = Array.from(
    written,
    ([colour, darkColour]) =>
      `svg [fill="${colour}"]{fill:${darkColour}}svg [stroke="${colour}"]{stroke:${darkColour}}`,
  )
  return { drawing: { ...light, items }, darkRules: darkRules.join('\n') }
}

type Pair = (light: Colour, dark: Colour) => Colour

function paired(light: readonly DrawingItem[], dark: readonly DrawingItem[], pair: Pair): DrawingItem[] {
  return light.map((item, index): DrawingItem => {
    const other = dark[index]
    if (item.kind === 'group' && other?.kind === 'group') {
      return { ...item, items: paired(item.items, other.items, pair) }
    }
    if (item.kind === 'text' && other?.kind === 'text') return { ...item, fill: pair(item.fill, other.fill) }
    if (item.kind === 'path' && other?.kind === 'path') {
      return {
        ...item,
        ...(item.fill && other.fill && { fill: pair(item.fill, other.fill) }),
        ...(item.stroke && other.stroke && { stroke: pair(item.stroke, other.stroke) }),
      }
    }
    throw new Error(`item ${index} is a ${item.kind} in light and a ${other?.kind ?? 'nothing'} in dark`)
  })
}

/** One step of 255 darker or, from black, lighter in its blue. */
function neighbour(colour: Colour): Colour {
  const blue = Number.parseInt(colour.slice(5, 7), 16)
  const next = blue === 0 ? 255 : blue - 1
  return `#${colour.slice(1, 5)}${next.toString(16).padStart(2, '0')}`
}

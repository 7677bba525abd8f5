/**
 * What the scene needs to know about text: how it breaks into lines at a width. Measuring is injected,
 * so that layout can be tested with a made-up font and runs wherever its measurer runs.
 */
import type { MeasuredText } from '../scene.ts'

/** The weights of Inter that boxes use; each has its own table of advances. */
export type FontWeight = 400 | 500 | 600

export interface TextStyle {
  /** px */
  readonly size: number
  readonly weight: FontWeight
}

/**
 * Promises: the same lines for the same arguments, everywhere; at least one line; no line wider than
 * `maxWidth` px unless it is a single character; line breaks in the text are kept; no character but
 * white space at a line's ends is lost.
 */
export interface TextMeasurer {
  measure(text: string, style: TextStyle, maxWidth: number): MeasuredText
  /** Width of the text set in one line, px. */
  widthOf(text: string, style: TextStyle): number
}

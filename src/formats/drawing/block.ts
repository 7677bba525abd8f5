/** A part of a picture that is set by itself, such as the title, before it gets its place. */
import type { DrawingItem } from './drawing.ts'

export interface Block {
  /** px; nothing of it lies outside 0 to width and 0 to height. */
  readonly width: number
  readonly height: number
  readonly items: readonly DrawingItem[]
}

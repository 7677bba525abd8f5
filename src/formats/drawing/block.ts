/** A part of a picture that is set by itself, such as the title, before it gets its place. */
import type { DrawingItem } from './drawing.ts'

export interface Block {
  /** As in a group: "title", "legend". */
  readonly role: string
  /** Where its top left corner is in the coordinates of its items; absent means 0, 0. */
  readonly origin?: readonly [x: number, y: number]
  /** px; nothing of it lies outside. */
  readonly width: number
  readonly height: number
  readonly items: readonly DrawingItem[]
}

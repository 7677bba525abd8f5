/**
 * A drawing: a scene as plain shapes and lines of text, with all colours and fonts decided. SVG, PNG and
 * PDF are all painted from this one form, so they look the same. All numbers are px at scale 1; y grows
 * downwards; later items cover earlier ones.
 */

/** Opaque "#rrggbb"; transparency is a number of its own. */
export type Colour = `#${string}`

/** A closed or open line, filled, stroked or both. */
export interface PathItem {
  readonly kind: 'path'
  /** SVG path data in the coordinates of its group. */
  readonly d: string
  readonly fill?: Colour
  /** 0 to 1; absent means 1. */
  readonly fillOpacity?: number
  readonly stroke?: Colour
  readonly strokeWidth?: number
  /** Lengths of dashes and gaps, px. */
  readonly dash?: readonly number[]
  /** Ends and corners of the stroke are round; otherwise ends are cut off and corners pointed. */
  readonly roundCaps?: true
}

/** One line of text, never wrapped again. */
export interface TextItem {
  readonly kind: 'text'
  readonly text: string
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly size: number
  /** A weight of the bundled variable font. */
  readonly weight: 400 | 500 | 600 | 700
  readonly italic?: true
  readonly fill: Colour
  /** Which end of the text stands at x, as in SVG's text-anchor; absent means start. */
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Direction of the whole line, by its first strong character; absent means left to right. */
  readonly direction?: 'rtl'
  /** An address that may be followed (see links.ts). */
  readonly link?: string
}

/** What belongs to one element or one part of the picture. */
export interface GroupItem {
  readonly kind: 'group'
  /** What the group shows, for scripts and styles: "node claim", "relation supports", "frame", "legend". */
  readonly role: string
  /** Id of the node, relation or section shown. */
  readonly element?: string
  /** Name for people who cannot see it: "Claim: …", "Support from … to …". */
  readonly title?: string
  readonly description?: string
  /** Moves everything inside, px. */
  readonly at?: readonly [x: number, y: number]
  readonly items: readonly DrawingItem[]
}

export type DrawingItem = PathItem | TextItem | GroupItem

export interface Drawing {
  readonly width: number
  readonly height: number
  /** Absent means transparent. */
  readonly background?: Colour
  readonly title: string
  readonly description: string
  readonly items: readonly DrawingItem[]
}

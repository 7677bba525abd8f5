/** The distances of the layout, px. One table, so that the look of a map is decided in one place. */
export const gaps = {
  /** Between two boxes of one row. */
  betweenBlocks: 28,
  /** Between a box and a link that passes it. */
  besideLink: 18,
  /** Between two links that run side by side. */
  betweenLinks: 12,
  /** Least height of the space between two rows of boxes: arrowhead, sign and a little air. */
  betweenRows: 52,
  /** Between two boxes one above the other that have nothing to do with each other. */
  betweenUnlinked: 36,
  /** Least height between a junction and the boxes above or below it. */
  aroundJunction: 40,
  /** Between two tracks in the space between rows. */
  betweenTracks: 9,
  /** The space between two rows grows for tracks by at most this much. */
  mostForTracks: 200,
  /** From a box above down to the first track: room for an arrowhead. */
  aboveTracks: 18,
  /** From the last track down to a box: room for a sign. */
  belowTracks: 30,
  /** From a junction out to the nearest link that comes in at its side. */
  besideJunction: 26,
  /** From a column of stacked boxes to the first track at its left, a sign in between. */
  besideStack: 36,
  /** From the left end of that room to the first track. */
  trackBesideStack: 6,
  /** All tracks beside one column together. */
  mostBesideStack: 45,
  betweenColumns: 12,
  /** Between two boxes of a column. */
  inStack: 16,
  /** Between two ends on the same side of a box. */
  betweenPorts: 18,
  /** From a box's corner to the nearest end of a link. */
  cornerToPort: 16,
  /** Between separate parts of a map, both ways. */
  betweenParts: 64,
  /** How far a loop stands out of a box that refers to itself. */
  loop: 26,
} as const

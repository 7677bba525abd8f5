/** The distances of the layout, px. One table, so that the look of a map is decided in one place. */
export const gaps = {
  /** Between two single statements side by side. */
  betweenBlocks: 28,
  /** Between two branches side by side. */
  betweenBranches: 40,
  /** Least height of the space between a box and what hangs below it: arrowhead, sign and a little air. */
  betweenRows: 46,
  /** The same above a stack whose spine runs straight up. */
  aboveStack: 26,
  /** Least height above the trees of a section, in which no line ends. */
  aboveTrees: 8,
  /** Least height between a junction and the boxes above or below it. */
  aroundJunction: 40,
  /** Between two tracks in the space below a box, and between two spines. */
  betweenTracks: 9,
  /** The same, and between two lanes, at least: where there are many they lie closer. */
  betweenMany: 6,
  /** How much a few of them take before they lie closer. */
  fewTracks: 48,
  fewLanes: 60,
  /** The space below a box grows for tracks by at most this much. */
  mostForTracks: 270,
  /** Lanes side by side take about this much before they lie closest. */
  mostForLanes: 120,
  /** From a box above down to the first track: room for an arrowhead. */
  aboveTracks: 16,
  /** From the last track down to a box: room for a sign. */
  belowTracks: 30,
  /** From the last track down to a stack, whose signs are at the left. */
  belowSpineTracks: 14,
  /** From a junction out to the nearest link that comes in at its side. */
  besideJunction: 26,
  /** From the spine of a stack to its boxes, a sign in between. */
  besideStack: 34,
  /** From the left of a branch to the first spine in it. */
  spineAtEdge: 18,
  /** Between two links that run side by side. */
  betweenLinks: 12,
  /** From a box to the nearest link that passes it. */
  besideLane: 14,
  /** The same at the edge of a branch, where more room follows. */
  laneAtEdge: 3,
  /** Between two boxes of a stack. */
  inStack: 20,
  /** Between two boxes of a stack that have something below them. */
  inStackOfBranches: 30,
  /** Between two ends on the same side of a box. */
  betweenPorts: 18,
  /** From a box's corner to the nearest end of a link. */
  cornerToPort: 16,
  /** Between separate parts of a map, both ways. */
  betweenParts: 56,
  /** Between rows of trees. */
  betweenTrees: 56,
  /** How far a loop stands out of a box that refers to itself. */
  loop: 26,
} as const

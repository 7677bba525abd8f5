/** How well a drawn map can be read, as numbers to compare drawings by. */

type Line = readonly (readonly [x: number, y: number])[]

/** Width and height of A3 landscape in CSS px. */
const page = { width: 1587.4, height: 1122.5 }

/** How large a map of this size is drawn when it just fits on A3 landscape; 1 is its own size. */
export function scaleOnPage({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(page.width / width, page.height / height)
}

interface Piece {
  readonly line: number
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** How often two lines cross; touching and running along each other is no crossing. */
export function crossingsOf(lines: readonly Line[]): number {
  const pieces = lines.flatMap((points, line) =>
    points.slice(1).map((to, index): Piece => {
      const from = points[index] ?? to
      return from[0] <= to[0] ? { line, from, to } : { line, from: to, to: from }
    }),
  )
  pieces.sort((a, b) => a.from[0] - b.from[0])
  let open: Piece[] = []
  let crossings = 0
  for (const piece of pieces) {
    open = open.filter((other) => other.to[0] >= piece.from[0])
    for (const other of open) if (other.line !== piece.line && isCrossing(piece, other)) crossings += 1
    open.push(piece)
  }
  return crossings
}

function isCrossing(a: Piece, b: Piece): boolean {
  if (Math.max(a.from[1], a.to[1]) < Math.min(b.from[1], b.to[1])) return false
  if (Math.max(b.from[1], b.to[1]) < Math.min(a.from[1], a.to[1])) return false
  return sideOf(a, b.from) * sideOf(a, b.to) < 0 && sideOf(b, a.from) * sideOf(b, a.to) < 0
}

/** Negative on one side of the piece, positive on the other, 0 on its line. */
function sideOf({ from, to }: Piece, [x, y]: readonly [number, number]): number {
  return Math.sign(Math.round(((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0])) * 1000))
}

/** Maps are laid out running downwards; here they are turned to run the way the document asks for. */
import type { Direction } from '../../model/kinds.ts'
import { boundsOf, type Drawing, type Rect, type Point } from './drawing.ts'
import type { Size } from './network.ts'

/** A size as the layout sees it: across first. */
export function turnSize({ width, height }: Size, direction: Direction): Size {
  return isSideways(direction) ? { width: height, height: width } : { width, height }
}

/** The drawing turned to run in the direction, its top left corner at 0, 0. */
export function turn(drawing: Drawing, direction: Direction): Drawing {
  const extent = boundsOf(drawing.boxes, drawing.lines)
  const isMirrored = direction === 'up' || direction === 'left'
  const isTurned = isSideways(direction)
  const turnPoint = ([x, y]: Point): Point => {
    const across = x - extent.x
    const along = isMirrored ? extent.y + extent.height - y : y - extent.y
    return isTurned ? [along, across] : [across, along]
  }
  const turnBox = ({ x, y, width, height }: Rect): Rect => {
    const [left, top] = turnPoint([x, isMirrored ? y + height : y])
    return isTurned ? { x: left, y: top, width: height, height: width } : { x: left, y: top, width, height }
  }
  return {
    network: drawing.network,
    boxes: drawing.boxes.map(turnBox),
    lines: drawing.lines.map(({ points }) => ({ points: points.map(turnPoint) })),
  }
}

/** Whether rows stand side by side. */
export function isSideways(direction: Direction): boolean {
  return direction === 'right' || direction === 'left'
}

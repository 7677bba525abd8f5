/** Maps are laid out running downwards; here they are turned to run the way the document asks for. */
import type { Direction } from '../../model/kinds.ts'
import { boundsOf, moved, type Drawing, type Plan, type Rect, type Point } from './drawing.ts'
import type { Size } from './network.ts'

/** A size as the layout sees it: across first. */
export function turnSize({ width, height }: Size, direction: Direction): Size {
  return isSideways(direction) ? { width: height, height: width } : { width, height }
}

/** The drawing turned to run in the direction, its top left corner at 0, 0. */
export function turn(plan: Plan, direction: Direction): Drawing {
  const extent = boundsOf([...plan.boxes, ...plan.frames], plan.lines)
  if (direction === 'down') return moved({ ...plan, bounds: extent }, -extent.x, -extent.y)
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
    network: plan.network,
    bounds: isTurned
      ? { x: 0, y: 0, width: extent.height, height: extent.width }
      : { x: 0, y: 0, width: extent.width, height: extent.height },
    boxes: plan.boxes.map(turnBox),
    frames: plan.frames.map((frame) => ({ ...turnBox(frame), section: frame.section })),
    lines: plan.lines.map(({ points }) => ({ points: points.map(turnPoint) })),
  }
}

/** Whether rows stand side by side. */
export function isSideways(direction: Direction): boolean {
  return direction === 'right' || direction === 'left'
}

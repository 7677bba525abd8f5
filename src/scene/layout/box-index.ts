/** Boxes by where they are, to ask quickly whether something is in the way. */
import type { Box } from '../scene.ts'

export interface BoxIndex {
  readonly add: (box: Box) => void
  /** The first box added that lies closer than `margin` px to this one, if any. */
  readonly hit: (box: Box, margin: number) => Box | undefined
  /** Lower border of the lowest box; 0 without any. */
  readonly bottom: () => number
}

const cell = 256

/** An empty index. */
export function createBoxIndex(): BoxIndex {
  const cells = new Map<string, Box[]>()
  let lowest = 0
  const eachCell = (box: Box, margin: number, visit: (key: string) => Box | undefined): Box | undefined => {
    const right = Math.floor((box.x + box.width + margin) / cell)
    const bottom = Math.floor((box.y + box.height + margin) / cell)
    for (let x = Math.floor((box.x - margin) / cell); x <= right; x += 1) {
      for (let y = Math.floor((box.y - margin) / cell); y <= bottom; y += 1) {
        const found = visit(`${x} ${y}`)
        if (found) return found
      }
    }
    return undefined
  }
  return {
    add: (box) => {
      lowest = Math.max(lowest, box.y + box.height)
      eachCell(box, 0, (key) => {
        const list = cells.get(key)
        if (list) list.push(box)
        else cells.set(key, [box])
        return undefined
      })
    },
    hit: (box, margin) =>
      eachCell(box, margin, (key) => cells.get(key)?.find((other) => isWithin(box, other, margin))),
    bottom: () => lowest,
  }
}

function isWithin(a: Box, b: Box, margin: number): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  )
}

/** Where the map stands in its window: pure arithmetic on React Flow's viewport. All px. */
import type { Viewport } from '@xyflow/react'
import type { Box } from '../../scene/scene.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Space at the edges of the window that panels cover. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const zoomLimits = { min: 0.05, max: 2 } as const

/** A window this wide and high, px, can show any map as a whole. */
const smallWindow = { width: 320, height: 400 }

/** The lowest zoom for a map: low enough that even a small window can show all of it. */
export function lowestZoom(bounds: Size | undefined): number {
  if (!bounds) return zoomLimits.min
  const { width, height } = smallWindow
  return Math.min(zoomLimits.min, width / Math.max(1, bounds.width), height / Math.max(1, bounds.height))
}

/** The viewport that shows the whole box inside the insets, never larger than `maxZoom`. */
export function viewportFor(box: Box, window: Size, insets: Insets, maxZoom = 1): Viewport {
  const width = Math.max(1, window.width - insets.left - insets.right)
  const height = Math.max(1, window.height - insets.top - insets.bottom)
  const fitting = Math.min(width / Math.max(1, box.width), height / Math.max(1, box.height))
  const zoom = Math.min(maxZoom, Math.max(lowestZoom(box), fitting))
  return {
    zoom,
    x: insets.left + width / 2 - (box.x + box.width / 2) * zoom,
    y: insets.top + height / 2 - (box.y + box.height / 2) * zoom,
  }
}

/**
 * The viewport moved by no more than needed for the box to be seen inside the insets; the same object
 * if it is seen already. A box larger than the window is aligned at its start.
 */
export function revealed(viewport: Viewport, box: Box, window: Size, insets: Insets): Viewport {
  const x = shifted(
    box.x * viewport.zoom + viewport.x,
    box.width * viewport.zoom,
    insets.left,
    window.width - insets.right,
  )
  const y = shifted(
    box.y * viewport.zoom + viewport.y,
    box.height * viewport.zoom,
    insets.top,
    window.height - insets.bottom,
  )
  return x === 0 && y === 0 ? viewport : { ...viewport, x: viewport.x + x, y: viewport.y + y }
}

/** The viewport at another zoom, kept within the limits for this map, around the middle of the window. */
export function zoomed(viewport: Viewport, zoom: number, window: Size, bounds?: Size): Viewport {
  const limited = Math.min(zoomLimits.max, Math.max(lowestZoom(bounds), zoom))
  const factor = limited / viewport.zoom
  return {
    zoom: limited,
    x: window.width / 2 - (window.width / 2 - viewport.x) * factor,
    y: window.height / 2 - (window.height / 2 - viewport.y) * factor,
  }
}

function shifted(start: number, length: number, from: number, to: number): number {
  if (start < from || length > to - from) return from - start
  if (start + length > to) return to - start - length
  return 0
}

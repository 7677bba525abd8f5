/** Pointing at a map that is drawn as a picture: what is there is found in the scene, not in the page. */
import { useReactFlow } from '@xyflow/react'
import { useEffect, useMemo, useRef, type MouseEvent as ReactMouseEvent } from 'react'
import type { ElementId } from '../../model/graph.ts'
import type { Scene } from '../../scene/scene.ts'
import { elementAt } from './scene-window.ts'

/** How near a line must be pointed at, px on the screen. */
const reach = 5
/** A double click comes so near that statements can be read. */
const readableZoom = 0.7

/** What the pane is asked where the map is drawn as a picture; the same functions for good. */
export interface PictureGestures {
  /** The element drawn under the pointer; nothing while the map is no picture. */
  readonly under: (event: ReactMouseEvent | MouseEvent) => ElementId | undefined
  /** Brings what is under the pointer near enough to be read. */
  readonly approach: (event: ReactMouseEvent) => void
}

export function usePictureGestures(scene: Scene | undefined, far: boolean): PictureGestures {
  const flow = useReactFlow()
  const pictured = useRef<Scene | undefined>(undefined)
  useEffect(() => {
    pictured.current = far ? scene : undefined
  }, [scene, far])
  return useMemo(() => {
    const placeOf = (event: ReactMouseEvent | MouseEvent) =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
    return {
      under: (event) => {
        if (!pictured.current) return undefined
        const { x, y } = placeOf(event)
        return elementAt(pictured.current, [x, y], reach / flow.getZoom())
      },
      approach: (event) => {
        if (!pictured.current) return
        const { x, y } = placeOf(event)
        void flow.setCenter(x, y, { zoom: readableZoom, duration: 0 })
      },
    }
  }, [flow])
}

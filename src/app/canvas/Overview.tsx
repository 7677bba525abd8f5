/**
 * The whole map in the corner, drawn as one picture, with the part that is in sight. Pressing or dragging
 * on it moves the map there, turning the wheel zooms: what the keys and the zoom tools do too.
 */
import { Panel, useReactFlow, useStore, useViewport } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import { nodeAt } from '../../model/graph.ts'
import type { Box, NodeBox, Scene } from '../../scene/scene.ts'
import { useApplication } from '../app-state.ts'
import { createSlices } from '../browser/in-slices.ts'
import { overviewSteps, paletteOf } from './far/paint.ts'
import { useThemeChanges } from './far/use-theme-changes.ts'

/** px of the screen. */
const size = { width: 200, height: 140 }

export function Overview({ scene }: { readonly scene: Scene }) {
  const application = useApplication()
  const [meanwhile] = useState(createSlices)
  const canvas = useRef<HTMLCanvasElement>(null)
  const flow = useReactFlow()
  const viewport = useViewport()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const theme = useThemeChanges()
  const { nodes: boxes, bounds } = scene
  const frame = useMemo(() => frameOf(bounds), [bounds])
  const ratio = Math.min(2, devicePixelRatio || 1)

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    // Boxes are other ones when kinds change, so that the document alone is no reason to draw again.
    const { graph } = application.store.getState().editor
    const drawing = {
      boxes,
      kindOf: (box: NodeBox) => (box.section === undefined ? nodeAt(graph, box.id)?.kind : ('note' as const)),
      bounds: frame.bounds,
      scale: frame.scale * ratio,
      palette: paletteOf(element),
    }
    meanwhile(overviewSteps(element, drawing))
  }, [application, meanwhile, boxes, frame, ratio, theme])

  const moveTo = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const { left, top } = event.currentTarget.getBoundingClientRect()
      const x = frame.bounds.x + (event.clientX - left) / frame.scale
      const y = frame.bounds.y + (event.clientY - top) / frame.scale
      void flow.setCenter(x, y, { zoom: flow.getZoom() })
    },
    [flow, frame],
  )
  const sight = {
    left: (-viewport.x / viewport.zoom - frame.bounds.x) * frame.scale,
    top: (-viewport.y / viewport.zoom - frame.bounds.y) * frame.scale,
    width: (width / viewport.zoom) * frame.scale,
    height: (height / viewport.zoom) * frame.scale,
  }
  return (
    <Panel position="bottom-right">
      <div
        className="overview nopan nowheel"
        role="img"
        aria-label="Overview of the map"
        style={size}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          moveTo(event)
        }}
        onPointerMove={(event) => {
          if (event.buttons !== 0) moveTo(event)
        }}
        onWheel={(event) => void (event.deltaY < 0 ? flow.zoomIn() : flow.zoomOut())}
      >
        <canvas ref={canvas} width={size.width * ratio} height={size.height * ratio} style={size} />
        <div className="overview-sight" style={sight} />
      </div>
    </Panel>
  )
}

/** The part of the plane that the overview shows, and its scale: the whole map in the middle, with a margin. */
function frameOf(bounds: Box): { readonly bounds: Box; readonly scale: number } {
  const scale = Math.min(
    size.width / Math.max(1, bounds.width * 1.1),
    size.height / Math.max(1, bounds.height * 1.1),
  )
  const [width, height] = [size.width / scale, size.height / scale]
  return {
    scale,
    bounds: {
      x: bounds.x + bounds.width / 2 - width / 2,
      y: bounds.y + bounds.height / 2 - height / 2,
      width,
      height,
    },
  }
}

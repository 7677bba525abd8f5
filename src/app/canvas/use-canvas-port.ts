/** What commands ask of the mounted map: zoom, bring into view, take the keyboard. */
import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { nodeAt, type ArgumentGraph, type ElementId, type NodeId } from '../../model/graph.ts'
import { childrenOf, structureOf } from '../../model/structure.ts'
import type { Box, Scene } from '../../scene/scene.ts'
import type { CanvasPort } from '../application.ts'
import { useApplication } from '../app-state.ts'
import { boxOf } from './use-displayed-scene.ts'
import { revealed, viewportFor, zoomed, type Insets, type Size } from './viewport.ts'

const margin = 48
/** A map that is too large to be read as a whole opens at this zoom, where reading begins. */
const readableZoom = 0.6

export function useCanvasPort(wrapper: RefObject<HTMLDivElement | null>): void {
  const application = useApplication()
  const flow = useReactFlow()
  const store = useStoreApi()

  useEffect(() => {
    const size = () => sizeOf(store.getState())
    const insets = ({ width } = size()): Insets => {
      const wide = width > 720
      return { top: margin, right: wide ? 80 : 16, bottom: wide ? 80 : 120, left: wide ? 132 : 16 }
    }
    const show = (box: Box | undefined, maxZoom: number) => {
      if (box) void flow.setViewport(viewportFor(box, size(), insets(), maxZoom), gliding())
    }
    const zoomTo = (zoom: number) => {
      const now = flow.getViewport()
      const { scene, editor } = application.store.getState()
      const next = zoomed(now, zoom, size(), scene?.bounds)
      const at = editor.selection.at(-1)
      const box = scene && at !== undefined ? boundsOf(scene, [at]) : undefined
      // What is selected and in view must not leave it.
      const stays = box && revealed(now, box, size(), insets()) === now
      void flow.setViewport(stays ? revealed(next, box, size(), insets()) : next, gliding())
    }
    const port: CanvasPort = {
      zoom: (to) => {
        const { scene, editor } = application.store.getState()
        switch (to) {
          case 'in':
            return zoomTo(flow.getZoom() * 1.25)
          case 'out':
            return zoomTo(flow.getZoom() * 0.8)
          case 'actual':
            return zoomTo(1)
          case 'begin': {
            const whole = scene && viewportFor(scene.bounds, size(), insets())
            const root = scene?.nodes.find((box) => box.id === beginningOf(editor.graph))
            if (whole && whole.zoom < readableZoom && root) {
              const { top } = insets()
              const middle = size().width / 2 - (root.x + root.width / 2) * readableZoom
              void flow.setViewport({ x: middle, y: top - root.y * readableZoom, zoom: readableZoom })
            } else if (whole) void flow.setViewport(whole)
            return
          }
          case 'all':
            return show(scene?.bounds, 1)
          case 'selection':
            return show(scene && boundsOf(scene, editor.selection), 1.25)
        }
      },
      reveal: (id) => {
        const { scene } = application.store.getState()
        const box = scene && boundsOf(scene, [id])
        if (!box) return
        const now = flow.getViewport()
        // What is typed must be legible, however far away the map was seen from.
        const isTyped = application.store.getState().editor.entry?.node === id
        const near = isTyped && now.zoom < readableZoom ? zoomed(now, readableZoom, size()) : now
        const next = revealed(near, box, size(), insets())
        if (next !== now) void flow.setViewport(next, isNear(now, next, size()) ? gliding() : undefined)
      },
      frame: (ids) => {
        const { scene } = application.store.getState()
        show(scene && boundsOf(scene, ids), 1)
      },
      focus: () => {
        wrapper.current?.focus({ preventScroll: true })
        application.set({ inMap: true })
      },
    }
    // What is selected and in view stays in view when the inspector or the window resizes the map.
    const stop = store.subscribe((state, before) => {
      if (before.width === 0 || (state.width === before.width && state.height === before.height)) return
      const { scene, editor } = application.store.getState()
      const at = editor.selection.at(-1)
      const box = scene && at !== undefined ? boundsOf(scene, [at]) : undefined
      if (at === undefined || !box) return
      const now = flow.getViewport()
      const was = sizeOf(before)
      if (revealed(now, box, was, insets(was)) === now) port.reveal(at)
    })
    const unmount = application.mountCanvas(port)
    return () => {
      stop()
      unmount()
    }
  }, [application, flow, store, wrapper])
}

/** Where reading begins: at the first root, or, if that is a question, at the first answer to it. */
function beginningOf(graph: ArgumentGraph): NodeId | undefined {
  const [root] = structureOf(graph).roots
  const isQuestion = root !== undefined && nodeAt(graph, root)?.kind === 'issue'
  return (isQuestion ? childrenOf(graph, root)[0] : undefined) ?? root
}

function sizeOf({ width, height }: Size): Size {
  return { width, height }
}

/** The box around elements: nodes, junctions, and the lines of relations without a junction. */
function boundsOf(scene: Scene, ids: readonly ElementId[]): Box | undefined {
  const boxes = ids.flatMap((id): Box[] => {
    const box = boxOf(scene, id)
    if (box) return [box]
    return scene.paths
      .filter((path) => path.id === id)
      .flatMap((path) => path.points.map(([x, y]) => ({ x, y, width: 0, height: 0 })))
  })
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/**
 * Whether the way between two viewports is one that eyes can follow. Gliding further, the map would be drawn
 * from ever further away and back, a new part of it in every frame.
 */
function isNear(a: Viewport, b: Viewport, { width, height }: Size): boolean {
  return Math.abs(a.x - b.x) < 2 * width && Math.abs(a.y - b.y) < 2 * height
}

function gliding(): { duration: number } {
  return { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180 }
}

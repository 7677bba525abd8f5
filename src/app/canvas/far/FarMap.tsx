/**
 * The map as one picture, for when it is seen from far away. It takes no clicks itself: the pane below it
 * does, and what lies there is found in the scene.
 */
import { useStore, useViewport } from '@xyflow/react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { ElementId } from '../../../model/graph.ts'
import type { Scene } from '../../../scene/scene.ts'
import { useApp } from '../../app-state.ts'
import { farPicture } from './far-picture.ts'
import { paintFar, paletteOf } from './paint.ts'
import { useThemeChanges } from './use-theme-changes.ts'

interface FarMapProps {
  readonly scene: Scene
  readonly dimmed: ReadonlySet<ElementId>
}

export function FarMap({ scene, dimmed }: FarMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const graph = useApp((state) => state.editor.graph)
  const selection = useApp((state) => state.editor.selection)
  const { x, y, zoom } = useViewport()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const theme = useThemeChanges()
  const picture = useMemo(() => farPicture(scene, graph), [scene, graph])
  const emphasis = useMemo(() => ({ selected: new Set(selection), dimmed }), [selection, dimmed])
  const ratio = Math.min(2, devicePixelRatio || 1)

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const [pixelsWide, pixelsHigh] = [Math.round(width * ratio), Math.round(height * ratio)]
    // Setting a size empties the canvas, also if it is the same.
    if (element.width !== pixelsWide) element.width = pixelsWide
    if (element.height !== pixelsHigh) element.height = pixelsHigh
    paintFar(context, picture, {
      view: { x, y, zoom, width, height },
      ratio,
      palette: paletteOf(element),
      emphasis,
    })
  }, [picture, emphasis, x, y, zoom, width, height, ratio, theme])

  return <canvas ref={canvas} className="far-map" data-statements={scene.nodes.length} aria-hidden="true" />
}

/**
 * The scene on its way to the latest one: positions glide over a quarter of a second, the map's window
 * moves along so that what is being edited stays where the eye is. At once under reduced motion, on
 * large maps and for the first scene of a document.
 */
import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ElementId, NodeId } from '../../model/graph.ts'
import { parentOf } from '../../model/structure.ts'
import type { Box, Scene } from '../../scene/scene.ts'
import { useApp, useApplication } from '../app-state.ts'
import { ease, sceneBetween, tweenLimit } from './tween-scene.ts'

const duration = 240

export interface DisplayedScene {
  readonly scene: Scene | undefined
  /** Shows nodes at these places at once, ahead of the layout; answers the scene that does. */
  readonly place: (
    places: Readonly<Record<NodeId, { readonly x: number; readonly y: number }>>,
  ) => Scene | undefined
}

export function useDisplayedScene(): DisplayedScene {
  const application = useApplication()
  const scene = useApp((state) => state.scene)
  const flow = useReactFlow()
  const [displayed, setDisplayed] = useState<Scene | undefined>(scene)
  const latest = useRef<Scene | undefined>(scene)

  useEffect(() => {
    const from = latest.current
    if (scene === from) return undefined
    if (!scene) {
      latest.current = undefined
      return undefined
    }
    if (!from) {
      latest.current = scene
      setDisplayed(scene)
      application.canvas()?.zoom('begin')
      application.sceneShown()
      return undefined
    }
    const shift = anchorShift(application.store.getState(), from, scene)
    const start = flow.getViewport()
    const moveTo = (t: number) => {
      if (!shift) return
      void flow.setViewport({
        ...start,
        x: start.x - shift.x * start.zoom * t,
        y: start.y - shift.y * start.zoom * t,
      })
    }
    const show = (next: Scene, t: number) => {
      latest.current = next
      setDisplayed(next)
      moveTo(t)
    }
    if (scene.nodes.length > tweenLimit || prefersReducedMotion() || isUnmoved(from, scene)) {
      show(scene, 1)
      application.sceneShown()
      return undefined
    }
    let frame = 0
    const begin = performance.now()
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - begin) / duration))
      show(sceneBetween(from, scene, ease(t)), ease(t))
      if (t < 1) frame = requestAnimationFrame(step)
      else application.sceneShown()
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [scene, flow, application])

  const place = useCallback<DisplayedScene['place']>((places) => {
    const now = latest.current
    if (!now) return undefined
    const next = { ...now, nodes: now.nodes.map((box) => ({ ...box, ...places[box.id] })) }
    latest.current = next
    setDisplayed(next)
    return next
  }, [])
  return { scene: displayed, place }
}

function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

function isUnmoved(from: Scene, to: Scene): boolean {
  const boxes = new Map(from.nodes.map((box) => [box.id, box]))
  return to.nodes.every((box) => {
    const old = boxes.get(box.id)
    return !old || (old.x === box.x && old.y === box.y)
  })
}

/** How far the element the user is at moves between two scenes; undefined when it did not stand before. */
function anchorShift(
  state: ReturnType<ReturnType<typeof useApplication>['store']['getState']>,
  from: Scene | undefined,
  to: Scene,
): { x: number; y: number } | undefined {
  if (!from) return undefined
  const at = state.editor.entry?.node ?? state.editor.selection.at(-1)
  let anchor: ElementId | undefined = at
  for (let steps = 0; anchor !== undefined && steps < 4; steps += 1) {
    const before = boxOf(from, anchor)
    const after = boxOf(to, anchor)
    if (before && after) {
      const shift = { x: after.x - before.x, y: after.y - before.y }
      return shift.x === 0 && shift.y === 0 ? undefined : shift
    }
    anchor = Object.hasOwn(state.editor.graph.nodes, anchor)
      ? parentOf(state.editor.graph, anchor)
      : state.editor.graph.relations[anchor]?.to
  }
  return undefined
}

/** The box of a node or of a relation's junction. */
export function boxOf(scene: Scene, id: ElementId): Box | undefined {
  return scene.nodes.find((box) => box.id === id) ?? scene.junctions.find((box) => box.id === id)
}

/**
 * Which part of a large scene is given to React Flow, and when the map is drawn as a picture instead: far
 * out, where thousands of statements are in sight and none could be read. The picture stays while the user
 * still zooms in, so that no frame has to put a screenful of statements together. Small maps are always
 * given whole.
 */
import { useOnViewportChange, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Box, Scene } from '../../scene/scene.ts'
import { contains, grown } from './scene-window.ts'

/** Maps with up to this many statements are never drawn as a picture. */
const smallMap = 200
/** Below this zoom, letters are under 6 px high and more than 200 statements fit the window. */
const farBelow = 0.4
/** How much of its size the window reaches beyond what is in sight, on each side. */
const beyond = 0.4

export interface SceneWindow {
  /** Draw the map as a picture; React Flow holds only what is selected or edited. */
  readonly far: boolean
  /** The part of the scene that React Flow is given; undefined for all of it, or none when far. */
  readonly area: Box | undefined
}

const whole: SceneWindow = { far: false, area: undefined }
const picture: SceneWindow = { far: true, area: undefined }

/** What decides about the window: how the viewport stands (see React Flow's transform), and the map. */
export interface Sight {
  readonly transform: readonly [x: number, y: number, zoom: number]
  readonly width: number
  readonly height: number
  readonly moving: boolean
  readonly statements: number
}

/** The window that comes after this one; the very same while it still does. */
export function windowAfter(now: SceneWindow, sight: Sight): SceneWindow {
  const { transform, width, height, moving, statements } = sight
  const [x, y, zoom] = transform
  if (statements <= smallMap || width === 0) return whole
  if (zoom < farBelow || (now.far && moving)) return picture
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  // After coming much nearer, the area from before would hold far too much.
  const fits = now.area && contains(now.area, seen) && now.area.width < seen.width * 4
  return fits ? now : { far: false, area: grown(seen, beyond) }
}

/** The window for this scene, following the viewport; renders again only when it changes. */
export function useSceneWindow(scene: Scene | undefined): SceneWindow {
  const flow = useStoreApi()
  const [window] = useState(() => createWindow(() => flow.getState()))
  const statements = scene?.nodes.length ?? 0
  useEffect(
    () =>
      flow.subscribe((state, before) => {
        const { transform, width, height } = state
        if (transform !== before.transform || width !== before.width || height !== before.height)
          window.follow()
      }),
    [flow, window],
  )
  useOnViewportChange(
    useMemo(
      () => ({ onStart: () => window.setMoving(true), onEnd: () => window.setMoving(false) }),
      [window],
    ),
  )
  // Asked with the size of the map, so that a large one is not given whole even once.
  return useSyncExternalStore(window.subscribe, () => window.of(statements))
}

function createWindow(sight: () => Pick<Sight, 'transform' | 'width' | 'height'>) {
  let now = whole
  let moving = false
  let statements = 0
  const listeners = new Set<() => void>()
  const after = () => {
    const { transform, width, height } = sight()
    return windowAfter(now, { transform, width, height, moving, statements })
  }
  const follow = () => {
    const next = after()
    if (next === now) return
    now = next
    for (const listener of listeners) listener()
  }
  return {
    follow,
    setMoving: (value: boolean) => {
      moving = value
      follow()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    of: (size: number) => {
      if (size !== statements) {
        statements = size
        now = after()
      }
      return now
    },
  }
}

/**
 * Which part of a large scene is given to React Flow, and when the map is drawn as a picture instead: far
 * out, where thousands of statements are in sight and none could be read. The picture stays while the user
 * still zooms in, so that no frame has to put a screenful of statements together. Small maps are always
 * given whole.
 */
import { useOnViewportChange, useStoreApi, type Viewport } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
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

/** The window for this scene, following the viewport; renders again only when it changes. */
export function useSceneWindow(scene: Scene | undefined): SceneWindow {
  const store = useStoreApi()
  const [window, setWindow] = useState<SceneWindow>(whole)
  const moving = useRef(false)
  const isLarge = scene !== undefined && scene.nodes.length > smallMap

  const follow = useCallback(() => {
    const { transform, width, height } = store.getState()
    const [x, y, zoom] = transform
    if (!isLarge || width === 0) return setWindow(whole)
    const sight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    setWindow((now) => {
      if (zoom < farBelow) return now.far ? now : { far: true, area: undefined }
      if (now.far && moving.current) return now
      const isFitting = now.area && contains(now.area, sight) && now.area.width < sight.width * 4
      return isFitting && !now.far ? now : { far: false, area: grown(sight, beyond) }
    })
  }, [store, isLarge])

  useEffect(() => {
    follow()
    return store.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      ) {
        follow()
      }
    })
  }, [store, follow])
  const onStart = useCallback((_: Viewport) => void (moving.current = true), [])
  const onEnd = useCallback(
    (_: Viewport) => {
      moving.current = false
      follow()
    },
    [follow],
  )
  useOnViewportChange({ onStart, onEnd })
  return window
}

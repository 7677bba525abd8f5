/** A long press opens the context menu on a touch screen, where there is no second button. */
import { useRef, type PointerEvent } from 'react'
import { useApplication } from '../app-state.ts'
import type { MenuRequest } from './CanvasMenu.tsx'

const holdFor = 500
const tolerance = 8

export function useLongPress(open: (request: MenuRequest) => void) {
  const application = useApplication()
  const pressed = useRef<{ readonly timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined>(
    undefined,
  )
  const stop = () => {
    clearTimeout(pressed.current?.timer)
    pressed.current = undefined
  }
  return {
    onPointerDownCapture: (event: PointerEvent) => {
      stop()
      if (event.pointerType !== 'touch' || !(event.target instanceof Element)) return
      const { clientX: x, clientY: y, target } = event
      const relation = target.closest('[data-relation]')?.getAttribute('data-relation')
      const node = target.closest('.react-flow__node-statement')?.getAttribute('data-id')
      const timer = setTimeout(() => {
        // Lifting the finger must not count as a click beside the menu, which would close it.
        addEventListener('touchend', preventDefault, { once: true, passive: false, capture: true })
        const id = relation ?? node
        if (id) application.select([id])
        open({ on: relation ? 'relation' : node ? 'node' : 'canvas', x, y })
      }, holdFor)
      pressed.current = { timer, x, y }
    },
    onPointerMoveCapture: (event: PointerEvent) => {
      const at = pressed.current
      if (at && Math.hypot(event.clientX - at.x, event.clientY - at.y) > tolerance) stop()
    },
    onPointerUpCapture: stop,
    onPointerCancelCapture: stop,
  }
}

function preventDefault(event: Event): void {
  event.preventDefault()
}

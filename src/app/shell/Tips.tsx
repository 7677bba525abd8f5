/**
 * One tip for the whole window: it shows the words in `data-tip` of whatever the pointer rests on or the
 * keyboard focuses. It can be pointed at itself, and Escape takes it away (WCAG 1.4.13).
 */
import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useState } from 'react'

interface Tip {
  readonly on: HTMLElement
  readonly text: string
  readonly keys: string | undefined
}

/** ms the pointer rests before a tip is shown; none while another has just been read. */
const delay = 500
const justRead = 300

export function Tips() {
  const [tip, setTip] = useState<Tip | undefined>(undefined)
  useEffect(() => watchTips(setTip), [])
  if (!tip) return null
  return (
    <Tooltip.Root
      open
      onOpenChange={(open) => {
        if (!open) setTip(undefined)
      }}
    >
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={tip.on} sideOffset={6} className="menu-positioner">
          <Tooltip.Popup className="tooltip">
            {tip.text}
            {tip.keys !== undefined && <kbd>{tip.keys}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** Watches the window and answers how to stop. */
function watchTips(show: (tip: Tip | undefined) => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let shown: HTMLElement | undefined
  let hiddenAt = -Infinity
  const hide = () => {
    clearTimeout(waiting)
    if (!shown) return
    shown = undefined
    hiddenAt = performance.now()
    show(undefined)
  }
  const showOn = (on: HTMLElement) => {
    const { tip: text, tipKeys: keys } = on.dataset
    if (text === undefined || !on.isConnected) return
    shown = on
    show({ on, text, keys })
  }
  const stop = new AbortController()
  const listen = <K extends keyof DocumentEventMap>(type: K, run: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, run, { signal: stop.signal, capture: true })
  listen('pointerover', (event) => {
    if (event.pointerType === 'touch' || !(event.target instanceof Element)) return
    const on = tipped(event.target)
    if (on === shown && on) return
    if (event.target.closest('.tooltip')) return
    hide()
    if (on) waiting = setTimeout(() => showOn(on), performance.now() - hiddenAt < justRead ? 0 : delay)
  })
  listen('focusin', ({ target }) => {
    const on = target instanceof Element && target.matches(':focus-visible') ? tipped(target) : undefined
    hide()
    if (on) showOn(on)
  })
  listen('focusout', hide)
  listen('pointerdown', hide)
  listen('keydown', hide)
  listen('wheel', hide)
  return () => {
    clearTimeout(waiting)
    stop.abort()
  }
}

function tipped(element: Element): HTMLElement | undefined {
  return element.closest<HTMLElement>('[data-tip]') ?? undefined
}

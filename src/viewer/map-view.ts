/** Moving and zooming the map of an exported page: by mouse, wheel, touch, and by what buttons and keys ask for. */

export interface MapView {
  /** Zooms by this factor, around the middle unless a place in the window is given. */
  readonly zoomBy: (factor: number, at?: Point) => void
  /** Moves what is seen by px of the screen. */
  readonly panBy: (x: number, y: number) => void
  /** Everything, as large as it fits. */
  readonly fit: () => void
  /** At its own size, around the middle. */
  readonly actualSize: () => void
  /** Moves just as far as it takes to see a part of the map whole. */
  readonly reveal: (element: Element) => void
  /** Shows an element at a readable size at the top, or everything where that can be read. */
  readonly start: (element: Element | undefined) => void
}

interface Point {
  readonly x: number
  readonly y: number
}

const zooms = { least: 0.03, most: 4, readable: 0.5, start: 0.8 }

/** px that a pointer may move between press and release for a click. */
const still = 5

/** `picked` is told of what was clicked or tapped. */
export function createMapView(
  frame: HTMLElement,
  svg: SVGSVGElement,
  picked: (target: Element) => void,
): MapView {
  const size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height }
  let view = { x: 0, y: 0, zoom: 1 }
  const show = (next: typeof view) => {
    view = next
    svg.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`
  }
  const middle = (): Point => ({ x: frame.clientWidth / 2, y: frame.clientHeight / 2 })
  const zoomTo = (wish: number, { x, y }: Point = middle()) => {
    const zoom = Math.min(zooms.most, Math.max(zooms.least, wish))
    const ratio = zoom / view.zoom
    show({ x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio, zoom })
  }
  const panBy = (x: number, y: number) => show({ ...view, x: view.x + x, y: view.y + y })
  const fitting = () =>
    Math.min(1, (frame.clientWidth - 32) / size.width, (frame.clientHeight - 32) / size.height)
  const fit = () => {
    const zoom = Math.max(zooms.least, fitting())
    const x = (frame.clientWidth - size.width * zoom) / 2
    show({ x, y: Math.max(16, (frame.clientHeight - size.height * zoom) / 2), zoom })
  }
  const within = (element: Element) => {
    const [box, around] = [element.getBoundingClientRect(), frame.getBoundingClientRect()]
    return { left: box.left - around.left, top: box.top - around.top, width: box.width, height: box.height }
  }

  // Whatever a browser scrolls into view here, the map moves only by its transform.
  frame.addEventListener('scroll', () => frame.scrollTo(0, 0))

  const pointers = new Map<number, Point>()
  let pressed: { readonly target: Element; readonly at: Point; moved: boolean } | undefined
  const place = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = frame.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  frame.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button')) return
    frame.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, place(event))
    pressed = { target: event.target, at: place(event), moved: pointers.size > 1 }
  })
  frame.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const now = place(event)
    const [other] = [...pointers].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]))
    pointers.set(event.pointerId, now)
    if (pressed && distance(pressed.at, now) > still) pressed.moved = true
    if (!pressed?.moved) return
    if (!other) return panBy(now.x - before.x, now.y - before.y)
    // Two fingers: what is between them stays between them.
    panBy((now.x - before.x) / 2, (now.y - before.y) / 2)
    const around = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
    zoomTo((view.zoom * distance(now, other)) / Math.max(1, distance(before, other)), around)
  })
  const release = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || pointers.size > 0) return
    if (pressed && !pressed.moved && event.type === 'pointerup') picked(pressed.target)
    pressed = undefined
  }
  frame.addEventListener('pointerup', release)
  frame.addEventListener('pointercancel', release)
  frame.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const step = event.deltaMode === 1 ? 18 : 1
      // Pinching a touchpad comes as a wheel with Ctrl.
      if (event.ctrlKey || event.metaKey)
        zoomTo(view.zoom * Math.exp(-event.deltaY * step * 0.005), place(event))
      else if (event.shiftKey && event.deltaX === 0) panBy(-event.deltaY * step, 0)
      else panBy(-event.deltaX * step, -event.deltaY * step)
    },
    { passive: false },
  )

  return {
    zoomBy: (factor, at) => zoomTo(view.zoom * factor, at),
    panBy,
    fit,
    actualSize: () => zoomTo(1),
    reveal: (element) => {
      if (frame.clientWidth === 0) return
      if (view.zoom < zooms.readable) zoomTo(zooms.start)
      const { left, top, width, height } = within(element)
      panBy(shift(left, width, frame.clientWidth), shift(top, height, frame.clientHeight))
    },
    start: (element) => {
      fit()
      if (!element || fitting() >= zooms.readable) return
      zoomTo(zooms.start)
      const { left, top, width } = within(element)
      panBy(frame.clientWidth / 2 - left - width / 2, 48 - top)
    },
  }
}

/** How far something must move to stand between 0 and `length` with some room; to the middle if it is far off. */
function shift(at: number, size: number, length: number): number {
  const room = Math.min(24, Math.max(0, (length - size) / 2))
  if (at >= room && at + size <= length - room) return 0
  return (length - size) / 2 - at
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

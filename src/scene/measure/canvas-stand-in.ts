/**
 * The one seam between the scene and @chenglou/pretext, which measures by asking a canvas. Real canvases
 * answer differently from machine to machine (hinting, fallback fonts, kerning), and the scene must be the
 * same byte for byte everywhere. So while pretext runs, it is shown a canvas that adds up the bundled
 * font's advances (advances.ts), and no browser's name, which would make it imitate that browser's own way
 * of breaking lines: without one it takes Chromium's rules. Both are taken away again at once.
 * For workers and Node only: with a document around, pretext would also measure emoji in the page.
 */
import { setLocale } from '@chenglou/pretext'
import { advanceOf } from './advances.ts'
import type { FontWeight } from './text-measurer.ts'

/** Runs synchronous code that calls pretext, with the stand-ins in the place of the globals it reads. */
export function withCanvasStandIn<T>(run: () => T): T {
  if ('document' in globalThis) throw new Error('text is measured in the worker or in Node, not on the page')
  const canvas = shadow('OffscreenCanvas', CanvasStandIn)
  const browser = shadow('navigator', { userAgent: '' })
  try {
    if (!isLocaleSet) {
      isLocaleSet = true
      setLocale('en')
    }
    return run()
  } finally {
    browser()
    canvas()
  }
}

/** The font string that the stand-in understands. */
export function fontString(size: number, weight: FontWeight): string {
  return `${weight} ${size}px Inter`
}

let isLocaleSet = false

class CanvasStandIn {
  getContext(): ContextStandIn {
    return new ContextStandIn()
  }
}

/** The few properties of a 2D context that pretext reads and writes. */
class ContextStandIn {
  font = fontString(10, 400)

  measureText(text: string) {
    const [, weight, size] = /^(\d+) ([\d.]+)px /.exec(this.font) ?? []
    const width = advanceOf(text, Number(size ?? 10), toWeight(weight))
    return { width, actualBoundingBoxLeft: 0, actualBoundingBoxRight: width }
  }
}

function toWeight(weight: string | undefined): FontWeight {
  return weight === '600' ? 600 : weight === '500' ? 500 : 400
}

/** Puts a value in front of a global and returns what puts things back as they were. */
function shadow(name: 'OffscreenCanvas' | 'navigator', value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(globalThis, name)
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  return () => {
    if (own) Object.defineProperty(globalThis, name, own)
    else Reflect.deleteProperty(globalThis, name)
  }
}

/**
 * The outline of each kind of node as an SVG path in its own box (origin top left, px): shape is one
 * of the three signs of a kind, beside icon and word, so that meaning never rests on colour.
 * Screen and exports draw these same paths.
 */
import type { NodeKind } from '../model/kinds.ts'

interface Outline {
  readonly path: string
  /** Extra strokes inside the outline, such as a folded corner. */
  readonly detail?: string
  readonly dashed?: boolean
  /** Stroke width, px. */
  readonly stroke: number
}

/** The outline for a kind in a box of this size, px. Strokes lie inside the box. */
export function outlineOf(kind: NodeKind, width: number, height: number): Outline {
  switch (kind) {
    case 'claim':
      return { path: roundedRect(width, height, 8, 0.75), stroke: 1.5 }
    case 'evidence':
      return { path: foldedSheet(width, height, 14), detail: fold(width, 14), stroke: 1.5 }
    case 'recommendation':
      return { path: roundedRect(width, height, 10, 1.25), stroke: 2.5 }
    case 'counterpoint':
      return { path: chamferedRect(width, height, 9), stroke: 1.5 }
    case 'assumption':
      return { path: roundedRect(width, height, 8, 0.75), dashed: true, stroke: 1.5 }
    case 'issue':
      return { path: roundedRect(width, height, Math.min(20, height / 2), 0.75), stroke: 1.5 }
    case 'note':
      return { path: roundedRect(width, height, 2, 0.5), stroke: 1 }
  }
}

function roundedRect(width: number, height: number, radius: number, inset: number): string {
  const [l, t, r, b] = [inset, inset, width - inset, height - inset]
  return (
    `M${l + radius} ${t}H${r - radius}A${radius} ${radius} 0 0 1 ${r} ${t + radius}` +
    `V${b - radius}A${radius} ${radius} 0 0 1 ${r - radius} ${b}` +
    `H${l + radius}A${radius} ${radius} 0 0 1 ${l} ${b - radius}` +
    `V${t + radius}A${radius} ${radius} 0 0 1 ${l + radius} ${t}Z`
  )
}

function foldedSheet(width: number, height: number, corner: number): string {
  const [l, t, r, b, q] = [0.75, 0.75, width - 0.75, height - 0.75, 3]
  return (
    `M${l + q} ${t}H${r - corner}L${r} ${t + corner}V${b - q}A${q} ${q} 0 0 1 ${r - q} ${b}` +
    `H${l + q}A${q} ${q} 0 0 1 ${l} ${b - q}V${t + q}A${q} ${q} 0 0 1 ${l + q} ${t}Z`
  )
}

function fold(width: number, corner: number): string {
  return `M${width - 0.75 - corner} 0.75V${corner - 1.25}A2 2 0 0 0 ${width + 1.25 - corner} ${corner + 0.75}H${width - 0.75}`
}

function chamferedRect(width: number, height: number, cut: number): string {
  const [l, t, r, b] = [0.75, 0.75, width - 0.75, height - 0.75]
  return `M${l + cut} ${t}H${r - cut}L${r} ${t + cut}V${b - cut}L${r - cut} ${b}H${l + cut}L${l} ${b - cut}V${t + cut}Z`
}

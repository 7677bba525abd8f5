/** Signs of relations in their discs, and junctions: the same in every font, since they are strokes. */
import type { RelationKind } from '../../model/kinds.ts'
import type { Box } from '../../scene/scene.ts'
import type { Colour, PathItem } from './drawing.ts'

/** The mark in which linked premises join: round for supports, square for attacks. */
export function drawJunction(
  { x, y, width, height }: Box,
  kind: RelationKind,
  colour: Colour,
  page: Colour,
): PathItem[] {
  const r = kind === 'attacks' ? 3 : width / 2
  const d =
    `M${x + r} ${y}H${x + width - r}A${r} ${r} 0 0 1 ${x + width} ${y + r}V${y + height - r}` +
    `A${r} ${r} 0 0 1 ${x + width - r} ${y + height}H${x + r}A${r} ${r} 0 0 1 ${x} ${y + height - r}V${y + r}` +
    `A${r} ${r} 0 0 1 ${x + r} ${y}Z`
  return [{ kind: 'path', d, fill: colour }, signStrokes(x + width / 2, y + height / 2, kind, page)]
}

/** From the middle of a sign to its outer border, px. */
export const signReach = 9

/** A sign in its disc of 8 px radius. */
export function drawSign(
  [x, y]: readonly [x: number, y: number],
  kind: RelationKind,
  colour: Colour,
  page: Colour,
): PathItem[] {
  const disc = `M${x - 8} ${y}a8 8 0 0 1 16 0a8 8 0 0 1 -16 0z`
  return [
    { kind: 'path', d: disc, fill: page, stroke: colour, strokeWidth: 1.5 },
    signStrokes(x, y, kind, colour),
  ]
}

/** The four signs as strokes, the same in every font. */
function signStrokes(x: number, y: number, kind: RelationKind, stroke: Colour): PathItem {
  const d = {
    supports: `M${x - 4} ${y}h8M${x} ${y - 4}v8`,
    attacks: `M${x - 4} ${y}h8`,
    addresses: `M${x - 4} ${y}h7.5M${x + 0.5} ${y - 3}l3 3l-3 3`,
    restates: `M${x - 3.5} ${y - 1.75}h7M${x - 3.5} ${y + 1.75}h7`,
  }[kind]
  return { kind: 'path', d, stroke, strokeWidth: 1.75 }
}

/**
 * Planned pages as SVG, one document a page: what the browser prints. The same plan as the PDF, so print and
 * PDF show the same.
 */
import type { Drawing } from '../drawing/drawing.ts'
import type { EmbeddedFace } from '../fonts/embedded-faces.ts'
import { svgFonts, svgGroup } from '../svg/write.ts'
import { furnitureOf } from './furniture.ts'
import type { PlannedPage, PlannedPages } from './plan.ts'

/** Each page as a document of its own, points; fonts as they travel in SVG. */
export function writeSvgPages(
  drawings: readonly Drawing[],
  { pages }: PlannedPages,
  fonts: readonly EmbeddedFace[],
): string[] {
  return pages.map((page) => writePage(page, drawings[page.drawing], fonts))
}

function writePage(page: PlannedPage, drawing: Drawing | undefined, fonts: readonly EmbeddedFace[]): string {
  if (!drawing) throw new Error(`there is no drawing ${page.drawing}`)
  const { width, height, at, part, scale } = page
  const shown = sizeOf(part.width * scale, part.height * scale)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${sizeOf(width, height, 'pt')} viewBox="0 0 ${round(width)} ${round(height)}">`,
    ...svgFonts(fonts),
    // An inner picture cuts off what is not on this page.
    `<svg x="${round(at[0])}" y="${round(at[1])}" ${shown} viewBox="${[part.x, part.y, part.width, part.height].map(round).join(' ')}" preserveAspectRatio="none">`,
    ...(drawing.background === undefined
      ? []
      : [`<rect width="${drawing.width}" height="${drawing.height}" fill="${drawing.background}"/>`]),
    svgGroup(drawing.items),
    '</svg>',
    svgGroup(furnitureOf(page)),
    '</svg>',
    '',
  ].join('\n')
}

function sizeOf(width: number, height: number, unit = ''): string {
  return `width="${round(width)}${unit}" height="${round(height)}${unit}"`
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

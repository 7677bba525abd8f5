/**
 * How drawings are spread over pages: all on one, a poster over several that overlap, or a page for each.
 * PDF and the print preview follow the same plan. Pure: pages follow from sizes and boxes alone. Lengths on
 * paper are points (1/72 inch), lengths in drawings px.
 */
import type { Box } from '../../scene/scene.ts'
import type { Drawing } from '../drawing/drawing.ts'
import type { PagePlan, PageSize } from '../export-request.ts'
import { wholeBoxes } from './drawing-boxes.ts'
import { startsOfPages } from './cuts.ts'

/** Points of a millimetre. */
export const pointsOfMm = 72 / 25.4

/** Portrait; points. ISO 216 and ANSI A. */
export const paperSizes = {
  a4: { width: 210 * pointsOfMm, height: 297 * pointsOfMm },
  a3: { width: 297 * pointsOfMm, height: 420 * pointsOfMm },
  letter: { width: 612, height: 792 },
} as const satisfies Record<Exclude<PageSize, 'fit'>, PaperSize>

interface PaperSize {
  readonly width: number
  readonly height: number
}

/** White around what is printed, points: what most printers cannot print, and room for names and marks. */
export const margin = 12 * pointsOfMm

/** Points of a px where nothing asks for less: as large as on screen (CSS: 96 px are 72 points). */
const usualScale = 0.75

/** Posters are at least so large, points of a px: text of 14 px has 8 points. */
const readableScale = 8 / 14

/** Pages of a poster show at least so much of each other, points. */
const overlap = 10 * pointsOfMm

/** No page of a PDF may be larger (ISO 32000-1, annex C), points. */
const largestPage = 14_400

export interface PlannedPage {
  /** Which of the drawings it shows: a number in their list. */
  readonly drawing: number
  /** Of the paper, points. */
  readonly width: number
  readonly height: number
  /** What of the drawing is shown, px; it may reach beyond the drawing. */
  readonly part: Box
  /** Points of a px. */
  readonly scale: number
  /** Where the top left corner of the part lies on the paper, points from its top left corner. */
  readonly at: readonly [x: number, y: number]
  /** Names the page among the others: "B2 of 3 × 4", "Costs". */
  readonly name: string
  /** Stands at the foot of the paper. */
  readonly footer?: string
  /** Where neighbouring pages of a poster begin or end on this one, px of the drawing. */
  readonly joins?: { readonly x: readonly number[]; readonly y: readonly number[] }
}

export interface PlannedPages {
  readonly pages: readonly PlannedPage[]
  /** Whole sentences on what will be hard to read or was made smaller. */
  readonly notes: readonly string[]
}

/** Plans the pages. Of several drawings the first is the overview; one and poster show only it. */
export function planPages(drawings: readonly Drawing[], plan: PagePlan, size: PageSize): PlannedPages {
  const [first] = drawings
  if (!first) return { pages: [], notes: [] }
  if (plan === 'poster') return planPoster(first, size === 'fit' ? 'a4' : size)
  const shown = plan === 'sections' ? drawings : [first]
  const planned = shown.map((drawing, index) => planOne(drawing, index, size))
  const footed = planned.map(({ page }, index): PlannedPage => {
    if (shown.length === 1 || size === 'fit') return page
    return { ...page, footer: `${page.name} · ${index + 1} of ${shown.length}` }
  })
  return {
    pages: footed,
    notes:
      plan === 'sections' ? notesOnSections(planned) : [...new Set(planned.flatMap(({ notes }) => notes))],
  }
}

/** An overview need not be read; of the other pages it is said once. */
function notesOnSections(planned: readonly { readonly notes: readonly string[] }[]): readonly string[] {
  const small = planned.slice(1).filter(({ notes }) => notes.length > 0).length
  if (small === 0) return []
  const pages = small === 1 ? 'one of the pages' : `${small} pages`
  return [`On ${pages} the text of statements is less than 5 points high; larger paper helps.`]
}

/** One page with all of a drawing: as large as the drawing, or on paper turned the way that shows it larger. */
function planOne(drawing: Drawing, index: number, size: PageSize) {
  const part = { x: 0, y: 0, width: Math.max(1, drawing.width), height: Math.max(1, drawing.height) }
  if (size === 'fit') {
    const longest = Math.max(part.width, part.height)
    const scale = Math.min(usualScale, largestPage / longest)
    const page: PlannedPage = {
      drawing: index,
      width: Math.max(3, part.width * scale),
      height: Math.max(3, part.height * scale),
      part,
      scale,
      at: [0, 0],
      name: drawing.title,
    }
    const notes =
      scale < usualScale
        ? [`A PDF page can be at most 5 m long: the map is drawn at ${percent(scale)} of its size.`]
        : []
    return { page, notes }
  }
  const turns = bothWays(size).map((paper) => ({ paper, scale: fittingScale(part, paper) }))
  const { paper, scale } = turns.reduce((best, turn) => (turn.scale > best.scale * 1.001 ? turn : best))
  const page: PlannedPage = {
    drawing: index,
    ...paper,
    part,
    scale,
    at: [(paper.width - part.width * scale) / 2, (paper.height - part.height * scale) / 2],
    name: drawing.title,
  }
  const points = 14 * scale
  const notes =
    points < 5
      ? [
          `On one page the text of statements is ${points.toFixed(1)} points high; a poster or a page for each section can be read.`,
        ]
      : []
  return { page, notes }
}

/** Over as many pages as it takes to be readable, cut so that every box that fits a page is whole on one. */
export function planPoster(drawing: Drawing, size: Exclude<PageSize, 'fit'>, wanted?: number): PlannedPages {
  const boxes = wholeBoxes(drawing)
  const plans = bothWays(size).map((paper) => posterOn(paper, drawing, boxes, wanted))
  const pages = plans.reduce((best, plan) => (plan.length < best.length ? plan : best))
  const [first] = pages
  const inside = first?.part
  const cut = boxes.filter(
    (box) => inside !== undefined && (box.width > inside.width || box.height > inside.height),
  ).length
  const notes =
    cut === 0
      ? []
      : [
          `${cut} ${cut === 1 ? 'box is' : 'boxes are'} larger than a page and ${cut === 1 ? 'is' : 'are'} cut; larger paper shows ${cut === 1 ? 'it' : 'them'} whole.`,
        ]
  return { pages, notes }
}

function posterOn(
  paper: PaperSize,
  drawing: Drawing,
  boxes: readonly Box[],
  wanted: number | undefined,
): readonly PlannedPage[] {
  const whole = { x: 0, y: 0, width: Math.max(1, drawing.width), height: Math.max(1, drawing.height) }
  const scale = wanted ?? Math.max(readableScale, fittingScale(whole, paper))
  const width = (paper.width - 2 * margin) / scale
  const height = (paper.height - 2 * margin) / scale
  const shared = overlap / scale
  const columns = startsOfPages(
    whole.width,
    width,
    shared,
    boxes.map((box) => [box.x, box.x + box.width]),
  )
  const rows = startsOfPages(
    whole.height,
    height,
    shared,
    boxes.map((box) => [box.y, box.y + box.height]),
  )
  return rows.flatMap((y, row) =>
    columns.map((x, column) => {
      const name = `${columnName(column)}${row + 1} of ${columns.length} × ${rows.length}`
      return {
        drawing: 0,
        ...paper,
        part: { x, y, width, height },
        scale,
        at: [margin, margin] as const,
        name,
        footer: `${name} · ${drawing.title}`,
        joins: { x: joinsOf(columns, column, width), y: joinsOf(rows, row, height) },
      }
    }),
  )
}

/** Where the page before ends and where the next begins. */
function joinsOf(starts: readonly number[], index: number, size: number): readonly number[] {
  const before = starts[index - 1]
  const next = starts[index + 1]
  return [...(before === undefined ? [] : [before + size]), ...(next === undefined ? [] : [next])]
}

/** "A", "B", … "Z", "AA", as in spreadsheets. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

function bothWays(size: Exclude<PageSize, 'fit'>): readonly PaperSize[] {
  const { width, height } = paperSizes[size]
  return [
    { width, height },
    { width: height, height: width },
  ]
}

function fittingScale(part: Box, paper: PaperSize): number {
  return Math.min(
    usualScale,
    (paper.width - 2 * margin) / part.width,
    (paper.height - 2 * margin) / part.height,
  )
}

function percent(scale: number): string {
  return `${((scale / usualScale) * 100).toFixed(scale < usualScale / 10 ? 1 : 0)} %`
}

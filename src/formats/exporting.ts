/**
 * One export, from a document and a person's choices to the content of files: the one way that the export
 * dialog and the command line share, so that both give the same bytes. What is heavy is loaded only for the
 * export that needs it.
 */
import type { ArgumentGraph } from '../model/graph.ts'
import { inOrder } from '../model/order.ts'
import type { Result } from '../model/result.ts'
import { evaluate } from '../reasoning/evaluate.ts'
import type { TextMeasurer } from '../scene/measure/text-measurer.ts'
import type { Written } from './conversion.ts'
import { drawGraph } from './drawing/draw.ts'
import type { Drawing } from './drawing/drawing.ts'
import { graphOfPart } from './drawing/part.ts'
import type { PictureOptions } from './drawing/picture.ts'
import type { Exported, ExportedFile, ExportRequest, PrintedPages } from './export-request.ts'
import type { FontFiles } from './fonts/font-files.ts'
import { formats } from './formats.ts'
import { writeGraph } from './json/write.ts'
import { pictures, type PictureId } from './pictures.ts'
import { explainPngError, type PngError, type PngFile, type PngRequest } from './png/write.ts'
import { writeSvg } from './svg/write.ts'

/** What exports need of their surroundings. */
export interface ExportResources {
  readonly measurer: TextMeasurer
  readonly fonts: FontFiles
  /** Paints on the canvas there is, as `writePng` does. */
  readonly png: (drawing: Drawing, request: PngRequest) => Promise<Result<readonly PngFile[], PngError>>
  /** When the export is made, for the properties of documents that have such. */
  readonly date: Date
}

/** Makes an export. Rejects with a sentence that has a way out where there is none to be had. */
export async function exportGraph(
  graph: ArgumentGraph,
  request: ExportRequest,
  resources: ExportResources,
): Promise<Exported> {
  if (isPicture(request.to)) return exportPicture(graph, request.to, request, resources)
  const format = formats.find(({ id, writer }) => id === request.to && writer)
  if (!format?.writer) throw new Error(`There is no way to write "${request.to}": choose another format.`)
  const write = await format.writer()
  const { content, losses, notes } = await write(graphOfPart(graph, request.picture.what))
  const { mediaType, extensions } = format
  return { files: [{ suffix: '', extension: extensions[0], mediaType, content }], losses, notes }
}

function isPicture(id: string): id is PictureId {
  return Object.hasOwn(pictures, id)
}

/** Everything a picture is made from. */
interface Making {
  readonly graph: ArgumentGraph
  readonly request: ExportRequest
  readonly resources: ExportResources
  /** Draws what was asked for, with these choices made otherwise. */
  readonly draw: (changes?: Partial<PictureOptions>) => Drawing
  /** The document's text, if it is to travel inside. */
  readonly inside: { readonly document?: string }
}

function exportPicture(
  graph: ArgumentGraph,
  to: PictureId,
  request: ExportRequest,
  resources: ExportResources,
): Promise<Exported> {
  const draw = (changes: Partial<PictureOptions> = {}) =>
    drawGraph(graph, { ...request.picture, ...changes }, { measurer: resources.measurer })
  const inside = request.document ? { document: writeGraph(graph) } : {}
  const making = { graph, request, resources, draw, inside }
  switch (to) {
    case 'svg':
      return exportSvg(making)
    case 'png':
      return exportPng(making)
    case 'pdf':
      return exportPdf(making)
    case 'html':
      return exportHtml(making)
    case 'markdown':
      return exportMarkdown(making)
    case 'docx':
      return exportDocx(making)
  }
}

async function exportSvg({ request, resources, draw, inside }: Making): Promise<Exported> {
  const drawing = draw()
  if (!request.fonts) return exported([fileOf('svg', writeSvg(drawing, inside))])
  const { embeddedFaces } = await import('./fonts/embedded-faces.ts')
  const { faces, notes } = await embeddedFaces(drawing, resources.fonts)
  return exported([fileOf('svg', writeSvg(drawing, { ...inside, fonts: faces }))], { notes })
}

async function exportPng({ request, resources, draw, inside }: Making): Promise<Exported> {
  const result = await resources.png(draw(), { scale: request.scale, tiles: true, ...inside })
  if (!result.ok) throw new Error(explainPngError(result.error))
  const tiles = result.value.length
  const notes =
    tiles > 1
      ? [`The picture is too large for one file and comes in ${tiles} parts, named by column and row.`]
      : []
  return exported(
    result.value.map(({ suffix, content }) => fileOf('png', content, suffix)),
    { notes },
  )
}

async function exportPdf({ graph, request, resources, draw }: Making): Promise<Exported> {
  const { planPages } = await import('./pdf/plan.ts')
  const { writePdf } = await import('./pdf/write-pdf.ts')
  const drawings = drawPages(graph, request, draw)
  const plan = planPages(drawings, request.pages, request.page)
  const { fonts, date } = resources
  const { content, notes } = await writePdf(drawings, plan, { fonts, date, title: graph.title })
  return exported([fileOf('pdf', content)], { notes })
}

/** Pages as a browser prints them: SVG documents, one a page, by the plan of the PDF and with its fonts inside. */
export async function printedPages(
  graph: ArgumentGraph,
  request: ExportRequest,
  { measurer, fonts }: ExportResources,
): Promise<PrintedPages> {
  const { planPages } = await import('./pdf/plan.ts')
  const { pageDrawing } = await import('./pdf/page-drawing.ts')
  const { embeddedFaces } = await import('./fonts/embedded-faces.ts')
  const draw: Making['draw'] = (changes = {}) =>
    drawGraph(graph, { ...request.picture, ...changes }, { measurer })
  const drawings = drawPages(graph, request, draw)
  const plan = planPages(drawings, request.pages, request.page)
  const sheets = plan.pages.flatMap((page) => {
    const drawing = drawings[page.drawing]
    return drawing ? [pageDrawing(drawing, page)] : []
  })
  // Of the sheets, whose margins have words of their own.
  const { faces } = await embeddedFaces({ items: sheets.flatMap(({ items }) => items) }, fonts)
  const pages = sheets.map((sheet) => writeSvg(sheet, { fonts: faces }))
  return { pages, notes: plan.notes }
}

/** What the pages show: the map, and after it each section that has statements where pages are for sections. */
function drawPages(graph: ArgumentGraph, request: ExportRequest, draw: Making['draw']): Drawing[] {
  if (request.pages !== 'sections') return [draw()]
  const used = new Set(Object.values(graph.nodes).map(({ section }) => section))
  const sections = inOrder(graph.sections).filter((id) => used.has(id))
  return [draw(), ...sections.map((section) => draw({ what: { part: 'section', section } }))]
}

async function exportMarkdown({ graph, request, draw }: Making): Promise<Exported> {
  const { writeMarkdown } = await import('./brief/markdown.ts')
  const brief = await briefFor(graph)
  if (request.name === undefined) {
    return exported([fileOf('markdown', writeMarkdown(brief))], brief)
  }
  const picture = fileOf('svg', writeSvg(draw()), '-map')
  const address = encodeURIComponent(`${request.name}${picture.suffix}${picture.extension}`)
  return exported([fileOf('markdown', writeMarkdown(brief, { picture: address })), picture], brief)
}

async function exportDocx({ graph, resources, draw }: Making): Promise<Exported> {
  const { writeDocx } = await import('./brief/docx.ts')
  const drawing = draw()
  const result = await resources.png(drawing, { scale: scaleForWord(drawing), tiles: false })
  const [png] = result.ok ? result.value : []
  const { width, height, description: alt } = drawing
  const brief = await briefFor(graph)
  const content = await writeDocx(brief, {
    date: resources.date,
    ...(png ? { picture: { png: png.content, svg: writeSvg(drawing), width, height, alt } } : {}),
  })
  const notes = png ? [] : ['The map is too large to be painted for Word; export it as SVG or PDF beside it.']
  return exported([fileOf('docx', content)], { losses: brief.losses, notes })
}

/** Pixels for one px of a map in a text document: sharp in print at the width of a page, and no more. */
function scaleForWord({ width }: Drawing): number {
  return Math.min(2, Math.max(0.25, 4000 / width))
}

async function briefFor(graph: ArgumentGraph) {
  const { briefOf } = await import('./brief/brief.ts')
  return briefOf(evaluate(graph))
}

async function exportHtml({ graph, request, resources, inside }: Making): Promise<Exported> {
  const { drawPage, writeHtml } = await import('./html/write.ts')
  const { embeddedFaces } = await import('./fonts/embedded-faces.ts')
  // A page shows more than the picture: what is collapsed in the document can be unfolded.
  const { drawing } = drawPage(graph, request.picture, resources)
  const { faces: fonts, notes } = await embeddedFaces(drawing, resources.fonts)
  const page = writeHtml(graph, { picture: request.picture, fonts, ...inside }, resources)
  return exported([fileOf('html', page)], { notes })
}

function exported(
  files: readonly ExportedFile[],
  { losses = [], notes = [] }: Partial<Pick<Written, 'losses' | 'notes'>> = {},
): Exported {
  const [first, ...rest] = files
  if (!first) throw new Error('an export without a file')
  return { files: [first, ...rest], losses, notes }
}

function fileOf(to: PictureId, content: Written['content'], suffix = ''): ExportedFile {
  const { extensions, mediaType } = pictures[to]
  return { suffix, extension: extensions[0], mediaType, content }
}

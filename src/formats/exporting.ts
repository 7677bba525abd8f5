/**
 * One export, from a document and a person's choices to the content of files: the one way that the export
 * dialog and the command line share, so that both give the same bytes. What is heavy is loaded only for the
 * export that needs it.
 */
import type { ArgumentGraph } from '../model/graph.ts'
import type { Result } from '../model/result.ts'
import type { TextMeasurer } from '../scene/measure/text-measurer.ts'
import type { Written } from './conversion.ts'
import { drawGraph } from './drawing/draw.ts'
import type { Drawing } from './drawing/drawing.ts'
import type { PictureOptions } from './drawing/picture.ts'
import type { FontFiles } from './fonts/font-files.ts'
import { formats } from './formats.ts'
import { writeGraph } from './json/write.ts'
import { pictures, type PictureId } from './pictures.ts'
import type { PngError, PngFile, PngRequest } from './png/write.ts'
import { writeSvg } from './svg/write.ts'

export const pageSizes = ['fit', 'a4', 'a3', 'letter'] as const
/** fit: a page exactly as large as the drawing. */
export type PageSize = (typeof pageSizes)[number]

export const pagePlans = ['one', 'poster', 'sections'] as const
/** one: everything on one page. poster: readable, over as many as it takes. sections: an overview, then one for each section. */
export type PagePlan = (typeof pagePlans)[number]

/** What is to be exported, and how. */
export interface ExportRequest {
  /** A key of `pictures` or the id of a format with a writer. */
  readonly to: string
  readonly picture: PictureOptions
  /** Whether the document travels inside, so that the picture can be opened again. */
  readonly document: boolean
  /** Whether SVG carries its font. */
  readonly fonts: boolean
  /** Pixels of a PNG for one px of the drawing, 1 to 4. */
  readonly scale: number
  readonly page: PageSize
  readonly pages: PagePlan
}

/** One file of an export. Several where a PNG comes in tiles. */
export interface ExportedFile {
  /** Put between the document's name and the extension: "", "-a1". */
  readonly suffix: string
  readonly extension: string
  readonly mediaType: string
  readonly content: Written['content']
}

export interface Exported extends Pick<Written, 'losses' | 'notes'> {
  readonly files: readonly [ExportedFile, ...ExportedFile[]]
}

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
  const { content, losses, notes } = await write(graph)
  const { mediaType, extensions } = format
  return { files: [{ suffix: '', extension: extensions[0], mediaType, content }], losses, notes }
}

function isPicture(id: string): id is PictureId {
  return Object.hasOwn(pictures, id)
}

async function exportPicture(
  graph: ArgumentGraph,
  to: PictureId,
  request: ExportRequest,
  resources: ExportResources,
): Promise<Exported> {
  const draw = (changes: Partial<PictureOptions> = {}) =>
    drawGraph(graph, { ...request.picture, ...changes }, { measurer: resources.measurer })
  const document = request.document ? { document: writeGraph(graph) } : {}
  switch (to) {
    case 'svg': {
      const drawing = draw()
      return one(to, writeSvg(drawing, document))
    }
    case 'png': {
      const { explainPngError } = await import('./png/write.ts')
      const result = await resources.png(draw(), { scale: request.scale, tiles: true, ...document })
      if (!result.ok) throw new Error(explainPngError(result.error))
      const [first, ...rest] = result.value.map(({ suffix, content }) => fileOf(to, content, suffix))
      if (!first) throw new Error('writePng gave no file')
      return { files: [first, ...rest], losses: [], notes: [] }
    }
    case 'pdf':
    case 'html':
    case 'markdown':
    case 'docx':
      throw new Error('not yet')
  }
}

function one(to: PictureId, content: Written['content'], notes: readonly string[] = []): Exported {
  return { files: [fileOf(to, content)], losses: [], notes }
}

function fileOf(to: PictureId, content: Written['content'], suffix = ''): ExportedFile {
  const { extensions, mediaType } = pictures[to]
  return { suffix, extension: extensions[0], mediaType, content }
}

/**
 * One export, from a document and a person's choices to the content of files: the one way that the export
 * dialog and the command line share, so that both give the same bytes.
 */
import type { PictureOptions } from './drawing/picture.ts'
import type { Written } from './conversion.ts'

export const pageSizes = ['fit', 'a4', 'a3', 'letter'] as const
/** fit: a page exactly as large as the drawing. */
export type PageSize = (typeof pageSizes)[number]

/** one: everything on one page. poster: readable, over as many as it takes. sections: an overview, then one for each section. */
export type PagePlan = 'one' | 'poster' | 'sections'

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

/** One file of an export. Several where a PNG comes in tiles or a format has several tables. */
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

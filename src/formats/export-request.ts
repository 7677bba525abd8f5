/**
 * What an export is asked for and what it gives, without any of what makes it: so that menus and settings can
 * speak of exports before their code is loaded.
 */
import type { Written } from './conversion.ts'
import type { PictureOptions } from './drawing/picture.ts'

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
  /** Name of the files without suffix and extension, for files that refer to each other; without it, none does. */
  readonly name?: string
}

/** One file of an export. Several where a PNG comes in tiles or a text has a picture beside it. */
export interface ExportedFile {
  /** Put between the name and the extension: "", "-a1", "-map". */
  readonly suffix: string
  readonly extension: string
  readonly mediaType: string
  readonly content: Written['content']
}

export interface Exported extends Pick<Written, 'losses' | 'notes'> {
  readonly files: readonly [ExportedFile, ...ExportedFile[]]
}

/** Pages as a browser prints them, with whole sentences on what will be hard to read. */
export interface PrintedPages {
  readonly pages: readonly string[]
  readonly notes: readonly string[]
}

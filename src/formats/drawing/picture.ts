/** What a picture shows and how it looks: the choices a person makes before exporting one. */
import type { ElementId, NodeId, SectionId } from '../../model/graph.ts'

/** What of the map is drawn. */
export type PicturePart =
  | { readonly part: 'all' }
  /** These nodes and relations, and every relation between them. */
  | { readonly part: 'selection'; readonly ids: readonly ElementId[] }
  /** A node and everything that bears on it, directly or through others. */
  | { readonly part: 'branch'; readonly node: NodeId }
  /** The nodes of a section and the relations between them. */
  | { readonly part: 'section'; readonly section: SectionId }

export const pictureThemes = ['light', 'dark', 'print'] as const
/** print: greyscale on white. */
export type PictureTheme = (typeof pictureThemes)[number]

export interface PictureOptions {
  readonly what: PicturePart
  readonly theme: PictureTheme
  /** Whether standing, support and objection are shown. */
  readonly evaluation: boolean
  readonly legend: boolean
  readonly title: boolean
  /** A numbered list of the sources of what is drawn. */
  readonly sources: boolean
  /** Absent background instead of the theme's. */
  readonly transparent: boolean
}

/** What people get who choose nothing. */
export const usualPicture: PictureOptions = {
  what: { part: 'all' },
  theme: 'light',
  evaluation: false,
  legend: false,
  title: true,
  sources: false,
  transparent: false,
}

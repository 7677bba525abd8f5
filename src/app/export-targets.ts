/**
 * What a map can be exported as, from the lists of pictures and formats, and the choices an export starts
 * from: those of the last one in this browser.
 */
import { usualPicture } from '../formats/drawing/picture.ts'
import type { ExportRequest } from '../formats/export-request.ts'
import { formats } from '../formats/formats.ts'
import { pictures, type Picture, type PictureChoice } from '../formats/pictures.ts'
import type { KeptExport } from './browser/settings.ts'

/** Something a map can be exported as, from either list. */
export interface ExportTarget {
  readonly id: string
  readonly name: string
  readonly extension: string
  readonly mediaType: string
  readonly hint: string
  readonly choices: readonly PictureChoice[]
  readonly group: 'picture' | 'data'
}

/** Everything a map can be exported as, in the order of the lists. */
export const exportTargets: readonly ExportTarget[] = [
  ...Object.entries<Picture>(pictures).map(([id, { extensions, ...rest }]) => ({
    id,
    ...rest,
    extension: extensions[0],
    group: 'picture' as const,
  })),
  ...formats.flatMap(({ writer, extensions, ...rest }) =>
    writer ? [{ ...rest, extension: extensions[0], choices: ['part'] as const, group: 'data' as const }] : [],
  ),
]

/** The target with this id; the first one for an id that is none, as from an older setting. */
export function targetOf(id: string): ExportTarget {
  const target = exportTargets.find((each) => each.id === id) ?? exportTargets[0]
  if (!target) throw new Error('there is nothing to export as')
  return target
}

/** What people get who have never exported. */
export const usualExport: ExportRequest = {
  to: 'svg',
  picture: usualPicture,
  document: true,
  fonts: false,
  scale: 2,
  page: 'a4',
  pages: 'one',
}

/** The request that was kept, on the whole map; what has never been chosen is as usual. */
export function requestOf(kept: KeptExport | undefined): ExportRequest {
  if (!kept) return usualExport
  const { to, document, fonts, scale, page, pages, ...look } = kept
  return { to, document, fonts, scale, page, pages, picture: { ...usualPicture, ...look } }
}

/** What of a request is remembered: everything but the part of this map. */
export function keptOf({ picture, scale, ...rest }: ExportRequest): KeptExport {
  const { what: _, ...look } = picture
  return { ...rest, ...look, scale: scale === 1 || scale === 3 || scale === 4 ? scale : 2 }
}

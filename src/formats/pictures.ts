/**
 * What a map can be exported as besides data (see formats.ts): pictures, a page and a brief. Declared once,
 * with the choices that apply to each; the export dialog, the command line and the documentation read it.
 */

export interface Picture {
  /** As people know it. */
  readonly name: string
  /** With the dot; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]]
  readonly mediaType: string
  /** One sentence for menus and help. */
  readonly hint: string
  /** The choices that mean something for it. */
  readonly choices: readonly PictureChoice[]
}

/**
 * part: what of the map is exported. look: theme, evaluation, legend, title, sources. The rest is named after
 * the field of ExportRequest.
 */
export type PictureChoice = 'part' | 'look' | 'transparent' | 'document' | 'fonts' | 'scale' | 'page'

/** In the order in which menus list them. */
export const pictures = {
  svg: {
    name: 'SVG picture',
    extensions: ['.svg'],
    mediaType: 'image/svg+xml',
    hint: 'Sharp at any size; for web pages, Word, LibreOffice and drawing programs.',
    choices: ['part', 'look', 'transparent', 'document', 'fonts'],
  },
  png: {
    name: 'PNG picture',
    extensions: ['.png'],
    mediaType: 'image/png',
    hint: 'Pixels; for slides, mail and wherever SVG is not taken.',
    choices: ['part', 'look', 'transparent', 'document', 'scale'],
  },
  pdf: {
    name: 'PDF',
    extensions: ['.pdf'],
    mediaType: 'application/pdf',
    hint: 'For print and archives: one page, a poster over several, or a page for each section.',
    choices: ['part', 'look', 'page'],
  },
  html: {
    name: 'Web page',
    extensions: ['.html', '.htm'],
    mediaType: 'text/html',
    hint: 'One file that opens anywhere, offline, to be explored: zoom, fold, search, read notes and sources.',
    choices: ['part', 'look', 'document'],
  },
  markdown: {
    name: 'Brief, Markdown',
    extensions: ['.md'],
    mediaType: 'text/markdown',
    hint: 'Recommendations with reasons, evidence, counterpoints and sources, as text.',
    choices: [],
  },
  docx: {
    name: 'Brief, Word',
    extensions: ['.docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    hint: 'The same as a document for Word or LibreOffice, with the map in it.',
    choices: ['look'],
  },
} as const satisfies Record<string, Picture>

export type PictureId = keyof typeof pictures

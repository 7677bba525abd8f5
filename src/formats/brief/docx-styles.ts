/**
 * How a brief looks in Word: real heading styles, so that navigation and tables of contents work, lists with
 * levels, sources numbered as they are cited, A4 pages. All lengths are twentieths of a point unless said.
 */
import type { ILevelsOptions, IStylesOptions } from 'docx'
import { deepestLevel } from './blocks.ts'

/** Names of the lists. */
export const listNames = { bullets: 'counterpoint-list', references: 'counterpoint-sources' } as const

const ink = '1F2937'
const accent = '1F3F77'
const font = 'Calibri'

export const styles = {
  default: {
    document: {
      run: { font, size: 22, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    title: { run: { font, size: 44, bold: true, color: accent }, paragraph: { spacing: { after: 60 } } },
    heading1: {
      run: { font, size: 30, bold: true, color: accent },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 25, bold: true, color: ink },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { font, size: 22, bold: true, color: accent },
      paragraph: { spacing: { before: 220, after: 80 }, keepNext: true },
    },
    hyperlink: { run: { color: accent, underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { color: '4B5563', size: 22 },
      paragraph: { spacing: { after: 280 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { italics: true, color: '4B5563', size: 20 },
      paragraph: { spacing: { before: 80, after: 200 } },
    },
    {
      id: 'ListParagraph',
      name: 'List Paragraph',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 60 } },
    },
  ],
} as const satisfies IStylesOptions

export const lists: { reference: string; levels: ILevelsOptions[] }[] = [
  {
    reference: listNames.bullets,
    levels: Array.from({ length: deepestLevel + 1 }, (_, level) => ({
      level,
      format: 'bullet',
      text: level % 2 === 0 ? '•' : '–',
      alignment: 'left',
      style: { paragraph: { indent: { left: 360 + 340 * level, hanging: 280 } } },
    })),
  },
  {
    reference: listNames.references,
    levels: [
      {
        level: 0,
        format: 'decimal',
        text: '[%1]',
        alignment: 'left',
        style: { paragraph: { indent: { left: 567, hanging: 567 } } },
      },
    ],
  },
]

const margin = 1361

/** A4, 24 mm around. */
export const page = {
  portrait: {
    size: { width: 11_906, height: 16_838 },
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  },
  landscape: { margin: { top: 1020, right: 1020, bottom: 1020, left: 1020 } },
  /** What a picture has room for, px of 1/96 inch, captions and headings set aside. */
  room: { portrait: { width: 612, height: 760 }, landscape: { width: 980, height: 530 } },
} as const

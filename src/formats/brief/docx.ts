/**
 * A brief as a Word document (ECMA-376), for Word, LibreOffice and the like. The same brief, picture and date
 * give the same bytes. The library is loaded when it is first needed.
 */
import type * as Docx from 'docx'
import { allowedLink } from '../links.ts'
import { legalText } from '../plain-text.ts'
import { heading, plain, type Block, type Run, type Runs } from './blocks.ts'
import type { Brief } from './brief.ts'
import { corePropertiesXml, withFixedTimes } from './docx-package.ts'
import { listNames, lists, page, styles } from './docx-styles.ts'

/** A picture of the map; width and height in px at scale 1 tell its shape. */
export interface BriefPicture {
  readonly png: Uint8Array<ArrayBuffer>
  /** Shown instead of the PNG where SVG can be shown. */
  readonly svg?: string
  readonly width: number
  readonly height: number
  /** What it shows, for people who cannot see it. */
  readonly alt: string
}

export interface DocxOptions {
  readonly picture?: BriefPicture
  /** When the document says it was made. */
  readonly date: Date
}

/** The bytes of the file. */
export async function writeDocx(
  brief: Brief,
  { picture, date }: DocxOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import('docx')
  const setting: Setting = { docx, links: [] }
  const at = brief.blocks.findIndex(({ kind }) => kind === 'picture')
  const before = [...titleOf(setting, brief, date), ...paragraphsOf(setting, brief.blocks.slice(0, at))]
  const after = paragraphsOf(setting, brief.blocks.slice(at + 1))
  const document = new docx.Document({
    title: legalText(brief.title),
    creator: 'Counterpoint',
    styles,
    numbering: { config: lists },
    features: { updateFields: false },
    sections: sectionsOf(setting, { before, after, picture, title: brief.title }),
  })
  for (const [index, link] of setting.links.entries()) {
    document.Document.Relationships.addRelationship(
      linkId(index),
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
      link,
      'External',
    )
  }
  const core = corePropertiesXml({ title: brief.title, description: brief.description, date })
  const buffer = await docx.Packer.toArrayBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: core },
  ])
  return withFixedTimes(new Uint8Array(buffer))
}

interface Setting {
  readonly docx: typeof Docx
  /** Addresses, each with an id of its own: the library's own ids are random. */
  readonly links: string[]
}

interface Parts {
  readonly before: Docx.Paragraph[]
  readonly after: Docx.Paragraph[]
  readonly picture: BriefPicture | undefined
  readonly title: string
}

/** One section; a wide picture has a page of its own at the end, turned on its side. */
function sectionsOf(setting: Setting, { before, after, picture, title }: Parts): Docx.ISectionOptions[] {
  const { docx } = setting
  const footers = { default: footerOf(setting, title) }
  const portrait = (children: Docx.Paragraph[]): Docx.ISectionOptions => ({
    properties: { page: page.portrait },
    footers,
    children,
  })
  if (!picture) return [portrait([...before, ...after])]
  const isWide = picture.width > picture.height * 1.2
  if (!isWide) return [portrait([...before, ...figureOf(setting, picture, page.room.portrait), ...after])]
  const landscape: Docx.ISectionOptions = {
    properties: {
      page: {
        size: { ...page.portrait.size, orientation: docx.PageOrientation.LANDSCAPE },
        margin: page.landscape.margin,
      },
    },
    footers,
    children: [
      ...blockParagraphs(setting, heading(1, plain('The map'))),
      ...figureOf(setting, picture, page.room.landscape),
    ],
  }
  return [portrait([...before, ...after]), landscape]
}

function titleOf(setting: Setting, { title }: Brief, date: Date): Docx.Paragraph[] {
  const { docx } = setting
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
  return [
    new docx.Paragraph({
      heading: docx.HeadingLevel.TITLE,
      ...directed(title),
      children: runsOf(setting, [{ text: title }]),
    }),
    new docx.Paragraph({
      style: 'Subtitle',
      children: runsOf(setting, [{ text: `Brief made from the argument map, ${day}` }]),
    }),
  ]
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

function footerOf({ docx }: Setting, title: string): Docx.Footer {
  const { PageNumber } = docx
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.RIGHT,
        children: [
          new docx.TextRun({ text: `${legalText(title)} · `, size: 18, color: '4B5563' }),
          new docx.TextRun({
            children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            size: 18,
            color: '4B5563',
          }),
        ],
      }),
    ],
  })
}

function figureOf(
  { docx }: Setting,
  { png, svg, width, height, alt }: BriefPicture,
  room: { width: number; height: number },
): Docx.Paragraph[] {
  const scale = Math.min(1, room.width / width, room.height / height)
  const transformation = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
  const altText = {
    name: 'Map of the argument',
    title: 'Map of the argument',
    description: legalText(alt),
    id: '1',
  }
  const image =
    svg === undefined
      ? new docx.ImageRun({ type: 'png', data: png, transformation, altText })
      : new docx.ImageRun({
          type: 'svg',
          data: new TextEncoder().encode(svg),
          fallback: { type: 'png', data: png },
          transformation,
          altText,
        })
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      keepNext: true,
      // Lines of text have room above; a picture as high as the page must not.
      spacing: { line: 240, lineRule: 'auto' },
      children: [image],
    }),
    new docx.Paragraph({
      style: 'Caption',
      children: [new docx.TextRun('The map of the argument, from which this brief is made.')],
    }),
  ]
}

function paragraphsOf(setting: Setting, blocks: readonly Block[]): Docx.Paragraph[] {
  return blocks.flatMap((block) => blockParagraphs(setting, block))
}

function blockParagraphs(setting: Setting, block: Block): Docx.Paragraph[] {
  const { docx } = setting
  const made = (runs: Runs, options: Docx.IParagraphOptions): Docx.Paragraph =>
    new docx.Paragraph({
      ...directed(runs.map(({ text }) => text).join('')),
      ...options,
      children: runsOf(setting, runs),
    })
  switch (block.kind) {
    case 'heading':
      return [made(block.runs, { heading: docx.HeadingLevel[`HEADING_${block.level}`] })]
    case 'paragraph':
      return [made(block.runs, {})]
    case 'list':
      return block.items.map(({ level, runs }) =>
        made(runs, { style: 'ListParagraph', numbering: { reference: listNames.bullets, level } }),
      )
    case 'references':
      return block.items.map((runs) =>
        made(runs, { style: 'ListParagraph', numbering: { reference: listNames.references, level: 0 } }),
      )
    case 'picture':
      return []
  }
}

function runsOf(setting: Setting, runs: Runs): Docx.ParagraphChild[] {
  return runs.map((run) => linkedRun(setting, run))
}

function linkedRun(setting: Setting, { text, style, link }: Run): Docx.ParagraphChild {
  const { docx, links } = setting
  const words = new docx.TextRun({
    text: legalText(text),
    ...(style === 'strong' ? { bold: true } : {}),
    ...(style === 'emphasis' ? { italics: true } : {}),
    ...(link === undefined ? {} : { style: 'Hyperlink' }),
    ...(isRightToLeft(text) ? { rightToLeft: true } : {}),
  })
  const address = allowedLink(link)
  if (address === undefined) return words
  links.push(address)
  return new docx.ConcreteHyperlink([words], linkId(links.length - 1))
}

function linkId(index: number): string {
  return `Link${index + 1}`
}

/** A paragraph runs from right to left if its first letter does. */
function directed(text: string): { bidirectional?: true } {
  return isRightToLeft(text) ? { bidirectional: true } : {}
}

/** Whether the first letter is Hebrew, Arabic or of another script that runs from right to left (UAX #9, P2). */
function isRightToLeft(text: string): boolean {
  const [letter] = /\p{L}/u.exec(text) ?? []
  return (
    letter !== undefined &&
    /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u.test(letter)
  )
}

/**
 * Drawings as PDF: shapes as shapes, text as text that can be searched and copied in any script, fonts
 * embedded with just the glyphs used, links that can be followed, a structure for screen readers. The same
 * drawings, plan and options give the same bytes.
 */
import type { Written } from '../conversion.ts'
import type { Drawing, DrawingItem } from '../drawing/drawing.ts'
import { explainMissing } from '../fonts/clusters.ts'
import type { FontFiles } from '../fonts/font-files.ts'
import { loadFonts } from '../fonts/font-library.ts'
import { createTypesetter } from '../fonts/set-line.ts'
import { textsOf } from '../fonts/texts.ts'
import { xmlText } from '../svg/xml.ts'
import { furnitureOf } from './furniture.ts'
import { opacityName, PageContent, type PageContext } from './page-content.ts'
import {
  array,
  ascii,
  date as pdfDate,
  dictionary,
  number,
  PdfFile,
  type PdfEntries,
  reference,
  text,
  type Ref,
} from './pdf-file.ts'
import { PdfFonts } from './pdf-fonts.ts'
import type { PlannedPage, PlannedPages } from './plan.ts'
import { writeStructure, type StructureElement } from './structure.ts'

export interface PdfOptions {
  readonly fonts: FontFiles
  /** When the file is made. */
  readonly date: Date
  /** Of the document. */
  readonly title: string
  readonly author?: string
  /** As in HTML's lang: "en", "zh-Hans". It also chooses between the Chinese and Japanese forms of characters. */
  readonly language?: string
}

export interface WrittenPdf extends Pick<Written, 'notes'> {
  readonly content: Uint8Array<ArrayBuffer>
}

/** Writes planned pages of drawings. Rejects when a font file cannot be had. */
export async function writePdf(
  drawings: readonly Drawing[],
  { pages, notes }: PlannedPages,
  options: PdfOptions,
): Promise<WrittenPdf> {
  const shown = pages.map((page) => ({ page, drawing: drawingOf(drawings, page), extras: furnitureOf(page) }))
  const texts = textsOf([...drawings.flatMap(({ items }) => items), ...shown.flatMap(({ extras }) => extras)])
  // Blanks are put between lines.
  const spaced = texts.map((each) => ({ ...each, text: `${each.text} ` }))
  const library = await loadFonts(spaced, options.fonts, options.language)
  const file = new PdfFile()
  const context: PageContext = {
    fonts: new PdfFonts(file),
    typesetter: createTypesetter(library),
    opacities: new Set(),
  }
  const document: StructureElement = { type: 'Document', kids: [] }
  const tree = file.reserve()
  const resources = file.reserve()
  const refs = shown.map(() => file.reserve())
  let key = shown.length
  for (const [index, { page, drawing, extras }] of shown.entries()) {
    const sheet: StructureElement = { type: 'Sect', title: page.name, kids: [] }
    document.kids.push(sheet)
    const content = new PageContent(index, context)
    const placement = {
      scale: page.scale,
      x: page.at[0] - page.part.x * page.scale,
      y: page.height - page.at[1] + page.part.y * page.scale,
    }
    content.draw(backgroundOf(drawing), placement, page.part)
    content.draw(drawing.items, placement, page.part, sheet)
    const paper = { x: 0, y: 0, width: page.width, height: page.height }
    content.draw(extras, { scale: 1, x: 0, y: page.height }, paper)
    const annotations = content.links.map(({ address, area, element }) => {
      const annotation = file.add(
        dictionary({
          Type: '/Annot',
          Subtype: '/Link',
          Rect: array(area),
          Border: '[0 0 0]',
          F: '4',
          Contents: text(address),
          StructParent: String(key),
          A: dictionary({ S: '/URI', URI: ascii(address) }),
        }),
      )
      element.kids.push({ page: index, annotation, key })
      key += 1
      return reference(annotation)
    })
    const stream = await file.addStream(content.finish())
    file.add(
      dictionary({
        Type: '/Page',
        Parent: reference(tree),
        MediaBox: array([0, 0, page.width, page.height]),
        Resources: reference(resources),
        Contents: reference(stream),
        Annots: annotations.length === 0 ? undefined : array(annotations),
        StructParents: String(index),
        Tabs: '/S',
      }),
      refs[index],
    )
  }
  await context.fonts.write()
  const opacities: PdfEntries = Object.fromEntries(
    [...context.opacities].map((opacity) => [opacityName(opacity), dictionary({ ca: number(opacity) })]),
  )
  file.add(
    dictionary({
      Font: context.fonts.resources(),
      ExtGState: dictionary(opacities),
    }),
    resources,
  )
  file.add(dictionary({ Type: '/Pages', Kids: array(refs.map(reference)), Count: String(refs.length) }), tree)
  const outline = writeOutline(file, pages, refs)
  const catalog = file.add(
    dictionary({
      Type: '/Catalog',
      Pages: reference(tree),
      Outlines: outline === undefined ? undefined : reference(outline),
      PageMode: outline === undefined ? undefined : '/UseOutlines',
      Lang: options.language === undefined ? undefined : text(options.language),
      MarkInfo: '<< /Marked true >>',
      StructTreeRoot: reference(writeStructure(file, document, refs)),
      ViewerPreferences: '<< /DisplayDocTitle true >>',
      Metadata: reference(await writeMetadata(file, options)),
    }),
  )
  const info = file.add(
    dictionary({
      Title: text(options.title),
      Author: options.author === undefined ? undefined : text(options.author),
      Creator: text('Counterpoint'),
      Producer: text('Counterpoint'),
      CreationDate: pdfDate(options.date),
      ModDate: pdfDate(options.date),
    }),
  )
  const missing = texts.flatMap((each) =>
    library.piecesOf(each.text, each).flatMap((piece) => (piece.part ? [] : [piece.text])),
  )
  return {
    content: file.finish({ Root: reference(catalog), Info: reference(info) }),
    notes: [...notes, ...explainMissing(missing)],
  }
}

function drawingOf(drawings: readonly Drawing[], page: PlannedPage): Drawing {
  const drawing = drawings[page.drawing]
  if (!drawing) throw new Error(`page "${page.name}" shows drawing ${page.drawing}, which is not there`)
  return drawing
}

function backgroundOf({ width, height, background }: Drawing): readonly DrawingItem[] {
  if (background === undefined) return []
  return [{ kind: 'path', d: `M0 0H${width}V${height}H0Z`, fill: background }]
}

/** One entry for each page, where there are several. */
function writeOutline(file: PdfFile, pages: readonly PlannedPage[], refs: readonly Ref[]): Ref | undefined {
  if (pages.length < 2) return undefined
  const root = file.reserve()
  const entries = pages.map(() => file.reserve())
  for (const [index, page] of pages.entries()) {
    const [ref, before, after, target] = [entries[index], entries[index - 1], entries[index + 1], refs[index]]
    if (ref === undefined || target === undefined) continue
    file.add(
      dictionary({
        Title: text(page.name),
        Parent: reference(root),
        Prev: before === undefined ? undefined : reference(before),
        Next: after === undefined ? undefined : reference(after),
        Dest: `[${reference(target)} /Fit]`,
      }),
      ref,
    )
  }
  const [first] = entries
  const last = entries.at(-1)
  file.add(
    dictionary({
      Type: '/Outlines',
      First: first === undefined ? undefined : reference(first),
      Last: last === undefined ? undefined : reference(last),
      Count: String(entries.length),
    }),
    root,
  )
  return root
}

/** The same properties as XMP (ISO 16684-1), for programs that read only that. */
async function writeMetadata(file: PdfFile, { title, author, language, date }: PdfOptions): Promise<Ref> {
  const when = date.toISOString()
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>`,
    ...(author === undefined
      ? []
      : [`<dc:creator><rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq></dc:creator>`]),
    ...(language === undefined
      ? []
      : [`<dc:language><rdf:Bag><rdf:li>${xmlText(language)}</rdf:li></rdf:Bag></dc:language>`]),
    `<xmp:CreatorTool>Counterpoint</xmp:CreatorTool>`,
    `<xmp:CreateDate>${when}</xmp:CreateDate><xmp:ModifyDate>${when}</xmp:ModifyDate>`,
  ]
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${properties.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
  const bytes = new TextEncoder().encode(packet)
  return file.addStream(bytes, { Type: '/Metadata', Subtype: '/XML' }, { plain: true })
}

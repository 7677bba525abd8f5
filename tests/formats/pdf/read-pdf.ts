/** Reads PDF files with pdf.js, which shares nothing with what writes them. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPage {
  readonly width: number
  readonly height: number
  /** The text in the order of the page's content, without any white space, compatibility forms resolved. */
  readonly text: string
  /** Addresses of links with where they lie, points from the bottom left corner. */
  readonly links: readonly { readonly url: string; readonly area: readonly number[] }[]
  /** How many pictures made of pixels it shows. */
  readonly images: number
  /** Types of the elements of its structure, outer ones first, with what they say of pictures. */
  readonly structure: readonly string[]
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  readonly info: Readonly<Record<string, unknown>>
  readonly outline: readonly string[]
}

/** Words as `ReadPage.text` has them. */
export function withoutBlanks(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b]/gu, '')
}

const imageOperators: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
])

/** Opens a file. Rejects when pdf.js cannot read it. */
export async function readPdf(content: Uint8Array): Promise<ReadPdf> {
  // The bytes are handed over and gone after that.
  const pdf = await getDocument({ data: content.slice(), verbosity: 0 }).promise
  const pages: ReadPage[] = []
  for (let index = 1; index <= pdf.numPages; index++) {
    const page = await pdf.getPage(index)
    const { items } = await page.getTextContent()
    const annotations = (await page.getAnnotations()) as { url: string; rect: number[] }[]
    const operators = await page.getOperatorList()
    const [, , width = 0, height = 0] = page.view
    pages.push({
      width,
      height,
      text: withoutBlanks(items.map((item) => ('str' in item ? item.str : '')).join('')),
      links: annotations.map(({ url, rect }) => ({ url, area: rect })),
      images: operators.fnArray.filter((operator) => imageOperators.has(operator)).length,
      structure: structureOf((await page.getStructTree()) as StructureNode | null),
    })
  }
  const { info } = await pdf.getMetadata()
  const outline = (await pdf.getOutline()) as { title: string }[] | null
  await pdf.destroy()
  return {
    pages,
    info: info as Record<string, unknown>,
    outline: (outline ?? []).map((entry) => entry.title),
  }
}

interface StructureNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructureNode[]
}

function structureOf(node: StructureNode | null): readonly string[] {
  if (!node?.role) return []
  const own = node.alt === undefined ? node.role : `${node.role}: ${node.alt}`
  return [own, ...(node.children ?? []).flatMap(structureOf)]
}

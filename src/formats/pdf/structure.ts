/**
 * The logical structure of a PDF (ISO 32000-1, section 14.7): what is text, a picture or a link, in reading
 * order, for screen readers and for whoever copies text.
 */
import { array, dictionary, reference, text, type PdfFile, type PdfValue, type Ref } from './pdf-file.ts'

/** An element of the structure. */
export interface StructureElement {
  readonly type: 'Document' | 'Sect' | 'P' | 'Figure' | 'Link'
  readonly title?: string
  /** Says what a picture shows. */
  readonly alternative?: string
  readonly kids: (StructureElement | MarkedContent | LinkArea)[]
}

/** A piece of a page's content, by its number on the page. */
export interface MarkedContent {
  readonly page: number
  readonly mark: number
}

/** A link annotation. */
export interface LinkArea {
  readonly page: number
  readonly annotation: Ref
  /** Its number in the parent tree. */
  readonly key: number
}

/** Writes the tree; pages are given by their references, and page n has the key n in the parent tree. */
export function writeStructure(file: PdfFile, document: StructureElement, pages: readonly Ref[]): Ref {
  const root = file.reserve()
  const marks = pages.map((): Ref[] => [])
  const links: (readonly [key: number, parent: Ref])[] = []

  const write = (element: StructureElement, parent: Ref): Ref => {
    const ref = file.reserve()
    const kids = element.kids.map((kid): PdfValue => {
      if ('type' in kid) return reference(write(kid, ref))
      const page = pages[kid.page]
      if (page === undefined) throw new Error(`a part of the structure is on page ${kid.page}, which is not`)
      if ('mark' in kid) {
        const onPage = marks[kid.page]
        if (onPage) onPage[kid.mark] = ref
        return dictionary({ Type: '/MCR', Pg: reference(page), MCID: String(kid.mark) })
      }
      links.push([kid.key, ref])
      return dictionary({ Type: '/OBJR', Pg: reference(page), Obj: reference(kid.annotation) })
    })
    file.add(
      dictionary({
        Type: '/StructElem',
        S: `/${element.type}`,
        P: reference(parent),
        T: element.title === undefined ? undefined : text(element.title),
        Alt: element.alternative === undefined ? undefined : text(element.alternative),
        K: array(kids),
      }),
      ref,
    )
    return ref
  }

  const top = write(document, root)
  const numbers = [
    ...marks.map((refs, page): PdfValue => `${page} ${array(refs.map(reference))}`),
    ...links.toSorted((a, b) => a[0] - b[0]).map(([key, parent]) => `${key} ${reference(parent)}`),
  ]
  const tree = file.add(dictionary({ Nums: array(numbers) }))
  file.add(
    dictionary({
      Type: '/StructTreeRoot',
      K: reference(top),
      ParentTree: reference(tree),
      ParentTreeNextKey: String(pages.length + links.length),
    }),
    root,
  )
  return root
}

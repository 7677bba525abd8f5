/**
 * One page's content: the items of a drawing as PDF operators (ISO 32000-1, annex A), only those that the
 * page shows. Shapes stay shapes and text stays text; text belongs to the structure, lines are decoration
 * unless their group has a name and no text.
 */
import type { Box } from '../../scene/scene.ts'
import type { Colour, DrawingItem, GroupItem, PathItem, TextItem } from '../drawing/drawing.ts'
import type { SetLine, Typesetter } from '../fonts/set-line.ts'
import { allowedLink } from '../links.ts'
import { reachOf, touches } from './drawing-boxes.ts'
import { readPath } from './path-data.ts'
import { array, latin, number, type PdfValue } from './pdf-file.ts'
import type { PdfFonts } from './pdf-fonts.ts'
import type { StructureElement } from './structure.ts'

/** What all pages share. */
export interface PageContext {
  readonly fonts: PdfFonts
  readonly typesetter: Typesetter
  /** Transparencies in use, 0 to 1; their names in the resources are theirs by `opacityName`. */
  readonly opacities: Set<number>
}

export function opacityName(opacity: number): string {
  return `O${Math.round(opacity * 1000)}`
}

/** From the coordinates of items to the paper: points of a unit, and where the origin lies, y upwards. */
export interface Placement {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface PlacedLink {
  readonly address: string
  /** Points from the paper's bottom left corner. */
  readonly area: readonly [left: number, bottom: number, right: number, top: number]
  readonly element: StructureElement
}

/** Draws items one after another and gives the operators at the end. */
export class PageContent {
  readonly #operators: string[] = []
  readonly links: PlacedLink[] = []
  #marks = 0
  /** What the operators written now belong to. */
  #owner: StructureElement | 'artifact' | undefined

  constructor(
    readonly page: number,
    readonly context: PageContext,
  ) {}

  /** Draws what lies in a part, cut at its edges; elements of the structure go into the given one. */
  draw(items: readonly DrawingItem[], placement: Placement, part: Box, structure?: StructureElement): void {
    const { scale, x, y } = placement
    this.#operators.push('q', array([scale, 0, 0, -scale, x, y]).slice(1, -1) + ' cm')
    this.#operators.push(`${[part.x, part.y, part.width, part.height].map(number).join(' ')} re W n`)
    for (const item of items) this.#item(item, { dx: 0, dy: 0, placement, part, structure })
    this.#own(undefined)
    this.#operators.push('Q')
  }

  finish(): Uint8Array<ArrayBuffer> {
    return latin(this.#operators.join('\n'))
  }

  #item(item: DrawingItem, place: ItemPlace): void {
    if (!touches(reachOf(item), place.part, place.dx, place.dy)) return
    if (item.kind === 'group') this.#group(item, place)
    else if (item.kind === 'path') this.#path(item, place)
    else this.#text(item, place)
  }

  #group(group: GroupItem, place: ItemPlace): void {
    const [x, y] = group.at ?? [0, 0]
    const { structure } = place
    const inside = { ...place, dx: place.dx + x, dy: place.dy + y }
    const hasText = textIn(group)
    const title = group.title === undefined ? {} : { title: group.title }
    let element: StructureElement | undefined
    if (structure && hasText === 'directly') element = { type: 'P', ...title, kids: [] }
    else if (structure && hasText === 'no' && group.title !== undefined)
      element = { type: 'Figure', alternative: group.title, kids: [] }
    const figure = element?.type === 'Figure' ? element : undefined
    for (const item of withBlanks(group.items)) {
      this.#item(item, {
        ...inside,
        ...(element && { structure: element }),
        ...(figure && { figure }),
      })
    }
    // What the page does not show is no part of its structure either.
    if (element && element.kids.length > 0) structure?.kids.push(element)
  }

  #path(item: PathItem, { dx, dy, figure }: ItemPlace): void {
    this.#own(figure ?? 'artifact')
    const out = this.#operators
    const { fill, stroke, fillOpacity = 1 } = item
    if (fill === undefined && stroke === undefined) return
    out.push('q')
    if (fill !== undefined) {
      out.push(`${components(fill)} rg`)
      if (fillOpacity < 1) {
        this.context.opacities.add(fillOpacity)
        out.push(`/${opacityName(fillOpacity)} gs`)
      }
    }
    if (stroke !== undefined) {
      out.push(`${components(stroke)} RG`, `${number(item.strokeWidth ?? 1)} w`)
      if (item.dash && item.dash.length > 0) out.push(`${array(item.dash)} 0 d`)
      if (item.roundCaps) out.push('1 J 1 j')
      else out.push('4 M')
    }
    const point = (x: number, y: number) => `${number(x + dx)} ${number(y + dy)}`
    for (const step of readPath(item.d)) {
      if (step.step === 'close') out.push('h')
      else if (step.step === 'curve')
        out.push(`${[...step.through, step.to].map(([x, y]) => point(x, y)).join(' ')} c`)
      else out.push(`${point(...step.to)} ${step.step === 'move' ? 'm' : 'l'}`)
    }
    out.push(fill === undefined ? 'S' : stroke === undefined ? 'f' : 'B', 'Q')
  }

  #text(item: TextItem, { dx, dy, placement, part, structure }: ItemPlace): void {
    const { weight, italic, size } = item
    const style = { weight, ...(italic && { italic }) }
    const direction = item.direction ?? 'ltr'
    const line = this.context.typesetter.setLine(item.text, style, direction)
    const blank = this.context.typesetter.blankAtEnd(item.text, style)
    const width = (line.width - blank) * size
    const left = dx + item.x - width * before(item)
    const start = direction === 'rtl' ? left - blank * size : left
    const box = { x: left, y: dy + item.y - size, width, height: size * 1.25 }
    if (!touches(box, part)) return
    const address = allowedLink(item.link)
    let owner = structure
    if (structure && address !== undefined) {
      owner = { type: 'Link', alternative: item.text, kids: [] }
      structure.kids.push(owner)
    }
    this.#own(owner ?? 'artifact')
    this.#operators.push('BT', `${components(item.fill)} rg`)
    this.#operators.push(`1 0 0 -1 ${number(start)} ${number(dy + item.y)} Tm`)
    this.#line(line, size)
    this.#operators.push('ET')
    if (address !== undefined && owner) {
      const { scale, x, y } = placement
      const right = Math.min(box.x + box.width, part.x + part.width)
      const [top, bottom] = [y - box.y * scale, y - (box.y + box.height) * scale]
      const area = [x + Math.max(box.x, part.x) * scale, bottom, x + right * scale, top] as const
      this.links.push({ address, area, element: owner })
    }
  }

  #line(line: SetLine, size: number): void {
    const out = this.#operators
    let font = ''
    let rise = 0
    // Where the next glyph belongs, and where PDF would put it; em.
    let wanted = 0
    let actual = 0
    let pieces: (PdfValue | number)[] = []
    let hex = ''
    const flushHex = () => {
      if (hex !== '') pieces.push(`<${hex}>`)
      hex = ''
    }
    const flush = () => {
      flushHex()
      if (pieces.length > 0) out.push(`${array(pieces)} TJ`)
      pieces = []
    }
    for (const glyph of line.glyphs) {
      const placed = this.context.fonts.place(glyph)
      if (placed.font !== font) {
        flush()
        font = placed.font
        out.push(`/${font} ${number(size)} Tf`)
      }
      if (glyph.dy !== rise) {
        flush()
        rise = glyph.dy
        out.push(`${number(rise * size)} Ts`)
      }
      const back = Math.round((actual - wanted - glyph.dx) * 1000)
      if (back !== 0) {
        flushHex()
        pieces.push(back)
        actual -= back / 1000
      }
      hex += placed.code.toString(16).padStart(4, '0')
      actual += placed.advance
      wanted += glyph.advance
    }
    flush()
    if (rise !== 0) out.push('0 Ts')
  }

  /** Marks what follows as belonging to an element, or to none. */
  #own(owner: StructureElement | 'artifact' | undefined): void {
    if (owner === this.#owner) return
    if (this.#owner !== undefined) this.#operators.push('EMC')
    this.#owner = owner
    if (owner === 'artifact') this.#operators.push('/Artifact BMC')
    else if (owner) {
      const mark = this.#marks++
      owner.kids.push({ page: this.page, mark })
      this.#operators.push(`/${owner.type} << /MCID ${mark} >> BDC`)
    }
  }
}

interface ItemPlace {
  readonly dx: number
  readonly dy: number
  readonly placement: Placement
  readonly part: Box
  /** Where text belongs; absent for what is no part of the document itself. */
  readonly structure: StructureElement | undefined
  /** Where lines belong. */
  readonly figure?: StructureElement
}

/** Lines that another line follows end with a blank, so that words stay apart where text is copied. */
function withBlanks(items: readonly DrawingItem[]): readonly DrawingItem[] {
  return items.map((item, index) => {
    if (item.kind !== 'text' || !items.slice(index + 1).some((each) => each.kind === 'text')) return item
    const isSpaced =
      !/[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、-】！-～]$/u.test(item.text)
    return isSpaced ? { ...item, text: `${item.text} ` } : item
  })
}

/** How much of a line stands before its x. */
function before({ anchor = 'start', direction }: TextItem): number {
  if (anchor === 'middle') return 0.5
  return (anchor === 'end') === (direction !== 'rtl') ? 1 : 0
}

function textIn(group: GroupItem): 'directly' | 'deeper' | 'no' {
  if (group.items.some((item) => item.kind === 'text')) return 'directly'
  const deeper = group.items.some((item) => item.kind === 'group' && textIn(item) !== 'no')
  return deeper ? 'deeper' : 'no'
}

/** "#rrggbb" as three parts of 1. */
function components(colour: Colour): string {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255].map((part) => number(part / 255)).join(' ')
}

/**
 * A word of one font as glyphs, from left to right. Fonts reorder, join and split characters; here glyphs
 * are put together again until each stands for a piece of the text as it is read: a Devanagari syllable
 * whose vowel stands first is one glyph, an Arabic letter with its dots too. From right to left every glyph
 * stands for a single character, since programs that read PDF turn such text round glyph by glyph.
 */
import type { Face } from './font-library.ts'
import type { GlyphPart, SetGlyph } from './glyph.ts'

/** What the font is asked for, and the characters this stands for. */
interface Unit {
  readonly asked: string
  readonly original: string
}

/** A glyph as the font gives it, em. */
interface Shaped extends GlyphPart {
  readonly text: string
  readonly width: number
  readonly advance: number
}

/** Shapes a word. Given what mirrors brackets, it runs from right to left. */
export function shapeWord(
  text: string,
  face: Face,
  mirrored?: (character: string) => string,
): readonly SetGlyph[] {
  const units = unitsOf(text, face, mirrored)
  const asked = units.map((unit) => unit.asked).join('')
  const run = face.font.layout(asked, undefined, undefined, undefined, mirrored ? 'rtl' : 'ltr')
  const em = face.font.unitsPerEm
  const shaped = run.glyphs.map((glyph, index): Shaped => {
    const place = run.positions[index]
    return {
      id: glyph.id,
      text: String.fromCodePoint(...glyph.codePoints),
      width: glyph.advanceWidth / em,
      advance: (place?.xAdvance ?? glyph.advanceWidth) / em,
      dx: (place?.xOffset ?? 0) / em,
      dy: (place?.yOffset ?? 0) / em,
    }
  })
  if (!mirrored) return groupsOf(shaped, units).map((group) => joined(group, face))
  return groupsOf(shaped.reverse(), units)
    .reverse()
    .flatMap(({ glyphs, text: own }) =>
      spread(joined({ glyphs: [...glyphs].reverse(), text: own }, face), [...own].reverse()),
    )
}

const unit = /[\u0e48-\u0e4b]?\u0e33|\p{L}[\u0300-\u036f]+|./gsu

/** Blanks as the font knows them, brackets turned round, letters with their marks in them, and Thai AM taken apart as Unicode says. */
function unitsOf(text: string, { font }: Face, mirrored?: (character: string) => string): readonly Unit[] {
  return (text.match(unit) ?? []).map((original) => {
    if (original.endsWith('\u0e33')) return { asked: `\u0e4d${original.slice(0, -1)}\u0e32`, original }
    if (/[^\S\u3000]/u.test(original)) return { asked: ' ', original }
    if (mirrored) return { asked: [...original].map(mirrored).join(''), original }
    const whole = original.normalize('NFC')
    const has = [...whole].every((each) => font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0))
    return { asked: has ? whole : original, original }
  })
}

interface Group {
  readonly glyphs: readonly Shaped[]
  readonly text: string
}

/** Glyphs in reading order put into the smallest groups that each stand for a piece of the text. */
function groupsOf(glyphs: readonly Shaped[], units: readonly Unit[]): Group[] {
  const groups: { glyphs: Shaped[]; text: string }[] = []
  let open: Shaped[] = []
  // How many characters of each kind the open glyphs have that the units taken so far have not, or less.
  const balance = new Map<string, number>()
  let unbalanced = 0
  const count = (text: string, by: 1 | -1) => {
    for (const character of text) {
      const before = balance.get(character) ?? 0
      balance.set(character, before + by)
      if (before === 0) unbalanced += 1
      else if (before + by === 0) unbalanced -= 1
    }
  }
  let taken = 0
  let original = ''
  let length = 0
  for (const glyph of glyphs) {
    // Further glyphs of a character belong to it, and marks to what they stand on.
    const last = groups.at(-1)
    if (glyph.text === '' && open.length === 0 && last) {
      last.glyphs.push(glyph)
      continue
    }
    open.push(glyph)
    count(glyph.text, 1)
    length += glyph.text.length
    while (length > 0 && taken < units.length) {
      const unit = units[taken]
      if (!unit) break
      count(unit.asked, -1)
      length -= unit.asked.length
      original += unit.original
      taken += 1
    }
    if (length !== 0 || unbalanced !== 0) continue
    if (last && /^\p{M}+$/u.test(original)) {
      last.glyphs.push(...open)
      last.text += original
    } else if (original !== '') groups.push({ glyphs: open, text: original })
    else continue
    open = []
    original = ''
  }
  const rest =
    original +
    units
      .slice(taken)
      .map((unit) => unit.original)
      .join('')
  const last = groups.at(-1)
  // What the font does not account for is read with what it does.
  if (rest !== '' && open.length > 0) groups.push({ glyphs: open, text: rest })
  else if (last) {
    last.glyphs.push(...open)
    last.text += rest
  }
  return groups
}

/** Glyphs from left to right as one. A single one keeps the font's own width. */
function joined({ glyphs, text }: Group, face: Face): SetGlyph {
  const [only] = glyphs
  if (only && glyphs.length === 1) {
    const { id, width, advance, dx, dy } = only
    return { face, parts: [{ id, dx: 0, dy: 0 }], text, width, advance, dx, dy }
  }
  let pen = 0
  const parts = glyphs.map(({ id, dx, dy, advance }): GlyphPart => {
    const part = { id, dx: pen + dx, dy }
    pen += advance
    return part
  })
  return { face, parts, text, width: pen, advance: pen, dx: 0, dy: 0 }
}

/** A glyph for several characters as one that is drawn and others beside it that are not. */
function spread(glyph: SetGlyph, characters: readonly string[]): readonly SetGlyph[] {
  if (characters.length < 2) return [glyph]
  const share = glyph.advance / characters.length
  return characters.map((text, index) => ({
    ...glyph,
    parts: index === 0 ? glyph.parts : [],
    text,
    width: share,
    advance: share,
    dx: index === 0 ? glyph.dx : 0,
    dy: index === 0 ? glyph.dy : 0,
  }))
}

/**
 * Text cut into what one font has to draw: a character with its marks, or an emoji made of several.
 * Intl.Segmenter would do the same, but not every browser that is supported has it.
 */

const cluster =
  /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]*\u200d\p{Extended_Pictographic})*|\P{M}|\p{M})(?:[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200c|\u200d)*/gsu

/** The clusters of a text, which together are the text. */
export function clustersOf(text: string): readonly string[] {
  return text.match(cluster) ?? []
}

/** The characters of a cluster that ask for ink or width; joiners, selectors and direction marks do not. */
export function visibleOf(text: string): readonly number[] {
  return [...text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')].map(
    (character) => character.codePointAt(0) ?? 0,
  )
}

const scripts: readonly (readonly [name: string, has: RegExp])[] = [
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Gujarati', /\p{Script=Gujarati}/u],
  ['Gurmukhi', /\p{Script=Gurmukhi}/u],
  ['Javanese', /\p{Script=Javanese}/u],
  ['Kannada', /\p{Script=Kannada}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Lao', /\p{Script=Lao}/u],
  ['Malayalam', /\p{Script=Malayalam}/u],
  ['Mongolian', /\p{Script=Mongolian}/u],
  ['Burmese', /\p{Script=Myanmar}/u],
  ['Odia', /\p{Script=Oriya}/u],
  ['Sinhala', /\p{Script=Sinhala}/u],
  ['Syriac', /\p{Script=Syriac}/u],
  ['Telugu', /\p{Script=Telugu}/u],
  ['Thaana', /\p{Script=Thaana}/u],
  ['Tibetan', /\p{Script=Tibetan}/u],
]

/**
 * One sentence for each script with characters that no font has: `3 characters of Khmer ("ក", "ខ", "គ")
 * are not in the fonts and are shown as boxes; the text itself is kept.` Sorted; empty for none.
 */
export function explainMissing(missing: Iterable<string>): readonly string[] {
  const byScript = new Map<string, string[]>()
  for (const each of [...new Set(missing)].sort()) {
    const script = scripts.find(([, has]) => has.test(each))?.[0] ?? ''
    byScript.set(script, [...(byScript.get(script) ?? []), each])
  }
  return [...byScript].map(([script, found]) => {
    const count = `${found.length} ${found.length === 1 ? 'character' : 'characters'}`
    const shown = found.slice(0, 5).map((each) => `"${each}"`)
    const list = `${shown.join(', ')}${found.length > shown.length ? ', …' : ''}`
    const [are, boxes] = found.length === 1 ? ['is', 'a box'] : ['are', 'boxes']
    const of = script === '' ? '' : ` of ${script}`
    return `${count}${of} (${list}) ${are} not in the fonts and ${are} shown as ${boxes}; the text itself is kept.`
  })
}

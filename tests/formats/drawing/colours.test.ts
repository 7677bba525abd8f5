import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  colourOfWord,
  mixed,
  pictureColours,
  type PictureColours,
  type Tint,
} from '../../../src/formats/drawing/colours.ts'
import type { Colour } from '../../../src/formats/drawing/drawing.ts'
import { pictureThemes } from '../../../src/formats/drawing/picture.ts'
import { nodeKindNames } from '../../../src/model/kinds.ts'

const css = readFileSync(new URL('../../../src/app/styles/tokens.css', import.meta.url), 'utf8')

/** The custom properties of the first rule with this selector. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    Array.from(block.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name = '', value = '']) => [name, value]),
  )
}

function colourOfTint({ colour, opacity }: Tint): string {
  const channels = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16))
  return `rgb(${channels.join(' ')} / ${opacity})`
}

/** As the tokens name them. */
function named(colours: PictureColours): Record<string, string> {
  return {
    ink: colours.ink,
    'ink-2': colours.ink2,
    'ink-3': colours.ink3,
    line: colours.rule,
    'line-2': colours.outline,
    'surface-3': colours.track,
    support: colours.support,
    objection: colours.objection,
    neutral: colours.neutral,
    warn: colours.warn,
    ...Object.fromEntries(
      nodeKindNames.flatMap((kind) => [
        [kind, colours.kinds[kind].line],
        [`${kind}-fill`, colours.kinds[kind].fill],
      ]),
    ),
    ...Object.fromEntries(
      colours.sections.map((tint, index) => [`section-${index + 1}`, colourOfTint(tint)]),
    ),
  }
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours of pictures', () => {
  it.each([
    ['light', ':root'],
    ['dark', ":root[data-theme='dark']"],
  ] as const)('are those of the screen in the %s theme', (theme, selector) => {
    const tokens = tokensOf(selector)
    const own = named(pictureColours[theme])
    expect(Object.fromEntries(Object.keys(own).map((name) => [name, tokens.get(name)]))).toEqual(own)
  })

  it('stand on the screen’s white or its dark ground', () => {
    expect(pictureColours.light.page).toBe(tokensOf(':root').get('surface'))
    expect(pictureColours.dark.page).toBe(tokensOf(":root[data-theme='dark']").get('canvas'))
  })

  it('are greys in print', () => {
    const { kinds, sections, ...rest } = pictureColours.print
    const used = [
      ...Object.values(rest),
      ...Object.values(kinds).flatMap(({ line, fill }) => [line, fill]),
      ...sections.map(({ colour }) => colour),
    ]
    expect(used.filter((colour) => !/^#(..)\1\1$/.test(colour))).toEqual([])
  })

  it.each(pictureThemes)('give text 4.5:1 on everything it can stand on, in the %s theme', (theme) => {
    const colours = pictureColours[theme]
    const grounds = [
      colours.page,
      ...colours.sections.map(({ colour, opacity }) => mixed(colour, colours.page, opacity)),
    ]
    const words = [colours.support, colours.objection, colours.neutral].map((colour) =>
      colourOfWord(colours, colour),
    )
    const onGround = [colours.ink, colours.ink2, ...words]
    for (const ground of grounds) {
      for (const text of onGround) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    }
    for (const { line, fill } of Object.values(colours.kinds)) {
      for (const text of [colours.ink, colours.ink2, colourOfWord(colours, colours.ink3), line]) {
        expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast(colours.ink3, colours.page)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pictureThemes)('give outlines, bars and signs of standing 3:1 in the %s theme', (theme) => {
    const colours = pictureColours[theme]
    for (const { line, fill } of Object.values(colours.kinds)) {
      expect(contrast(line, colours.page)).toBeGreaterThanOrEqual(3)
      for (const drawn of [colours.support, colours.objection, colours.warn]) {
        expect(contrast(drawn, fill)).toBeGreaterThanOrEqual(3)
      }
    }
    expect(contrast(colours.outline, colours.page)).toBeGreaterThanOrEqual(3)
  })

  it('mix as CSS does', () => {
    expect(mixed('#ff0000', '#0000ff', 0.25)).toBe('#4000bf')
    expect(mixed('#123456', '#abcdef', 1)).toBe('#123456')
  })
})

/**
 * How wide a character is, in em: from the bundled font where it has the character, else by its class,
 * rather too wide than too narrow, because the font that will draw it differs between machines.
 */
import { codepointRuns, encodedAdvances, unitsPerEm } from './inter-advances.generated.ts'
import type { FontWeight } from './text-measurer.ts'

const tables = new Map<FontWeight, ReadonlyMap<number, number>>()

/** Sum of the advances of all characters, px: kerning left out, which only makes text narrower as a whole. */
export function advanceOf(text: string, size: number, weight: FontWeight): number {
  const table = tableOf(weight)
  let em = 0
  let after = 0
  for (const character of text) {
    const codepoint = character.codePointAt(0) ?? 0
    em += isJoined(codepoint, after) ? 0 : (table.get(codepoint) ?? classWidth(character, codepoint))
    after = codepoint
  }
  return em * size
}

function tableOf(weight: FontWeight): ReadonlyMap<number, number> {
  let table = tables.get(weight)
  if (!table) {
    table = decode(encodedAdvances[weight])
    tables.set(weight, table)
  }
  return table
}

function decode(encoded: string): Map<number, number> {
  const bytes = atob(encoded)
  const table = new Map<number, number>()
  let at = 0
  for (let run = 0; run < codepointRuns.length; run += 2) {
    const first = codepointRuns[run] ?? 0
    for (let index = 0; index < (codepointRuns[run + 1] ?? 0); index += 1, at += 2) {
      const units = bytes.charCodeAt(at) + 256 * bytes.charCodeAt(at + 1)
      table.set(first + index, units / unitsPerEm)
    }
  }
  return table
}

const zeroWidthJoiner = 0x200d
const combining = /^[\p{Mn}\p{Me}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u
const emoji = /^\p{Extended_Pictographic}|\p{Regional_Indicator}$/u
const wide =
  /^[\u1100-\u115f\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3ffff}]$/u
const cursive = /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Hebrew}\p{Script=Thaana}]$/u
const southern =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}]$/u

/** An emoji after a zero width joiner is drawn into the one before it. */
function isJoined(codepoint: number, after: number): boolean {
  return after === zeroWidthJoiner && codepoint > 0xffff
}

const classWidths = new Map<number, number>()

function classWidth(character: string, codepoint: number): number {
  let width = classWidths.get(codepoint)
  if (width === undefined) {
    width = widthByClass(character)
    classWidths.set(codepoint, width)
  }
  return width
}

function widthByClass(character: string): number {
  if (combining.test(character)) return 0
  if (emoji.test(character)) return 1.4
  if (wide.test(character)) return 1
  if (cursive.test(character)) return 0.72
  if (southern.test(character)) return 0.8
  return 1
}

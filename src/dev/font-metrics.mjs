// @ts-check
/**
 * Writes src/scene/measure/inter-advances.generated.ts: how wide each character of the bundled Inter is, read from
 * the font files themselves, so that text is measured alike in every browser, worker and in Node. Run it
 * after updating @fontsource-variable/inter: `node src/dev/font-metrics.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'fontkit'
import { root } from './root.mjs'

const weights = [400, 500, 600]
const subsets = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese']
const folder = join(root, 'node_modules', '@fontsource-variable', 'inter')

const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const advances = readAdvances()
const codepoints = [...advances.keys()].sort((a, b) => a - b)
writeFileSync(join(root, 'src', 'scene', 'measure', 'inter-advances.generated.ts'), toSource())
console.log(`${codepoints.length} characters of Inter ${version} in weights ${weights.join(', ')}`)

/** Advance widths by code point, one per weight, in units of 1/2048 em. */
function readAdvances() {
  /** @type {Map<number, number[]>} */
  const found = new Map()
  for (const subset of subsets) {
    const file = readFileSync(join(folder, 'files', `inter-${subset}-wght-normal.woff2`))
    const base = open(file)
    if (base.unitsPerEm !== 2048) throw new Error(`${subset}: ${base.unitsPerEm} units per em, not 2048`)
    // fontkit cannot draw glyphs of a WOFF2 variation, but it can read the table of advance variations.
    const variations = weights.map((weight) => Object.assign(open(file), { variationCoords: [weight] }))
    for (const codepoint of base.characterSet) {
      if (codepoint < 32 || found.has(codepoint)) continue
      const glyph = base._cmapProcessor.lookup(codepoint)
      const metrics = base.hmtx.metrics
      const { advance } = metrics.get(Math.min(glyph, metrics.length - 1))
      found.set(
        codepoint,
        variations.map((font) =>
          Math.round(advance + font._variationProcessor.getAdvanceAdjustment(glyph, base.HVAR)),
        ),
      )
    }
  }
  return found
}

/**
 * Its internals are needed here, which nothing describes.
 * @param {Buffer} file
 * @returns {any}
 */
function open(file) {
  return create(file)
}

/** Runs of neighbouring code points as [first, count] pairs, then the advances as little-endian 16-bit base64. */
function toSource() {
  /** @type {[number, number][]} */
  const runs = []
  for (const codepoint of codepoints) {
    const last = runs.at(-1)
    if (last && last[0] + last[1] === codepoint) last[1] += 1
    else runs.push([codepoint, 1])
  }
  const tables = weights.map((weight, index) => {
    const units = Uint16Array.from(codepoints, (codepoint) => advances.get(codepoint)?.[index] ?? 0)
    return `  ${weight}:\n    '${Buffer.from(units.buffer).toString('base64')}',`
  })
  return [
    '/**',
    ` * Advance widths of Inter (Rasmus Andersson, SIL Open Font License 1.1), read from @fontsource-variable/inter`,
    ` * ${version} by src/dev/font-metrics.mjs. Generated: do not edit, run that program instead.`,
    ' */',
    '',
    '/** Units per em of the advances below. */',
    'export const unitsPerEm = 2048',
    '',
    '/** Runs of neighbouring code points: first, count, first, count, … */',
    `export const codepointRuns: readonly number[] = [\n  ${runs.flat().join(', ')},\n]`,
    '',
    '/** Per font weight: one advance per code point in the order of the runs, 16-bit little-endian, base64. */',
    'export const encodedAdvances = {',
    ...tables,
    '} as const',
    '',
  ].join('\n')
}

/**
 * The front matter of an Argdown file, YAML between lines of `===`, in and out. What is kept there for
 * Counterpoint is JSON with a line for each part; JSON is YAML, with some characters escaped that would end
 * the block or that readers of YAML refuse.
 */
import { parse } from 'yaml'
import type { Result } from '../../model/result.ts'
import { isFields, isPlain } from '../slot/plain.ts'

/** The front matter at the beginning of a text, the lines of `===` included, perhaps empty; and the rest. */
export function splitFrontMatter(text: string): [block: string, rest: string] {
  const block = /^\s*={3,}[^]*?={3,}/.exec(text)?.[0] ?? ''
  return [block, text.slice(block.length)]
}

/** The data in a block of front matter, the lines of `===` included; the error is a sentence without stop. */
export function parseFrontMatter(image: string): Result<unknown, string> {
  const text = image.replace(/^\s*={3,}/, '').replace(/={3,}\s*$/, '')
  // A large slot as JSON is read a hundred times faster than as YAML.
  const block = /^counterpoint: (\{\n(?: .*\n)* +\})\n/m.exec(text)
  if (block?.[1] === undefined) return parseYaml(text)
  const rest = parseYaml(text.replace(block[0], () => ''))
  if (!rest.ok) return rest
  try {
    const slot: unknown = JSON.parse(block[1])
    return { ok: true, value: { ...(isFields(rest.value) ? rest.value : {}), counterpoint: slot } }
  } catch {
    return parseYaml(text)
  }
}

/** The data of a piece of YAML, plain JSON; aliases are refused, since few characters of them make much data. */
export function parseYaml(text: string): Result<unknown, string> {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0, logLevel: 'error', uniqueKeys: false })
    return isPlain(value)
      ? { ok: true, value }
      : { ok: false, error: 'the data hold something that is neither text nor number nor list' }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : 'the data are not YAML' }
  }
}

/** A block of front matter with these fields; `counterpoint` with a line for each part. */
export function writeFrontMatter(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${yamlName(name)}: ${name === 'counterpoint' ? spread(value) : flow(value)}`)
  return `===\n${lines.join('\n')}\n===\n`
}

/** A value as YAML of one line that neither ends front matter nor a block of data. */
function flow(value: unknown): string {
  return escaped(JSON.stringify(value))
}

/** `{weight: weak, warrant: "…"}`. */
export function dataBlock(fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `${name}: ${/^[a-z]+$/.test(value) ? value : flow(value)}`,
  )
  return `{${parts.join(', ')}}`
}

function yamlName(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) ? name : flow(name)
}

/**
 * JSON with a line for each of its parts, however long: a reader of the text has few lines to pass over. The
 * closing brace is indented, as YAML wants it.
 */
function spread(value: unknown): string {
  if (!isFields(value)) return flow(value)
  const lines = Object.entries(value).map(([name, one]) => `  ${flow(name)}: ${flow(one)}`)
  return `{\n${lines.join(',\n')}\n  }`
}

/**
 * Braces and equality signs would end the block, `@include` would take in a file, and characters beyond the
 * printable ones are errors in YAML. All of them stand inside of quotation marks only, except for the
 * braces of objects, which are recognised by what surrounds them.
 */
function escaped(json: string): string {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => text.replaceAll(dangerous, unicodeEscape))
}

const dangerous = /[=}@\u007F-\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

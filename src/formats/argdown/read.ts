/**
 * Argdown (argdown.org, version 2) as an argument graph. What the text shows wins over what Counterpoint kept
 * in the front matter when it wrote the file. Other dialects of the same extension, `@include` and text that
 * would take too long are refused with a sentence; nothing is loaded, and no setting in the file is obeyed.
 */
import type { Result } from '../../model/result.ts'
import type { Imported, ImportError, Reader } from '../conversion.ts'
import { assumptionsOffer } from '../offers.ts'
import { applySlot } from '../slot.ts'
import { fieldOf } from '../slot/plain.ts'
import { buildGraph } from './build.ts'
import { refusalToParse } from './check.ts'
import { parseFrontMatter, splitFrontMatter } from './front-matter.ts'
import type { ArgdownModel } from './model.ts'
import { parseArgdown } from './parse.ts'

/** Reads Argdown. */
export const readArgdown: Reader = async (text): Promise<Result<Imported, ImportError>> => {
  const parsed = await modelOf(text)
  if (!parsed.ok) return parsed
  const shown = buildGraph(parsed.value)
  const slot = fieldOf(parsed.value.frontMatter, 'counterpoint')
  const { graph, notes } = applySlot(shown.graph, slot)
  // What Counterpoint wrote has the kinds that it is meant to have.
  const offers = slot === undefined ? assumptionsOffer(graph) : []
  return { ok: true, value: { graph, notes: [...shown.notes, ...notes], offers } }
}

/** The model of any text. */
export async function modelOf(text: string): Promise<Result<ArgdownModel, ImportError>> {
  // Line ends of other systems mean the same, but not to every part of the library.
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  if (plain.trim() === '') {
    return { ok: false, error: { kind: 'unreadable', message: 'The text is empty; choose another one.' } }
  }
  const error = refusalToParse(plain)
  if (error) return { ok: false, error }
  // The library wants a block behind front matter; a map without statements has none.
  const [block, rest] = splitFrontMatter(plain)
  const empty = block !== '' && rest.trim() === '' ? parseFrontMatter(block) : undefined
  if (!empty?.ok) return parseArgdown(plain)
  const model = { members: [], untitled: new Set<never>(), relations: [], sections: [] }
  return { ok: true, value: { frontMatter: empty.value, ...model } }
}

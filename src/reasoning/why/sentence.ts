/**
 * Sentences that name statements: plain data that a panel renders with links, and that reads as text when its
 * parts are put together. Names are quoted and shortened here once, so that screen, report and program agree.
 */
import type { ArgumentGraph, ElementId } from '../../model/graph.ts'
import { capitalise, quoteElement } from '../../model/naming.ts'

/** A piece of a sentence: words, or the name of the node or relation it points at. */
export interface Part {
  readonly text: string
  readonly element?: ElementId
}

export type Sentence = readonly Part[]

/** What the parts say when they are read one after the other. */
export function textOf(sentence: Sentence): string {
  return sentence.map(({ text }) => text).join('')
}

/** A node's words in quotation marks, or a relation as the step it is, as a part that points there. */
export function named(graph: ArgumentGraph, id: ElementId): Part {
  return { text: quoteElement(graph, id), element: id }
}

/**
 * Several names as a phrase: "“A”", "“A” and “B”", "“A”, “B” and 3 more".
 * @param shown how many are named at most
 */
export function listed(
  graph: ArgumentGraph,
  ids: readonly ElementId[],
  { shown = 3, joint = 'and' }: { shown?: number; joint?: string } = {},
): Sentence {
  const names = ids.slice(0, shown).map((id) => named(graph, id))
  const rest = ids.length - names.length
  const items: Sentence[] = names.map((name) => [name])
  if (rest > 0) items.push([{ text: `${rest} more` }])
  return items.flatMap((item, index) => {
    if (index === 0) return item
    return [{ text: index === items.length - 1 ? ` ${joint} ` : ', ' }, ...item]
  })
}

/** A sentence from a template whose values are words, numbers, parts or phrases. It begins with a capital. */
export function say(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Part | Sentence)[]
): Sentence {
  const parts: Part[] = []
  const add = (part: Part) => {
    const last = parts.at(-1)
    if (part.text === '') return
    if (last && last.element === undefined && part.element === undefined) {
      parts[parts.length - 1] = { text: last.text + part.text }
    } else parts.push(part)
  }
  for (const [index, text] of strings.entries()) {
    add({ text })
    const value = values[index]
    if (value === undefined) continue
    if (typeof value === 'string' || typeof value === 'number') add({ text: String(value) })
    else if (isPart(value)) add(value)
    else for (const part of value) add(part)
  }
  const [first, ...rest] = parts
  return first ? [{ ...first, text: capitalise(first.text) }, ...rest] : []
}

function isPart(value: Part | Sentence): value is Part {
  return 'text' in value
}

/**
 * Who said a statement, and in which words: what the dialogue layer of AIF leads to it from (L → YA → I).
 * Speakers stand in lists of their own, or inside the text: "Name : words", "Name says 'words'".
 */
import { fieldOf } from '../slot/plain.ts'
import { idText, type AifNode, type Nodeset } from './nodeset.ts'

/** One saying of a statement. */
export interface Saying {
  readonly speaker?: string
  readonly words: string
}

/** More sayings of one statement than this are not listed. */
const most = 20

/** The sayings of each statement, by its id in the nodeset, as far as `nodes` knows the ends. */
export function sayingsIn(
  { edges, locutions, rest }: Nodeset,
  nodes: ReadonlyMap<string, AifNode>,
): ReadonlyMap<string, readonly Saying[]> {
  const speakers = speakersIn(locutions, rest)
  const typeOf = (id: string): string | undefined => nodes.get(id)?.type
  const locutionsOf = new Map<string, AifNode[]>()
  for (const { from, to } of edges) {
    const node = nodes.get(from)
    if (node?.type !== 'L' || typeOf(to) !== 'YA') continue
    const list = locutionsOf.get(to)
    if (!list) locutionsOf.set(to, [node])
    else if (list.length < most) list.push(node)
  }
  const sayings = new Map<string, Saying[]>()
  for (const { from, to } of edges) {
    if (typeOf(from) !== 'YA' || typeOf(to) !== 'I') continue
    const list = sayings.get(to) ?? []
    for (const { id, text } of locutionsOf.get(from) ?? []) {
      if (list.length < most) list.push(toSaying(text, speakers.get(id)))
    }
    if (list.length > 0) sayings.set(to, list)
  }
  return sayings
}

function speakersIn(locutions: readonly unknown[], rest: Nodeset['rest']): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const participants = fieldOf(rest, 'participants')
  for (const person of Array.isArray(participants) ? participants : []) {
    const id = idText(fieldOf(person, 'participantID'))
    const name = [fieldOf(person, 'firstname'), fieldOf(person, 'surname')]
      .filter((part) => typeof part === 'string' && part.trim() !== '')
      .join(' ')
    if (id !== undefined && name !== '') names.set(id, name)
  }
  const speakers = new Map<string, string>()
  for (const locution of locutions) {
    const id = idText(fieldOf(locution, 'nodeID'))
    const name = names.get(idText(fieldOf(locution, 'personID')) ?? '')
    if (id !== undefined && name !== undefined) speakers.set(id, name)
  }
  return speakers
}

function toSaying(text: string, listed: string | undefined): Saying {
  const says = /^(.{1,80}?) says '([^]*)'\s*$/.exec(text)
  const colon = says ?? /^([^:\n]{1,80}):\s+([^]*)$/.exec(text)
  const speaker = listed ?? colon?.[1]?.trim()
  return { ...(speaker === undefined ? {} : { speaker }), words: colon?.[2]?.trim() ?? text }
}

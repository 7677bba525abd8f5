/** Words by which GraphML files of various programs say what a node or an edge is, in any case. */
import { nodeKindNames, type NodeKind, type RelationKind, type Weight } from '../../model/kinds.ts'
import { nearestWeight } from '../carneades/weights.ts'

/** What a node is: a statement, a relation of that kind, or something that a map has no place for. */
export type Role = 'statement' | 'other' | RelationKind

/** The kind of a statement that a word names; undefined for any other word. */
export function kindNamed(word: string | undefined): NodeKind | undefined {
  return nodeKindNames.find((name) => name === word?.toLowerCase())
}

/** The kind of a relation that a word or a sign names, or a sign with a word as our labels have it. */
export function relationNamed(word: string | undefined): RelationKind | undefined {
  if (word === undefined || word.length > longest) return undefined
  return relations.get(word.toLowerCase().replace(/^[+=→−-]\s+/, ''))
}

/** What the type of a node in AIF says: "I-node", "RA", "CA-node" and the like. */
export function roleNamed(word: string | undefined): Role | undefined {
  if (word === undefined || word.length > longest) return undefined
  return roles.get(word.toLowerCase().replace(/[\s_-]*node$/, ''))
}

/** The weight that a word names, or the one nearest to a number above 0 and up to 1. */
export function weightNamed(word: string | undefined): Weight | undefined {
  if (word === 'strong' || word === 'partial' || word === 'weak') return word
  const number = word !== undefined && /^[\d.]{1,20}$/.test(word) ? Number(word) : Number.NaN
  return number > 0 && number <= 1 ? nearestWeight(number) : undefined
}

/** No word is longer. */
const longest = 40

const relations: ReadonlyMap<string, RelationKind> = new Map(
  Object.entries({
    supports: ['supports', 'support', 'sup', 'pro', 'for', '+'],
    attacks: ['attacks', 'attack', 'att', 'con', 'contra', 'against', 'opposes', '-', '−'],
    addresses: ['addresses'],
    restates: ['restates', '='],
  } satisfies Record<RelationKind, string[]>).flatMap(([kind, words]) =>
    words.map((word) => [word, kind as RelationKind] as const),
  ),
)

const roles: ReadonlyMap<string, Role> = new Map([
  ['i', 'statement'],
  ['ra', 'supports'],
  ['ca', 'attacks'],
  ['ma', 'restates'],
  ['pa', 'other'],
  ['l', 'other'],
  ['ta', 'other'],
  ['ya', 'other'],
])

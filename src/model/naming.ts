/**
 * Nodes and relations in words: the names that screen readers, menus, tooltips, exported titles and
 * tests use, so that a picture is never the only way to know what is argued.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ArgumentNode,
  type ElementId,
  type NodeId,
  type RelationId,
} from './graph.ts'
import { nodeKinds, relationKinds } from './kinds.ts'

/** A text cut at a word so that it has at most `length` characters, with an ellipsis when cut. */
export function shorten(text: string, length = 60): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  // A character is one or two units: of a long text only the beginning matters.
  const characters = Array.from(line.slice(0, 2 * length + 1))
  if (characters.length <= length) return line
  const cut = characters.slice(0, length - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`
}

/** "Claim: Roads lower trade costs." An empty node says so. */
export function nameOfNode(graph: ArgumentGraph, id: NodeId): string {
  const node = nodeAt(graph, id)
  return node ? nameOfStatement(node) : 'Unknown statement'
}

/** The same for a node at hand. */
export function nameOfStatement({ kind, text }: ArgumentNode): string {
  return `${capitalise(nodeKinds[kind].label)}: ${text.trim() || 'no text yet'}`
}

/** A node's own words, shortened, in quotation marks; a relation as the inference it is. */
export function quoteElement(graph: ArgumentGraph, id: ElementId, length = usualLength): string {
  const node = nodeAt(graph, id)
  if (node) return quoteNode(node, length)
  const relation = relationAt(graph, id)
  if (!relation) return 'something that is not on the map'
  return `the step from ${quoteAll(graph, relation.from, length)} to ${quoteTarget(graph, relation.to, length)}`
}

/** Quotes of the usual length: every relation of a statement has it in its name. */
const quotes = new WeakMap<ArgumentNode, string>()
const usualLength = 60

function quoteNode(node: ArgumentNode, length: number): string {
  const known = length === usualLength ? quotes.get(node) : undefined
  if (known !== undefined) return known
  const quote = `“${shorten(node.text, length) || 'no text yet'}”`
  if (length === usualLength) quotes.set(node, quote)
  return quote
}

/** "Support: “Freight times fell.” for “Roads lower trade costs.”", "Objection: … against …". */
export function nameOfRelation(graph: ArgumentGraph, id: RelationId): string {
  const relation = relationAt(graph, id)
  if (!relation) return 'Unknown relation'
  const premises = quoteAll(graph, relation.from)
  const target = quoteElement(graph, relation.to)
  switch (relation.kind) {
    case 'supports':
      return `Support: ${premises} for ${target}`
    case 'attacks':
      return `Objection: ${premises} against ${target}`
    case 'addresses':
      return `Answer: ${premises} to ${target}`
    case 'restates':
      return `Restatement: ${premises} says the same as ${target}`
  }
}

/** The name of a node or a relation. */
export function nameOfElement(graph: ArgumentGraph, id: ElementId): string {
  return nodeAt(graph, id) ? nameOfNode(graph, id) : nameOfRelation(graph, id)
}

/** "3 claims", "1 statement and 2 relations": what a list of elements is, for labels of undo steps. */
export function countOfElements(graph: ArgumentGraph, ids: readonly ElementId[]): string {
  const kinds = ids.flatMap((id) => nodeAt(graph, id)?.kind ?? [])
  const relations = ids.filter((id) => relationAt(graph, id)).length
  const parts: string[] = []
  const [first] = kinds
  if (first !== undefined) {
    const same = kinds.every((kind) => kind === first)
    const { label, plural } = same ? nodeKinds[first] : { label: 'statement', plural: 'statements' }
    parts.push(kinds.length === 1 ? label : `${kinds.length} ${plural}`)
  }
  if (relations > 0) parts.push(relations === 1 ? 'relation' : `${relations} relations`)
  return parts.join(' and ') || 'nothing'
}

/** The verb of a relation kind: "supports". */
export function verbOf(kind: keyof typeof relationKinds): string {
  return relationKinds[kind].label
}

/** First letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function quoteAll(graph: ArgumentGraph, ids: readonly NodeId[], length = 60): string {
  const quoted = ids.map((id) => quoteElement(graph, id, length))
  if (quoted.length <= 3) return quoted.join(' together with ')
  return `${quoted.slice(0, 2).join(', ')} and ${quoted.length - 2} more together`
}

/** A target that is itself a relation is named by its conclusion, so that names end. */
function quoteTarget(graph: ArgumentGraph, id: ElementId, length: number): string {
  const node = nodeAt(graph, id)
  return node ? quoteElement(graph, id, length) : 'another step'
}

/**
 * Writes AIF JSON as AIFdb reads it. What AIF cannot say stands at the top under the name "counterpoint":
 * reading the file here gives the same document, byte for byte; other readers get statements, inferences,
 * conflicts and rephrases.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import type { Loss, Writer } from '../conversion.ts'
import { withGuessedKinds } from '../guessed-kinds.ts'
import { lossesOf, lossOf } from '../losses.ts'
import { slotFor } from '../slot.ts'
import { isFields } from '../slot/plain.ts'
import { nodesetOf } from './from-graph.ts'
import { nodesetIn } from './nodeset.ts'
import { graphOf, sortNodeset } from './to-graph.ts'

/** What AIF does not say of nodes: the reader makes it up, so that it may change with anything. */
export const guessedFields = ['kind'] as const

/** The document as AIF JSON: each record on a line of its own, so that a changed word changes one line. */
export const writeAif: Writer = async (graph) => {
  const nodeset = nodesetOf(graph)
  const visible = graphOf(sortNodeset(nodesetIn(nodeset, undefined, []))).graph
  const counterpoint = slotFor(graph, visible, guessedFields)
  const content = counterpoint ? { ...nodeset, counterpoint } : nodeset
  const losses = lossesInAif(graph)
  return Promise.resolve({
    content: `${linesOf(content, 2)}\n`,
    losses,
    notes: losses.length === 0 ? [] : ['Counterpoint itself reads everything back from this file.'],
  })
}

/** What other readers of AIF do not find. */
function lossesInAif(graph: ArgumentGraph): Loss[] {
  const { nodes, title } = graph
  const guessed = withGuessedKinds({
    ...graph,
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, node]) => [id, { ...node, kind: 'claim' as const }]),
    ),
  })
  const told = Object.keys(nodes).filter((id) => {
    const kind = nodes[id]?.kind
    return kind !== 'issue' && kind !== 'note' && kind !== guessed.nodes[id]?.kind
  })
  return [
    ...lossesOf(graph, ['issues', 'notes', 'addresses']),
    ...lossOf(told.length, 'kind of a statement', 'kinds of statements'),
    ...lossOf(title === '' ? 0 : 1, 'title', 'titles'),
    ...lossesOf(graph, [
      'warrants',
      'weights',
      'ratings',
      'roles',
      'questions',
      'criteria',
      'sources',
      'excerpts',
      'remarks',
      'tags',
      'sections',
      'description',
      'scores',
      'muted',
      'pins',
      'collapsed',
      'layout',
      'unknownFields',
    ]),
  ]
}

/** JSON in which lists and objects down to a depth have a line for each member; of the slot one level more. */
function linesOf(value: unknown, depth: number, indent = ''): string {
  const isList = Array.isArray(value)
  if (depth === 0 || !(isList || isFields(value))) return JSON.stringify(value)
  const inner = `${indent}  `
  const members = Object.entries(value).map(([name, one]) => {
    const text = linesOf(one, name === 'counterpoint' ? depth : depth - 1, inner)
    return isList ? inner + text : `${inner}${JSON.stringify(name)}: ${text}`
  })
  const [open, close] = isList ? '[]' : '{}'
  return members.length === 0 ? `${open}${close}` : `${open}\n${members.join(',\n')}\n${indent}${close}`
}

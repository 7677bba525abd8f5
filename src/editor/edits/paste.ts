/**
 * Pasting and importing. Text from the clipboard is one of ours (a fragment or a whole document) or plain
 * lines, which become statements. Either hangs under the selected element, or stands by itself where
 * nothing is selected; either is one step of undo.
 */
import { defaultLimits } from '../../formats/json/limits.ts'
import { explain } from '../../formats/json/open-error.ts'
import { readGraph } from '../../formats/json/read.ts'
import { emptyGraph, hasElement } from '../../model/graph.ts'
import type { ArgumentGraph, ArgumentNode, NodeId, Relation } from '../../model/graph.ts'
import type { RelationKind } from '../../model/kinds.ts'
import { countOfElements } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { insertion, insertionUnder } from './insert.ts'
import { readOutline, type OutlineItem } from './outline-text.ts'

/** The most lines of plain text that are taken at once: more is a document, not a paste. */
export const maxPastedLines = 2000

/** Pastes text under the selected element, or as separate parts if nothing is selected. */
export function pasteText(context: CommandContext, text: string): Transaction | Refusal {
  if (text.trim() === '')
    return new Refusal('There is no text to paste: copy statements or lines of text first.')
  const fragment = text.trimStart().startsWith('{') ? readFragment(text) : undefined
  if (fragment instanceof Refusal) return fragment
  if (fragment) return pasteGraph(context, fragment)
  const lines = text.split('\n')
  if (lines.length > maxPastedLines) {
    return new Refusal(`This is more than ${maxPastedLines} lines: paste it in parts.`)
  }
  // A longer text could be written, but the file with it would not open again.
  if (lines.some((line) => line.length > defaultLimits.text)) {
    return new Refusal(
      `A line here has more than ${defaultLimits.text} characters: break it into several first.`,
    )
  }
  const { graph, bearings } = graphFromOutline(readOutline(text))
  return pasteGraph(context, graph, bearings)
}

/** Puts a whole document into the open one as separate parts: one step of undo. */
export function importInto(context: CommandContext, graph: ArgumentGraph): Transaction {
  const { change, nodes } = insertion(context, graph)
  return { label: `Import “${graph.title}”`, change, selection: nodes, entry: null }
}

function pasteGraph(
  context: CommandContext,
  fragment: ArgumentGraph,
  bearings?: ReadonlyMap<NodeId, RelationKind>,
): Transaction | Refusal {
  const count = Object.keys(fragment.nodes)
  if (count.length === 0)
    return new Refusal('There are no statements in what was copied: copy a selection first.')
  const target = context.state.selection.at(-1)
  const { change, nodes } =
    target !== undefined && hasElement(context.state.graph, target)
      ? insertionUnder(context, fragment, target, bearings)
      : insertion(context, fragment)
  return { label: `Paste ${countOfElements(fragment, count)}`, change, selection: nodes, entry: null }
}

/** The graph in a text of ours; undefined for a text that is no JSON and so only looks like it. */
function readFragment(text: string): ArgumentGraph | Refusal | undefined {
  const result = readGraph(text)
  if (result.ok) return result.value
  return result.error.kind === 'notJson'
    ? undefined
    : new Refusal(`This cannot be pasted. ${explain(result.error)}`)
}

/** A graph of the lines of a text, and how each top line is to bear on what it is put under. */
function graphFromOutline(items: readonly OutlineItem[]): {
  graph: ArgumentGraph
  bearings: ReadonlyMap<NodeId, RelationKind>
} {
  const nodes: Record<NodeId, ArgumentNode> = {}
  const relations: Record<string, Relation> = {}
  const bearings = new Map<NodeId, RelationKind>()
  const add = (item: OutlineItem): NodeId => {
    const id = `n${Object.keys(nodes).length + 1}`
    nodes[id] = { kind: item.bearing === 'attacks' ? 'counterpoint' : 'claim', text: item.text }
    let last = ''
    for (const child of item.children) {
      const premise = add(child)
      const joined = child.linked ? relations[last] : undefined
      if (joined) {
        relations[last] = { ...joined, from: [...joined.from, premise] }
        continue
      }
      last = `r${Object.keys(relations).length + 1}`
      relations[last] = { kind: child.bearing, from: [premise], to: id }
    }
    return id
  }
  for (const item of items) bearings.set(add(item), item.bearing)
  return { graph: { ...emptyGraph(), nodes, relations }, bearings }
}

/**
 * Parts of a graph as documents of their own: what copying, duplicating and cutting take along. A
 * fragment is a whole valid document (its sources and sections come with it), so it can be pasted into
 * another window or saved as a file.
 */
import { answersWithout, withAnswers } from '../../model/answers.ts'
import { emptyGraph, nodeAt, relationAt } from '../../model/graph.ts'
import type { ArgumentGraph, ElementId, NodeId, RelationId } from '../../model/graph.ts'
import { writeGraph } from '../../formats/json/write.ts'
import { shorten } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import type { CommandContext } from '../command.ts'
import { withHidden } from '../visible.ts'
import { writeOutline } from './outline-text.ts'
import { selectedElements } from './selection.ts'

/** What goes to the clipboard: a document for Counterpoint, an indented outline for everything else. */
export interface Clip {
  readonly json: string
  readonly text: string
}

/** The clip of what is selected. */
export function clipFrom(context: CommandContext): Clip | Refusal {
  const ids = selectedElements(context)
  if (ids instanceof Refusal) return ids
  const fragment = fragmentOf(context.state.graph, withEnds(context.state.graph, ids))
  return { json: writeGraph(fragment), text: writeOutline(fragment) }
}

/**
 * The nodes, all relations whose ends are among them, and the sources and sections they use, records
 * unchanged but for answers that rest on nodes left behind: those questions are open in the fragment.
 * Places are not taken along: what was pinned has its place in the other map.
 */
export function fragmentOf(graph: ArgumentGraph, nodes: readonly NodeId[]): ArgumentGraph {
  const ids = new Set<ElementId>(nodes)
  const isLeft = (id: NodeId): boolean => !ids.has(id)
  const relations = relationsAmong(graph, ids)
  const records = nodes.flatMap((id) => nodeAt(graph, id) ?? [])
  const sections = new Set(records.map((node) => node.section))
  const sources = new Set(records.flatMap((node) => node.excerpts?.map((excerpt) => excerpt.source) ?? []))
  const collapsed = graph.layout?.collapsed?.filter((id) => ids.has(id)) ?? []
  return {
    ...emptyGraph(shorten(records[0]?.text ?? '') || 'Untitled argument'),
    sources: only(graph.sources, (id) => sources.has(id)),
    sections: only(graph.sections, (id) => sections.has(id)),
    nodes: mapValues(
      only(graph.nodes, (id) => ids.has(id)),
      (node) => {
        const kept = withAnswers(node, 'questions', answersWithout(node.questions, isLeft))
        return withAnswers(kept, 'criteria', answersWithout(node.criteria, isLeft))
      },
    ),
    relations: mapValues(
      only(graph.relations, (id) => relations.has(id)),
      (relation) => withAnswers(relation, 'questions', answersWithout(relation.questions, isLeft)),
    ),
    ...(collapsed.length === 0 ? {} : { layout: { collapsed } }),
  }
}

/**
 * The nodes to copy for a selection: a collapsed node stands for its branch, and a relation takes its
 * premises and its target along.
 */
export function withEnds(graph: ArgumentGraph, ids: readonly ElementId[]): NodeId[] {
  const found = new Set<NodeId>()
  const visit = (id: ElementId): void => {
    const relation = relationAt(graph, id)
    if (!relation) found.add(id)
    else for (const end of [...relation.from, relation.to]) visit(end)
  }
  for (const id of ids) visit(id)
  return withHidden(graph, [...found])
}

/** The relations that lie within a set of nodes, those that point at such relations included. */
function relationsAmong(graph: ArgumentGraph, nodes: ReadonlySet<ElementId>): Set<RelationId> {
  const found = new Set<RelationId>()
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const [id, relation] of Object.entries(graph.relations)) {
      const isInside = relation.from.every((premise) => nodes.has(premise))
      if (isInside && (nodes.has(relation.to) || found.has(relation.to))) found.add(id)
    }
  }
  return found
}

function only<T>(records: Readonly<Record<string, T>>, isKept: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(records).filter(([id]) => isKept(id)))
}

function mapValues<T>(records: Readonly<Record<string, T>>, change: (record: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(records).map(([id, record]) => [id, change(record)]))
}

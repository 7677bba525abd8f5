/**
 * A graph as the lines of an outline: each statement stands under what it bears on, once with everything that
 * bears on it, and as a mere reference wherever else it is a premise. A relation that says more than one
 * statement can (several premises, or something said about the step itself) has a line of its own.
 */
import {
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type RelationId,
} from '../model/graph.ts'
import { structureOf, type Structure } from '../model/structure.ts'

export interface OutlineLine {
  readonly depth: number
  /** Absent on the line of a relation. */
  readonly node?: NodeId
  /** The relation by which the line hangs under the one above, or that the line is. Absent at the top. */
  readonly relation?: RelationId
  /** Whether the relation has other premises as well, and which of them this is; 0 is the first. */
  readonly premise?: number
  /** The statement stands elsewhere with what bears on it. */
  readonly isRepeated?: true
}

/**
 * The lines in author's order, however deep the map: all of it, from its roots, or from the given statements.
 * A statement is written out where it hangs in the tree of the map; from given ones on, where it is met first.
 */
export function outlineLines(graph: ArgumentGraph, start?: readonly NodeId[]): OutlineLine[] {
  const structure = structureOf(graph)
  const lines: OutlineLine[] = []
  const written = new Set<NodeId>()
  // A stack instead of recursion: maps may be deeper than the call stack.
  const waiting: OutlineLine[] = (start ?? structure.roots).map((node) => ({ depth: 0, node })).reverse()
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    const { node, depth } = line
    if (node !== undefined && (written.has(node) || (!start && !standsHere(structure, line)))) {
      lines.push({ ...line, isRepeated: true })
      continue
    }
    if (node !== undefined) written.add(node)
    lines.push(line)
    waiting.push(...linesBelow(graph, structure, node ?? line.relation ?? '', depth + 1).reverse())
  }
  return lines
}

function standsHere({ parentRelation }: Structure, { node, relation }: OutlineLine): boolean {
  if (node === undefined || relation === undefined) return true
  return (parentRelation.get(node) ?? relation) === relation
}

/** The lines directly under a node, or under the line of a relation: its premises, and what is said about it. */
function linesBelow(graph: ArgumentGraph, structure: Structure, id: ElementId, depth: number): OutlineLine[] {
  const premises = structure.premises.get(id) ?? []
  const own = relationAt(graph, id)
    ? premises.map((node, premise): OutlineLine => ({ depth, node, relation: id, premise }))
    : []
  const bearing = (structure.into.get(id) ?? []).map((relation): OutlineLine => {
    const [first, second] = structure.premises.get(relation) ?? []
    const isPlain = first !== undefined && second === undefined && !structure.into.has(relation)
    return isPlain ? { depth, node: first, relation } : { depth, relation }
  })
  return [...own, ...bearing]
}

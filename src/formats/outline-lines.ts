/**
 * A graph as the lines of an outline: each statement stands under what it bears on, once with everything that
 * bears on it, and as a mere reference wherever else it is a premise. A relation that says more than one
 * statement can (several premises, or something said about the step itself) has a line of its own.
 */
import { type ArgumentGraph, type ElementId, type NodeId, type RelationId } from '../model/graph.ts'
import { structureOf, type Structure } from '../model/structure.ts'

export interface OutlineLine {
  readonly depth: number
  /** Absent on the line of a relation. */
  readonly node?: NodeId
  /** The relation by which the line hangs under the one above, or that the line is. Absent at the top. */
  readonly relation?: RelationId
  /** Which of the relation's premises this is, 0 the first, where the line is not the relation itself. */
  readonly premise?: number
  /** The statement stands elsewhere with what bears on it. */
  readonly isRepeated?: true
}

/** How relations that say more than one statement can are shown. */
export type OutlineStyle =
  /** On lines of their own, with their premises and what is said about the step below. */
  | 'lines'
  /** As their premises one after the other, what is said about the step under the last of them. */
  | 'flat'

/**
 * The lines in author's order, however deep the map: all of it, from its roots, or from the given statements.
 * A statement is written out where it hangs in the tree of the map; from given ones on, where it is met first.
 */
export function outlineLines(
  graph: ArgumentGraph,
  style: OutlineStyle,
  start?: readonly NodeId[],
): OutlineLine[] {
  const structure = structureOf(graph)
  const lines: OutlineLine[] = []
  const written = new Set<NodeId>()
  // A stack instead of recursion: maps may be deeper than the call stack.
  const waiting: Waiting[] = (start ?? structure.roots).map((node) => ({ depth: 0, node })).reverse()
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    if ('step' in line) {
      waiting.push(...bearingOn(structure, style, line.step, line.depth).reverse())
      continue
    }
    const { node, depth } = line
    if (node !== undefined && (written.has(node) || (!start && !standsHere(structure, line)))) {
      lines.push({ ...line, isRepeated: true })
      continue
    }
    if (node !== undefined) written.add(node)
    lines.push(line)
    const own = node === undefined ? premisesBelow(structure, line.relation ?? '', depth + 1) : []
    waiting.push(
      ...[...own, ...bearingOn(structure, style, node ?? line.relation ?? '', depth + 1)].reverse(),
    )
  }
  return lines
}

/** A line to come, or all that is said about a step, which has no line. */
type Waiting = OutlineLine | { readonly depth: number; readonly step: RelationId }

function standsHere({ parentRelation }: Structure, { node, relation }: OutlineLine): boolean {
  if (node === undefined || relation === undefined) return true
  return (parentRelation.get(node) ?? relation) === relation
}

function premisesBelow({ premises }: Structure, relation: RelationId, depth: number): OutlineLine[] {
  return (premises.get(relation) ?? []).map((node, premise) => ({ depth, node, relation, premise }))
}

/** The lines directly under a node or a step: the relations into it. */
function bearingOn(structure: Structure, style: OutlineStyle, id: ElementId, depth: number): Waiting[] {
  return (structure.into.get(id) ?? []).flatMap((relation): Waiting[] => {
    const isTarget = structure.into.has(relation)
    if (style === 'flat') {
      const steps = isTarget ? [{ depth: depth + 1, step: relation }] : []
      return [...premisesBelow(structure, relation, depth), ...steps]
    }
    const [first, second] = structure.premises.get(relation) ?? []
    const isPlain = first !== undefined && second === undefined && !isTarget
    return isPlain ? [{ depth, node: first, relation }] : [{ depth, relation }]
  })
}

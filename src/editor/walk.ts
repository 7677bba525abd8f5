/**
 * Walking the map with the arrow keys, by structure and not by pixels. One arrow leads to the conclusion,
 * the opposite one to the first premise, the other two along the level: to siblings, and past them to the
 * nearest cousins and the next root. A statement about an inference leads to that relation, and from
 * there to its conclusion. From a root every visible node can be reached; collapsed branches are closed.
 */
import { nodeAt, relationAt } from '../model/graph.ts'
import type { ArgumentGraph, ElementId, NodeId, RelationId } from '../model/graph.ts'
import type { Direction } from '../model/kinds.ts'
import { concludedNode, parentOf, relationsInto, relationsOutOf, structureOf } from '../model/structure.ts'
import { walkedGraph } from './visible.ts'

export type Arrow = 'left' | 'right' | 'up' | 'down'
type Step = 'premise' | 'conclusion' | 'previous' | 'next'

/** What each arrow means: grounds stand in the direction of the layout. */
const steps: Readonly<Record<Direction, Readonly<Record<Arrow, Step>>>> = {
  down: { down: 'premise', up: 'conclusion', left: 'previous', right: 'next' },
  up: { up: 'premise', down: 'conclusion', left: 'previous', right: 'next' },
  right: { right: 'premise', left: 'conclusion', up: 'previous', down: 'next' },
  left: { left: 'premise', right: 'conclusion', up: 'previous', down: 'next' },
}

/** The element an arrow leads to from `from`, or undefined at the end of the map. */
export function walk(graph: ArgumentGraph, from: ElementId | undefined, arrow: Arrow): ElementId | undefined {
  if (from === undefined) return firstRoot(graph)
  const step = steps[graph.layout?.direction ?? 'down'][arrow]
  const shown = walkedGraph(graph)
  const relation = relationAt(graph, from)
  if (!relation) return walkFromNode(shown, from, step)
  // A line into a collapsed statement can be seen but is not walked along: it leads to the statement.
  return relationAt(shown, from) ? walkFromRelation(shown, from, step) : relation.to
}

/** The first root in author's order. */
export function firstRoot(graph: ArgumentGraph): NodeId | undefined {
  return structureOf(graph).roots[0]
}

/** The last root in author's order. */
export function lastRoot(graph: ArgumentGraph): NodeId | undefined {
  return structureOf(graph).roots.at(-1)
}

/**
 * The relation from a node to its conclusion, then its other relations, one after the other; from a
 * relation that is no relation of the node asked about, its first premise.
 */
export function stepToConclusion(graph: ArgumentGraph, from: ElementId): ElementId | undefined {
  const relation = relationAt(graph, from)
  if (!relation) return structureOf(graph).parentRelation.get(from) ?? relationsOutOf(graph, from)[0]
  const [premise] = structureOf(graph).premises.get(from) ?? []
  if (premise === undefined) return undefined
  const out = relationsOutOf(graph, premise)
  return out[(out.indexOf(from) + 1) % out.length] ?? premise
}

/** The visible nodes that hang directly under an element, those under its relations included. */
function nodesBelow(graph: ArgumentGraph, id: ElementId): NodeId[] {
  const { parentRelation, premises } = structureOf(graph)
  return relationsInto(graph, id).flatMap((relation) => [
    ...(premises.get(relation) ?? []).filter((premise) => parentRelation.get(premise) === relation),
    ...nodesBelow(graph, relation),
  ])
}

function walkFromNode(graph: ArgumentGraph, from: NodeId, step: Step): ElementId | undefined {
  switch (step) {
    case 'premise':
      return nodesBelow(graph, from)[0] ?? visiblePremise(graph, from)
    case 'conclusion': {
      const to = parentOf(graph, from)
      return to === undefined || isDrawn(graph, to) ? to : concludedNode(graph, to)
    }
    case 'previous':
      return besideOnLevel(graph, from, -1)
    case 'next':
      return besideOnLevel(graph, from, 1)
  }
}

function walkFromRelation(graph: ArgumentGraph, from: RelationId, step: Step): ElementId | undefined {
  const target = relationAt(graph, from)?.to
  const siblings = target === undefined ? [] : relationsInto(graph, target).filter((id) => isDrawn(graph, id))
  switch (step) {
    case 'premise':
      return visiblePremises(graph, from)[0] ?? nodesBelow(graph, from)[0]
    case 'conclusion':
      return target
    case 'previous':
      return siblings[siblings.indexOf(from) - 1]
    case 'next':
      return siblings[siblings.indexOf(from) + 1] ?? nodesBelow(graph, from)[0]
  }
}

/** A premise that hangs elsewhere in the tree but bears on this node as well. */
function visiblePremise(graph: ArgumentGraph, id: NodeId): NodeId | undefined {
  return relationsInto(graph, id)
    .flatMap((relation) => visiblePremises(graph, relation))
    .find((premise) => premise !== id)
}

function visiblePremises(graph: ArgumentGraph, relation: RelationId): readonly NodeId[] {
  return structureOf(graph).premises.get(relation) ?? []
}

/** A relation is there to be seen as long as one of its premises is. */
function isDrawn(graph: ArgumentGraph, id: ElementId): boolean {
  return nodeAt(graph, id) !== undefined || visiblePremises(graph, id).length > 0
}

function besideOnLevel(graph: ArgumentGraph, id: NodeId, by: -1 | 1): NodeId | undefined {
  const { levels, depths } = levelsOf(graph)
  const level = levels[depths.get(id) ?? -1]
  return level?.[level.indexOf(id) + by]
}

interface Levels {
  /** The visible nodes at each depth, from left to right. */
  readonly levels: readonly (readonly NodeId[])[]
  readonly depths: ReadonlyMap<NodeId, number>
}

const levelsByGraph = new WeakMap<ArgumentGraph, Levels>()

function levelsOf(graph: ArgumentGraph): Levels {
  let levels = levelsByGraph.get(graph)
  if (!levels) {
    levels = findLevels(graph)
    levelsByGraph.set(graph, levels)
  }
  return levels
}

function findLevels(graph: ArgumentGraph): Levels {
  const levels: (readonly NodeId[])[] = []
  const depths = new Map<NodeId, number>()
  let level: readonly NodeId[] = structureOf(graph).roots.filter((id) => nodeAt(graph, id))
  while (level.length > 0) {
    for (const id of level) depths.set(id, levels.length)
    levels.push(level)
    level = level.flatMap((id) => nodesBelow(graph, id))
  }
  return { levels, depths }
}

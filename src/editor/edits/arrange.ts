/**
 * Places. The layout decides them except for nodes that the user has pinned: dragging, nudging, aligning
 * and distributing pin. Positions are top left corners in whole px of the scene. Also the direction of
 * the layout and whether sections are drawn.
 */
import { nodeAt, type ArgumentGraph, type NodeId } from '../../model/graph.ts'
import { directions, type Direction } from '../../model/kinds.ts'
import { countOfElements } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import type { NodeBox } from '../../scene/scene.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { changeLayout } from './layout.ts'
import { selectedNodes } from './selection.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** Puts nodes at these places and pins them there: the end of a drag. Ids that are no nodes are ignored. */
export function moveNodes(
  { state: { graph } }: CommandContext,
  places: Readonly<Record<NodeId, Place>>,
  more: Pick<Transaction, 'mergeKey'> & { readonly label?: string } = {},
): Transaction {
  const moved = Object.entries(places).filter(([id]) => nodeAt(graph, id))
  return {
    label: `Move ${countOfElements(
      graph,
      moved.map(([id]) => id),
    )}`,
    ...more,
    change: (draft) =>
      changeLayout(draft, (layout) => {
        const pinned = (layout.pinned ??= {})
        for (const [id, { x, y }] of moved) {
          pinned[id] = { ...pinned[id], x: Math.round(x), y: Math.round(y) }
        }
      }),
  }
}

/** Whether all selected nodes are pinned, and there are any. */
export function isPinned({ state: { graph, selection } }: CommandContext): boolean {
  const nodes = selection.filter((id) => nodeAt(graph, id))
  return nodes.length > 0 && nodes.every((id) => isPinnedNode(graph, id))
}

/** Pins the selected nodes where they are, or releases them when all of them are pinned. */
export function togglePin(context: CommandContext): Transaction | Refusal {
  const { graph } = context.state
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  if (isPinned(context)) {
    return { label: `Release ${countOfElements(graph, nodes)}`, change: (draft) => release(draft, nodes) }
  }
  const boxes = boxesOf(
    context,
    nodes.filter((id) => !isPinnedNode(graph, id)),
  )
  if (boxes instanceof Refusal) return boxes
  return moveNodes(context, Object.fromEntries(boxes.map((box) => [box.id, box])), {
    label: `Pin ${countOfElements(graph, nodes)}`,
  })
}

/** Releases every pinned node, so that the layout places all of them again. */
export function releaseAllPins({ state: { graph } }: CommandContext): Transaction | Refusal {
  const nodes = Object.keys(graph.layout?.pinned ?? {})
  if (nodes.length === 0) {
    return new Refusal('Nothing is pinned: drag a statement, or select it and press P, to pin it.')
  }
  return { label: 'Release all pins', change: (draft) => release(draft, nodes) }
}

/** Moves the selected nodes by some px and pins them; several in a row are one step. */
export function nudge(context: CommandContext, by: Place): Transaction | Refusal {
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  const boxes = boxesOf(context, nodes)
  if (boxes instanceof Refusal) return boxes
  const places = boxes.map(({ id, x, y }) => [id, { x: x + by.x, y: y + by.y }] as const)
  return moveNodes(context, Object.fromEntries(places), { mergeKey: `nudge:${nodes.join()}` })
}

/** The edges and middles along which boxes can be aligned. */
export const alignments = {
  left: { label: 'left edges', axis: 'x', at: 0 },
  center: { label: 'centres', axis: 'x', at: 0.5 },
  right: { label: 'right edges', axis: 'x', at: 1 },
  top: { label: 'top edges', axis: 'y', at: 0 },
  middle: { label: 'middles', axis: 'y', at: 0.5 },
  bottom: { label: 'bottom edges', axis: 'y', at: 1 },
} as const

export type Alignment = keyof typeof alignments

/** Aligns the selected nodes along the box around them, and pins them. */
export function align(context: CommandContext, alignment: Alignment): Transaction | Refusal {
  const boxes = selectedBoxes(context, 2, 'align')
  if (boxes instanceof Refusal) return boxes
  const { label, axis, at } = alignments[alignment]
  const size = sizeAlong(axis)
  const start = Math.min(...boxes.map((box) => box[axis]))
  const end = Math.max(...boxes.map((box) => box[axis] + box[size]))
  const places = boxes.map((box) => [
    box.id,
    { x: box.x, y: box.y, [axis]: start + (end - start - box[size]) * at },
  ])
  return moveNodes(context, Object.fromEntries(places) as Record<NodeId, Place>, { label: `Align ${label}` })
}

/** Gives the selected nodes equal gaps along an axis, the outer two staying in place, and pins them. */
export function distribute(context: CommandContext, axis: 'x' | 'y'): Transaction | Refusal {
  const boxes = selectedBoxes(context, 3, 'distribute')
  if (boxes instanceof Refusal) return boxes
  const size = sizeAlong(axis)
  const sorted = [...boxes].sort((a, b) => a[axis] - b[axis] || (a.id < b.id ? -1 : 1))
  const start = Math.min(...boxes.map((box) => box[axis]))
  const end = Math.max(...boxes.map((box) => box[axis] + box[size]))
  const gap = (end - start - sorted.reduce((sum, box) => sum + box[size], 0)) / (sorted.length - 1)
  let at = start
  const places: Record<NodeId, Place> = {}
  for (const box of sorted) {
    places[box.id] = { x: box.x, y: box.y, [axis]: at }
    at += box[size] + gap
  }
  return moveNodes(context, places, { label: axis === 'x' ? 'Distribute across' : 'Distribute down' })
}

/** Sets in which direction grounds stand from what they support. */
export function setDirection(direction: Direction): Transaction {
  return {
    label: directions[direction].label,
    change: (draft) =>
      changeLayout(draft, (layout) => {
        // Down is what an absent direction means.
        if ((layout.direction ?? 'down') !== direction) layout.direction = direction
      }),
  }
}

/** Draws sections as areas behind the map, or no longer. */
export function toggleSections({ state: { graph } }: CommandContext): Transaction | Refusal {
  if (graph.layout?.sections) {
    return {
      label: 'Hide sections',
      change: (draft) => changeLayout(draft, (layout) => delete layout.sections),
    }
  }
  if (Object.keys(graph.sections).length === 0) {
    return new Refusal('This document has no sections: add one in the inspector first.')
  }
  return {
    label: 'Show sections',
    change: (draft) =>
      changeLayout(draft, (layout) => {
        layout.sections = true
      }),
  }
}

function sizeAlong(axis: 'x' | 'y'): 'width' | 'height' {
  return axis === 'x' ? 'width' : 'height'
}

function isPinnedNode(graph: ArgumentGraph, id: NodeId): boolean {
  return Object.hasOwn(graph.layout?.pinned ?? {}, id)
}

function release(draft: Parameters<NonNullable<Transaction['change']>>[0], nodes: readonly NodeId[]): void {
  changeLayout(draft, (layout) => {
    for (const id of nodes) delete layout.pinned?.[id]
  })
}

function selectedBoxes(context: CommandContext, count: number, verb: string): readonly NodeBox[] | Refusal {
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  const words = count === 2 ? 'two' : 'three'
  return nodes.length < count
    ? new Refusal(
        `There must be at least ${words} statements to ${verb}: select more with Shift and a click.`,
      )
    : boxesOf(context, nodes)
}

/** Boxes at their places: pinned ones where the document says, which the scene may not have drawn yet. */
function boxesOf(
  { state: { graph }, scene }: CommandContext,
  ids: readonly NodeId[],
): readonly NodeBox[] | Refusal {
  const drawn = new Map(scene?.nodes.map((box) => [box.id, box]))
  const boxes = ids.flatMap((id) => {
    const box = drawn.get(id)
    return box ? [{ ...box, ...graph.layout?.pinned?.[id] }] : []
  })
  return boxes.length === ids.length
    ? boxes
    : new Refusal('The map is still being laid out, or hides this statement: try again once you see it.')
}

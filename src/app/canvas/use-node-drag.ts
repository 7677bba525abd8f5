/**
 * Nodes while they are dragged. Their positions live here until they are let go; then they are pinned
 * in the document. Only the dragged nodes are new objects, so only they are drawn again. Their lines
 * follow the live ends until the next layout has routed them.
 */
import type { NodeChange, OnNodeDrag, SelectionDragHandler, XYPosition } from '@xyflow/react'
import { useCallback, useMemo, useState } from 'react'
import type { NodeId } from '../../model/graph.ts'
import type { Scene } from '../../scene/scene.ts'
import { moveNodes } from '../../editor/edits/arrange.ts'
import { useApplication } from '../app-state.ts'
import type { FlowNode } from './to-flow.ts'

type Places = Readonly<Record<NodeId, XYPosition>>

interface Drag {
  readonly places: Places
  /** Set when the nodes were let go: the scene that shows them there until the layout answers. */
  readonly settledIn: Scene | undefined
}

export interface NodeDrag {
  /** Nodes whose lines are to follow the live ends. */
  readonly live: ReadonlySet<NodeId>
  /** The nodes with the dragged ones under the pointer. */
  readonly applied: (nodes: readonly FlowNode[]) => readonly FlowNode[]
  readonly onPositionChange: (changes: readonly NodeChange<FlowNode>[]) => void
  readonly onStart: OnNodeDrag<FlowNode>
  readonly onStop: OnNodeDrag<FlowNode>
  readonly onStartSelection: SelectionDragHandler<FlowNode>
  readonly onStopSelection: SelectionDragHandler<FlowNode>
}

const none: ReadonlySet<NodeId> = new Set()

/** `place` shows nodes at new places in the displayed scene and answers that scene. */
export function useNodeDrag(
  scene: Scene | undefined,
  place: (places: Places) => Scene | undefined,
): NodeDrag {
  const application = useApplication()
  const [drag, setDrag] = useState<Drag | undefined>(undefined)
  const isLive = drag !== undefined && (drag.settledIn === undefined || drag.settledIn === scene)
  const ids = isLive ? Object.keys(drag.places).join(' ') : ''
  const live = useMemo(() => (ids === '' ? none : new Set(ids.split(' '))), [ids])

  const applied = useCallback(
    (nodes: readonly FlowNode[]) => {
      if (drag === undefined || drag.settledIn !== undefined) return nodes
      return nodes.map((node) => {
        const position = drag.places[node.id]
        return position ? { ...node, position, dragging: true } : node
      })
    },
    [drag],
  )
  const onPositionChange = useCallback((changes: readonly NodeChange<FlowNode>[]) => {
    const places: Record<NodeId, XYPosition> = {}
    for (const change of changes) {
      if (change.type === 'position' && change.dragging && change.position)
        places[change.id] = change.position
    }
    if (Object.keys(places).length === 0) return
    setDrag((now) =>
      now && now.settledIn === undefined ? { ...now, places: { ...now.places, ...places } } : now,
    )
  }, [])
  const start = useCallback((nodes: readonly FlowNode[]) => {
    setDrag({ places: placesOf(nodes), settledIn: undefined })
  }, [])
  const stop = useCallback(
    (nodes: readonly FlowNode[]) => {
      const places = placesOf(nodes)
      setDrag({ places, settledIn: place(places) })
      application.dispatch(moveNodes(application.context(), places))
    },
    [application, place],
  )
  // The same functions for good: React Flow hands them to every node.
  const handlers = useMemo(
    () => ({
      onStart: ((_event, node, others) => start([node, ...others])) satisfies OnNodeDrag<FlowNode>,
      onStop: ((_event, node, others) => stop([node, ...others])) satisfies OnNodeDrag<FlowNode>,
      onStartSelection: ((_event, nodes) => start(nodes)) satisfies SelectionDragHandler<FlowNode>,
      onStopSelection: ((_event, nodes) => stop(nodes)) satisfies SelectionDragHandler<FlowNode>,
    }),
    [start, stop],
  )
  return { live, applied, onPositionChange, ...handlers }
}

function placesOf(nodes: readonly FlowNode[]): Places {
  return Object.fromEntries(
    nodes.filter((node) => node.type === 'statement').map((node) => [node.id, node.position]),
  )
}

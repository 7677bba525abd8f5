/**
 * Drawing relations by hand: dragged from the + or − of a statement, or begun by a click there and ended
 * by a click on the other end; and moving an end of a line elsewhere. What counts is the statement or line
 * under the pointer; React Flow looks for handles only, which are small and far from a statement's middle.
 */
import type { OnConnectEnd, OnReconnect } from '@xyflow/react'
import { useMemo, useRef, useState, type MouseEvent as ReactMouseEvent } from 'react'
import type { ElementId, NodeId } from '../../model/graph.ts'
import { connect, reconnect } from '../../editor/edits/connect.ts'
import { useApplication } from '../app-state.ts'
import type { FlowEdge, FlowNode } from './to-flow.ts'

type Bearing = 'supports' | 'attacks'
type ReconnectEnd = (
  event: MouseEvent | TouchEvent,
  edge: FlowEdge,
  fixed: 'source' | 'target',
  state: Parameters<OnConnectEnd>[1],
) => void

/** The gestures, for React Flow and for the map's own clicks; the same functions for good. */
export interface ConnectingGestures {
  readonly onConnectStart: () => void
  readonly onConnectEnd: OnConnectEnd
  readonly onReconnect: OnReconnect<FlowEdge>
  readonly onReconnectEnd: ReconnectEnd
  /** Takes a click on a node that begins or ends a line; whether it did. */
  readonly clickNode: (event: ReactMouseEvent, node: FlowNode) => boolean
  /** Ends a line begun by a click at this element; whether there was one. */
  readonly endAt: (id: ElementId) => boolean
  readonly cancel: () => void
}

export interface Connecting {
  /** A line is being dragged, or waits for the click on its other end. */
  readonly connecting: boolean
  readonly gestures: ConnectingGestures
}

export function useConnecting(): Connecting {
  const application = useApplication()
  const [connecting, setConnecting] = useState(false)
  const begun = useRef<{ readonly from: NodeId; readonly kind: Bearing } | undefined>(undefined)
  const gestures = useMemo((): ConnectingGestures => {
    const draw = (kind: Bearing, from: NodeId, to: ElementId) => {
      if (to !== from) application.dispatch(connect(application.context(), { kind, from: [from], to }))
    }
    const cancel = () => {
      begun.current = undefined
      setConnecting(false)
    }
    const endAt = (id: ElementId): boolean => {
      const start = begun.current
      if (!start) return false
      cancel()
      draw(start.kind, start.from, id)
      return true
    }
    return {
      onConnectStart: () => setConnecting(true),
      onConnectEnd: (event, { fromNode, fromHandle, toNode }) => {
        cancel()
        const kind = bearingOf(fromHandle?.id)
        const to = elementUnder(event) ?? toNode?.id
        // A line whose end is moved reports here too, without a bearing.
        if (kind && fromNode && to !== undefined) draw(kind, fromNode.id, to)
      },
      // React Flow offers to move ends only where this is given; `onReconnectEnd` does the work.
      onReconnect: () => undefined,
      onReconnectEnd: (event, edge, fixed, { toNode }) => {
        const path = edge.data?.path
        const to = elementUnder(event) ?? toNode?.id
        if (!path || to === undefined || to === path.id) return
        const end = fixed === 'target' ? { premise: path.from, by: to } : { target: to }
        application.dispatch(reconnect(application.context(), path.id, end))
      },
      clickNode: (event, node) => {
        const handle = event.target instanceof Element ? event.target.closest('.connect') : null
        const kind = bearingOf(handle?.getAttribute('data-handleid'))
        if (!kind) return endAt(node.id)
        begun.current = { from: node.id, kind }
        setConnecting(true)
        application.announce(`Choose what this ${kind === 'supports' ? 'supports' : 'speaks against'}.`)
        return true
      },
      endAt,
      cancel,
    }
  }, [application])
  return { connecting, gestures }
}

function bearingOf(handle: string | null | undefined): Bearing | undefined {
  return handle === 'supports' || handle === 'attacks' ? handle : undefined
}

/** The statement or relation that lies under the pointer, if any; the one in front first. */
function elementUnder(event: MouseEvent | TouchEvent): ElementId | undefined {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  if (!point) return undefined
  for (const element of document.elementsFromPoint(point.clientX, point.clientY)) {
    const statement = element.closest('.react-flow__node-statement')?.getAttribute('data-id')
    const found = statement ?? element.closest('[data-relation]')?.getAttribute('data-relation')
    if (found) return found
  }
  return undefined
}

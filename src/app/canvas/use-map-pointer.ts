/**
 * What clicks, hovering and the second button do on the map. The handlers stay the same functions for
 * good: React Flow hands them to every node and line, and a new one would render all of them again.
 */
import type { EdgeMouseHandler, NodeMouseHandler, ReactFlowProps } from '@xyflow/react'
import { useMemo, type MouseEvent as ReactMouseEvent } from 'react'
import { nodeAt, type ElementId } from '../../model/graph.ts'
import { useApplication } from '../app-state.ts'
import type { MenuRequest } from './CanvasMenu.tsx'
import type { FlowEdge, FlowNode } from './to-flow.ts'
import type { PictureGestures } from './use-picture-gestures.ts'
import type { ConnectingGestures } from './use-connecting.ts'

type Handlers = Pick<
  ReactFlowProps<FlowNode, FlowEdge>,
  | 'onNodeClick'
  | 'onNodeDoubleClick'
  | 'onNodeMouseEnter'
  | 'onNodeMouseLeave'
  | 'onNodeContextMenu'
  | 'onEdgeClick'
  | 'onEdgeMouseEnter'
  | 'onEdgeMouseLeave'
  | 'onEdgeContextMenu'
  | 'onPaneClick'
  | 'onPaneContextMenu'
>

/** The handlers, for React Flow. All that is handed in must stay the same as well. */
export function useMapPointer(
  connecting: ConnectingGestures,
  openMenu: (request: MenuRequest) => void,
  picture: PictureGestures,
): Handlers {
  const application = useApplication()
  return useMemo(() => {
    const selected = () => application.store.getState().editor.selection
    const selectOne = (event: ReactMouseEvent, id: ElementId) => {
      const now = selected()
      const adding = event.shiftKey || event.ctrlKey || event.metaKey
      const others = now.filter((each) => each !== id)
      application.select(adding ? (now.includes(id) ? others : [...now, id]) : [id])
    }
    const menuOn = (event: ReactMouseEvent | MouseEvent, on: MenuRequest['on'], id?: ElementId) => {
      event.preventDefault()
      if (id !== undefined && !selected().includes(id)) application.select([id])
      application.canvas()?.focus()
      openMenu({ on, x: event.clientX, y: event.clientY })
    }
    const onNodeClick: NodeMouseHandler<FlowNode> = (event, node) => {
      if (node.type === 'fold' || connecting.clickNode(event, node)) return
      // A junction stands for its relation: clicking it selects like clicking the line.
      if (node.type === 'junction') selectOne(event, node.id)
    }
    const onEdgeClick: EdgeMouseHandler<FlowEdge> = (event, edge) => {
      const id = edge.data?.path.id
      if (id !== undefined && !connecting.endAt(id)) selectOne(event, id)
    }
    return {
      onNodeClick,
      onNodeDoubleClick: (_event, node) => {
        if (node.type !== 'statement') return
        application.select([node.id])
        application.run('node.edit')
      },
      onNodeMouseEnter: (_event, node) => node.type !== 'fold' && application.set({ hovered: node.id }),
      onNodeMouseLeave: () => application.set({ hovered: undefined }),
      onNodeContextMenu: (event, node) =>
        node.type === 'fold'
          ? menuOn(event, 'canvas')
          : menuOn(event, node.type === 'junction' ? 'relation' : 'node', node.id),
      onEdgeClick,
      onEdgeMouseEnter: (_event, edge) => application.set({ hovered: edge.data?.path.id }),
      onEdgeMouseLeave: () => application.set({ hovered: undefined }),
      onEdgeContextMenu: (event, edge) => menuOn(event, 'relation', edge.data?.path.id),
      onPaneClick: (event) => {
        const id = picture.under(event)
        if (id === undefined) {
          connecting.cancel()
          application.select([])
        } else if (!connecting.endAt(id)) selectOne(event, id)
        if (event.detail === 2) picture.approach(event)
      },
      onPaneContextMenu: (event) => {
        const id = picture.under(event)
        if (id === undefined) menuOn(event, 'canvas')
        else menuOn(event, nodeAt(application.store.getState().editor.graph, id) ? 'node' : 'relation', id)
      },
    }
  }, [application, connecting, openMenu, picture])
}

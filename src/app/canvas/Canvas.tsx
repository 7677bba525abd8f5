/**
 * The map: the latest scene in React Flow. Positions belong to the scene; only while something is
 * dragged do they live here. Selecting, connecting and moving become transactions; keys are handled by
 * the map's own focus (one tab stop), not by React Flow's.
 */
import {
  Background,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStoreApi,
  type EdgeTypes,
  type NodeChange,
  type NodeTypes,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useMemo, useRef, useState, type MouseEvent as ReactMouseEvent } from 'react'
import { nodeAt, type ElementId } from '../../model/graph.ts'
import { useApp, useApplication } from '../app-state.ts'
import { PanelBoundary } from '../shell/PanelBoundary.tsx'
import { CanvasMenu, type MenuRequest } from './CanvasMenu.tsx'
import { CanvasTools } from './CanvasTools.tsx'
import { EntryLayer } from './EntryLayer.tsx'
import { FrameNode } from './FrameNode.tsx'
import { JunctionNode } from './JunctionNode.tsx'
import { RelationEdge } from './RelationEdge.tsx'
import { StatementNode } from './StatementNode.tsx'
import {
  createFlowMapper,
  sideTowardsTarget,
  type FlowEdge,
  type FlowNode,
  type StatementFlowNode,
} from './to-flow.ts'
import { useCanvasPort } from './use-canvas-port.ts'
import { useConnecting } from './use-connecting.ts'
import { useDimmed } from './use-dimmed.ts'
import { useDisplayedScene } from './use-displayed-scene.ts'
import { useLongPress } from './use-long-press.ts'
import { useMapKeys } from './use-map-keys.ts'
import { useNodeDrag } from './use-node-drag.ts'
import { zoomLimits } from './viewport.ts'

const nodeTypes: NodeTypes = { statement: StatementNode, junction: JunctionNode, frame: FrameNode }
const edgeTypes: EdgeTypes = { relation: RelationEdge }
const nothing: readonly never[] = []

export function Canvas() {
  return (
    <ReactFlowProvider>
      <ArgumentMap />
    </ReactFlowProvider>
  )
}

function ArgumentMap() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const selection = useApp((state) => state.editor.selection)
  const hovered = useApp((state) => state.hovered)
  const minimap = useApp((state) => state.minimap)
  const { scene, place } = useDisplayedScene()
  const dimmed = useDimmed()
  const drag = useNodeDrag(scene, place)
  const [menu, setMenu] = useState<MenuRequest | undefined>(undefined)
  const connecting = useConnecting()
  const wrapper = useRef<HTMLDivElement>(null)
  const [mapToFlow] = useState(createFlowMapper)
  const flowStore = useStoreApi()

  const unplaced = useMemo(() => {
    if (!scene) return nothing
    const placed = new Set(scene.nodes.map((box) => box.id))
    return selection.filter((id) => Object.hasOwn(graph.nodes, id) && !placed.has(id))
  }, [scene, selection, graph])
  const flow = useMemo(
    () => scene && mapToFlow(scene, graph, { selection, dimmed, dragged: drag.live, hovered, unplaced }),
    [mapToFlow, scene, graph, selection, dimmed, drag.live, hovered, unplaced],
  )
  const nodes = useMemo(() => drag.applied(flow?.nodes ?? nothing), [drag, flow])
  const entry = useApp((state) => state.editor.entry?.node)
  const typed = nodes.find(
    (node): node is StatementFlowNode => node.type === 'statement' && node.id === entry,
  )
  useCanvasPort(wrapper)
  const keys = useMapKeys()
  const longPress = useLongPress(setMenu)

  const { onPositionChange } = drag
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const select = changes.filter((change) => change.type === 'select')
      if (select.length > 0) {
        const { graph: latest, selection: before } = application.store.getState().editor
        // React Flow tells which statements are no longer selected; of relations it knows only lines.
        const { multiSelectionActive } = flowStore.getState()
        const kept = multiSelectionActive ? before : before.filter((id) => nodeAt(latest, id))
        const now = new Set<ElementId>(kept)
        for (const change of select) {
          if (change.selected) now.add(change.id)
          else now.delete(change.id)
        }
        application.select([...now])
      }
      onPositionChange(changes)
    },
    [application, flowStore, onPositionChange],
  )

  const selectEdge = (event: ReactMouseEvent, edge: FlowEdge) => {
    const id = edge.data?.path.id
    if (id === undefined) return
    const now = application.store.getState().editor.selection
    const adding = event.shiftKey || event.ctrlKey || event.metaKey
    application.select(adding ? (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]) : [id])
  }

  const openMenu = (event: ReactMouseEvent | MouseEvent, on: MenuRequest['on'], id?: ElementId) => {
    event.preventDefault()
    const now = application.store.getState().editor.selection
    if (id !== undefined && !now.includes(id)) application.select([id])
    application.canvas()?.focus()
    setMenu({ on, x: event.clientX, y: event.clientY })
  }

  return (
    <div
      ref={wrapper}
      className="map"
      role="application"
      aria-label={`Argument map: ${graph.title}`}
      aria-describedby="map-help"
      aria-activedescendant={keys.active}
      tabIndex={0}
      data-inside={keys.inside || undefined}
      data-connecting={connecting.active || undefined}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      onPointerDown={keys.onPointerDown}
      {...longPress}
    >
      <p id="map-help" className="visually-hidden">
        Press an arrow key or Enter to step into the map, Escape to step out. Inside, arrow keys walk along
        the argument, Tab adds a reason, C adds a counterpoint, question mark lists all keys.
      </p>
      <PanelBoundary name="map">
        <ReactFlow<FlowNode, FlowEdge>
          nodes={nodes as FlowNode[]}
          edges={(flow?.edges ?? nothing) as FlowEdge[]}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeDragStart={drag.onStart}
          onNodeDragStop={drag.onStop}
          onSelectionDragStart={(event, dragging) => {
            const [first] = dragging
            if (first) drag.onStart(event as never, first, dragging)
          }}
          onSelectionDragStop={(event, dragging) => {
            const [first] = dragging
            if (first) drag.onStop(event as never, first, dragging)
          }}
          onNodeClick={(event, node) => {
            if (connecting.clickNode(event, node)) return
            if (node.type === 'junction') selectEdge(event, relationAsEdge(node.id))
          }}
          onNodeDoubleClick={(_event, node) => {
            if (node.type === 'statement') {
              application.select([node.id])
              application.run('node.edit')
            }
          }}
          onNodeMouseEnter={(_event, node) => application.set({ hovered: node.id })}
          onNodeMouseLeave={() => application.set({ hovered: undefined })}
          onEdgeMouseEnter={(_event, edge) => application.set({ hovered: edge.data?.path.id })}
          onEdgeMouseLeave={() => application.set({ hovered: undefined })}
          onEdgeClick={(event, edge) => {
            if (!connecting.endAt(edge.data?.path.id ?? edge.id)) selectEdge(event, edge)
          }}
          onPaneClick={() => {
            connecting.cancel()
            application.select([])
          }}
          onPaneContextMenu={(event) => openMenu(event, 'canvas')}
          onNodeContextMenu={(event, node) =>
            openMenu(event, node.type === 'junction' ? 'relation' : 'node', node.id)
          }
          onEdgeContextMenu={(event, edge) => openMenu(event, 'relation', edge.data?.path.id)}
          onConnectStart={connecting.onConnectStart}
          onConnectEnd={connecting.onConnectEnd}
          onReconnect={connecting.onReconnect}
          onReconnectEnd={connecting.onReconnectEnd}
          connectionMode={ConnectionMode.Loose}
          connectionRadius={30}
          connectOnClick={false}
          onlyRenderVisibleElements
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          panActivationKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          selectionMode={SelectionMode.Partial}
          selectNodesOnDrag={false}
          nodeDragThreshold={4}
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={zoomLimits.min}
          maxZoom={zoomLimits.max}
          elevateNodesOnSelect={false}
          elevateEdgesOnSelect={false}
          onMove={(_event, viewport) => {
            wrapper.current?.toggleAttribute('data-far', viewport.zoom < 0.35)
          }}
          proOptions={{ hideAttribution: false }}
          attributionPosition="bottom-center"
        >
          <Background color="var(--canvas-dot)" gap={24} size={1.5} />
          {minimap && (
            <MiniMap
              pannable
              zoomable
              ariaLabel="Overview of the map"
              nodeColor={miniMapColour}
              nodeStrokeWidth={0}
              bgColor="var(--surface)"
              maskColor="color-mix(in srgb, var(--canvas) 65%, transparent)"
              position="bottom-right"
            />
          )}
          {typed && <EntryLayer key={typed.id} node={typed} />}
          <CanvasTools side={sideTowardsTarget(scene?.direction ?? 'down')} />
        </ReactFlow>
        {menu && <CanvasMenu request={menu} close={() => setMenu(undefined)} />}
      </PanelBoundary>
    </div>
  )
}

/** The colour of a statement's kind in the overview; frames and junctions stay out of it. */
function miniMapColour(node: FlowNode): string {
  return node.type === 'statement' ? `var(--${node.data.record.kind})` : 'transparent'
}

/** A junction stands for its relation: clicking it selects like clicking the line. */
function relationAsEdge(id: ElementId): FlowEdge {
  return { id, source: '', target: '', data: { path: { id } } } as unknown as FlowEdge
}

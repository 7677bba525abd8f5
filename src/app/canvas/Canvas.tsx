/**
 * The map: the latest scene in React Flow. Positions belong to the scene; only while something is
 * dragged do they live here. Selecting, connecting and moving become transactions; keys are handled by
 * the map's own focus (one tab stop), not by React Flow's.
 */
import {
  Background,
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStoreApi,
  type EdgeTypes,
  type NodeChange,
  type NodeTypes,
  type OnMove,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useMemo, useRef, useState } from 'react'
import { nodeAt, type ElementId } from '../../model/graph.ts'
import { useApp, useApplication } from '../app-state.ts'
import { LoadedPart } from '../shell/LoadedPart.tsx'
import { PanelBoundary } from '../shell/PanelBoundary.tsx'
import type { MenuRequest } from './CanvasMenu.tsx'
import { CanvasTools } from './CanvasTools.tsx'
import { EntryLayer } from './EntryLayer.tsx'
import { FoldNode } from './FoldNode.tsx'
import { FrameNode } from './FrameNode.tsx'
import { FarMap } from './far/FarMap.tsx'
import { JunctionNode } from './JunctionNode.tsx'
import { Overview } from './Overview.tsx'
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
import { useMapPointer } from './use-map-pointer.ts'
import { sceneIn } from './scene-window.ts'
import { useNodeDrag } from './use-node-drag.ts'
import { usePictureGestures } from './use-picture-gestures.ts'
import { useSceneWindow } from './use-scene-window.ts'
import { lowestZoom, zoomLimits } from './viewport.ts'

const nodeTypes: NodeTypes = {
  statement: StatementNode,
  junction: JunctionNode,
  frame: FrameNode,
  fold: FoldNode,
}
const edgeTypes: EdgeTypes = { relation: RelationEdge }
const loadMenu = async () => ({ default: (await import('./CanvasMenu.tsx')).CanvasMenu })
const addingKeys = ['Shift', 'Meta', 'Control']
const attribution = { hideAttribution: false }
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
  const { connecting, gestures } = useConnecting()
  const wrapper = useRef<HTMLDivElement>(null)
  const [mapToFlow] = useState(createFlowMapper)
  const flowStore = useStoreApi()

  const boxes = scene?.nodes
  const placed = useMemo(() => boxes && new Set(boxes.map((box) => box.id)), [boxes])
  const unplaced = useMemo(
    () => (placed ? selection.filter((id) => Object.hasOwn(graph.nodes, id) && !placed.has(id)) : nothing),
    [placed, selection, graph],
  )
  const entry = useApp((state) => state.editor.entry?.node)
  const { far, area } = useSceneWindow(scene)
  const pointer = useMapPointer(gestures, setMenu, usePictureGestures(scene, far))
  const shown = useMemo(() => {
    if (!scene || (!far && area === undefined)) return scene
    return sceneIn(
      scene,
      area,
      new Set([...selection, ...drag.live, ...(entry === undefined ? [] : [entry])]),
    )
  }, [scene, far, area, selection, drag.live, entry])
  const flow = useMemo(
    () => shown && mapToFlow(shown, graph, { selection, dimmed, dragged: drag.live, hovered, unplaced }),
    [mapToFlow, shown, graph, selection, dimmed, drag.live, hovered, unplaced],
  )
  const nodes = useMemo(() => drag.applied(flow?.nodes ?? nothing), [drag, flow])
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

  const onMove: OnMove = useCallback((_event, viewport) => {
    wrapper.current?.toggleAttribute('data-far', viewport.zoom < 0.35)
  }, [])

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
      data-connecting={connecting || undefined}
      data-picture={far || undefined}
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
          onSelectionDragStart={drag.onStartSelection}
          onSelectionDragStop={drag.onStopSelection}
          {...pointer}
          onConnectStart={gestures.onConnectStart}
          onConnectEnd={gestures.onConnectEnd}
          onReconnect={gestures.onReconnect}
          onReconnectEnd={gestures.onReconnectEnd}
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
          multiSelectionKeyCode={addingKeys}
          selectionMode={SelectionMode.Partial}
          selectNodesOnDrag={false}
          nodeDragThreshold={4}
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={lowestZoom(scene?.bounds)}
          maxZoom={zoomLimits.max}
          elevateNodesOnSelect={false}
          elevateEdgesOnSelect={false}
          onMove={onMove}
          proOptions={attribution}
          attributionPosition="bottom-center"
        >
          <Background color="var(--canvas-dot)" gap={24} size={1.5} />
          {far && scene && <FarMap scene={scene} dimmed={dimmed} />}
          {minimap && scene && <Overview scene={scene} />}
          {typed && <EntryLayer key={typed.id} node={typed} />}
          <CanvasTools side={sideTowardsTarget(scene?.direction ?? 'down')} />
        </ReactFlow>
        {menu && <LoadedPart load={loadMenu} props={{ request: menu, close: () => setMenu(undefined) }} />}
      </PanelBoundary>
    </div>
  )
}

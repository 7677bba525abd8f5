/** What floats over the map: statements to add, what can be done with the selection, zoom, progress. */
import { NodeToolbar, Panel, Position, useViewport } from '@xyflow/react'
import { memo } from 'react'
import type { NodeKind } from '../../model/kinds.ts'
import { nodeKindNames, nodeKinds } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { FocusTrail } from './FocusTrail.tsx'
import { CommandButton } from '../shell/CommandButton.tsx'
import { LateMenuButton } from '../shell/LateMenuButton.tsx'

const commonKinds: readonly NodeKind[] = nodeKindNames.filter((kind) => nodeKinds[kind].common)

/** Not drawn again with every frame of a drag: asking all its commands what they would do costs time. */
export const CanvasTools = memo(function CanvasTools({ side }: { readonly side: Position }) {
  return (
    <>
      <AddTools />
      <SelectionTools side={side} />
      <Panel position="bottom-left" className="zoom-panel">
        <ZoomTools />
      </Panel>
      <Panel position="top-center" className="top-center">
        <FocusTrail />
        <LayoutProgress />
      </Panel>
    </>
  )
})

function AddTools() {
  return (
    <Panel position="top-left" className="add-panel">
      <div
        className="float add-tools"
        role="toolbar"
        aria-label="Add a statement"
        aria-orientation="vertical"
      >
        {commonKinds.map((kind) => (
          <CommandButton
            key={kind}
            id={`add.root.${kind}`}
            className={`tool tool-${kind}`}
            icon={nodeKinds[kind].icon}
          >
            <span>{capitalise(nodeKinds[kind].label)}</span>
          </CommandButton>
        ))}
        <LateMenuButton
          className="tool"
          label="More kinds of statement"
          load={async () => (await import('../shell/Menus.tsx')).MoreKinds}
        >
          <Icon name="Plus" />
          <span>More</span>
        </LateMenuButton>
      </div>
    </Panel>
  )
}

function SelectionTools({ side }: { readonly side: Position }) {
  const selection = useApp((state) => state.editor.selection)
  const graph = useApp((state) => state.editor.graph)
  const entry = useApp((state) => state.editor.entry)
  const [id] = selection
  if (id === undefined || selection.length !== 1 || entry || !Object.hasOwn(graph.nodes, id)) return null
  return (
    <NodeToolbar
      nodeId={id}
      isVisible
      position={side === Position.Top ? Position.Bottom : Position.Top}
      offset={14}
    >
      <div className="float selection-tools" role="toolbar" aria-label="Selected statement">
        <CommandButton id="add.child" className="button quiet support" icon="CirclePlus">
          Reason
        </CommandButton>
        <CommandButton id="add.counterpoint" className="button quiet against" icon="CircleMinus">
          Counterpoint
        </CommandButton>
        <span className="divider" />
        <CommandButton id="relation.connect-support" />
        <CommandButton id="node.edit" />
        <CommandButton id="edit.delete" />
      </div>
    </NodeToolbar>
  )
}

function ZoomTools() {
  const { zoom } = useViewport()
  const application = useApplication()
  return (
    <div className="float zoom-tools" role="toolbar" aria-label="Zoom">
      <CommandButton id="view.zoom-out" />
      <button
        type="button"
        className="percent"
        aria-label={`Zoom is ${Math.round(zoom * 100)} %. Set it to 100 %`}
        onClick={() => application.run('view.zoom-actual')}
      >
        {Math.round(zoom * 100)} %
      </button>
      <CommandButton id="view.zoom-in" />
      <CommandButton id="view.zoom-all" />
    </div>
  )
}

function LayoutProgress() {
  const application = useApplication()
  const busy = useApp((state) => state.layoutBusy)
  if (!busy) return null
  return (
    <div className="float layout-progress" role="status">
      <span className="spinner" aria-hidden="true" />
      Laying out the map…
      <button type="button" className="button quiet" onClick={() => application.cancelLayout()}>
        Cancel
      </button>
    </div>
  )
}

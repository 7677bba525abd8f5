/**
 * The statement whose text is being typed, drawn above the map. It is no node of React Flow's, because
 * those are unmounted when they leave the window, and a letter typed just then would be lost.
 */
import { ViewportPortal } from '@xyflow/react'
import { nodeKinds } from '../../model/kinds.ts'
import { Icon } from '../icons.tsx'
import type { StatementFlowNode } from './to-flow.ts'
import { TextEntry } from './TextEntry.tsx'

export function EntryLayer({ node }: { readonly node: StatementFlowNode }) {
  const { record } = node.data
  const { label, placeholder } = nodeKinds[record.kind]
  return (
    <ViewportPortal>
      <div
        className="statement entry-layer nopan"
        data-kind={record.kind}
        data-editing
        style={{
          transform: `translate(${node.position.x}px, ${node.position.y}px)`,
          width: node.width,
          minHeight: node.height,
        }}
      >
        <div className="statement-head">
          <Icon name={nodeKinds[record.kind].icon} size={13} />
          <span className="kind-word">{label}</span>
        </div>
        <TextEntry id={node.id} text={record.text} placeholder={placeholder} />
      </div>
    </ViewportPortal>
  )
}

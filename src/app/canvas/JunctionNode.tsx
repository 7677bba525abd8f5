/**
 * The small mark of a relation that has several premises or is itself supported or attacked: where its
 * premises join, and what others point at. Selecting it selects the relation.
 */
import { memo } from 'react'
import { Handle, Position, type NodeProps } from '@xyflow/react'
import { relationKinds } from '../../model/kinds.ts'
import type { JunctionFlowNode } from './to-flow.ts'
import { useCircular, useDoubted, useWhyUncounted } from './use-standing.ts'

export const JunctionNode = memo(function JunctionNode({ id, data }: NodeProps<JunctionFlowNode>) {
  const doubted = useDoubted(id)
  const circular = useCircular(id)
  const note = useWhyUncounted(id)
  return (
    <div
      role="img"
      aria-label={data.label}
      className="junction"
      data-kind={data.kind}
      data-relation={id}
      data-selected={data.selected || undefined}
      data-dimmed={data.dimmed || undefined}
      data-circular={circular || undefined}
      data-doubted={doubted}
      title={note ? `${data.label}. ${note}` : data.label}
    >
      <span aria-hidden="true">{relationKinds[data.kind].sign}</span>
      <Handle type="source" position={Position.Top} isConnectable={false} className="anchor" />
      <Handle type="target" position={Position.Bottom} className="drop" />
    </div>
  )
})

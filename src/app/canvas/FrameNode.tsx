/** The tinted area behind the statements of one section, with its title. */
import { memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import type { FrameFlowNode } from './to-flow.ts'

export const FrameNode = memo(function FrameNode({ data }: NodeProps<FrameFlowNode>) {
  return (
    <div className="frame" data-tint={data.tint}>
      <span className="frame-title">{data.title}</span>
    </div>
  )
})

/** The tinted area behind the nodes of one section, with its title, which folds the section into a box. */
import { memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { foldSection } from './fold-section.ts'
import type { FrameFlowNode } from './to-flow.ts'

export const FrameNode = memo(function FrameNode({ data }: NodeProps<FrameFlowNode>) {
  const application = useApplication()
  return (
    <div className="frame" data-tint={data.tint}>
      {data.title !== '' && (
        <button
          type="button"
          className="frame-title nodrag"
          title="Fold this section into a box"
          aria-label={`Fold section ${data.title}`}
          onClick={(event) => {
            event.stopPropagation()
            foldSection(application, data.section)
          }}
        >
          {data.title}
          <Icon name="FoldVertical" size={12} />
        </button>
      )}
    </div>
  )
})

/** A folded section: one box with its title and how it stands, which opens it again. */
import { memo } from 'react'
import { Handle, type NodeProps } from '@xyflow/react'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { foldSection } from './fold-section.ts'
import { oppositeOf, sideTowardsTarget, type FoldFlowNode } from './to-flow.ts'

export const FoldNode = memo(function FoldNode({ data, width = 0, height = 0 }: NodeProps<FoldFlowNode>) {
  const application = useApplication()
  const out = sideTowardsTarget(data.direction)
  const title = data.lines.join(' ')
  return (
    <div
      className="fold"
      role="group"
      aria-label={`Folded section: ${title}. ${data.balance}`}
      data-tint={data.tint}
      data-dimmed={data.dimmed || undefined}
      style={{ width, height }}
    >
      <div className="fold-head">
        <Icon name="Group" size={13} />
        <span className="kind-word">section</span>
        <button
          type="button"
          className="fold-button nodrag"
          aria-label={`Unfold section ${title}`}
          title="Unfold this section"
          onClick={(event) => {
            event.stopPropagation()
            foldSection(application, data.section)
          }}
        >
          <Icon name="UnfoldVertical" size={13} />
        </button>
      </div>
      <div className="fold-title" dir="auto">
        {data.lines.map((line, index) => (
          <div className="line" key={index}>
            {line}
          </div>
        ))}
      </div>
      <div className="fold-balance">{data.balance}</div>
      <Handle type="source" position={out} isConnectable={false} className="anchor" />
      <Handle type="target" position={oppositeOf(out)} isConnectable={false} className="anchor" />
    </div>
  )
})

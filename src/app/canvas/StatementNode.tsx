/**
 * One statement on the canvas: its outline, kind, place in the source, text as measured, and what is
 * hidden below it. It draws exactly the lines that the scene measured, so screen and export agree.
 */
import { memo } from 'react'
import { Handle, type NodeProps } from '@xyflow/react'
import { nodeKinds } from '../../model/kinds.ts'
import { nameOfStatement } from '../../model/naming.ts'
import { hiddenWords, placeWords, ratingWords } from '../../scene/node-anatomy.ts'
import { outlineOf } from '../../scene/shapes.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { oppositeOf, sideTowardsTarget, type StatementFlowNode } from './to-flow.ts'
import { useDoubted } from './use-standing.ts'
import { DoubtMark, doubtId, VerdictRow, verdictId } from './VerdictRow.tsx'

export const StatementNode = memo(
  function StatementNode({ id, data, width = 0, height = 0, selected }: NodeProps<StatementFlowNode>) {
    const { record, lines, hidden, pinned, verdict, direction } = data
    const doubted = useDoubted(id)
    const editing = useApp((state) => state.editor.entry?.node === id)
    const outline = outlineOf(record.kind, width, height)
    const out = sideTowardsTarget(direction)
    const place = placeWords(record)
    const rating = ratingWords(record)
    const described = [doubted ? doubtId(id) : '', verdict ? verdictId(id) : ''].filter(Boolean).join(' ')
    return (
      <div
        id={`statement-${id}`}
        role="group"
        aria-label={nameOfStatement(record)}
        aria-describedby={described || undefined}
        className="statement"
        data-kind={record.kind}
        data-selected={selected || undefined}
        data-dimmed={data.dimmed || undefined}
        data-doubted={doubted}
        data-editing={editing || undefined}
        style={{ width, minHeight: height }}
      >
        <svg className="statement-shape" width={width} height={height} aria-hidden="true">
          <path
            className="outline"
            d={outline.path}
            strokeWidth={outline.stroke}
            strokeDasharray={outline.dashed ? '5 4' : undefined}
          />
          {outline.detail && <path className="detail" d={outline.detail} />}
        </svg>
        <div className="statement-head">
          <Icon name={nodeKinds[record.kind].icon} size={13} />
          <span className="kind-word">{nodeKinds[record.kind].label}</span>
          <DoubtMark id={id} />
          {pinned && (
            <span className="mark" title="Pinned: it stays where you put it">
              <Icon name="Pin" size={12} />
            </span>
          )}
          {place !== undefined &&
            (record.excerpts === undefined ? (
              <span className="own" title="Not from a source: the mapper’s own point">
                {place}
              </span>
            ) : (
              <span className="locator" title="Where this stands in its source">
                {place}
              </span>
            ))}
        </div>
        <div className="statement-text" dir="auto">
          {record.text === '' ? (
            <span className="placeholder">{nodeKinds[record.kind].placeholder}</span>
          ) : (
            lines.map((line, index) => (
              <div className="line" key={index}>
                {line}
              </div>
            ))
          )}
        </div>
        {verdict && <VerdictRow id={id} />}
        {(hidden || rating) && (
          <div className="statement-foot">
            {rating && <span className="rating">{rating}</span>}
            {hidden && <ExpandButton id={id} text={hiddenWords(hidden)} />}
          </div>
        )}
        <Handle type="source" position={out} isConnectable={false} className="anchor" />
        <Handle type="target" position={oppositeOf(out)} className="drop" />
        <Handle
          id="supports"
          type="source"
          position={out}
          className="connect connect-support"
          title="Drag to what this supports"
        >
          +
        </Handle>
        <Handle
          id="attacks"
          type="source"
          position={out}
          className="connect connect-attack"
          title="Drag to what this speaks against"
        >
          −
        </Handle>
      </div>
    )
  },
  (before, after) =>
    before.data === after.data &&
    before.selected === after.selected &&
    before.width === after.width &&
    before.height === after.height,
)

function ExpandButton({ id, text }: { readonly id: string; readonly text: string }) {
  const application = useApplication()
  return (
    <button
      type="button"
      className="hidden-count nodrag"
      onClick={(event) => {
        event.stopPropagation()
        application.select([id])
        application.run('arrange.collapse')
      }}
    >
      <Icon name="UnfoldVertical" size={12} />
      {text}
    </button>
  )
}

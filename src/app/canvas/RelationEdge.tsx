/**
 * One drawn line of a relation. Support and objection differ by sign, by line style (solid, dashed) and
 * by colour; weight by line width. While an end is dragged the routed path no longer fits, so the line
 * follows the live ends until the next layout.
 */
import { memo } from 'react'
import { getBezierPath, type EdgeProps } from '@xyflow/react'
import { relationKinds, weights } from '../../model/kinds.ts'
import { arrowhead, roundedPath, type Point } from '../../scene/path-shape.ts'
import { noteId, type FlowEdge } from './to-flow.ts'
import { useCircular, useDoubted, useOpenQuestions, useWhyUncounted } from './use-standing.ts'

export const RelationEdge = memo(function RelationEdge(props: EdgeProps<FlowEdge>) {
  const { data, selected } = props
  const id = data?.path.id ?? ''
  const circular = useCircular(id)
  const questions = useOpenQuestions(id)
  const doubted = useDoubted(id)
  const note = useWhyUncounted(id)
  if (!data) return null
  const { path, kind, weight } = data
  const live = data.live ? liveShape(props) : undefined
  const line = live?.line ?? roundedPath(path.points)
  const head = live?.head ?? arrowhead(path.points)
  const sign = live?.sign ?? path.sign
  return (
    <g
      className="relation"
      data-kind={kind}
      data-relation={path.id}
      data-selected={selected || undefined}
      data-related={data.related || undefined}
      data-dimmed={data.dimmed || undefined}
      data-circular={circular || undefined}
      data-doubted={doubted}
    >
      {path.part !== 'premise' && <title id={noteId(path.id)}>{note}</title>}
      <path className="relation-hit" d={line} />
      <path className="relation-halo" d={line} />
      <path className="relation-line" d={line} strokeWidth={1 + weights[weight].value} />
      {path.part !== 'premise' && <path className="relation-head" d={head} />}
      {sign && path.part !== 'premise' && (
        <g className="relation-sign" transform={`translate(${sign[0]} ${sign[1]})`}>
          <circle r="8" />
          <text dy="0.35em" textAnchor="middle">
            {relationKinds[kind].sign}
          </text>
          {doubted === 'doubted' && (
            <g className="doubt-word" transform="translate(37 0)">
              <rect x="-26" y="-7.5" width="52" height="15" rx="7.5" />
              <text dy="0.35em" textAnchor="middle">
                doubted
              </text>
            </g>
          )}
          {doubted === undefined && questions > 0 && (
            <g
              className="open-questions"
              transform={leavesSideways(path.points) ? 'translate(0 -17)' : 'translate(20 0)'}
            >
              <title>{questions === 1 ? '1 open question' : `${questions} open questions`}</title>
              <rect x="-10" y="-7.5" width="20" height="15" rx="7.5" />
              <text dy="0.35em" textAnchor="middle">
                ?{questions}
              </text>
            </g>
          )}
        </g>
      )}
    </g>
  )
})

function liveShape(props: EdgeProps<FlowEdge>): { line: string; head: string; sign: Point } {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props
  const [line, x, y] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition })
  const [dx, dy] = { top: [0, -10], bottom: [0, 10], left: [-10, 0], right: [10, 0] }[targetPosition] as [
    number,
    number,
  ]
  return {
    line,
    head: arrowhead([
      [targetX + dx, targetY + dy],
      [targetX, targetY],
    ]),
    sign: [x, y],
  }
}

/** Whether the line leaves its box at a side: what belongs to its sign then stands above it, else beside it. */
function leavesSideways([first, second]: readonly Point[]): boolean {
  return first !== undefined && second !== undefined && Math.abs(second[0] - first[0]) > 1
}

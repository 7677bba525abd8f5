/** What shapes, icons, lines and signs mean, drawn from the same tables and outlines as the map. */
import { nodeKindNames, nodeKinds, relationKindNames, relationKinds } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import { outlineOf } from '../../scene/shapes.ts'
import { Icon } from '../icons.tsx'
import { AppDialog } from './AppDialog.tsx'

export function Legend() {
  return (
    <AppDialog title="What the map shows" wide>
      {/* Nothing in it takes the focus, so it must itself, to be scrolled by keyboard. */}
      <div className="dialog-body legend" role="region" aria-label="Legend" tabIndex={0}>
        <section>
          <h3>Statements</h3>
          <ul>
            {nodeKindNames.map((kind) => {
              const outline = outlineOf(kind, 56, 34)
              return (
                <li key={kind}>
                  <span className="statement legend-shape" data-kind={kind}>
                    <svg className="statement-shape" width="56" height="34" aria-hidden="true">
                      <path
                        className="outline"
                        d={outline.path}
                        strokeWidth={outline.stroke}
                        strokeDasharray={outline.dashed ? '5 4' : undefined}
                      />
                    </svg>
                    <span className="statement-head">
                      <Icon name={nodeKinds[kind].icon} />
                    </span>
                  </span>
                  <span>
                    <strong>{capitalise(nodeKinds[kind].label)}</strong> {nodeKinds[kind].hint}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
        <section>
          <h3>Relations</h3>
          <ul>
            {relationKindNames.map((kind) => (
              <li key={kind}>
                <svg width="56" height="24" aria-hidden="true" className="react-flow__edge">
                  <g className="relation" data-kind={kind}>
                    <path className="relation-line" d="M2 12H48" strokeWidth="2" />
                    <path className="relation-head" d="M55 12L46 7.5V16.500Z" />
                    <g className="relation-sign" transform="translate(26 12)">
                      <circle r="8" />
                      <text dy="0.35em" textAnchor="middle">
                        {relationKinds[kind].sign}
                      </text>
                    </g>
                  </g>
                </svg>
                <span>
                  <strong>{capitalise(relationKinds[kind].label)}</strong> {relationKinds[kind].hint}
                </span>
              </li>
            ))}
            <li>
              <span className="legend-junction">
                <span className="junction" data-kind="supports">
                  +
                </span>
              </span>
              <span>
                <strong>Junction</strong> Linked premises join here: all are needed. A line that ends at one
                backs or undercuts that step.
              </span>
            </li>
          </ul>
        </section>
      </div>
    </AppDialog>
  )
}

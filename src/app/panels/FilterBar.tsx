/** Which kinds and sections stand out: everything else on the map stands back, nothing is hidden. */
import { nodeKindNames, nodeKinds } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import { inOrder } from '../../model/order.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'

export function FilterBar() {
  const application = useApplication()
  const open = useApp((state) => state.filterOpen)
  const filter = useApp((state) => state.filter)
  const graph = useApp((state) => state.editor.graph)
  if (!open) return null
  const used = new Set(Object.values(graph.nodes).map((node) => node.kind))
  const sections = inOrder(graph.sections)
  const close = () => {
    application.set({ filterOpen: false, filter: { kinds: [], sections: [] } })
    application.canvas()?.focus()
  }
  return (
    <section className="float filter-bar" aria-label="Filter">
      <div className="filter-head">
        <h2>Show only</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close filter and show everything"
          onClick={close}
        >
          <Icon name="X" />
        </button>
      </div>
      <div className="chips" role="group" aria-label="Kinds">
        {nodeKindNames
          .filter((kind) => used.has(kind))
          .map((kind) => (
            <button
              key={kind}
              type="button"
              className="chip kind-icon"
              data-kind={kind}
              aria-pressed={filter.kinds.includes(kind)}
              onClick={() => application.set({ filter: { ...filter, kinds: toggled(filter.kinds, kind) } })}
            >
              <Icon name={nodeKinds[kind].icon} size={14} />
              {capitalise(nodeKinds[kind].label)}
            </button>
          ))}
      </div>
      {sections.length > 0 && (
        <div className="chips" role="group" aria-label="Sections">
          {sections.map((id) => (
            <button
              key={id}
              type="button"
              className="chip"
              aria-pressed={filter.sections.includes(id)}
              onClick={() =>
                application.set({ filter: { ...filter, sections: toggled(filter.sections, id) } })
              }
            >
              {graph.sections[id]?.title || 'Untitled section'}
            </button>
          ))}
        </div>
      )}
    </section>
  )
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item]
}

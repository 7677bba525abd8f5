/**
 * Search over the map (Ctrl+F): matches stay bright, the rest stands back; Enter goes from match to
 * match and opens collapsed branches on the way.
 */
import { useEffect, useMemo, useRef } from 'react'
import { nameOfElement } from '../../model/naming.ts'
import { revealing, searchGraph } from '../../editor/search.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'

export function SearchBar() {
  const application = useApplication()
  const search = useApp((state) => state.search)
  const graph = useApp((state) => state.editor.graph)
  const field = useRef<HTMLInputElement>(null)
  const query = search?.query ?? ''
  const matches = useMemo(() => (query.trim() === '' ? [] : searchGraph(graph, query)), [graph, query])
  const isOpen = search !== undefined

  useEffect(() => {
    if (isOpen) field.current?.select()
  }, [isOpen])

  if (!search) return null

  const goTo = (index: number) => {
    const match = matches[(index + matches.length) % matches.length]
    if (!match) return
    application.set({ search: { query, current: (index + matches.length) % matches.length } })
    application.dispatch(revealing(graph, match.id))
    application.revealSoon(match.id)
    application.announce(
      `${((index + matches.length) % matches.length) + 1} of ${matches.length}: ${nameOfElement(graph, match.id)}`,
    )
  }
  const close = () => {
    application.set({ search: undefined })
    application.canvas()?.focus()
  }
  return (
    <search className="float search-bar">
      <Icon name="Search" />
      <input
        ref={field}
        className="search-input"
        aria-label="Search in the map"
        placeholder="Search in the map"
        value={query}
        onChange={(event) => application.set({ search: { query: event.target.value, current: -1 } })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') goTo(search.current + (event.shiftKey ? -1 : 1))
          else if (event.key === 'Escape') close()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className="search-count" role="status">
        {query.trim() === ''
          ? ''
          : matches.length === 0
            ? 'Nothing found'
            : `${Math.max(0, search.current) + (search.current < 0 ? 0 : 1)} of ${matches.length}`}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label="Previous match"
        onClick={() => goTo(search.current - 1)}
      >
        <Icon name="ArrowUp" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Next match"
        onClick={() => goTo(search.current + 1)}
      >
        <Icon name="ArrowDown" />
      </button>
      <button type="button" className="icon-button" aria-label="Close search" onClick={close}>
        <Icon name="X" />
      </button>
    </search>
  )
}

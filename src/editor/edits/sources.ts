/** The document's sources: CSL-JSON items that excerpts cite. Citing one that is missing cannot happen here. */
import type { Draft } from 'immer'
import type { ArgumentGraph, Source, SourceId } from '../../model/graph.ts'
import { Refusal } from '../../model/refusal.ts'
import { isLegalId, legalIdLike } from '../../model/ids.ts'
import type { CommandContext } from '../command.ts'
import { isSameValue } from '../same-value.ts'
import type { Transaction } from '../state.ts'

/** Adds a source under an id of its own, which `sourceIdFor` gives. */
export function addSource(context: CommandContext, id: SourceId, source: Source): Transaction | Refusal {
  if (!isLegalId(id) || Object.hasOwn(context.state.graph.sources, id)) {
    return new Refusal(
      `“${id}” cannot be the id of a new source: choose another one of letters, digits, - and _.`,
    )
  }
  return { label: 'Add source', change: (draft) => write(draft, id, source) }
}

/** Changes fields of a source; `undefined` and empty texts remove a field. The type is never removed. */
export function changeSource(
  { state }: CommandContext,
  id: SourceId,
  fields: Readonly<Record<string, unknown>>,
): Transaction | Refusal {
  if (!Object.hasOwn(state.graph.sources, id)) {
    return new Refusal('This source is no longer there: add it again or choose another one.')
  }
  return {
    label: 'Edit source',
    change: (draft) => {
      const source: Record<string, unknown> | undefined = draft.sources[id]
      if (!source) return
      for (const [field, value] of Object.entries(fields)) {
        const isEmpty = value === undefined || value === ''
        if (!isEmpty) source[field] = value
        else if (field !== 'type') delete source[field]
      }
    },
    mergeKey: `source:${id}:${Object.keys(fields).join()}`,
  }
}

/** Removes a source and the excerpts that cite it; the label says how many those are. */
export function removeSource({ state: { graph } }: CommandContext, id: SourceId): Transaction | Refusal {
  if (!Object.hasOwn(graph.sources, id)) {
    return new Refusal('This source is no longer there: choose another one.')
  }
  const count = citationsOf(graph, id)
  const excerpts = count === 0 ? '' : count === 1 ? ' and 1 excerpt' : ` and ${count} excerpts`
  return {
    label: `Remove source${excerpts}`,
    change: (draft) => {
      delete draft.sources[id]
      for (const node of Object.values(draft.nodes)) {
        if (!node.excerpts?.some((excerpt) => excerpt.source === id)) continue
        node.excerpts = node.excerpts.filter((excerpt) => excerpt.source !== id)
        if (node.excerpts.length === 0) delete node.excerpts
      }
    },
  }
}

/**
 * Adds many sources as one step. One that is there already under its id with the same content is left as
 * it is; one whose id is taken by another source, or is no id, gets a new one.
 */
export function importSources(
  { state: { graph } }: CommandContext,
  items: readonly { readonly id: string; readonly source: Source }[],
): Transaction | Refusal {
  const added = new Map<SourceId, Source>()
  for (const { id, source } of items) {
    const there = Object.hasOwn(graph.sources, id) ? graph.sources[id] : added.get(id)
    if (there && isSameValue(there, source)) continue
    added.set(sourceIdFor(graph, id, added), source)
  }
  if (added.size === 0) {
    return new Refusal(
      items.length === 0
        ? 'There are no sources in this file: export it as CSL-JSON from the reference manager.'
        : 'All these sources are in the document already: choose another file.',
    )
  }
  return {
    label: added.size === 1 ? 'Import 1 source' : `Import ${added.size} sources`,
    change: (draft) => {
      for (const [id, source] of added) write(draft, id, source)
    },
  }
}

/** An id for a new source that is free, as close to the wanted one as ids may be. */
export function sourceIdFor(
  graph: ArgumentGraph,
  wanted: string,
  taken: { readonly has: (id: string) => boolean } = new Set<string>(),
): SourceId {
  return legalIdLike(wanted, (id) => Object.hasOwn(graph.sources, id) || taken.has(id))
}

/** How many excerpts cite a source. */
export function citationsOf(graph: ArgumentGraph, id: SourceId): number {
  return Object.values(graph.nodes)
    .flatMap((node) => node.excerpts ?? [])
    .filter((excerpt) => excerpt.source === id).length
}

function write(draft: Draft<ArgumentGraph>, id: SourceId, source: Source): void {
  draft.sources[id] = { ...source }
}

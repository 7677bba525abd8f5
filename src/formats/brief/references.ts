/** The numbered list of sources: those that are cited in the order in which they are, then the others. */
import type { Source, SourceId } from '../../model/graph.ts'
import { fullCitation } from '../citation.ts'
import { linkOfSource } from '../links.ts'
import { heading, plain, type Block, type Run } from './blocks.ts'
import type { Writing } from './writing.ts'

/** Empty for a map without sources. */
export function referencesOf({ graph, numbers }: Writing): Block[] {
  const cited = [...numbers.keys()]
  const others = Object.keys(graph.sources).filter((id) => !numbers.has(id))
  const items = [...cited, ...others].flatMap((id) => referenceTo(graph.sources, id))
  return items.length === 0 ? [] : [heading(1, plain('Sources')), { kind: 'references', items }]
}

function referenceTo(sources: Readonly<Record<SourceId, Source>>, id: SourceId): Run[][] {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined
  if (!source) return []
  const citation = fullCitation(source)
  const link = linkOfSource(source)
  if (link === undefined || !citation.endsWith(link)) return [[plain(citation)]]
  return [[plain(citation.slice(0, -link.length)), { text: link, link }]]
}

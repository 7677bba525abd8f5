/**
 * What xAIF has around the nodeset: the text that was analysed becomes a source with an excerpt for each
 * span that marks a statement's words, and OVA's positions go to `ext.ova`, from where they are offered as
 * pins. How the HTML looked is lost.
 */
import type { ArgumentGraph, ArgumentNode, NodeId, Relation } from '../../model/graph.ts'
import { shorten } from '../../model/naming.ts'
import { oneLine } from '../plain-text.ts'
import type { ImportNote, ImportOffer } from '../conversion.ts'
import { pinsOffer } from '../offers.ts'
import { fieldOf, isFields, madePlain, type Fields } from '../slot/plain.ts'
import { readMarkedText } from './marked-text.ts'
import { idText } from './nodeset.ts'
import type { NodesetGraph } from './to-graph.ts'

/** The graph with what surrounds its nodeset in an xAIF file. */
export function withAnalysis(
  built: NodesetGraph,
  wrapper: Fields,
): { readonly graph: ArgumentGraph; readonly notes: readonly ImportNote[] } {
  const positioned = withPositions(built, fieldOf(wrapper, 'OVA'))
  const { text, OVA: _, ...rest } = wrapper
  const others = madePlain(rest)
  const kept =
    isFields(others) && Object.keys(others).length > 0
      ? { ...positioned, ext: { ...positioned.ext, ova: others } }
      : positioned
  const html = Array.isArray(text) ? text.filter((one) => typeof one === 'string').join('\n') : text
  return typeof html === 'string' && html.trim() !== ''
    ? withText(kept, built.idOf, html)
    : { graph: kept, notes: [] }
}

const sourceId = 'analysed-text'

function withText(
  graph: ArgumentGraph,
  idOf: NodesetGraph['idOf'],
  html: string,
): { graph: ArgumentGraph; notes: readonly ImportNote[] } {
  const { text, marks } = readMarkedText(html)
  const statements = statementsOf(graph, idOf)
  const excerpts = new Map<NodeId, string[]>()
  let unknown = 0
  for (const { node, words } of marks) {
    const ids = statements.get(node) ?? []
    if (ids.length === 0) unknown += 1
    for (const id of ids) {
      const list = excerpts.get(id)
      if (list) list.push(words)
      else excerpts.set(id, [words])
    }
  }
  const nodes = Object.entries(graph.nodes).map(([id, node]): [NodeId, ArgumentNode] => {
    const quotes = excerpts.get(id)
    return [id, quotes ? { ...node, excerpts: quotes.map((quote) => ({ source: sourceId, quote })) } : node]
  })
  const title = shorten(oneLine(text.slice(0, 500)))
  return {
    graph: {
      ...graph,
      sources: {
        ...graph.sources,
        [sourceId]: { type: 'document', title: `Analysed text: ${title}`, ext: { ova: { text } } },
      },
      nodes: Object.fromEntries(nodes),
    },
    notes:
      unknown === 0
        ? []
        : [
            {
              place: 'text',
              message: `${unknown === 1 ? '1 mark in the text belongs' : `${unknown} marks in the text belong`} to no statement on the map; the words are in the source’s text.`,
            },
          ],
  }
}

/** Statements by the id that marks have: of the statement itself, or of the locution that said it. */
function statementsOf(
  graph: ArgumentGraph,
  idOf: NodesetGraph['idOf'],
): ReadonlyMap<string, readonly NodeId[]> {
  const statements = new Map<string, NodeId[]>()
  for (const [aifId, id] of idOf) if (Object.hasOwn(graph.nodes, id)) statements.set(aifId, [id])
  const layer = fieldOf(fieldOf(graph.ext, 'aif'), 'edges')
  const ends = (Array.isArray(layer) ? layer : []).flatMap((edge): [string, string][] => {
    const [from, to] = [idText(fieldOf(edge, 'fromID')), idText(fieldOf(edge, 'toID'))]
    return from === undefined || to === undefined ? [] : [[from, to]]
  })
  const anchored = new Map<string, NodeId>()
  for (const [from, to] of ends) {
    const id = idOf.get(to)
    if (id !== undefined && Object.hasOwn(graph.nodes, id) && !anchored.has(from)) anchored.set(from, id)
  }
  for (const [from, to] of ends) {
    const id = anchored.get(to)
    const known = statements.get(from)
    if (id === undefined || idOf.has(from)) continue
    if (!known) statements.set(from, [id])
    else if (known.length < 5 && !known.includes(id)) known.push(id)
  }
  return statements
}

/** Each node and relation with the place that OVA gave it. */
function withPositions({ graph, idOf }: NodesetGraph, ova: unknown): ArgumentGraph {
  const list = fieldOf(ova, 'nodes')
  const places = new Map<string, Fields>()
  for (const one of Array.isArray(list) ? list : []) {
    const id = idOf.get(idText(fieldOf(one, 'nodeID')) ?? '')
    const [x, y, visible] = [fieldOf(one, 'x'), fieldOf(one, 'y'), fieldOf(one, 'visible')]
    if (id === undefined || !isCoordinate(x) || !isCoordinate(y)) continue
    places.set(id, { x, y, ...(typeof visible === 'boolean' ? { visible } : {}) })
  }
  if (places.size === 0) return graph
  const placed = <T extends ArgumentNode | Relation>(
    records: Readonly<Record<string, T>>,
  ): Record<string, T> =>
    Object.fromEntries(
      Object.entries(records).map(([id, record]) => {
        const place = places.get(id)
        return [id, place ? { ...record, ext: { ...record.ext, ova: place } } : record]
      }),
    )
  return { ...graph, nodes: placed(graph.nodes), relations: placed(graph.relations) }
}

/** Offers to pin statements where OVA had them; empty where it had none. */
export function ovaPinsOffer(graph: ArgumentGraph): readonly ImportOffer[] {
  return pinsOffer(graph, 'ova', {
    where: 'OVA had',
    explanation:
      'The file says where each statement stood on the analyst’s screen; otherwise the map is laid out anew.',
  })
}

/** As far as pins may lie from the middle. */
function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 1e7
}

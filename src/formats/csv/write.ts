/**
 * The map as two tables for spreadsheets and statistics: one row for each statement, one row for each relation.
 * What is a list or a record here stands in its cell as JSON; sources are also written out as people cite them.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ArgumentNode } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import { structureOf } from '../../model/structure.ts'
import { shortCitation } from '../citation.ts'
import type { Written } from '../conversion.ts'
import { lossesOf, lossOf } from '../losses.ts'
import { oneLine } from '../plain-text.ts'
import { csvOf } from './table.ts'

/** The table of statements, in author's order. */
export async function writeNodesCsv(graph: ArgumentGraph): Promise<Written> {
  const rows = inOrder(graph.nodes).flatMap((id) => {
    const node = nodeAt(graph, id)
    if (!node) return []
    return [
      [
        id,
        node.kind,
        node.text,
        sectionTitle(graph, node),
        node.rating ?? '',
        node.scheme ?? '',
        cited(graph, node),
        json(node.excerpts),
        json(node.questions),
        json(node.criteria),
        json(node.tags),
        node.note ?? '',
        json(node.ext),
      ],
    ]
  })
  return { content: csvOf([nodeColumns, ...rows]), losses: neither(graph), notes: notesFor(graph) }
}

/** The table of relations, in author's order; `from` holds the ids of the premises, parted by blanks. */
export async function writeRelationsCsv(graph: ArgumentGraph): Promise<Written> {
  const { premises } = structureOf(graph)
  const rows = inOrder(graph.relations).flatMap((id) => {
    const relation = relationAt(graph, id)
    if (!relation) return []
    return [
      [
        id,
        relation.kind,
        (premises.get(id) ?? []).join(' '),
        relation.to,
        nodeAt(graph, relation.to) ? 'node' : 'relation',
        relation.weight ?? '',
        relation.scheme ?? '',
        relation.warrant ?? '',
        json(relation.roles),
        json(relation.questions),
        relation.note ?? '',
        json(relation.ext),
      ],
    ]
  })
  return { content: csvOf([relationColumns, ...rows]), losses: neither(graph), notes: [] }
}

const nodeColumns = [
  'id',
  'kind',
  'text',
  'section',
  'rating',
  'scheme',
  'sources',
  'excerpts',
  'questions',
  'criteria',
  'tags',
  'note',
  'ext',
]

const relationColumns = [
  'id',
  'kind',
  'from',
  'to',
  'to_is',
  'weight',
  'scheme',
  'warrant',
  'roles',
  'questions',
  'note',
  'ext',
]

/** What neither table has a place for. */
function neither(graph: ArgumentGraph): Written['losses'] {
  const sections = Object.values(graph.sections)
  return [
    ...lossesOf(graph, ['sources', 'description', 'scores', 'muted', 'pins', 'collapsed', 'layout']),
    ...lossOf(sections.length > 1 ? 1 : 0, 'order of the sections', 'orders of the sections'),
    ...lossOf(
      sections.filter(({ note }) => note !== undefined).length,
      'remark on a section',
      'remarks on sections',
    ),
    ...lossesOf(graph, ['unknownFields']),
  ]
}

function notesFor({ relations, sources }: ArgumentGraph): string[] {
  return [
    ...(Object.keys(relations).length === 0
      ? []
      : ['This table has the statements; the relations between them are in a table of their own.']),
    ...(Object.keys(sources).length === 0
      ? []
      : ['Sources are named in short; export them as CSL-JSON to have their details.']),
  ]
}

function sectionTitle({ sections }: ArgumentGraph, { section }: ArgumentNode): string {
  return section !== undefined && Object.hasOwn(sections, section) ? (sections[section]?.title ?? '') : ''
}

/** "Hurley et al. 2019, 3 ¶2; City Transport Office 2024" */
function cited(graph: ArgumentGraph, { excerpts = [] }: ArgumentNode): string {
  return excerpts
    .map(({ source: id, locator }) => {
      const source = Object.hasOwn(graph.sources, id) ? graph.sources[id] : undefined
      const name = source ? shortCitation(source) : id
      return locator === undefined || oneLine(locator) === '' ? name : `${name}, ${oneLine(locator)}`
    })
    .join('; ')
}

function json(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value)
}

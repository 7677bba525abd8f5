/**
 * The map as an outline in OPML 2.0 (opml.org/spec2.opml), which outliners and mind mappers open. What bears on
 * a statement stands under it with + or − before it; a statement with several conclusions stands under the first
 * with everything below it, and under the others as a reference. What outliners do not show is in attributes
 * named counterpoint_….
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ArgumentNode,
  type Relation,
} from '../../model/graph.ts'
import { relationKinds } from '../../model/kinds.ts'
import { nameOfRelation } from '../../model/naming.ts'
import type { Written } from '../conversion.ts'
import { lossesOf, lossOf } from '../losses.ts'
import { outlineLines, type OutlineLine } from '../outline-lines.ts'
import { escapeXml, oneLine, replacedNotes } from '../plain-text.ts'

/** The whole map; the losses are what attributes of outlines cannot say. */
export async function writeOpml(graph: ArgumentGraph): Promise<Written> {
  const lines = outlineLines(graph, 'lines')
  const body: string[] = []
  const open: number[] = []
  const close = (depth: number) => {
    while ((open.at(-1) ?? -1) >= depth) body.push(`${indent(open.pop() ?? 0)}</outline>`)
  }
  for (const [index, line] of lines.entries()) {
    const { depth } = line
    close(depth)
    const hasMore = (lines[index + 1]?.depth ?? 0) > depth
    body.push(`${indent(depth)}<outline${attributesOf(graph, line)}${hasMore ? '' : '/'}>`)
    if (hasMore) open.push(depth)
  }
  close(0)
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeXml(oneLine(graph.title))}</title>`,
    '  </head>',
    '  <body>',
    ...body,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
  const remarks = Object.values(graph.sections).filter(({ note }) => note !== undefined).length
  return {
    content,
    losses: [...lossesOf(graph, lost), ...lossOf(remarks, 'remark on a section', 'remarks on sections')],
    notes: replacedNotes(graph),
  }
}

const lost = [
  'sources',
  'description',
  'scores',
  'muted',
  'pins',
  'collapsed',
  'layout',
  'unknownFields',
] as const

function attributesOf(
  graph: ArgumentGraph,
  { node: id, relation: by, isRepeated, premise }: OutlineLine,
): string {
  const node = id === undefined ? undefined : nodeAt(graph, id)
  const relation = by === undefined ? undefined : relationAt(graph, by)
  // A premise on the line of its relation bears on nothing else.
  const isOwnLine = premise === undefined
  const sign = relation && isOwnLine ? `${signOf(relation)} ` : ''
  const text = node ? oneLine(node.text) : by === undefined ? '' : nameOfRelation(graph, by)
  const entries: (readonly [string, unknown])[] = [
    ['text', `${sign}${text || '…'}`],
    [isRepeated ? 'counterpoint_ref' : 'counterpoint_id', id],
    ...(node && !isRepeated ? fieldsOfNode(graph, node) : []),
    ...(relation && by !== undefined && isOwnLine ? fieldsOfRelation(by, relation) : []),
  ]
  return entries.flatMap(([name, value]) => attribute(name, value)).join('')
}

function fieldsOfNode({ sections }: ArgumentGraph, node: ArgumentNode): [string, unknown][] {
  const { section } = node
  const title =
    section !== undefined && Object.hasOwn(sections, section) ? sections[section]?.title : undefined
  return [
    ['counterpoint_kind', node.kind],
    // Only where the line of the outline is not the text itself.
    ['counterpoint_text', node.text === oneLine(node.text) ? undefined : node.text],
    ['counterpoint_section', title],
    ['counterpoint_rating', node.rating],
    ['counterpoint_scheme', node.scheme],
    ['counterpoint_questions', node.questions],
    ['counterpoint_criteria', node.criteria],
    ['counterpoint_excerpts', node.excerpts],
    ['counterpoint_tags', node.tags],
    ['_note', node.note],
    ['counterpoint_ext', node.ext],
  ]
}

function fieldsOfRelation(id: string, relation: Relation): [string, unknown][] {
  return [
    ['counterpoint_relation', relation.kind],
    ['counterpoint_relation_id', id],
    ['counterpoint_weight', relation.weight],
    ['counterpoint_relation_scheme', relation.scheme],
    ['counterpoint_warrant', relation.warrant],
    ['counterpoint_roles', relation.roles],
    ['counterpoint_relation_questions', relation.questions],
    ['counterpoint_relation_note', relation.note],
    ['counterpoint_relation_ext', relation.ext],
  ]
}

function attribute(name: string, value: unknown): string[] {
  if (value === undefined) return []
  return [` ${name}="${escapeXml(typeof value === 'string' ? value : JSON.stringify(value))}"`]
}

/** + and -, with which outlines are written and read as text. */
function signOf({ kind }: Relation): string {
  const { sign } = relationKinds[kind]
  return sign === '−' ? '-' : sign
}

function indent(depth: number): string {
  // Deep maps would be mostly blanks.
  return '  '.repeat(Math.min(depth, 20) + 2)
}

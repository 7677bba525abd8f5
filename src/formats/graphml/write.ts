/**
 * The map in GraphML (graphml.graphdrawing.org), for yEd, Gephi, NetworkX and the like: plain keys for scripts,
 * yEd's own for the looks. Everything else of the document travels in the slot, so reading the file back loses
 * nothing.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import {
  nodeKinds,
  relationKindNames,
  relationKinds,
  type NodeKind,
  type RelationKind,
} from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import type { Written } from '../conversion.ts'
import { legalIds } from '../../model/ids.ts'
import { escapeXml, wrapText } from '../plain-text.ts'
import { slotFor } from '../slot.ts'
import {
  contentOf,
  graphOfContent,
  type Data,
  type GraphmlEdge,
  type GraphmlGroup,
  type GraphmlNode,
} from './own.ts'

/** Loses nothing: what no key says is in the slot. */
export async function writeGraphml(graph: ArgumentGraph): Promise<Written> {
  const content = contentOf(graph)
  const slot = slotFor(graph, graphOfContent(content).graph)
  const groupId = legalIds((id) => Object.hasOwn(graph.nodes, id) || Object.hasOwn(graph.relations, id))
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">',
    ...keys,
    '  <graph id="map" edgedefault="directed">',
    `    <data key="title">${escapeXml(content.title)}</data>`,
    ...(slot === undefined ? [] : [`    <data key="counterpoint">${escapeXml(xmlSafeJson(slot))}</data>`]),
    ...content.groups.flatMap((group) => groupLines(group, groupId)),
    ...content.edges.flatMap(edgeLines),
    '  </graph>',
    '</graphml>',
    '',
  ]
  return { content: text.join('\n'), losses: [], notes: [] }
}

const keys = [
  ['title', 'graph'],
  ['counterpoint', 'graph'],
  ['kind', 'node'],
  ['text', 'node'],
  ['counterpoint_section', 'node'],
  ['relation', 'all'],
  ['weight', 'all'],
  ['scheme', 'all'],
  ['part', 'edge'],
]
  .map(([name, of]) => `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="string"/>`)
  .concat(
    '  <key id="box" for="node" yfiles.type="nodegraphics"/>',
    '  <key id="line" for="edge" yfiles.type="edgegraphics"/>',
  )

function groupLines({ section, nodes }: GraphmlGroup, groupId: (wish: string) => string): string[] {
  if (!section) return nodes.flatMap((node) => nodeLines(node, '    '))
  const id = groupId(`section-${section.id}`)
  return [
    `    <node id="${id}" yfiles.foldertype="group">`,
    `      <data key="counterpoint_section">${section.id}</data>`,
    `      <data key="text">${escapeXml(section.title)}</data>`,
    `      <data key="box"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:Fill color="#F9FAFB" transparent="false"/><y:BorderStyle color="#9CA3AF" type="line" width="1.0"/><y:NodeLabel alignment="left" modelName="internal" modelPosition="t">${escapeXml(section.title)}</y:NodeLabel><y:Shape type="rectangle"/></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>`,
    `      <graph id="${id}.map" edgedefault="directed">`,
    ...nodes.flatMap((node) => nodeLines(node, '        ')),
    '      </graph>',
    '    </node>',
  ]
}

function nodeLines({ id, data }: GraphmlNode, indent: string): string[] {
  return [
    `${indent}<node id="${id}">`,
    ...dataLines(data, `${indent}  `),
    `${indent}  <data key="box">${data.has('relation') ? junctionBox : boxOf(data)}</data>`,
    `${indent}</node>`,
  ]
}

const junctionBox =
  '<y:ShapeNode><y:Geometry height="12.0" width="12.0"/><y:Fill color="#4B5563" transparent="false"/><y:Shape type="ellipse"/></y:ShapeNode>'

const shapes = {
  claim: ['rectangle', '#FFFFFF'],
  evidence: ['parallelogram', '#FFFFFF'],
  recommendation: ['roundrectangle', '#E8F0FB'],
  counterpoint: ['octagon', '#FDF0E8'],
  assumption: ['roundrectangle', '#FFFFFF'],
  issue: ['hexagon', '#F3F4F6'],
  note: ['rectangle', '#FEFCE8'],
} as const satisfies Record<NodeKind, readonly [string, string]>

const characterWidth = 6.5
const lineHeight = 15

/** The lines of a statement's label: the first says the kind. */
export function labelLines(data: Data): string[] {
  return [capitalise(nodeKinds[kindOf(data)].label).toUpperCase(), ...wrapText(data.get('text') ?? '', 36)]
}

function kindOf(data: Data): NodeKind {
  return (Object.keys(shapes) as NodeKind[]).find((name) => name === data.get('kind')) ?? 'claim'
}

function boxOf(data: Data): string {
  const kind = kindOf(data)
  const lines = labelLines(data)
  const [shape, fill] = shapes[kind]
  const width = Math.max(...lines.map(({ length }) => length)) * characterWidth + 40
  const height = lines.length * lineHeight + 20
  return `<y:ShapeNode><y:Geometry height="${height.toFixed(1)}" width="${width.toFixed(1)}"/><y:Fill color="${fill}" transparent="false"/><y:BorderStyle color="#4B5563" type="${kind === 'assumption' ? 'dashed' : 'line'}" width="1.0"/><y:NodeLabel>${escapeXml(lines.join('\n'))}</y:NodeLabel><y:Shape type="${shape}"/></y:ShapeNode>`
}

function edgeLines({ id, source, target, data }: GraphmlEdge): string[] {
  return [
    `    <edge id="${id}" source="${source}" target="${target}">`,
    ...dataLines(data, '      '),
    `      <data key="line">${lineOf(data)}</data>`,
    '    </edge>',
  ]
}

const lines = {
  supports: 'color="#00684C" type="line"',
  attacks: 'color="#B04300" type="dashed"',
  addresses: 'color="#4B5563" type="line"',
  restates: 'color="#4B5563" type="dotted"',
} as const satisfies Record<RelationKind, string>

function lineOf(data: Data): string {
  const kind = relationKindNames.find((name) => name === data.get('relation')) ?? 'supports'
  const isPremise = data.get('part') === 'premise'
  const arrow = isPremise || kind === 'restates' ? 'none' : 'standard'
  const { sign, label } = relationKinds[kind]
  const words = isPremise ? '' : `<y:EdgeLabel>${sign} ${label}</y:EdgeLabel>`
  return `<y:PolyLineEdge><y:LineStyle ${lines[kind]} width="1.5"/><y:Arrows source="none" target="${arrow}"/>${words}</y:PolyLineEdge>`
}

function dataLines(data: Data, indent: string): string[] {
  return [...data].map(([name, value]) => `${indent}<data key="${name}">${escapeXml(value)}</data>`)
}

/** JSON in which what XML cannot hold is written as an escape. */
function xmlSafeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  )
}

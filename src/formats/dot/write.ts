/**
 * The map in DOT, the language of Graphviz, which lays it out and draws it (graphviz.org/doc/info/lang.html).
 * Supports and objections differ by style, sign and word, so the picture works without colour. Ids stay.
 */
import { nodeAt, type ArgumentGraph, type ArgumentNode, type Relation } from '../../model/graph.ts'
import { nodeKinds, type NodeKind } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import type { Written } from '../conversion.ts'
import {
  diagramOf,
  lineDirections,
  pictureLosses,
  relationWords,
  type Diagram,
  type DiagramLine,
} from '../diagram.ts'
import { lossesOf } from '../losses.ts'
import { legalText, oneLine, replacedNotes, wrapText } from '../plain-text.ts'

/** Everything that is drawn; the losses are what a picture has no room for. */
export async function writeDot(graph: ArgumentGraph): Promise<Written> {
  const diagram = diagramOf(graph)
  const lines = [
    `digraph ${quoted(oneLine(graph.title))} {`,
    `  graph [rankdir=${lineDirections[graph.layout?.direction ?? 'down']}, ${titleOf(graph)}labelloc=t, fontname="Helvetica", fontsize=16, ranksep=0.6, nodesep=0.35]`,
    '  node [shape=box, style=filled, fillcolor=white, color="#4b5563", fontname="Helvetica", fontsize=11, margin="0.16,0.1"]',
    '  edge [fontname="Helvetica", fontsize=10, arrowsize=0.8]',
    ...nodesOf(graph, diagram),
    ...diagram.lines.map((line) => `  ${edgeOf(line, diagram)}`),
    '}',
  ]
  return {
    content: `${lines.join('\n')}\n`,
    losses: lossesOf(graph, pictureLosses),
    notes: replacedNotes(graph),
  }
}

const shapes = {
  claim: 'shape=box',
  evidence: 'shape=note',
  recommendation: 'shape=box, style="filled,bold", fillcolor="#e8f0fb"',
  counterpoint: 'shape=octagon, fillcolor="#fdf0e8", margin="0.02,0"',
  assumption: 'shape=box, style="filled,rounded,dashed"',
  issue: 'shape=hexagon, style="filled,rounded", fillcolor="#f3f4f6"',
  note: 'shape=plain, fillcolor="#fefce8", margin="0.1,0.06"',
} as const satisfies Record<NodeKind, string>

function titleOf({ title }: ArgumentGraph): string {
  return oneLine(title) === '' ? '' : `label=${labelOf(wrapText(title, 80))}, `
}

function nodesOf(graph: ArgumentGraph, { groups }: Diagram): string[] {
  // Graphviz turns the frames upside down with the map.
  const top = (graph.layout?.direction ?? 'down') === 'down' ? 'b' : 't'
  return groups.flatMap(({ title, nodes, junctions }, index) => {
    const inside = [
      ...nodes.flatMap((id) => {
        const node = nodeAt(graph, id)
        return node ? [`${quoted(id)} [${shapes[node.kind]}, label=${statementLabel(node)}]`] : []
      }),
      ...junctions.map((id) => `${quoted(id)} [shape=point, width=0.1, fillcolor="#4b5563"]`),
    ]
    if (title === undefined) return inside.map((line) => `  ${line}`)
    return [
      `  subgraph cluster_${index + 1} {`,
      `    label=${labelOf(wrapText(title, 60))}`,
      `    labelloc=${top}`,
      '    color="#9ca3af"',
      '    fontsize=13',
      ...inside.map((line) => `    ${line}`),
      '  }',
    ]
  })
}

function statementLabel({ kind, text }: ArgumentNode): string {
  return labelOf([capitalise(nodeKinds[kind].label).toUpperCase(), ...wrapText(text, 36)])
}

const looks = {
  supports: 'color="#00684c", fontcolor="#00684c"',
  attacks: 'style=dashed, color="#b04300", fontcolor="#b04300", arrowhead=onormal',
  addresses: 'style=bold, color="#4b5563", arrowhead=vee',
  restates: 'style=dotted, color="#4b5563", dir=none',
} as const satisfies Record<Relation['kind'], string>

function edgeOf({ relation, from, to, part }: DiagramLine, { junctions }: Diagram): string {
  const look: string[] = [looks[relation.kind]]
  if (part === 'premise') look.push('arrowhead=none')
  else look.push(`label=${labelOf([` ${relationWords(relation)}`])}`)
  // A junction is a point: the arrow would hide it.
  if (part !== 'premise' && junctions.has(to)) look.push('arrowsize=0.6')
  return `${quoted(from)} -> ${quoted(to)} [${look.join(', ')}]`
}

/** A quoted id or name, taken as it stands: only the quotation mark has to be escaped, and a backslash before it. */
function quoted(text: string): string {
  return `"${legalText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** A label of several lines. Graphviz reads backslashes and HTML entities in labels, so both are escaped. */
function labelOf(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    legalText(line).replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"'),
  )
  return `"${escaped.join('\\n')}"`
}

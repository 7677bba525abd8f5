/**
 * The map as a Mermaid flowchart (mermaid.js.org/syntax/flowchart.html), which GitHub, GitLab, Obsidian and
 * many wikis draw from text. Labels are escaped so that Mermaid takes no word, link, list or directive in them
 * for its own; tried with version 11. Nodes are n1, n2 … because words such as "end" are no ids there.
 */
import {
  nodeAt,
  type ArgumentGraph,
  type ArgumentNode,
  type ElementId,
  type Relation,
} from '../../model/graph.ts'
import { nodeKinds, type NodeKind } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import type { Written } from '../conversion.ts'
import { diagramOf, lineDirections, pictureLosses, relationWords, type Diagram } from '../diagram.ts'
import { lossesOf } from '../losses.ts'
import { legalText, replacedNotes } from '../plain-text.ts'

/** What Mermaid draws unless its settings are changed (maxEdges, maxTextSize). */
const usualLimits = { lines: 500, characters: 50_000 } as const

/** Everything that is drawn; where Mermaid's usual settings refuse the size, a note says so. */
export async function writeMermaid(graph: ArgumentGraph): Promise<Written> {
  const diagram = diagramOf(graph)
  const names = namesOf(diagram)
  const content = `${[
    ...frontMatter(graph),
    `flowchart ${lineDirections[graph.layout?.direction ?? 'down']}`,
    ...boxesOf(graph, diagram, names).map((line) => `  ${line}`),
    ...diagram.lines.map(({ relation, from, to, part }) => {
      const arrow = arrows[relation.kind][part === 'premise' ? 'plain' : 'headed']
      const label = part === 'premise' ? '' : `|${quoted(relationWords(relation))}|`
      return `  ${names.get(from) ?? ''} ${arrow}${label} ${names.get(to) ?? ''}`
    }),
    ...stylesOf(diagram).map((line) => `  ${line}`),
  ].join('\n')}\n`
  return {
    content,
    losses: lossesOf(graph, pictureLosses),
    notes: [...sizeNotes(content, diagram), ...replacedNotes(graph)],
  }
}

const shapes = {
  claim: (label) => `[${label}]`,
  evidence: (label) => `[/${label}/]`,
  recommendation: (label) => `([${label}])`,
  counterpoint: (label) => `{{${label}}}`,
  assumption: (label) => `(${label})`,
  issue: (label) => `[[${label}]]`,
  note: (label) => `>${label}]`,
} as const satisfies Record<NodeKind, (label: string) => string>

/** Lines with and without an arrow's head. */
const arrows = {
  supports: { headed: '-->', plain: '---' },
  attacks: { headed: '-.->', plain: '-.-' },
  addresses: { headed: '==>', plain: '===' },
  restates: { headed: '---', plain: '---' },
} as const satisfies Record<Relation['kind'], { headed: string; plain: string }>

function frontMatter(graph: ArgumentGraph): string[] {
  const line = legalText(graph.title).replaceAll(/\s+/g, ' ').trim()
  // A JSON string is a YAML string too. Mermaid changes quotation marks inside of what looks like a tag.
  const title = JSON.stringify(line).replaceAll('<', '\\u003c')
  return line === '' ? [] : ['---', `title: ${title}`, '---']
}

function namesOf({ groups, junctions }: Diagram): Map<ElementId, string> {
  const names = new Map<ElementId, string>()
  for (const { nodes } of groups) for (const id of nodes) names.set(id, `n${names.size + 1}`)
  const nodes = names.size
  for (const id of junctions) names.set(id, `r${names.size - nodes + 1}`)
  return names
}

function boxesOf(graph: ArgumentGraph, { groups }: Diagram, names: ReadonlyMap<ElementId, string>): string[] {
  return groups.flatMap(({ title, nodes, junctions }, index) => {
    const inside = [
      ...nodes.flatMap((id) => {
        const node = nodeAt(graph, id)
        return node ? [`${names.get(id) ?? ''}${shapes[node.kind](statementLabel(node))}:::${node.kind}`] : []
      }),
      ...junctions.map((id) => `${names.get(id) ?? ''}((" "))`),
    ]
    if (title === undefined) return inside
    return [`subgraph s${index + 1} [${quoted(title)}]`, ...inside.map((line) => `  ${line}`), 'end']
  })
}

function statementLabel({ kind, text }: ArgumentNode): string {
  return quoted(`${capitalise(nodeKinds[kind].label)}\n${text}`)
}

const classes = {
  claim: 'fill:#fff,stroke:#4b5563,color:#111827',
  evidence: 'fill:#fff,stroke:#4b5563,color:#111827',
  recommendation: 'fill:#e8f0fb,stroke:#1f3f77,stroke-width:2px,color:#111827',
  counterpoint: 'fill:#fdf0e8,stroke:#b04300,color:#111827',
  assumption: 'fill:#fff,stroke:#4b5563,stroke-dasharray:4 3,color:#111827',
  issue: 'fill:#f3f4f6,stroke:#4b5563,color:#111827',
  note: 'fill:#fefce8,stroke:#a16207,color:#111827',
} as const satisfies Record<NodeKind, string>

const lineColours = { supports: '#00684c', attacks: '#b04300' } as const

function stylesOf({ lines }: Diagram): string[] {
  const coloured = (['supports', 'attacks'] as const).flatMap((kind) => {
    const indices = lines.flatMap(({ relation }, index) => (relation.kind === kind ? [index] : []))
    return indices.length === 0 ? [] : [`linkStyle ${indices.join(',')} stroke:${lineColours[kind]}`]
  })
  return [...Object.entries(classes).map(([kind, style]) => `classDef ${kind} ${style}`), ...coloured]
}

function sizeNotes(content: string, { lines }: Diagram): string[] {
  const tooMany = lines.length > usualLimits.lines
  const tooLong = content.length > usualLimits.characters
  if (!tooMany && !tooLong) return []
  const found = [
    ...(tooMany ? [`${lines.length} lines between boxes (limit ${usualLimits.lines})`] : []),
    ...(tooLong ? [`${content.length} characters (limit ${usualLimits.characters})`] : []),
  ]
  return [
    `With its usual settings Mermaid refuses a diagram of this size: ${found.join(' and ')}. Raise maxEdges and maxTextSize there, or export a section or a branch.`,
  ]
}

/**
 * A label between quotation marks. Mermaid reads labels as Markdown and HTML with entities of its own (#35;) and
 * looks for directives, icons and formulas everywhere, so every ASCII sign that could mean something is written
 * as an entity; what is left are letters, digits and the punctuation of prose.
 */
function quoted(text: string): string {
  const lines = legalText(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  return `"${lines.map(escapeLine).join('<br/>') || ' '}"`
}

function escapeLine(line: string): string {
  // After such a word and a colon, Mermaid drops the semicolon of an entity.
  const colon = /style|classDef/.test(line) ? /:/g : /(?<!\S):|:(?=\S)/g
  return (
    line
      // Icons, formulas and "\\n" are looked for once entities are decoded: only a joiner of no width parts them.
      .replaceAll(/(?<=fa[bklrs]?):(?=fa-)|\$(?=\$)|\\(?=n)/g, (sign) => `${sign}${wordJoiner}`)
      .replaceAll(/["#&<>`\\%$*_[\]{}|~^@=+;/]|^[-(]|(?<!\S)[-!]/g, entityOf)
      .replaceAll(/^(\d+)([.)])/g, (_, number: string, sign: string) => `${number}${entityOf(sign)}`)
      .replaceAll(/www\./gi, (word) => `${word.slice(0, 3)}${entityOf('.')}`)
      .replaceAll(colon, entityOf)
  )
}

const wordJoiner = '\u2060'

function entityOf(character: string): string {
  return `#${character.charCodeAt(0)};`
}

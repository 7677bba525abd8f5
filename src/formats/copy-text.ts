/**
 * A map or a part of it as text for the clipboard: as an indented outline that comes back as statements when it
 * is pasted into a map, and as a Markdown list with the kinds in words.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ArgumentNode, type NodeId } from '../model/graph.ts'
import { nodeKinds, ratings, type RelationKind } from '../model/kinds.ts'
import { capitalise } from '../model/naming.ts'
import { emphasis, plain, strong, type Run } from './brief/blocks.ts'
import { lineOf } from './brief/markdown.ts'
import { shortCitation } from './citation.ts'
import { graphOfPart } from './drawing/part.ts'
import type { PicturePart } from './drawing/picture.ts'
import { outlineLines, type OutlineLine } from './outline-lines.ts'
import { oneLine } from './plain-text.ts'

/**
 * One line for each statement, what bears on it below it with + or -, premises that count together joined by &.
 * A single statement is just its text. Ends in a line break, unless it is empty or a single statement.
 */
export function asText(graph: ArgumentGraph, what: PicturePart): string {
  const part = graphOfPart(graph, what)
  const ids = Object.keys(part.nodes)
  const [only] = ids
  if (only !== undefined && ids.length === 1) return nodeAt(part, only)?.text.trim() ?? ''
  return linesOf(part, what)
    .map((line) => `${'  '.repeat(line.depth)}${textLine(part, line)}\n`)
    .join('')
}

/** A nested list in CommonMark: "- **Claim:** …", below it "- *supported by* evidence: …". Ends in a line break, unless it is empty. */
export function asMarkdown(graph: ArgumentGraph, what: PicturePart): string {
  const part = graphOfPart(graph, what)
  return linesOf(part, what)
    .map((line) => `${'  '.repeat(line.depth)}- ${lineOf(markdownRuns(part, line))}\n`)
    .join('')
}

/** Branches start with the statement they are named after, also where it is part of a circle. */
function linesOf(part: ArgumentGraph, what: PicturePart): OutlineLine[] {
  const start = what.part === 'branch' && nodeAt(part, what.node) ? [what.node] : undefined
  return outlineLines(part, 'flat', start)
}

/** What the reader of outlines takes for a sign or a stance, and what it would take away. */
const sign = /^([-–−+&*•]|\d+[.)])\s/
const stance = /^(pro|con)\s*:/i

function textLine(graph: ArgumentGraph, { node, relation: by, premise }: OutlineLine): string {
  const relation = by === undefined ? undefined : relationAt(graph, by)
  const text = oneLine(node === undefined ? '' : (nodeAt(graph, node)?.text ?? '')) || '…'
  // With a stance before it, a stance of its own stays.
  const words = stance.test(text) ? `${relation?.kind === 'attacks' ? 'Con' : 'Pro'}: ${text}` : text
  if (!relation) return sign.test(words) ? `+ ${words}` : words
  if (premise !== undefined && premise > 0) return `& ${words}`
  const about = nodeAt(graph, relation.to) ? '' : '(on this step) '
  return `${relation.kind === 'attacks' ? '-' : '+'} ${about}${words}`
}

const verbs = {
  supports: 'supported by',
  attacks: 'contested by',
  addresses: 'answered by',
  restates: 'restated by',
} as const satisfies Record<RelationKind, string>

function markdownRuns(graph: ArgumentGraph, { node: id, relation: by, premise = 0 }: OutlineLine): Run[] {
  const node = id === undefined ? undefined : nodeAt(graph, id)
  if (!node || id === undefined) return []
  const relation = by === undefined ? undefined : relationAt(graph, by)
  const text = [plain(` ${oneLine(node.text) || '…'}`), plain(citationsOf(graph, id))]
  const kind = kindWords(node)
  if (!relation) return [strong(`${capitalise(kind)}:`), ...text]
  const onStep = nodeAt(graph, relation.to) ? '' : 'this step is '
  const how = premise > 0 ? 'together with' : `${onStep}${verbs[relation.kind]}`
  return [emphasis(how), plain(` ${kind}:`), ...text]
}

/** "evidence of moderate certainty" */
function kindWords({ kind, rating }: ArgumentNode): string {
  const { label } = nodeKinds[kind]
  return rating === undefined ? label : `${label} of ${ratings[rating].label} certainty`
}

/** " (Hurley et al. 2019, p. 3; City Transport Office 2024)" */
function citationsOf(graph: ArgumentGraph, id: NodeId): string {
  const cited = (nodeAt(graph, id)?.excerpts ?? []).flatMap(({ source: key, locator }) => {
    const source = Object.hasOwn(graph.sources, key) ? graph.sources[key] : undefined
    if (!source) return []
    const place = oneLine(locator ?? '')
    return [place === '' ? shortCitation(source) : `${shortCitation(source)}, ${place}`]
  })
  return cited.length === 0 ? '' : ` (${[...new Set(cited)].join('; ')})`
}

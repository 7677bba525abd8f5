/**
 * Arguments as plain indented text: what other programs get when a map is copied, and what Counterpoint
 * makes of text that is pasted into it. One line is one statement, deeper lines bear on the one above.
 *
 *     Roads lower trade costs
 *       + Freight times fell
 *       & Fuel is what trade pays for        (needed together with the line above)
 *       - Only on paper                      (a counterpoint)
 *
 * "Pro:" and "Con:" work like + and -. Where every top line starts with - and no line with +, the text is
 * taken for an ordinary list and - means nothing.
 */
import { nodeAt, relationAt } from '../../model/graph.ts'
import type { ArgumentGraph, ElementId, NodeId } from '../../model/graph.ts'
import { relationKinds, type RelationKind } from '../../model/kinds.ts'
import { relationsInto, structureOf } from '../../model/structure.ts'

/** A line as a statement, with those that bear on it. */
export interface OutlineItem {
  readonly text: string
  readonly bearing: 'supports' | 'attacks'
  /** It is needed together with the item before it. */
  readonly linked: boolean
  readonly children: readonly OutlineItem[]
}

/** The statements of an indented text; empty lines are skipped. */
export function readOutline(text: string): OutlineItem[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const read = lines.map(readLine)
  const top = Math.min(...read.map((line) => line.indent))
  const isList =
    read.every((line) => line.indent > top || line.marker === '-') &&
    !read.some((line) => line.marker === '+')
  const roots: MutableItem[] = []
  const open: { indent: number; children: MutableItem[] }[] = []
  for (const { indent, marker, words } of read) {
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const isAgainst = marker === 'con' || (marker === '-' && !isList)
    const siblings = open.at(-1)?.children ?? roots
    const linked = marker === '&' && siblings.length > 0
    const bearing = linked ? (siblings.at(-1)?.bearing ?? 'supports') : isAgainst ? 'attacks' : 'supports'
    const item: MutableItem = { text: words, bearing, linked, children: [] }
    siblings.push(item)
    open.push({ indent, children: item.children })
  }
  return roots
}

/** A graph as indented text, in author's order; every statement is written once, where it hangs in the tree. */
export function writeOutline(graph: ArgumentGraph): string {
  const lines: string[] = []
  const written = new Set<NodeId>()
  const write = (id: NodeId, depth: number, marker: string): void => {
    const isRepeated = written.has(id)
    written.add(id)
    const text = nodeAt(graph, id)?.text.replaceAll(/\s+/g, ' ').trim() ?? ''
    lines.push(`${'  '.repeat(depth)}${marker}${text || '…'}`)
    if (!isRepeated) writeInto(id, depth + 1, '')
  }
  const writeInto = (target: ElementId, depth: number, remark: string): void => {
    for (const relationId of relationsInto(graph, target)) {
      const relation = relationAt(graph, relationId)
      if (!relation) continue
      for (const [index, premise] of (structureOf(graph).premises.get(relationId) ?? []).entries()) {
        write(premise, depth, index > 0 ? '& ' : `${markerOf(relation.kind)} ${remark}`)
      }
      writeInto(relationId, depth + 1, '(on this step) ')
    }
  }
  for (const root of structureOf(graph).roots) write(root, 0, '')
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

interface MutableItem extends OutlineItem {
  readonly children: MutableItem[]
}

type Marker = '+' | '-' | '&' | 'con' | 'pro' | 'none'

function readLine(line: string): { indent: number; marker: Marker; words: string } {
  const [, blank = '', sign = '', stance = '', words = ''] =
    /^(\s*)(?:([-–−+&*•]|\d+[.)])\s+)?(?:(pro|con)\s*:\s*)?(.*)$/iu.exec(line) ?? []
  const indent = [...blank].reduce((width, character) => width + (character === '\t' ? 4 : 1), 0)
  return { indent, marker: markerFrom(sign, stance.toLowerCase()), words: words.trim() || line.trim() }
}

function markerFrom(sign: string, stance: string): Marker {
  if (stance === 'pro' || stance === 'con') return stance
  if (sign === '+' || sign === '&') return sign
  return ['-', '–', '−'].includes(sign) ? '-' : 'none'
}

function markerOf(kind: RelationKind): string {
  const { sign } = relationKinds[kind]
  return sign === '−' ? '-' : sign
}

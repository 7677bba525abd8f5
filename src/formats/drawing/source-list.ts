/**
 * The numbered list of the sources of what is drawn: the numbers stand in the heads of the statements. In
 * the order of the document, so that a source keeps its number while the list stays the same.
 */
import type { ArgumentGraph, NodeId, SourceId } from '../../model/graph.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import { fullCitation } from '../citation.ts'
import { linkOfSource } from '../links.ts'
import type { Block } from './block.ts'
import type { PictureColours } from './colours.ts'
import type { DrawingItem } from './drawing.ts'
import { baselineIn, setLines, type TextLook } from './text.ts'

/** From 1, for every source that one of the nodes is taken from. */
export function numbersOfSources(
  graph: ArgumentGraph,
  nodes: readonly NodeId[],
): ReadonlyMap<SourceId, number> {
  const cited = new Set(nodes.flatMap((id) => graph.nodes[id]?.excerpts?.map(({ source }) => source) ?? []))
  const listed = Object.keys(graph.sources).filter((id) => cited.has(id))
  return new Map(listed.map((id, index) => [id, index + 1]))
}

/** Least and greatest width of a column, and the space between two, px. */
const column = { least: 400, most: 640, gap: 44 } as const
const size = 13
const lineHeight = 19
const betweenEntries = 6
const heading = 28

/** The list under its heading, in as many columns as stand side by side and are worth it. */
export function sourceList(
  graph: ArgumentGraph,
  numbers: ReadonlyMap<SourceId, number>,
  { colours, measurer, width }: SourceListContext,
): Block {
  const fitting = Math.max(1, Math.floor((width + column.gap) / (column.least + column.gap)))
  const columns = Math.min(fitting, Math.ceil(numbers.size / 3))
  const columnWidth = Math.min(column.most, (width - (columns - 1) * column.gap) / columns)
  const look: TextLook = { size, weight: 400, fill: colours.ink2 }
  const indent = Math.ceil(measurer.widthOf(`${numbers.size}`, look)) + 10
  const entries = Array.from(numbers, ([id, number]) => {
    const source = graph.sources[id]
    const citation = source ? fullCitation(source) : id
    const { lines } = measurer.measure(citation, look, columnWidth - indent)
    const link = source && linkOfSource(source)
    return { number, citation, lines, link, height: lines.length * lineHeight + betweenEntries }
  })
  const highest = Math.max(...entries.map(({ height }) => height))
  const even = Math.max(highest, entries.reduce((sum, { height }) => sum + height, 0) / columns)
  const items: DrawingItem[] = [blockHeading('Sources', colours)]
  let [index, top, bottom] = [0, heading, heading]
  for (const { number, citation, lines, link, height } of entries) {
    // An entry goes where its middle lies, so that columns end at about the same height.
    if (top + height / 2 > heading + even + 1 && index < columns - 1) {
      index += 1
      top = heading
    }
    const left = index * (columnWidth + column.gap)
    const place = { left: left + indent, right: left + columnWidth, top, lineHeight }
    items.push({
      kind: 'group',
      role: 'source',
      title: citation,
      items: [
        {
          kind: 'text',
          text: `${number}`,
          x: left + indent - 10,
          y: baselineIn(top, lineHeight, size),
          anchor: 'end',
          size,
          weight: 600,
          fill: colours.ink3,
        },
        ...setLines(lines, look, place).map((item) => (link === undefined ? item : { ...item, link })),
      ],
    })
    top += height
    bottom = Math.max(bottom, top - betweenEntries)
  }
  return {
    role: 'sources',
    width: Math.ceil(columns * (columnWidth + column.gap) - column.gap),
    height: bottom,
    items,
  }
}

export interface SourceListContext {
  readonly colours: PictureColours
  readonly measurer: TextMeasurer
  /** Of the picture between its margins, px. */
  readonly width: number
}

/** The heading of a part below the map. */
export function blockHeading(text: string, colours: PictureColours): DrawingItem {
  return {
    kind: 'text',
    text,
    x: 0,
    y: baselineIn(0, 18, 13),
    size: 13,
    weight: 600,
    fill: colours.ink,
  }
}

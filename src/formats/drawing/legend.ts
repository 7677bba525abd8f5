/**
 * The legend of a picture: what kinds of statement and relation occur in it, and what standings and bars
 * mean where they are shown (see legend-entries.ts), in groups under headings.
 */
import { scoreMeaning } from '../../reasoning/words.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import type { Block } from './block.ts'
import type { DrawingItem, GroupItem } from './drawing.ts'
import {
  relationEntries,
  sampleHeight,
  sampleWidth,
  standingEntries,
  statementEntries,
  type Entry,
  type Shown,
} from './legend-entries.ts'
import { blockHeading } from './source-list.ts'
import { baselineIn, setLines, widthOf, type TextLook } from './text.ts'

export interface LegendContext extends Shown {
  readonly measurer: TextMeasurer
  /** Of the picture between its margins, px. */
  readonly width: number
  /** Whether standings and bars are shown. */
  readonly evaluation: boolean
}

const betweenRows = 8
/** Between a sample and its word, and between two entries side by side. */
const [afterSample, betweenEntries] = [10, 26]
const heading = 28
/** Between two groups one below the other, and side by side. */
const [betweenGroups, besideGroup] = [18, 56]

/** The legend: its groups side by side where all fit, else one below the other in columns that line up. */
export function legendBlock(context: LegendContext): Block {
  const { colours, measurer, width } = context
  const look: TextLook = { size: 13, weight: 500, fill: colours.ink2 }
  const groups = [
    { title: 'Statements', entries: statementEntries(context) },
    { title: 'Relations', entries: relationEntries(context) },
    { title: 'How statements stand', entries: context.evaluation ? standingEntries(colours) : [] },
  ].flatMap(({ title, entries }) => {
    const words = entries.map(({ word }) => widthOf(word, look, measurer))
    const entryWidth = Math.ceil(sampleWidth + afterSample + Math.max(...words))
    return entries.length === 0 ? [] : [{ title, entries, entryWidth }]
  })
  const rowWidth = (count: number, entryWidth: number) =>
    count * (entryWidth + betweenEntries) - betweenEntries
  const inOneRow =
    groups.reduce((sum, each) => sum + rowWidth(each.entries.length, each.entryWidth) + besideGroup, 0) -
    besideGroup
  const isOneRow = inOneRow <= width
  const widest = Math.max(0, ...groups.map(({ entryWidth }) => entryWidth))
  const columns = Math.max(1, Math.floor((width + betweenEntries) / (widest + betweenEntries)))

  const items: DrawingItem[] = []
  let [x, y, right, bottom] = [0, 0, 0, 0]
  for (const { title, entries, entryWidth: own } of groups) {
    const [inRow, entryWidth] = isOneRow ? [entries.length, own] : [columns, widest]
    const placed = entries.map((entry, index) =>
      entryAt(
        entry,
        (index % inRow) * (entryWidth + betweenEntries),
        heading + Math.floor(index / inRow) * (sampleHeight + betweenRows),
        look,
      ),
    )
    const height = heading + Math.ceil(entries.length / inRow) * (sampleHeight + betweenRows) - betweenRows
    const groupWidth = rowWidth(Math.min(entries.length, inRow), entryWidth)
    const groupItems = [blockHeading(title, colours), ...placed]
    items.push({ kind: 'group', role: 'legend-group', title, at: [x, y], items: groupItems })
    right = Math.max(right, x + groupWidth)
    bottom = Math.max(bottom, y + height)
    if (isOneRow) x += groupWidth + besideGroup
    else y += height + betweenGroups
  }
  if (context.evaluation) {
    const lineHeight = 17
    const noteLook: TextLook = { size: 12, weight: 400, fill: colours.ink3 }
    const { lines, width: widestLine } = measurer.measure(scoreMeaning, noteLook, width)
    bottom += betweenRows
    items.push(...setLines(lines, noteLook, { left: 0, right: width, top: bottom, lineHeight }))
    bottom += lines.length * lineHeight
    right = Math.max(right, widestLine)
  }
  return { role: 'legend', width: Math.ceil(right), height: bottom, items }
}

function entryAt({ role, word, sample }: Entry, x: number, y: number, look: TextLook): GroupItem {
  const text = {
    kind: 'text',
    text: word,
    x: sampleWidth + afterSample,
    y: baselineIn(0, sampleHeight, look.size),
    ...look,
  } as const
  return { kind: 'group', role: `legend-entry ${role}`, at: [x, y], items: [...sample, text] }
}

/**
 * The legend of a picture: every kind of statement and relation that occurs in it, with its shape, icon,
 * line, sign and word, and what standings and bars mean where they are shown. Drawn from the same tables
 * and outlines as the map.
 */
import { nodeAt, relationAt, type ArgumentGraph } from '../../model/graph.ts'
import {
  nodeKindNames,
  nodeKinds,
  relationKindNames,
  relationKinds,
  type NodeKind,
  type RelationKind,
} from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import type { Standing } from '../../reasoning/evaluation.ts'
import { scoreMeaning, standingWords } from '../../reasoning/words.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import { arrowhead } from '../../scene/path-shape.ts'
import type { Scene } from '../../scene/scene.ts'
import { outlineOf } from '../../scene/shapes.ts'
import type { Block } from './block.ts'
import { colourOfRelation, mixed, type PictureColours } from './colours.ts'
import type { DrawingItem, GroupItem } from './drawing.ts'
import { foldReach } from './frames.ts'
import { kindIcon, sectionIcon, standingIcon } from './icons.ts'
import { bar } from './node.ts'
import { dashes, drawJunction, drawSign, onStep } from './relation.ts'
import { blockHeading } from './source-list.ts'
import { baselineIn, setLines, widthOf, type TextLook } from './text.ts'

export interface LegendContext {
  readonly graph: ArgumentGraph
  readonly scene: Scene
  readonly colours: PictureColours
  readonly measurer: TextMeasurer
  /** Of the picture between its margins, px. */
  readonly width: number
  /** Whether standings and bars are shown. */
  readonly evaluation: boolean
}

interface Entry {
  readonly role: string
  readonly word: string
  /** Sample within 52 by 26 px. */
  readonly sample: readonly DrawingItem[]
}

const sampleWidth = 52
const rowHeight = 26
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
        heading + Math.floor(index / inRow) * (rowHeight + betweenRows),
        look,
      ),
    )
    const height = heading + Math.ceil(entries.length / inRow) * (rowHeight + betweenRows) - betweenRows
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
    y: baselineIn(0, rowHeight, look.size),
    ...look,
  } as const
  return { kind: 'group', role: `legend-entry ${role}`, at: [x, y], items: [...sample, text] }
}

function statementEntries({ graph, scene, colours }: LegendContext): Entry[] {
  const statements = scene.nodes.filter(({ section }) => section === undefined)
  const kinds = new Set(statements.map(({ id }) => nodeAt(graph, id)?.kind))
  const entries = nodeKindNames
    .filter((kind) => kinds.has(kind))
    .map((kind) => ({
      role: `node ${kind}`,
      word: capitalise(nodeKinds[kind].label),
      sample: statementSample(kind, colours),
    }))
  const hasFold = statements.length < scene.nodes.length
  return hasFold
    ? [...entries, { role: 'fold', word: 'Folded section', sample: foldSample(colours) }]
    : entries
}

function foldSample(colours: PictureColours): DrawingItem[] {
  const border = { fill: colours.page, stroke: colours.outline, strokeWidth: 1.5 }
  const [width, height] = [sampleWidth - foldReach, rowHeight - foldReach]
  const sheet = outlineOf('claim', width, height).path
  return [
    {
      kind: 'group',
      role: 'sheet',
      at: [foldReach, foldReach],
      items: [{ kind: 'path', d: sheet, ...border }],
    },
    { kind: 'path', d: sheet, ...border },
    sectionIcon({ x: (width - 14) / 2, y: (height - 14) / 2, size: 14, colour: colours.ink2 }),
  ]
}

function statementSample(kind: NodeKind, colours: PictureColours): DrawingItem[] {
  const { line, fill } = colours.kinds[kind]
  const { path, detail, dashed, stroke } = outlineOf(kind, sampleWidth, rowHeight)
  return [
    {
      kind: 'path',
      d: path,
      fill,
      stroke: line,
      strokeWidth: stroke,
      ...(dashed && { dash: [5, 4] }),
    },
    ...(detail === undefined
      ? []
      : [
          {
            kind: 'path',
            d: detail,
            fill: mixed(line, fill, 0.16),
            stroke: line,
            strokeWidth: 1.25,
          } as const,
        ]),
    kindIcon(kind, { x: (sampleWidth - 14) / 2, y: (rowHeight - 14) / 2, size: 14, colour: line }),
  ]
}

function relationEntries({ graph, scene, colours }: LegendContext): Entry[] {
  const drawn = scene.paths.flatMap((path) =>
    path.part === 'premise' ? [] : (relationAt(graph, path.id) ?? []),
  )
  const entries = relationKindNames.flatMap((kind): Entry[] => {
    const own = drawn.filter((relation) => relation.kind === kind)
    const sample = relationSample(kind, colours)
    const role = `relation ${kind}`
    return [
      ...(own.some(({ to }) => nodeAt(graph, to))
        ? [{ role, word: capitalise(relationKinds[kind].label), sample }]
        : []),
      ...(own.some(({ to }) => !nodeAt(graph, to))
        ? [{ role, word: `${capitalise(onStep[kind])} a step`, sample: stepSample(kind, colours) }]
        : []),
    ]
  })
  if (scene.paths.some(({ part }) => part === 'premise')) {
    const word = 'Linked premises'
    if (drawn.some(({ from }) => from.length > 1)) {
      entries.push({ role: 'junction', word, sample: junctionSample(colours) })
    }
  }
  return entries
}

function relationSample(kind: RelationKind, colours: PictureColours): DrawingItem[] {
  const colour = colourOfRelation(colours, kind)
  const dash = dashes[kind]
  const y = rowHeight / 2
  return [
    {
      kind: 'path',
      d: `M0 ${y}H${sampleWidth - 5}`,
      stroke: colour,
      strokeWidth: 2,
      ...(dash && { dash }),
    },
    {
      kind: 'path',
      d: arrowhead([
        [0, y],
        [sampleWidth, y],
      ]),
      fill: colour,
    },
    ...drawSign([sampleWidth / 2 - 4, y], kind, colour, colours.page),
  ]
}

/** A relation onto the junction of another. */
function stepSample(kind: RelationKind, colours: PictureColours): DrawingItem[] {
  const y = rowHeight / 2
  const colour = colourOfRelation(colours, kind)
  const dash = dashes[kind]
  return [
    { kind: 'path', d: `M43 0V${rowHeight}`, stroke: colours.support, strokeWidth: 2 },
    {
      kind: 'path',
      d: `M0 ${y}H30`,
      stroke: colour,
      strokeWidth: 2,
      ...(dash && { dash }),
    },
    {
      kind: 'path',
      d: arrowhead([
        [0, y],
        [35, y],
      ]),
      fill: colour,
    },
    ...drawJunction({ x: 36, y: y - 7, width: 14, height: 14 }, 'supports', colours.support, colours.page),
    ...drawSign([13, y], kind, colour, colours.page),
  ]
}

function junctionSample(colours: PictureColours): DrawingItem[] {
  const y = rowHeight / 2
  const stroke = { stroke: colours.support, strokeWidth: 2 }
  return [
    { kind: 'path', d: `M0 4H10Q18 4 18 ${y}M0 ${rowHeight - 4}H10Q18 ${rowHeight - 4} 18 ${y}`, ...stroke },
    { kind: 'path', d: `M22 ${y}H${sampleWidth - 5}`, ...stroke },
    {
      kind: 'path',
      d: arrowhead([
        [0, y],
        [sampleWidth, y],
      ]),
      fill: colours.support,
    },
    ...drawJunction({ x: 13, y: y - 7, width: 14, height: 14 }, 'supports', colours.support, colours.page),
  ]
}

function standingEntries(colours: PictureColours): Entry[] {
  const y = rowHeight / 2
  const colourOf = { holds: colours.support, unresolved: colours.warn, falls: colours.objection }
  const standings = (['holds', 'unresolved', 'falls'] as const satisfies readonly Standing[]).map(
    (standing) => ({
      role: `standing ${standing}`,
      word: capitalise(standingWords[standing].label),
      sample: [
        standingIcon(standing, {
          x: (sampleWidth - 14) / 2,
          y: y - 7,
          size: 14,
          colour: colourOf[standing],
        }),
      ],
    }),
  )
  return [
    ...standings,
    {
      role: 'bar',
      word: 'Support, out of 100',
      sample: bar({ x: 0, y: y - 2, width: sampleWidth }, 0.7, 'support', colours),
    },
    {
      role: 'bar',
      word: 'Objection, out of 100',
      sample: bar({ x: 0, y: y - 2, width: sampleWidth }, 0.5, 'objection', colours),
    },
  ]
}

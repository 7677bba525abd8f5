/**
 * The entries of a legend: samples of everything that occurs in a picture, drawn from the same tables and
 * outlines as the map, each with its word.
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
import { standingWords } from '../../reasoning/words.ts'
import { arrowhead } from '../../scene/path-shape.ts'
import type { Scene } from '../../scene/scene.ts'
import { outlineOf } from '../../scene/shapes.ts'
import { colourOfRelation, mixed, type PictureColours } from './colours.ts'
import type { DrawingItem } from './drawing.ts'
import { foldReach } from './frames.ts'
import { kindIcon, sectionIcon, standingIcon } from './icons.ts'
import { dashes, onStep } from './relation.ts'
import { drawJunction, drawSign } from './signs.ts'
import { bar, colourOfStanding } from './verdict.ts'

/** What there is to explain. */
export interface Shown {
  readonly graph: ArgumentGraph
  readonly scene: Scene
  readonly colours: PictureColours
}

export interface Entry {
  readonly role: string
  readonly word: string
  /** Within the size of a sample. */
  readonly sample: readonly DrawingItem[]
}

/** Size of a sample, px. */
export const sampleWidth = 52
export const sampleHeight = 26

/** Every kind of statement that is drawn. */
export function statementEntries({ graph, scene, colours }: Shown): Entry[] {
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
  const [width, height] = [sampleWidth - foldReach, sampleHeight - foldReach]
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
  const { path, detail, dashed, stroke } = outlineOf(kind, sampleWidth, sampleHeight)
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
    kindIcon(kind, { x: (sampleWidth - 14) / 2, y: (sampleHeight - 14) / 2, size: 14, colour: line }),
  ]
}

/** Every kind of relation that is drawn, onto statements and onto steps, and how premises are linked. */
export function relationEntries({ graph, scene, colours }: Shown): Entry[] {
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
  const y = sampleHeight / 2
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
  const y = sampleHeight / 2
  const colour = colourOfRelation(colours, kind)
  const dash = dashes[kind]
  return [
    { kind: 'path', d: `M43 0V${sampleHeight}`, stroke: colours.support, strokeWidth: 2 },
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
  const y = sampleHeight / 2
  const stroke = { stroke: colours.support, strokeWidth: 2 }
  return [
    {
      kind: 'path',
      d: `M0 4H10Q18 4 18 ${y}M0 ${sampleHeight - 4}H10Q18 ${sampleHeight - 4} 18 ${y}`,
      ...stroke,
    },
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

/** The standings and the two bars. */
export function standingEntries(colours: PictureColours): Entry[] {
  const y = sampleHeight / 2
  const standings = (['holds', 'unresolved', 'falls'] as const satisfies readonly Standing[]).map(
    (standing) => ({
      role: `standing ${standing}`,
      word: capitalise(standingWords[standing].label),
      sample: [
        standingIcon(standing, {
          x: (sampleWidth - 14) / 2,
          y: y - 7,
          size: 14,
          colour: colourOfStanding(colours, standing),
        }),
      ],
    }),
  )
  return [
    ...standings,
    {
      role: 'bar',
      word: 'Support',
      sample: bar({ x: 0, y: y - 2, width: sampleWidth }, 0.7, 'support', colours),
    },
    {
      role: 'bar',
      word: 'Objection',
      sample: bar({ x: 0, y: y - 2, width: sampleWidth }, 0.5, 'objection', colours),
    },
  ]
}

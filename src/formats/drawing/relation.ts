/**
 * Relations as they are drawn: lines told apart by dashes and colour, arrowheads as shapes of their own,
 * signs in small discs, and a word for every relation, so that meaning never rests on colour. Lines come
 * first and marks later, so that no line runs over a sign or a word.
 */
import { relationAt, type ArgumentGraph, type Relation, type RelationId } from '../../model/graph.ts'
import { relationKinds, weights, type RelationKind } from '../../model/kinds.ts'
import { nameOfRelation } from '../../model/naming.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import { arrowhead, roundedPath, withoutTip } from '../../scene/path-shape.ts'
import type { Scene, ScenePath } from '../../scene/scene.ts'
import { colourOfRelation, colourOfWord, type PictureColours } from './colours.ts'
import type { Colour, DrawingItem, GroupItem, PathItem } from './drawing.ts'
import type { Obstacles } from './obstacles.ts'
import { placeWords, type PlacedWord } from './relation-words.ts'
import { drawJunction, drawSign } from './signs.ts'
import { baselineIn } from './text.ts'

/** What every relation of a picture is drawn with. */
export interface RelationContext {
  readonly graph: ArgumentGraph
  readonly colours: PictureColours
  readonly measurer: TextMeasurer
  /** Supports that are not counted because they only lead back to where they start; empty unless evaluated. */
  readonly circular: ReadonlySet<RelationId>
}

/** Dashes and gaps of the line of each kind, px; as on the screen. */
export const dashes: Readonly<Record<RelationKind, readonly number[] | undefined>> = {
  supports: undefined,
  attacks: [7, 4],
  addresses: [2, 3],
  restates: [9, 3, 2, 3],
}

const notCounted = [0.1, 5]

/** How a relation's word is set, px. */
const wordLook = { size: 11, weight: 500 } as const

/** "supports", "partly attacks", "undercuts": what the relation does, and how directly unless it does so fully. */
export function wordOfRelation(graph: ArgumentGraph, { kind, to, weight }: Relation): string {
  const verb = relationAt(graph, to) ? onStep[kind] : relationKinds[kind].label
  return weight === undefined ? verb : `${weightWords[weight]}${verb}`
}

/** Relations may point at a relation: that inference is backed or undercut. */
export const onStep: Readonly<Record<RelationKind, string>> = {
  supports: 'backs',
  attacks: 'undercuts',
  addresses: relationKinds.addresses.label,
  restates: relationKinds.restates.label,
}

const weightWords = { strong: '', partial: 'partly ', weak: 'weakly ' } as const

/** The lines of every relation, a group for each. */
export function drawLines({ paths }: Scene, context: RelationContext): GroupItem[] {
  const groups = new Map<RelationId, { readonly relation: Relation; readonly items: DrawingItem[] }>()
  for (const path of paths) {
    const relation = relationAt(context.graph, path.id)
    if (!relation) continue
    let group = groups.get(path.id)
    if (!group) {
      group = { relation, items: [] }
      groups.set(path.id, group)
    }
    addLine(group.items, path, relation, context)
  }
  return Array.from(groups, ([id, { relation, items }]) => {
    const description = descriptionOf(id, relation, context)
    return {
      kind: 'group',
      role: `relation ${relation.kind}`,
      element: id,
      title: nameOfRelation(context.graph, id),
      ...(description !== '' && { description }),
      items,
    }
  })
}

function addLine(items: DrawingItem[], path: ScenePath, relation: Relation, context: RelationContext): void {
  const colour = colourOf(path.id, relation, context)
  const isCircular = context.circular.has(path.id)
  const dash = isCircular ? notCounted : dashes[relation.kind]
  const ends = path.part !== 'premise'
  items.push({
    kind: 'path',
    d: roundedPath(ends ? withoutTip(path.points) : path.points),
    stroke: colour,
    strokeWidth: 1 + weights[relation.weight ?? 'strong'].value,
    ...(dash && { dash }),
    ...(isCircular && { roundCaps: true }),
  })
  if (ends) items.push({ kind: 'path', d: arrowhead(path.points), fill: colour })
}

function colourOf(id: RelationId, relation: Relation, { colours, circular }: RelationContext): Colour {
  return circular.has(id) ? colours.neutral : colourOfRelation(colours, relation.kind)
}

function descriptionOf(id: RelationId, { weight, warrant }: Relation, { circular }: RelationContext): string {
  if (weight === undefined && warrant === undefined && !circular.has(id)) return ''
  return [
    weight === undefined ? '' : weights[weight].hint,
    warrant === undefined ? '' : `Because: ${warrant}`,
    circular.has(id) ? 'Not counted: circular. It only leads back to where it starts.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The sign and the word of one relation, with the place of the word. */
export interface Mark {
  readonly path: ScenePath
  readonly relation: Relation
  readonly word: string
  readonly place: PlacedWord
}

/** Where the words of all relations stand: before anything is drawn, since some stand outside the scene. */
export function placeMarks(
  scene: Scene,
  { graph, measurer, circular }: RelationContext,
  taken: Obstacles,
): Mark[] {
  const words = scene.paths.flatMap((path) => {
    const relation = relationAt(graph, path.id)
    if (!relation || path.part === 'premise') return []
    const word = wordOfRelation(graph, relation) + (circular.has(path.id) ? ' (not counted)' : '')
    return [{ path, relation, word, width: Math.ceil(measurer.widthOf(word, wordLook)) }]
  })
  const places = placeWords(scene, words, taken)
  return words.flatMap(({ path, relation, word }, index) => {
    const place = places[index]
    return place ? [{ path, relation, word, place }] : []
  })
}

/** Junctions, signs and words, a group for each relation. */
export function drawMarks(scene: Scene, marks: readonly Mark[], context: RelationContext): GroupItem[] {
  const junctions = new Map(scene.junctions.map((junction) => [junction.id, junction]))
  const { page } = context.colours
  return marks.map(({ path, relation, word, place }) => {
    const colour = colourOf(path.id, relation, context)
    const junction = junctions.get(path.id)
    return {
      kind: 'group',
      role: `mark ${relation.kind}`,
      element: path.id,
      items: [
        ...(junction ? drawJunction(junction, relation.kind, colour, page) : []),
        ...(path.sign ? drawSign(path.sign, relation.kind, colour, page) : []),
        ...drawWord(word, place, colourOfWord(context.colours, colour), page),
      ],
    }
  })
}

function drawWord(text: string, place: PlacedWord, colour: Colour, page: Colour): DrawingItem[] {
  const { x, y, width, height, isCrossed } = place
  const plate: PathItem = {
    kind: 'path',
    d: `M${x - 2} ${y}h${width + 4}v${height}h${-width - 4}z`,
    fill: page,
    fillOpacity: 0.9,
  }
  return [
    ...(isCrossed ? [plate] : []),
    { kind: 'text', text, x, y: baselineIn(y, height, wordLook.size), ...wordLook, fill: colour },
  ]
}

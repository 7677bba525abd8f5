/**
 * Sections: the tinted areas behind their statements, with their titles, and the boxes that stand for
 * folded ones; tints as on the screen.
 */
import type { ArgumentGraph, SectionId } from '../../model/graph.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import { anatomy } from '../../scene/node-anatomy.ts'
import type { Box, NodeBox, Scene, SectionFrame } from '../../scene/scene.ts'
import type { PictureColours, Tint } from './colours.ts'
import type { DrawingItem, GroupItem } from './drawing.ts'
import { sectionIcon } from './icons.ts'
import { costs, type Obstacles } from './obstacles.ts'
import { baselineIn, directionOf, setLines } from './text.ts'

const radius = 14

/** An area and where its title is set, in its own coordinates. */
export interface PlacedFrame {
  readonly frame: SectionFrame
  readonly title: string
  readonly place: Box
}

const titleLook = { size: 13, weight: 600 } as const
/** Of the title: from the side of its area, from the top, and of its row. */
const [besideTitle, aboveTitle, titleHeight] = [14, 6, 18]

/**
 * Where titles stand: at the left, further on where lines and signs leave room, or just above or below their
 * area where it has none at all. They are then in the way of what is placed later.
 */
export function placeFrames(scene: Scene, measurer: TextMeasurer, taken: Obstacles): PlacedFrame[] {
  return scene.frames.map((frame) => {
    const title = oneLine(frame.title)
    const width = Math.ceil(measurer.widthOf(title, titleLook))
    const last = Math.max(besideTitle, frame.width - besideTitle - width)
    const isRight = directionOf(title) === 'rtl'
    let [place, least]: [Box, number] = [{ x: 0, y: 0, width, height: titleHeight }, Infinity]
    for (const y of [aboveTitle, -titleHeight - 1, frame.height + 1]) {
      for (let by = 0; by <= last - besideTitle && least > 0; by += 8) {
        const at = { x: isRight ? last - by : besideTitle + by, y, width, height: titleHeight }
        const cost = taken.costOf(frame.x + at.x, frame.y + at.y, at.width, at.height)
        if (cost < least) [place, least] = [at, cost]
      }
    }
    if (title !== '') taken.add(moved(place, frame), costs.title)
    return { frame, title, place }
  })
}

/** A box in the coordinates of a frame, in those of the scene. */
export function moved(box: Box, { x, y }: SectionFrame): Box {
  return { ...box, x: x + box.x, y: y + box.y }
}

/** A group per area. */
export function drawFrames(
  graph: ArgumentGraph,
  frames: readonly PlacedFrame[],
  colours: PictureColours,
): GroupItem[] {
  return frames.map(({ frame: { id, x, y, width, height }, title, place }) => {
    const tint = tintOf(graph, id, colours)
    const row = { left: place.x, right: place.x + place.width, top: place.y, lineHeight: place.height }
    return {
      kind: 'group',
      role: 'frame',
      element: id,
      ...(title !== '' && { title: `Section: ${title}` }),
      at: [x, y],
      items: [
        { kind: 'path', d: roundedRect(0, 0, width, height), fill: tint.colour, fillOpacity: tint.opacity },
        ...setLines([title], { ...titleLook, fill: colours.ink2 }, row),
      ],
    }
  })
}

/** How far the second sheet of a folded section stands out, px. */
export const foldReach = 3

/** A folded section: a box with its title and how it stands. */
export function drawFold(
  graph: ArgumentGraph,
  box: NodeBox,
  section: SectionId,
  colours: PictureColours,
): GroupItem {
  const { side, headTop, headHeight, iconSize, headGap, textTop, lineHeight, footTop, footHeight } = anatomy
  const { width, height, text, balance = '' } = box
  const inset = 0.75
  const sheet = (by: number) => roundedRect(inset + by, inset + by, width - 2 * inset, height - 2 * inset)
  const border = { stroke: colours.outline, strokeWidth: 1.5 }
  const tint = tintOf(graph, section, colours)
  const [left, right] = [side, width - side]
  const top = headTop + headHeight + textTop
  const small = { size: 11, fill: colours.ink2 } as const
  const balanceTop = top + text.lines.length * lineHeight + footTop
  const items: DrawingItem[] = [
    { kind: 'path', d: sheet(foldReach), fill: colours.page, ...border },
    { kind: 'path', d: sheet(0), fill: colours.page },
    { kind: 'path', d: sheet(0), fill: tint.colour, fillOpacity: tint.opacity, ...border },
    sectionIcon({
      x: side,
      y: headTop + (headHeight - iconSize) / 2,
      size: iconSize,
      colour: colours.ink2,
    }),
    {
      kind: 'text',
      text: 'Section',
      x: side + iconSize + headGap,
      y: baselineIn(headTop, headHeight, small.size),
      weight: 600,
      ...small,
    },
    ...setLines(text.lines, { size: 14, weight: 600, fill: colours.ink }, { left, right, top, lineHeight }),
    {
      kind: 'text',
      text: balance,
      x: side,
      y: baselineIn(balanceTop, footHeight, small.size),
      weight: 500,
      ...small,
    },
  ]
  const title = `Folded section: ${oneLine(graph.sections[section]?.title ?? '')}`
  return {
    kind: 'group',
    role: 'fold',
    element: section,
    title,
    description: balance,
    at: [box.x, box.y],
    items,
  }
}

function tintOf({ sections }: ArgumentGraph, id: SectionId, colours: PictureColours): Tint {
  const place = Math.max(0, Object.keys(sections).indexOf(id))
  return colours.sections[place % colours.sections.length] ?? colours.sections[0]
}

function roundedRect(x: number, y: number, width: number, height: number): string {
  const r = Math.min(radius, width / 2, height / 2)
  const [right, bottom] = [x + width, y + height]
  return (
    `M${x + r} ${y}H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}` +
    `H${x + r}A${r} ${r} 0 0 1 ${x} ${bottom - r}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`
  )
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/**
 * Sections: the tinted areas behind their statements, with their titles, and the boxes that stand for
 * folded ones; tints as on the screen.
 */
import type { ArgumentGraph, SectionId } from '../../model/graph.ts'
import type { TextMeasurer } from '../../scene/measure/text-measurer.ts'
import { anatomy } from '../../scene/node-anatomy.ts'
import type { Box, NodeBox, Scene, SectionFrame } from '../../scene/scene.ts'
import type { PictureColours, Tint } from './colours.ts'
import type { DrawingItem, GroupItem, TextItem } from './drawing.ts'
import { sectionIcon } from './icons.ts'
import { baselineIn, setLines } from './text.ts'

const radius = 14

/** A group per area. */
export function drawFrames(graph: ArgumentGraph, scene: Scene, colours: PictureColours): GroupItem[] {
  return scene.frames.map((frame) => {
    const { id, title, x, y, width, height } = frame
    const tint = tintOf(graph, id, colours)
    const name = oneLine(title)
    return {
      kind: 'group',
      role: 'frame',
      element: id,
      ...(name !== '' && { title: `Section: ${name}` }),
      at: [x, y],
      items: [
        { kind: 'path', d: roundedRect(0, 0, width, height), fill: tint.colour, fillOpacity: tint.opacity },
        ...titleOf(frame, colours),
      ],
    }
  })
}

function titleOf({ title, width }: SectionFrame, { ink2 }: PictureColours): TextItem[] {
  const look = { size: titleLook.size, weight: titleLook.weight, fill: ink2 }
  return setLines([oneLine(title)], look, { left: 14, right: width - 14, top: 6, lineHeight: 18 })
}

const titleLook = { size: 13, weight: 600 } as const

/** Where the titles of areas stand, so that no word of a relation is put over one. */
export function titlePlaces(scene: Scene, colours: PictureColours, measurer: TextMeasurer): Box[] {
  return scene.frames.flatMap((frame) =>
    titleOf(frame, colours).map(({ text, x, y, direction }) => {
      const width = measurer.widthOf(text, titleLook)
      return { x: frame.x + (direction === 'rtl' ? x - width : x), y: frame.y + y - 13, width, height: 17 }
    }),
  )
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

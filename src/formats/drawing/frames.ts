/** The tinted areas behind the statements of sections, with their titles; tints as on the screen. */
import type { ArgumentGraph } from '../../model/graph.ts'
import type { Scene } from '../../scene/scene.ts'
import type { PictureColours } from './colours.ts'
import type { GroupItem } from './drawing.ts'
import { setLines } from './text.ts'

const radius = 14

/** A group per area. */
export function drawFrames(graph: ArgumentGraph, scene: Scene, colours: PictureColours): GroupItem[] {
  const order = new Map(Object.keys(graph.sections).map((id, index) => [id, index]))
  return scene.frames.map(({ id, title, x, y, width, height }) => {
    const tint = colours.sections[(order.get(id) ?? 0) % colours.sections.length] ?? colours.sections[0]
    const r = Math.min(radius, width / 2, height / 2)
    const d =
      `M${r} 0H${width - r}A${r} ${r} 0 0 1 ${width} ${r}V${height - r}A${r} ${r} 0 0 1 ${width - r} ${height}` +
      `H${r}A${r} ${r} 0 0 1 0 ${height - r}V${r}A${r} ${r} 0 0 1 ${r} 0Z`
    const look = { size: 13, weight: 600, fill: colours.ink2 } as const
    const line = title.replaceAll(/\s+/g, ' ').trim()
    return {
      kind: 'group',
      role: 'frame',
      element: id,
      ...(line !== '' && { title: `Section: ${line}` }),
      at: [x, y],
      items: [
        { kind: 'path', d, fill: tint.colour, fillOpacity: tint.opacity },
        ...setLines([line], look, { left: 14, right: width - 14, top: 8, lineHeight: 18 }),
      ],
    }
  })
}

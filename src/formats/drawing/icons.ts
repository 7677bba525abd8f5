/**
 * The icons of kinds and standings as paths, at the size and place where they are drawn: the lucide icons
 * of the screen, from that library's plain data (24 px squares, strokes of 2 px).
 */
import {
  Bookmark,
  CircleCheck,
  CircleDashed,
  CircleX,
  FileText,
  Flag,
  Group,
  Lightbulb,
  MessageCircleQuestion,
  ShieldAlert,
  StickyNote,
  UnfoldVertical,
  type IconNode,
} from 'lucide'
import { nodeKinds, type NodeKind } from '../../model/kinds.ts'
import type { Standing } from '../../reasoning/evaluation.ts'
import type { Colour, PathItem } from './drawing.ts'

const icons = {
  Bookmark,
  CircleCheck,
  CircleDashed,
  CircleX,
  FileText,
  Flag,
  Group,
  Lightbulb,
  MessageCircleQuestion,
  ShieldAlert,
  StickyNote,
  UnfoldVertical,
} as const satisfies Record<string, IconNode>

type IconName = keyof typeof icons

const kindIcons: Readonly<Record<NodeKind, IconName>> = {
  claim: nodeKinds.claim.icon,
  evidence: nodeKinds.evidence.icon,
  recommendation: nodeKinds.recommendation.icon,
  counterpoint: nodeKinds.counterpoint.icon,
  assumption: nodeKinds.assumption.icon,
  issue: nodeKinds.issue.icon,
  note: nodeKinds.note.icon,
}

const standingIcons: Readonly<Record<Standing, IconName>> = {
  holds: 'CircleCheck',
  unresolved: 'CircleDashed',
  falls: 'CircleX',
}

export interface IconPlace {
  readonly x: number
  readonly y: number
  /** Width and height, px. */
  readonly size: number
  readonly colour: Colour
}

/** The icon of a kind of node. */
export function kindIcon(kind: NodeKind, place: IconPlace): PathItem {
  return drawIcon(kindIcons[kind], place)
}

/** The sign for how something stands, as on the screen: told apart by shape. */
export function standingIcon(standing: Standing, place: IconPlace): PathItem {
  return drawIcon(standingIcons[standing], place)
}

/** The sign of a collapsed branch. */
export function unfoldIcon(place: IconPlace): PathItem {
  return drawIcon('UnfoldVertical', place)
}

/** The icon of a folded section. */
export function sectionIcon(place: IconPlace): PathItem {
  return drawIcon('Group', place)
}

function drawIcon(name: IconName, { x, y, size, colour }: IconPlace): PathItem {
  return {
    kind: 'path',
    d: iconPath(name, x, y, size),
    stroke: colour,
    strokeWidth: round((2 * size) / 24),
    roundCaps: true,
  }
}

/** Paths by name and place: most icons stand in the same place of their box. */
const known = new Map<string, string>()

/** Far more than there are different places. */
const mostKnown = 5000

function iconPath(name: IconName, x: number, y: number, size: number): string {
  const key = `${name} ${x} ${y} ${size}`
  let path = known.get(key)
  if (path === undefined) {
    if (known.size >= mostKnown) known.clear()
    path = icons[name].map((shape) => placed(dataOf(shape), x, y, size / 24)).join('')
    known.set(key, path)
  }
  return path
}

/** Path data of one shape of an icon. */
function dataOf([tag, attributes]: IconNode[number]): string {
  if (tag === 'path' && attributes['d'] !== undefined) return String(attributes['d'])
  if (tag === 'circle') {
    const [cx, cy, r] = [Number(attributes['cx']), Number(attributes['cy']), Number(attributes['r'])]
    return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
  }
  if (tag === 'rect') {
    const [x, y, rx] = [Number(attributes['x']), Number(attributes['y']), Number(attributes['rx'] ?? 0)]
    const [width, height] = [Number(attributes['width']), Number(attributes['height'])]
    const corner = (dx: number, dy: number) => `a${rx} ${rx} 0 0 1 ${dx} ${dy}`
    return (
      `M${x + rx} ${y}h${width - 2 * rx}${corner(rx, rx)}v${height - 2 * rx}${corner(-rx, rx)}` +
      `h${2 * rx - width}${corner(-rx, -rx)}v${2 * rx - height}${corner(rx, -rx)}z`
    )
  }
  throw new Error(`icons are drawn from paths, circles and rectangles, not from "${tag}"`)
}

const commands = /([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)/g
const numbers = /[-+]?(?:\d+\.?\d*|\.\d+)/g

/** Path data moved and scaled. Absolute commands take both, relative ones only the scale. */
function placed(data: string, x: number, y: number, scale: number): string {
  let path = ''
  for (const [, command = '', rest = ''] of data.matchAll(commands)) {
    const values = Array.from(rest.matchAll(numbers), ([value]) => Number(value))
    // A first m is absolute, and what follows its first pair is not; alone it would depend on what is before.
    if (path === '' && command === 'm') {
      path += `M${write('M', values.slice(0, 2), x, y, scale)}`
      if (values.length > 2) path += `l${write('l', values.slice(2), x, y, scale)}`
    } else path += command + write(command, values, x, y, scale)
  }
  return path
}

function write(command: string, values: readonly number[], x: number, y: number, scale: number): string {
  const type = command.toUpperCase()
  const isAbsolute = type === command
  const written = values.map((value, index) => {
    // Of an arc: radii, rotation, two flags, end.
    const place = type === 'A' ? index % 7 : index
    if (type === 'A' && place < 5) return place < 2 ? round(value * scale) : value
    const isX = type === 'A' ? place === 5 : type === 'H' || (type !== 'V' && index % 2 === 0)
    return round(value * scale + (isAbsolute ? (isX ? x : y) : 0))
  })
  return written.join(' ')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

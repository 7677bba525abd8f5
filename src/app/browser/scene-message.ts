/**
 * Scenes on their way from the layout worker to the page. Only what is new travels as objects; what has merely
 * moved travels as numbers in one typed array that is handed over without being copied; what stayed travels as
 * its place in the scene before. Promises: what is read equals what was written, field by field, and every
 * box, path and list that is as before is the very same object as before. Messages are read in the order in
 * which they were written, each once.
 */
import type { Direction } from '../../model/kinds.ts'
import type { Box, Junction, NodeBox, Scene, ScenePath, SectionFrame } from '../../scene/scene.ts'

/** A scene as told from the one before. */
export interface SceneMessage {
  readonly direction: Direction
  readonly bounds: Box
  readonly frames: readonly SectionFrame[]
  readonly nodes: ListMessage<Omit<NodeBox, keyof Box>>
  readonly junctions: ListMessage<Omit<Junction, keyof Box>>
  readonly paths: ListMessage<Omit<ScenePath, 'points' | 'sign'>>
}

/** A list of boxes or paths. */
interface ListMessage<Content> {
  /**
   * For each item: the place in the list before of the very same item, `fresh` for the next of `contents`, or
   * `movedFrom(place)` for one that says the same as the one at that place. Undefined for the same list.
   */
  readonly places: Int32Array | undefined
  readonly contents: readonly Content[]
  /** The numbers of fresh and moved items, one after the other. */
  readonly numbers: Float64Array
}

const fresh = -1
const movedFrom = (place: number) => -2 - place

/** How items of one kind are taken apart into what they say and numbers, and put together again. */
interface ItemKind<Item, Content> {
  readonly nameOf: (item: Item) => string
  readonly contentOf: (item: Item) => Content
  readonly saysSame: (a: Item, b: Item) => boolean
  /** Writes the item's numbers at the end of the list. */
  readonly write: (item: Item, numbers: number[]) => void
  /** The item with this content and the numbers from `at` on, and where the next one's begin. */
  readonly read: (content: Content, numbers: Float64Array, at: number) => readonly [item: Item, next: number]
  readonly isPlacedSame: (a: Item, b: Item) => boolean
}

/** Tells scenes one after the other. */
export function createSceneWriter(): (scene: Scene) => {
  readonly message: SceneMessage
  /** To be handed over with the message. */
  readonly transfer: ArrayBufferLike[]
} {
  const nodes = createListWriter(nodeKind)
  const junctions = createListWriter(junctionKind)
  const paths = createListWriter(pathKind)
  return (scene) => {
    const message: SceneMessage = {
      direction: scene.direction,
      bounds: scene.bounds,
      frames: scene.frames,
      nodes: nodes(scene.nodes),
      junctions: junctions(scene.junctions),
      paths: paths(scene.paths),
    }
    const lists = [message.nodes, message.junctions, message.paths]
    const transfer = lists.flatMap(({ places, numbers }) => [
      ...(places ? [places.buffer] : []),
      numbers.buffer,
    ])
    return { message, transfer }
  }
}

/** Puts scenes together again, from the messages of one writer. */
export function createSceneReader(): (message: SceneMessage) => Scene {
  let nodes: readonly NodeBox[] = []
  let junctions: readonly Junction[] = []
  let paths: readonly ScenePath[] = []
  return (message) => {
    nodes = readList(nodeKind, nodes, message.nodes)
    junctions = readList(junctionKind, junctions, message.junctions)
    paths = readList(pathKind, paths, message.paths)
    const { direction, bounds, frames } = message
    return { direction, bounds, nodes, junctions, paths, frames }
  }
}

function createListWriter<Item, Content>(
  kind: ItemKind<Item, Content>,
): (items: readonly Item[]) => ListMessage<Content> {
  let before: readonly Item[] = []
  let placeOf = new Map<string, number>()
  return (items) => {
    const places = new Int32Array(items.length)
    const contents: Content[] = []
    const numbers: number[] = []
    let isSame = items.length === before.length
    for (const [index, item] of items.entries()) {
      const place = placeOf.get(kind.nameOf(item))
      const old = place === undefined ? undefined : before[place]
      if (place === undefined || old === undefined || !kind.saysSame(old, item)) {
        places[index] = fresh
        contents.push(kind.contentOf(item))
        kind.write(item, numbers)
      } else if (kind.isPlacedSame(old, item)) {
        places[index] = place
      } else {
        places[index] = movedFrom(place)
        kind.write(item, numbers)
      }
      isSame &&= places[index] === index
    }
    before = items
    if (!isSame) placeOf = new Map(items.map((item, index) => [kind.nameOf(item), index]))
    return { places: isSame ? undefined : places, contents, numbers: Float64Array.from(numbers) }
  }
}

function readList<Item extends Content, Content>(
  kind: ItemKind<Item, Content>,
  before: readonly Item[],
  { places, contents, numbers }: ListMessage<Content>,
): readonly Item[] {
  if (!places) return before
  const items: Item[] = []
  let [nextContent, at] = [0, 0]
  for (const place of places) {
    const same = place >= 0 ? before[place] : undefined
    if (same !== undefined) {
      items.push(same)
      continue
    }
    const content = place === fresh ? contents[nextContent] : before[movedFrom(place)]
    if (place === fresh) nextContent += 1
    if (content === undefined) throw new Error('a scene was told from one that was not read')
    const [item, next] = kind.read(content, numbers, at)
    items.push(item)
    at = next
  }
  return items
}

function isSameBox(a: Box, b: Box): boolean {
  return (
    Object.is(a.x, b.x) && Object.is(a.y, b.y) && Object.is(a.width, b.width) && Object.is(a.height, b.height)
  )
}

function writeBox({ x, y, width, height }: Box, numbers: number[]): void {
  numbers.push(x, y, width, height)
}

/** A number that is known to be there. */
function numberAt(numbers: Float64Array, at: number): number {
  return numbers[at] ?? Number.NaN
}

function boxAt(numbers: Float64Array, at: number): Box {
  return {
    x: numberAt(numbers, at),
    y: numberAt(numbers, at + 1),
    width: numberAt(numbers, at + 2),
    height: numberAt(numbers, at + 3),
  }
}

const nodeKind: ItemKind<NodeBox, Omit<NodeBox, keyof Box>> = {
  nameOf: ({ id }) => id,
  contentOf: ({ x: _x, y: _y, width: _width, height: _height, ...content }) => content,
  saysSame: (a, b) =>
    // The text of a record that stayed is the very same: measured once.
    a.text === b.text &&
    a.pinned === b.pinned &&
    a.section === b.section &&
    a.balance === b.balance &&
    a.verdict === b.verdict &&
    (a.hidden === b.hidden ||
      (a.hidden !== undefined &&
        b.hidden !== undefined &&
        a.hidden.nodes === b.hidden.nodes &&
        a.hidden.for === b.hidden.for &&
        a.hidden.against === b.hidden.against)),
  isPlacedSame: isSameBox,
  write: writeBox,
  read: (content, numbers, at) => [{ ...content, ...boxAt(numbers, at) }, at + 4],
}

const junctionKind: ItemKind<Junction, Omit<Junction, keyof Box>> = {
  nameOf: ({ id }) => id,
  contentOf: ({ id }) => ({ id }),
  saysSame: () => true,
  isPlacedSame: isSameBox,
  write: writeBox,
  read: ({ id }, numbers, at) => [{ id, ...boxAt(numbers, at) }, at + 4],
}

const pathKind: ItemKind<ScenePath, Omit<ScenePath, 'points' | 'sign'>> = {
  nameOf: ({ key }) => key,
  contentOf: ({ key, id, part, from, to }) => ({ key, id, part, from, to }),
  saysSame: (a, b) => a.id === b.id && a.part === b.part && a.from === b.from && a.to === b.to,
  isPlacedSame: (a, b) =>
    a === b ||
    (a.points.length === b.points.length &&
      isSamePoint(a.sign, b.sign) &&
      a.points.every((point, index) => isSamePoint(point, b.points[index]))),
  // How many points, whether there is a sign, then where they are.
  write: ({ points, sign }, numbers) => {
    numbers.push(points.length, sign ? 1 : 0)
    for (const [x, y] of sign ? [...points, sign] : points) numbers.push(x, y)
  },
  read: ({ key, id, part, from, to }, numbers, at) => {
    const count = numberAt(numbers, at)
    const hasSign = numberAt(numbers, at + 1) === 1
    const first = at + 2
    const pointAt = (index: number) =>
      [numberAt(numbers, first + 2 * index), numberAt(numbers, first + 2 * index + 1)] as const
    const points = Array.from({ length: count }, (_, index) => pointAt(index))
    const path = { key, id, part, from, to, points }
    return hasSign ? [{ ...path, sign: pointAt(count) }, first + 2 * count + 2] : [path, first + 2 * count]
  },
}

type Point = ScenePath['points'][number]

function isSamePoint(a: Point | undefined, b: Point | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Object.is(a[0], b[0]) && Object.is(a[1], b[1]))
}

/** What the reader of AIF says about what is not on the map, or is there otherwise than in the file. */
import { shorten } from '../../model/naming.ts'
import type { ImportNote } from '../conversion.ts'
import type { AifNode, Nodeset } from './nodeset.ts'
import { isStepType, type Fault, type Steps } from './steps.ts'

/** As many notes of one sort are given one by one. */
const most = 100

const dialogue: ReadonlySet<string> = new Set(['L', 'TA', 'YA'])

const stepWords: ReadonlyMap<string, string> = new Map([
  ['RA', 'inference'],
  ['CA', 'conflict'],
  ['MA', 'rephrase'],
])

const faultWords: Readonly<Record<Fault, string>> = {
  premise: 'has no premise',
  end: 'leads nowhere',
  itself: 'has its premise as its conclusion',
  circle: 'points at other steps in a circle and never at a statement',
}

/** Everything to say about a nodeset. */
export interface FoundNotes {
  /** On steps that are not on the map, by the id of the S-node. */
  readonly faults: readonly { readonly id: string; readonly note: ImportNote }[]
  /** On how steps were read, which a slot of ours may set right. */
  readonly readings: readonly ImportNote[]
  readonly others: readonly ImportNote[]
}

/** The notes to show, worst first; without those on steps that are on the map after all. */
export function listNotes(
  { faults, readings, others }: FoundNotes,
  hasSlot: boolean,
  isOnMap: (id: string) => boolean,
): ImportNote[] {
  const incomplete = faults.flatMap(({ id, note: one }) => (hasSlot && isOnMap(id) ? [] : [one]))
  return [...capped(incomplete, 'incomplete steps are'), ...(hasSlot ? [] : readings), ...others]
}

/** What there is to say about a nodeset and its steps. */
export function notesOn(
  nodeset: Nodeset,
  { steps, direct, dangling, repeated, cut }: Steps,
  twins: readonly AifNode[],
): FoundNotes {
  const faulty = [...steps].flatMap(([id, { node, fault }]): FoundNotes['faults'] => {
    if (!fault) return []
    const word = stepWords.get(node.type) ?? 'step'
    const message = `The ${word} ${faultWords[fault]}, so it is kept with the document, but not on the map; complete it there or in the program it comes from.`
    return [{ id, note: { place: `node ${shorten(id)}`, message } }]
  })
  const doubled = twins.map(({ id, type }): ImportNote => ({
    place: `node ${shorten(id)}`,
    message:
      type === 'I'
        ? 'Two nodes have this id; the later one is on the map under another, and all edges lead to the first.'
        : 'Two nodes have this id; the later one is kept with the document, and all edges lead to the first.',
  }))
  const straight = direct.map(({ from, to }): ImportNote => ({
    place: `edge from ${shorten(from)} to ${shorten(to)}`,
    message: 'One statement points straight at another; this is read as support.',
  }))
  const parted = [...steps.values()].filter(
    ({ ends, fault, isSymmetric }) => !fault && !isSymmetric && ends.length > 1,
  )
  return {
    faults: faulty,
    readings: [
      ...capped(straight, 'edges between statements are'),
      ...note(
        cut,
        'edge leads from a step to one that is not on the map, or back to its own premise',
        'edges lead from steps to others that are not on the map, or back to their own premises',
        'kept with the document',
      ),
      ...note(
        parted.length,
        'step has several conclusions',
        'steps have several conclusions',
        'read as one relation for each',
      ),
    ],
    others: [
      ...capped(doubled, 'nodes with an id that stands twice are'),
      ...countNotes(nodeset, dangling, repeated),
    ],
  }
}

function countNotes({ nodes }: Nodeset, dangling: number, repeated: number): ImportNote[] {
  const count = (isCounted: (type: string) => boolean): number =>
    nodes.filter(({ type }) => isCounted(type)).length
  const locutions = count((type) => type === 'L')
  const talk = count((type) => dialogue.has(type))
  const preferences = count((type) => type === 'PA')
  const others = count((type) => type !== 'I' && type !== 'PA' && !dialogue.has(type) && !isStepType(type))
  return [
    ...note(
      dangling,
      'edge leads from or to a node that is not there',
      'edges lead from or to nodes that are not there',
      'kept with the document',
    ),
    ...note(repeated, 'edge repeats another one', 'edges repeat others', 'kept with the document'),
    ...note(
      others,
      'node is of a type that AIF does not have',
      'nodes are of types that AIF does not have',
      'kept with the document, not on the map',
    ),
    ...note(
      preferences,
      'preference has no relation here',
      'preferences have no relation here',
      'kept with the document, not on the map',
    ),
    ...(talk === 0
      ? []
      : [
          {
            message: `The dialogue around the argument (${locutions} ${locutions === 1 ? 'locution' : 'locutions'}) is kept with the document and written again to AIF, but is not on the map.`,
          },
        ]),
  ]
}

function note(count: number, one: string, many: string, what: string): ImportNote[] {
  if (count === 0) return []
  return [{ message: count === 1 ? `1 ${one}; it is ${what}.` : `${count} ${many}; they are ${what}.` }]
}

function capped(notes: readonly ImportNote[], what: string): ImportNote[] {
  const more = notes.length - most
  if (more <= 0) return [...notes]
  return [...notes.slice(0, most), { message: `${more} more ${what} not listed one by one.` }]
}

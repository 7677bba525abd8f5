/**
 * Breaks JSON texts in the ways files get broken: by disks and networks (bytes lost, flipped, repeated),
 * by hands (values swapped, renamed, of another type) and by malice (names that reach prototypes).
 * Seeded: one seed gives one mutation of a text.
 */

/** A generator of numbers from 0 up to 1, the same for the same seed (mulberry32, Tommy Ettinger 2017). */
function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The text after one to three mutations. */
export function mutate(text: string, seed: number): string {
  const random = seededNumbers(seed)
  let mutated = text
  for (let count = 1 + pickIndex(random, 3); count > 0; count -= 1) {
    mutated = random() < 0.4 ? mutateText(mutated, random) : mutateValue(mutated, random)
  }
  return mutated
}

type Random = () => number

const hostileNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  '7',
  'a b',
  'c1',
  'r4',
  '\u202e',
]

const hostileValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  '',
  '__proto__',
  'constructor',
  'c1',
  'r4',
  'r6',
  'claim',
  'supports',
  [],
  {},
  [[]],
  ['c1'],
  ['e1', 'e1'],
  { kind: 'claim', text: 'x' },
  { kind: 'attacks', from: ['k1'], to: 'r4' },
  'x'.repeat(200),
]

function mutateText(text: string, random: Random): string {
  const at = pickIndex(random, text.length)
  const end = at + 1 + pickIndex(random, random() < 0.5 ? 3 : 200)
  const to = pickIndex(random, text.length)
  switch (pickIndex(random, 7)) {
    case 0:
      return (
        text.slice(0, at) +
        String.fromCharCode(text.charCodeAt(at) ^ (1 << pickIndex(random, 8))) +
        text.slice(at + 1)
      )
    case 1:
      return text.slice(0, at) + text.slice(end)
    case 2:
      return text.slice(0, at)
    case 3:
      return text.slice(0, end) + text.slice(at)
    case 4:
      return text.slice(0, to) + text.slice(at, end) + text.slice(to)
    case 5:
      return (
        text.slice(0, at) +
        pick(random, ['"', '{', '}', '[', ']', ',', ':', '\\', '\u0000', '\uFEFF', '1e999']) +
        text.slice(at)
      )
    default:
      return text.replaceAll(
        pick(random, ['"kind"', '"from"', '"to"', '"text"', '"c1"', '"nodes"']),
        () => `"${pick(random, ['__proto__', 'kind', 'c2'])}"`,
      )
  }
}

/** Changes the parsed value and writes it again; a text that is no JSON any more stays as it is. */
function mutateValue(text: string, random: Random): string {
  const members = membersOf(text)
  if (members.length === 0) return text
  const { holder, key } = pick(random, members)
  const other = pick(random, members)
  switch (pickIndex(random, 6)) {
    case 0:
      define(holder, key, pick(random, hostileValues))
      break
    case 1:
      Reflect.deleteProperty(holder, key)
      break
    case 2: {
      const value: unknown = Reflect.get(holder, key)
      Reflect.deleteProperty(holder, key)
      define(holder, pick(random, hostileNames), value)
      break
    }
    case 3: {
      // A copy, so that no value comes to hold itself.
      const value: unknown = structuredClone(Reflect.get(other.holder, other.key))
      define(holder, key, value)
      break
    }
    case 4:
      define(holder, key, [structuredClone(Reflect.get(holder, key))])
      break
    default:
      define(holder, pick(random, hostileNames), pick(random, hostileValues))
  }
  return JSON.stringify(members[0]?.holder, undefined, 2)
}

interface Member {
  readonly holder: object
  readonly key: string
}

/** Every member of every object and list, the root's first; none if the text is no JSON. */
function membersOf(text: string): Member[] {
  const members: Member[] = []
  const open: unknown[] = [parse(text)]
  for (let value = open.shift(); value !== undefined; value = open.shift()) {
    if (typeof value !== 'object' || value === null) continue
    for (const key of Object.keys(value)) {
      members.push({ holder: value, key })
      open.push(Reflect.get(value, key))
    }
  }
  return members
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Defined, not assigned, so that "__proto__" becomes a member like any other. */
function define(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key === 'length' ? '0' : key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  })
}

function pickIndex(random: Random, length: number): number {
  return Math.floor(random() * length)
}

function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[pickIndex(random, list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

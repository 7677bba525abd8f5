/**
 * The inferences of a reconstructed argument in Argunet: a numbered list of premises and conclusions, in which a
 * conclusion may say in words what it follows from ("From (1) and (3-5)"). One that does not follows from
 * everything before it that nothing was concluded from yet.
 */
import type { XmlElement } from '../xml.ts'

interface Inference {
  /** Places in the list, from 0. */
  readonly from: readonly number[]
  /** Undefined where an argument has no conclusion. */
  readonly to: number | undefined
  /** The words that say what it follows from. */
  readonly pattern?: string
}

/** The inferences in their order, and of how many it is not said what they follow from although it could be several things. */
export function inferencesIn(propositions: readonly XmlElement[]): {
  readonly inferences: readonly Inference[]
  readonly guessed: number
} {
  const inferences: Inference[] = []
  const open = new Set<number>()
  const numbers = new Map(
    propositions.map(({ attributes }, index) => [attributes.get('index') ?? String(index + 1), index]),
  )
  const conclusions = propositions.filter(isConclusion).length
  let guessed = 0
  for (const [index, proposition] of propositions.entries()) {
    if (isConclusion(proposition)) {
      const pattern = proposition.attributes.get('pattern')?.trim()
      const said = [...numbersIn(pattern ?? '')].flatMap((number) => numbers.get(String(number)) ?? [])
      const isSaid = said.length > 0 && said.length <= most && said.every((one) => one < index)
      const from = isSaid ? said : [...open]
      if (!isSaid && conclusions > 1) guessed += 1
      for (const one of from) open.delete(one)
      inferences.push({ from, to: index, ...(pattern ? { pattern } : {}) })
    }
    open.add(index)
  }
  return conclusions === 0
    ? { inferences: [{ from: [...open], to: undefined }], guessed }
    : { inferences, guessed }
}

/** The type is written "prelimary-conclusion" there. */
function isConclusion({ attributes }: XmlElement): boolean {
  return /conclusion/i.test(attributes.get('type') ?? '')
}

/** As many premises are taken from the words of one conclusion; no argument has more. */
const most = 100

/** "From (1), 3-5 and 7" names 1, 3, 4, 5 and 7. What names more than anybody writes is cut short. */
function numbersIn(pattern: string): Set<number> {
  const numbers = new Set<number>()
  for (const [, first = '', last] of pattern
    .slice(0, 1000)
    .matchAll(/(\d{1,3})(?:\)?\s{0,9}[-–]\s{0,9}\(?(\d{1,3}))?/g)) {
    const end = Number(last ?? first)
    for (let number = Number(first); number <= end && numbers.size <= most; number += 1) numbers.add(number)
  }
  return numbers
}

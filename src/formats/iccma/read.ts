/**
 * Reads abstract frameworks as the argumentation competitions exchange them (ICCMA): `arg(a).` and
 * `att(a,b).` facts, with `sup(a,b).` where supports are known too; ids, a line `#`, and pairs; `p af 3` and
 * pairs of numbers. The attacker stands first. Sentences in comments of the form "argument 7 corresponds to
 * the sentence …", or names, one a line, become the texts.
 */
import type { RelationKind } from '../../model/kinds.ts'
import { Assembly } from '../assembly.ts'
import { importLimits, type Reader } from '../conversion.ts'
import { failed, linesOf, refusalOfSize, type ReadResult } from '../import-error.ts'

/** Reads a framework in any of the three notations. */
export const readIccma: Reader = async (text) => Promise.resolve(refusalOfSize(text) ?? read(linesOf(text)))

function read(lines: readonly string[]): ReadResult {
  const first = lines.find((line) => line.trim() !== '' && !isComment(line))?.trim() ?? ''
  const framework = new Framework()
  const fault = first.startsWith('p ')
    ? readNumbered(lines, framework)
    : /^(arg|att|sup|support|attack)\s*\(/.test(first)
      ? readFacts(lines, framework)
      : readPairs(lines, framework)
  return fault ?? framework.finish()
}

/** In facts a comment begins with %, elsewhere with #; a lone # parts ids from pairs. */
function isComment(line: string): boolean {
  return /^\s*(%|#\s*\S)/.test(line)
}

function unreadable(index: number, expected: string): ReadResult {
  return failed(
    'unreadable',
    `The line is not ${expected}; correct it in a text editor, or export the framework again.`,
    `line ${index + 1}`,
  )
}

/** Facts may share a line; the last one may be cut off, as in files that ended too early. */
function readFacts(lines: readonly string[], framework: Framework): ReadResult | undefined {
  for (const [index, line] of lines.entries()) {
    const comment = /^\s*%\s*argument (\S+) corresponds to the sentence (.*)$/.exec(line)
    if (comment) framework.name(comment[1] ?? '', comment[2] ?? '')
    if (isComment(line)) continue
    for (const fact of line.split(/(?<=\))\s*\./)) {
      const words = fact.trim()
      if (words === '') continue
      const match = /^(arg|att|sup)\s*\(([^(),]*)(?:,([^(),]*))?\)$/.exec(words)
      const [, kind, one = '', other] = match ?? []
      const isPair = other !== undefined
      if (!match || isPair === (kind === 'arg')) {
        const isLast = lines.slice(index + 1).every((rest) => rest.trim() === '')
        if (!isLast) return unreadable(index, 'a fact such as “arg(a).” or “att(a,b).”')
        framework.note('The file ends in the middle of a fact, which was left out.', `line ${index + 1}`)
      } else if (kind === 'arg') framework.add(one.trim())
      else framework.relate(kind === 'att' ? 'attacks' : 'supports', one.trim(), other?.trim() ?? '', index)
    }
    if (framework.isTooLarge) break
  }
  return undefined
}

/** Trivial graph format: ids with anything after them, "#", pairs. */
function readPairs(lines: readonly string[], framework: Framework): ReadResult | undefined {
  let inPairs = false
  for (const [index, line] of lines.entries()) {
    const words = line.trim().split(/\s+/)
    const [one = '', other] = words
    if (one === '') continue
    if (one === '#' && words.length === 1) inPairs = true
    else if (!inPairs) {
      framework.add(one)
      if (other !== undefined) framework.name(one, line.trim().slice(one.length).trim())
    } else if (other === undefined) return unreadable(index, 'a pair of ids')
    else framework.relate('attacks', one, other, index)
    if (framework.isTooLarge) break
  }
  return undefined
}

/** "p af N", then pairs of numbers from 1 to N; comments that name every argument, in order, are their texts. */
function readNumbered(lines: readonly string[], framework: Framework): ReadResult | undefined {
  const names: string[] = []
  let count: number | undefined
  for (const [index, line] of lines.entries()) {
    const words = line.trim()
    if (words === '') continue
    if (words.startsWith('#')) {
      names.push(words.slice(1).trim())
      continue
    }
    const header = /^p\s+af\s+(\d{1,9})$/.exec(words)
    if (count === undefined) {
      if (!header) return unreadable(index, 'a header such as “p af 3”')
      count = Number(header[1])
      if (count > importLimits.records) return framework.tooLarge()
      for (let number = 1; number <= count; number += 1) framework.add(String(number))
      continue
    }
    const [, one = '', other = ''] = /^(\d{1,9})\s+(\d{1,9})$/.exec(words) ?? []
    if (one === '') return unreadable(index, 'a pair of numbers')
    framework.relate('attacks', String(Number(one)), String(Number(other)), index)
    if (framework.isTooLarge) break
  }
  if (names.length === count) names.forEach((name, index) => framework.name(String(index + 1), name))
  return undefined
}

/** Collects arguments by their ids, which are their texts until a sentence is found. */
class Framework {
  private readonly assembly = new Assembly('iccma')
  private readonly names = new Map<string, string>()
  private unknown = 0
  private loops = 0
  private pairs = 0

  get isTooLarge(): boolean {
    return this.assembly.isTooLarge
  }

  add(id: string): void {
    this.assembly.addNode(keyOf(id), { id, text: id })
  }

  name(id: string, sentence: string): void {
    if (sentence !== '') this.names.set(id, sentence)
  }

  note(message: string, place: string): void {
    this.assembly.note(message, place)
  }

  /** Arguments that only relations mention are there too. */
  relate(kind: RelationKind, from: string, to: string, line: number): void {
    for (const id of [from, to]) {
      if (this.assembly.has(keyOf(id))) continue
      this.unknown += 1
      this.add(id)
    }
    if (from === to) this.loops += 1
    this.pairs += 1
    this.assembly.addRelation(`relation ${this.pairs}`, {
      kind,
      from: [keyOf(from)],
      to: keyOf(to),
      place: `line ${line + 1}`,
    })
  }

  tooLarge(): ReadResult {
    return failed(
      'tooLarge',
      `The file has more than ${importLimits.records} arguments, which is the most that can be worked with.`,
    )
  }

  finish(): ReadResult {
    for (const [id, text] of this.names) this.assembly.amendNode(keyOf(id), { text })
    this.assembly.noteCount(
      this.unknown,
      'argument is only mentioned in relations and was added',
      'arguments are only mentioned in relations and were added',
    )
    this.assembly.noteCount(
      this.loops,
      'argument attacks itself',
      'arguments attack themselves',
      ', which no map can show',
    )
    return this.assembly.finish()
  }
}

function keyOf(id: string): string {
  return `argument ${id}`
}

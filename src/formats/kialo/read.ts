/**
 * Reads the text export of Kialo: numbered claims, whose number says what they stand under and whose word
 * (Pro or Con) how. `-> See 1.2.` repeats a claim: one more relation of the same statement, with a stance of
 * its own. A question with several theses is an issue that recommendations answer. Links stay Markdown.
 */
import type { RelationKind } from '../../model/kinds.ts'
import { Assembly } from '../assembly.ts'
import { importLimits, type Reader } from '../conversion.ts'
import { failed, linesOf, refusalOfSize, type ReadResult } from '../import-error.ts'

/** Reads a discussion as Kialo exports it to text. */
export const readKialo: Reader = async (text) => Promise.resolve(refusalOfSize(text) ?? read(text))

interface Claim {
  readonly number: string
  readonly stance: string | undefined
  /** From 1. */
  readonly line: number
  readonly lines: string[]
}

function read(text: string): ReadResult {
  const { title, before, claims } = claimsIn(linesOf(text))
  if (claims.length === 0 && title === undefined) {
    return failed(
      'unreadable',
      'There is no claim with a number such as “1.1. Pro: …” in the text; export the discussion from Kialo as text once more.',
    )
  }
  const deep = claims.find(({ number }) => number.split('.').length > importLimits.depth)
  if (deep) {
    return failed(
      'tooDeep',
      `The claim is nested more than ${importLimits.depth} deep; leave out the deepest ones.`,
      `line ${deep.line}`,
    )
  }
  return new Discussion(claims).assemble(title, before)
}

/** Claims with the lines that continue them; what stands before the first is the title, and words about it. */
function claimsIn(lines: readonly string[]): {
  readonly title: string | undefined
  readonly before: string
  readonly claims: readonly Claim[]
} {
  const claims: Claim[] = []
  const numbers = new Set<string>()
  const before: string[] = []
  let title: string | undefined
  for (const [index, line] of lines.entries()) {
    const match = /^(\d{1,9}(?:\.\d{1,9})*)\.(?: |$)(?:(Pro|Con):(?: |$))?/.exec(
      // A longer number is none; so the pattern has an end.
      line.slice(0, 6000),
    )
    const current = claims.at(-1)
    const [whole = '', number = '', stance] = match ?? []
    if (match && (stance !== undefined || opensClaim(number, numbers, current))) {
      numbers.add(number)
      claims.push({ number, stance, line: index + 1, lines: [line.slice(whole.length)] })
    } else if (current) current.lines.push(line)
    else if (title === undefined && /^\s*Discussion Title:/i.test(line))
      title = line.replace(/^[^:]*:/, '').trim()
    else before.push(line)
  }
  return { title, before: before.join('\n').trim(), claims }
}

/** A number without a stance may also be that of a list within a claim. */
function opensClaim(number: string, numbers: ReadonlySet<string>, current: Claim | undefined): boolean {
  if (numbers.has(number)) return false
  const parent = parentOf(number)
  if (parent !== undefined) return numbers.has(parent)
  const isListed = current?.lines.some((line) => line.startsWith(`${Number(number) - 1}. `)) ?? false
  return !isListed
}

function parentOf(number: string): string | undefined {
  const dot = number.lastIndexOf('.')
  return dot === -1 ? undefined : number.slice(0, dot)
}

function textOf({ lines }: Claim): string {
  return lines.join('\n').trim()
}

/** The claim that a claim only repeats. */
function repeatedBy(claim: Claim): string | undefined {
  const [first = ''] = claim.lines
  if (!first.startsWith('->') || first.length > 6000) return undefined
  return /^-> ?See (\d+(?:\.\d+)*)\.?$/.exec(textOf(claim))?.[1]
}

class Discussion {
  private readonly assembly = new Assembly('kialo')
  private readonly byNumber = new Map<string, Claim>()
  private readonly questions = new Set<string>()
  private readonly theses = new Set<string>()
  private readonly originals: ReadonlyMap<string, string>
  private stanceless = 0

  constructor(private readonly claims: readonly Claim[]) {
    for (const claim of claims) if (!this.byNumber.has(claim.number)) this.byNumber.set(claim.number, claim)
    this.originals = originalsOf(claims)
  }

  assemble(title: string | undefined, before: string): ReadResult {
    this.findQuestions()
    for (const claim of this.claims) if (this.isThesis(claim)) this.theses.add(this.originalOf(claim.number))
    for (const claim of this.claims) this.add(claim)
    this.assembly.noteCount(
      this.questions.size,
      'question with several theses became an issue',
      'questions with several theses became issues',
      `, and ${this.theses.size === 1 ? 'its thesis a recommendation' : `${this.theses.size} theses recommendations`}`,
    )
    this.assembly.noteCount(
      this.stanceless,
      'claim says neither Pro nor Con and is',
      'claims say neither Pro nor Con and are',
      ' read as support of what stands above',
    )
    return this.assembly.finish({
      ...(title === undefined ? {} : { title }),
      ...(before === '' ? {} : { description: before }),
    })
  }

  /** Claims at the top whose children all say neither Pro nor Con. */
  private findQuestions(): void {
    const answered = new Set<string>()
    const argued = new Set<string>()
    for (const { number, stance } of this.claims) {
      const parent = parentOf(number)
      if (parent === undefined || parentOf(parent) !== undefined) continue
      ;(stance === undefined ? answered : argued).add(parent)
    }
    for (const number of answered) if (!argued.has(number)) this.questions.add(number)
    // What is a reason somewhere else cannot be a question, nor what only repeats another claim.
    for (const [number, original] of this.originals) {
      this.questions.delete(number)
      this.questions.delete(original)
    }
  }

  private isThesis({ number, stance }: Claim): boolean {
    return stance === undefined && this.questions.has(parentOf(number) ?? '')
  }

  private add(claim: Claim): void {
    const { number, stance, line } = claim
    const place = `line ${line}`
    const repeated = repeatedBy(claim)
    const isSecond = this.byNumber.get(number) !== claim
    const key = isSecond ? `${number} ${line}` : number
    if (isSecond) this.assembly.note(`The number ${number} stands twice; both claims are on the map.`, place)
    if (repeated === undefined) {
      const kind = this.questions.has(key) ? 'issue' : this.theses.has(key) ? 'recommendation' : undefined
      this.assembly.addNode(key, { id: number, text: textOf(claim), ...(kind ? { kind } : {}) })
    }
    const parent = parentOf(number)
    if (parent === undefined) return
    const from = repeated === undefined ? key : this.originalOf(repeated)
    this.assembly.addRelation(`relation ${key}`, {
      kind: this.kindOf(claim),
      from: [from],
      to: this.originalOf(parent),
      place,
    })
    if (this.isThesis(claim) && repeated !== undefined)
      this.assembly.amendNode(from, { kind: 'recommendation' })
    if (stance === undefined && !this.isThesis(claim)) this.stanceless += 1
  }

  private kindOf(claim: Claim): RelationKind {
    if (this.isThesis(claim)) return 'addresses'
    return claim.stance === 'Con' ? 'attacks' : 'supports'
  }

  /** A claim, followed through claims that only repeat another. */
  private originalOf(number: string): string {
    return this.originals.get(number) ?? number
  }
}

/** What each claim that repeats another stands for in the end; chains of these may be long. */
function originalsOf(claims: readonly Claim[]): Map<string, string> {
  const next = new Map<string, string>()
  for (const claim of claims) {
    const repeated = repeatedBy(claim)
    if (repeated !== undefined && !next.has(claim.number)) next.set(claim.number, repeated)
  }
  const originals = new Map<string, string>()
  for (const start of next.keys()) {
    const chain: string[] = []
    let at = start
    const seen = new Set<string>()
    while (!originals.has(at) && next.has(at) && !seen.has(at)) {
      seen.add(at)
      chain.push(at)
      at = next.get(at) ?? at
    }
    const end = originals.get(at) ?? at
    for (const number of chain) originals.set(number, end)
  }
  return originals
}

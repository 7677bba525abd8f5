/**
 * Reads JSON text token by token before anything is parsed: tells where it is broken, cut off or nested
 * too deep, and finds what parsing would lose silently: names that stand twice, names that could reach a
 * prototype, numbers beyond all bounds, and the order of ids that are all digits. Linear and iterative.
 */
import { createScanner, type ScanError, type SyntaxKind } from 'jsonc-parser'
import { reservedKeys } from '../../model/ids.ts'
import { problemAt, quoteValue, type Path, type Problem } from '../../model/problem.ts'
import type { OpenError, TextPlace } from './open-error.ts'

export interface Scan {
  /** What is wrong with names and numbers. */
  readonly problems: readonly Problem[]
  /** For records whose digit-only ids stand in another order than a parsed object keeps: the ids as they stand. */
  readonly idOrder: ReadonlyMap<string, readonly string[]>
}

export type ScanFailure =
  | Extract<OpenError, { kind: 'notJson' | 'tooDeep' }>
  /** `closed` is the text up to the last whole value, with everything closed that was open there. */
  | ({ readonly kind: 'cutOff'; readonly closed: string } & TextPlace)

/** The numbers of jsonc-parser's tokens: its ambient const enum has no values when modules are isolated. */
const tokens = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  unknown: 16,
  end: 17,
} as const satisfies Record<string, SyntaxKind>

const noError = 0 satisfies ScanError

/** Records in which the order of the file means something. */
const orderedRecords: ReadonlySet<string> = new Set(['sections', 'nodes', 'relations'])

/** Scans a text that should be one JSON value with at most `maxDepth` levels of nesting. */
export function scanJson(text: string, maxDepth: number): Scan | ScanFailure {
  return new Scanning(text, maxDepth).run()
}

/** Whether the scan came to the end. */
export function isWhole(scan: Scan | ScanFailure): scan is Scan {
  return 'problems' in scan
}

/** What may come next, in words for messages. */
const expectations = {
  value: 'a value',
  'value or ]': 'a value or ]',
  name: 'a name in quotation marks',
  'name or }': 'a name in quotation marks or }',
  ':': 'a colon',
  ', or }': 'a comma or }',
  ', or ]': 'a comma or ]',
  end: 'the end of the document',
}

type Expected = keyof typeof expectations

interface Frame {
  readonly close: '}' | ']'
  /** Names so far, in order; unused in lists. */
  readonly names: Set<string>
  /** The name or index of the value that is being read. */
  at: string | number
  /** What decides whether a parsed object keeps the order of its names. */
  hasWords: boolean
  largestIndex: number
  hasLostOrder: boolean
}

class Scanning {
  private readonly scanner
  private readonly frames: Frame[] = []
  private readonly problems: Problem[] = []
  private readonly idOrder = new Map<string, readonly string[]>()
  private expected: Expected = 'value'
  /** The end of the last whole value, and how many frames were open there. */
  private safe = { offset: 0, depth: 0 }

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {
    this.scanner = createScanner(text)
  }

  run(): Scan | ScanFailure {
    for (;;) {
      const token = this.scanner.scan()
      if (token === tokens.blank || token === tokens.lineBreak) continue
      if (token === tokens.end) break
      if (this.scanner.getTokenError() !== noError || !this.take(token)) return this.fail(token)
      if (this.frames.length > this.maxDepth) {
        return { kind: 'tooDeep', limit: this.maxDepth, ...this.place(this.scanner.getTokenOffset()) }
      }
    }
    if (this.expected !== 'end') return this.fail(tokens.end)
    return { problems: this.problems, idOrder: this.idOrder }
  }

  /** Takes one token; false if another one was expected. */
  private take(token: number): boolean {
    switch (token) {
      case tokens.openBrace:
        return this.open('}', 'name or }')
      case tokens.openBracket:
        return this.open(']', 'value or ]')
      case tokens.closeBrace:
        return (this.expected === 'name or }' || this.expected === ', or }') && this.close()
      case tokens.closeBracket:
        return (this.expected === 'value or ]' || this.expected === ', or ]') && this.close()
      case tokens.comma:
        return this.takeComma()
      case tokens.colon:
        if (this.expected !== ':') return false
        this.expected = 'value'
        return true
      case tokens.string:
        if (this.expected === 'name' || this.expected === 'name or }') return this.takeName()
        return this.takeScalar()
      case tokens.number:
        return this.takeNumber()
      case tokens.null:
      case tokens.true:
      case tokens.false:
        return this.takeScalar()
      default:
        return false
    }
  }

  private open(close: Frame['close'], expected: Expected): boolean {
    if (!this.expectsValue()) return false
    this.frames.push({
      close,
      names: new Set(),
      at: 0,
      hasWords: false,
      largestIndex: -1,
      hasLostOrder: false,
    })
    this.expected = expected
    return true
  }

  private close(): boolean {
    const frame = this.frames.pop()
    const records = this.frames.length === 1 ? String(this.frames[0]?.at) : ''
    if (frame && orderedRecords.has(records)) {
      if (frame.hasLostOrder) this.idOrder.set(records, [...frame.names])
      else this.idOrder.delete(records)
    }
    return this.endValue()
  }

  private takeComma(): boolean {
    const frame = this.frames.at(-1)
    if (!frame || (this.expected !== ', or }' && this.expected !== ', or ]')) return false
    if (typeof frame.at === 'number') frame.at += 1
    this.expected = frame.close === '}' ? 'name' : 'value'
    return true
  }

  private takeName(): boolean {
    const frame = this.frames.at(-1)
    if (!frame) return false
    const name = this.scanner.getTokenValue()
    frame.at = name
    this.expected = ':'
    if (reservedKeys.has(name)) {
      this.report(
        'reserved-key',
        `${quoteValue(name)} is a name that JavaScript reserves`,
        'rename it or take it out',
      )
    }
    if (frame.names.has(name)) {
      this.report(
        'duplicate-key',
        `the name stands twice, again in line ${this.line()}`,
        'rename or delete one of the two',
      )
    }
    frame.names.add(name)
    noteOrder(frame, name)
    return true
  }

  private takeNumber(): boolean {
    if (!this.expectsValue()) return false
    if (!Number.isFinite(Number(this.scanner.getTokenValue()))) {
      this.report('number-too-large', 'the number is too large', 'correct it or take it out')
    }
    // A number at the very end may have lost digits.
    return this.endValue(this.scanner.getPosition() < this.text.length)
  }

  private takeScalar(): boolean {
    return this.expectsValue() && this.endValue()
  }

  private expectsValue(): boolean {
    return this.expected === 'value' || this.expected === 'value or ]'
  }

  private endValue(isSafe = true): boolean {
    const frame = this.frames.at(-1)
    this.expected = !frame ? 'end' : frame.close === '}' ? ', or }' : ', or ]'
    if (isSafe) this.safe = { offset: this.scanner.getPosition(), depth: this.frames.length }
    return true
  }

  private fail(token: number): ScanFailure {
    const offset = this.scanner.getTokenOffset()
    const isAtEnd = this.scanner.getPosition() >= this.text.length
    const isPartial = this.scanner.getTokenError() !== noError || token === tokens.unknown
    if (this.frames.length > 0 && isAtEnd && (token === tokens.end || (isPartial && this.mayStart(token)))) {
      const closers = this.frames
        .slice(0, this.safe.depth)
        .reverse()
        .map(({ close }) => close)
      return {
        kind: 'cutOff',
        closed: this.text.slice(0, this.safe.offset) + closers.join(''),
        ...this.place(this.text.length),
      }
    }
    return { kind: 'notJson', message: this.describe(token), ...this.place(offset) }
  }

  /** Whether a token that is not whole could have become what is expected. */
  private mayStart(token: number): boolean {
    if (token === tokens.string) return this.expectsValue() || this.expected.startsWith('name')
    return (
      this.expectsValue() && /^(-|t|tr|tru|f|fa|fal|fals|n|nu|nul|-?\d.*)$/.test(this.scanner.getTokenValue())
    )
  }

  private describe(token: number): string {
    if (token === tokens.end)
      return this.text.trim() === '' ? 'the file is empty' : `there should be ${expectations[this.expected]}`
    if (token === tokens.lineComment || token === tokens.blockComment) return 'comments are not allowed'
    if (token === tokens.string && this.scanner.getTokenError() !== noError) {
      return 'this text in quotation marks is not closed or holds a character that must be escaped'
    }
    if (this.expected === 'end') return 'nothing should follow the end of the document'
    const found = this.text.slice(this.scanner.getTokenOffset(), this.scanner.getPosition())
    const shown = found.length > 40 ? `${found.slice(0, 39)}…` : found
    return `there should be ${expectations[this.expected]} where ${shown} stands`
  }

  private report(rule: Problem['rule'], wrong: string, remedy: string): void {
    this.problems.push(problemAt(rule, this.path(), wrong, remedy))
  }

  private path(): Path {
    return this.frames.map(({ at }) => at)
  }

  private line(): number {
    return this.scanner.getTokenStartLine() + 1
  }

  private place(offset: number): TextPlace {
    const before = this.text.slice(0, offset)
    const line = before.split(/\r\n|\r|\n/).length
    return { line, column: offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) }
  }
}

/** Objects list array indexes first and in ascending order, wherever they stood in the text. */
function noteOrder(frame: Frame, name: string): void {
  const index = /^(0|[1-9]\d{0,9})$/.test(name) ? Number(name) : Number.NaN
  if (!(index < 2 ** 32 - 1)) frame.hasWords = true
  else if (frame.hasWords || index < frame.largestIndex) frame.hasLostOrder = true
  else frame.largestIndex = index
}

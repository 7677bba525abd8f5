/**
 * Reads outlines as people type and paste them: what is indented further stands under the line above, as
 * support unless a sign or word says otherwise (+ and -, Pro: and Con:); & joins a line to the one before it,
 * as reasons that count together. Bullets and numbers are taken off.
 * Headings with # are sections. A hyphen is a bullet where every line has one; the other reading is offered.
 */
import type { ArgumentGraph, Relation } from '../../model/graph.ts'
import { Assembly } from '../assembly.ts'
import { importLimits, type ImportOffer, type Reader } from '../conversion.ts'
import { withGuessedKinds } from '../guessed-kinds.ts'
import { failed, linesOf, refusalOfSize, type ReadResult } from '../import-error.ts'
import { isHyphen, isPlus, markedLine, type MarkedLine } from './markers.ts'

/** Reads an indented outline; any text with words in it is one. */
export const readOutline: Reader = async (text) => Promise.resolve(refusalOfSize(text) ?? read(text))

interface Row extends MarkedLine {
  /** Columns before the line, tabs to the next fourth. */
  readonly indent: number
  /** Columns before its words. */
  readonly column: number
  /** From 1. */
  readonly line: number
  readonly heading?: number
  readonly lines: string[]
}

function read(text: string): ReadResult {
  const rows = rowsIn(linesOf(text))
  if (rows.length === 0) {
    return failed(
      'unreadable',
      'There are no words in the text; paste an outline with a statement on each line.',
    )
  }
  return new Outline(rows).assemble()
}

/** Lines with words; those that go on with the words of the line above belong to it. */
function rowsIn(lines: readonly string[]): Row[] {
  const rows: Row[] = []
  let isApart = true
  for (const [index, line] of lines.entries()) {
    // One more than can be worked with is enough to say so.
    if (rows.length > importLimits.records) break
    const words = line.trim()
    if (words === '') {
      isApart = true
      continue
    }
    const indent = columns(line.slice(0, line.length - line.trimStart().length))
    const heading = /^#{1,6}(?=\s+\S)/.exec(words)?.[0].length
    const marked = heading === undefined ? markedLine(words) : { words: words.slice(heading).trim() }
    const above = rows.at(-1)
    const isPlain = marked.bullet === undefined && marked.stance === undefined && marked.parts === undefined
    const goesOn = !isApart && isPlain && above?.bullet !== undefined && indent === above.column
    isApart = false
    if (goesOn && heading === undefined) above.lines.push(words)
    else {
      rows.push({
        ...marked,
        indent,
        column: indent + words.length - marked.words.length,
        line: index + 1,
        lines: [words],
        ...(heading === undefined ? {} : { heading }),
      })
    }
  }
  return rows
}

function columns(blanks: string): number {
  let count = 0
  for (const blank of blanks) count = blank === '\t' ? count - (count % 4) + 4 : count + 1
  return count
}

class Outline {
  private readonly assembly = new Assembly('outline')
  private readonly statements: readonly Row[]
  private readonly hyphens: 'bullets' | 'signs'
  private readonly isNumbered: boolean
  private readonly isNestedByNumber: boolean
  /** Relations of lines with a hyphen that is read as a bullet. */
  private readonly doubtful: string[] = []

  constructor(private readonly rows: readonly Row[]) {
    this.statements = rows.filter(({ heading }) => heading === undefined)
    const least = this.statements.reduce((low, { indent }) => Math.min(low, indent), Infinity)
    const hasPlus = this.statements.some(isPlus)
    const atTop = this.statements.some((row) => row.indent === least && isHyphen(row))
    this.hyphens = atTop && !hasPlus ? 'bullets' : 'signs'
    this.isNumbered = this.statements.some(({ number }) => number === 1)
    this.isNestedByNumber = this.isNumbered && this.statements.every(({ indent }) => indent === least)
  }

  assemble(): ReadResult {
    const title = this.title()
    let section: string | undefined
    let above: { readonly row: Row; readonly key: string; last?: string }[] = []
    let against = 0
    for (const row of this.rows) {
      const key = `line ${row.line}`
      if (row.heading !== undefined) {
        above = []
        if (row !== title) section = this.assembly.addSection({ id: `s${row.line}`, title: row.words })
        continue
      }
      while (above.length > 0 && this.depthOf(above.at(-1)?.row) >= this.depthOf(row)) above.pop()
      this.assembly.addNode(key, { text: this.textOf(row), ...(section === undefined ? {} : { section }) })
      const parent = above.at(-1)
      const isSign = !isHyphen(row) || this.hyphens === 'signs'
      const joined = row.bullet === '&' ? parent?.last : undefined
      if (joined !== undefined) {
        // Needed together with the line before it.
        const { from = [] } = this.assembly.relationAt(joined) ?? {}
        this.assembly.amendRelation(joined, { from: [...from, key] })
      } else if (parent) {
        parent.last = `to ${key}`
        const kind = isSign ? (row.stance ?? 'supports') : 'supports'
        this.assembly.addRelation(`to ${key}`, { kind, from: [key], to: parent.key, place: key })
        if (!isSign) this.doubtful.push(key)
        if (isSign && isHyphen(row)) against += 1
      }
      above.push({ row, key })
      if (above.length > importLimits.depth) {
        return failed(
          'tooDeep',
          `The outline is nested more than ${importLimits.depth} deep; split it into several.`,
          key,
        )
      }
    }
    if (!this.statements.some(isPlus)) {
      this.assembly.noteCount(
        against,
        'line with a hyphen is',
        'lines with a hyphen are',
        ' read as speaking against what stands above; turn relations round where it is a mere bullet',
      )
    }
    this.assembly.noteCount(
      this.doubtful.length,
      'line with a hyphen is',
      'lines with a hyphen are',
      ' read as support of what stands above, since lines at the top have hyphens too',
    )
    const result = this.assembly.finish(title ? { title: title.words } : {})
    if (!result.ok) return result
    return { ok: true, value: { ...result.value, offers: [...this.hyphenOffer(), ...result.value.offers] } }
  }

  /** A heading at the beginning that is the only one of its level. */
  private title(): Row | undefined {
    const [first] = this.rows
    const same = this.rows.filter(({ heading }) => heading !== undefined && heading === first?.heading)
    return first?.heading !== undefined && same.length === 1 ? first : undefined
  }

  private depthOf(row: Row | undefined): number {
    if (!row) return -1
    return this.isNestedByNumber ? (row.parts ?? 1) : row.indent
  }

  /** The words, with a number that is part of no numbering. */
  private textOf({ words, lines, parts, bullet }: Row): string {
    const [first = '', ...more] = lines
    const isKept = parts !== undefined && !this.isNumbered
    const own = isKept ? first.slice(bullet === undefined ? 0 : bullet.length).trim() : words
    return [own, ...more].join(' ').trim()
  }

  private hyphenOffer(): ImportOffer[] {
    if (this.doubtful.length === 0) return []
    const count = this.doubtful.length
    const relations = new Set(this.doubtful.flatMap((key) => this.assembly.idOf(`to ${key}`) ?? []))
    return [
      {
        id: 'read-hyphens-as-against',
        label:
          count === 1
            ? 'Read 1 line with a hyphen as an objection'
            : `Read ${count} lines with hyphens as objections`,
        explanation:
          'In some outlines a hyphen before a line says that it speaks against the one above; here it was taken for a bullet.',
        apply: (graph) => attackInstead(graph, relations),
      },
    ]
  }
}

function attackInstead(graph: ArgumentGraph, ids: ReadonlySet<string>): ArgumentGraph {
  const relations = Object.entries(graph.relations).map(([id, relation]): [string, Relation] => [
    id,
    ids.has(id) ? { ...relation, kind: 'attacks' } : relation,
  ])
  return withGuessedKinds({ ...graph, relations: Object.fromEntries(relations) })
}

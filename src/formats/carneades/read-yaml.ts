/**
 * Reads argument graphs of Carneades 4 (YAML): statements, arguments with linked premises, undercutters, and
 * issues, whose positions attack each other. Weighing functions, standards and expected labels are kept in
 * `ext`. YAML is that of version 1.2, in which keys such as `no` are text.
 */
import type { Document, YAMLError } from 'yaml'
import { nearestWeight } from './weights.ts'
import { Assembly } from '../assembly.ts'
import type { Reader } from '../conversion.ts'
import { failed, refusalOfSize, type ReadResult } from '../import-error.ts'

/** Reads a graph of Carneades 4. */
export const readCarneades: Reader = async (text) => {
  const refusal = refusalOfSize(text)
  if (refusal) return refusal
  const { isScalar, parseDocument, visit } = await import('yaml')
  try {
    const document = parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: true })
    const [error] = document.errors
    // So the parser tells that it has recursed too far.
    if (error?.message.includes('call stack')) return tooDeep()
    if (error) return brokenYaml(error)
    // The library itself compares each key with every other one, which takes quadratic time.
    let repeated: number | undefined
    visit(document, {
      Map(_, { items }) {
        const seen = new Set<unknown>()
        for (const { key } of items) {
          if (!isScalar(key)) continue
          if (seen.has(key.value)) repeated = key.range?.[0] ?? 0
          seen.add(key.value)
          if (repeated !== undefined) return visit.BREAK
        }
        return undefined
      },
    })
    if (repeated !== undefined) {
      return failed(
        'unreadable',
        'A name stands twice in one map of the file; rename or delete one of the two in a text editor.',
        `line ${text.slice(0, repeated).split('\n').length}`,
      )
    }
    return read(document)
  } catch (thrown) {
    // The parser recurses; no argument graph is nested like that.
    if (thrown instanceof RangeError) return tooDeep()
    if (thrown instanceof ReferenceError) {
      return failed('refused', 'The file repeats itself by aliases more than is ever unfolded; write it out.')
    }
    throw thrown
  }
}

function tooDeep(): ReadResult {
  return failed('tooDeep', 'The file is nested deeper than any argument graph; choose another file.')
}

function brokenYaml({ message, linePos }: YAMLError): ReadResult {
  const [what = ''] = message.split(/ at line /, 1)
  const line = linePos?.[0].line
  return failed(
    'unreadable',
    `The file is not YAML: ${what.replace(/[.:]?\s*$/, '')}. Correct it in a text editor.`,
    line === undefined ? undefined : `line ${line}`,
  )
}

/** As plain maps and lists; a Map, so that no key can reach a prototype. */
function read(document: Document.Parsed): ReadResult {
  const root: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 100 })
  if (!(root instanceof Map)) return notCarneades()
  const file: Fields = root
  const statements = mapIn(file, 'statements')
  if (!statements) return notCarneades()
  return new Graph(file, statements).assemble()
}

function notCarneades(): ReadResult {
  return failed(
    'unreadable',
    'There is no list “statements:” as in argument graphs of Carneades; choose another file.',
  )
}

type Fields = ReadonlyMap<unknown, unknown>

class Graph {
  private readonly assembly = new Assembly('carneades')
  private readonly assumed: ReadonlySet<string>
  /** Conclusions of arguments by statement: a placeholder that arguments speak for is no statement itself. */
  private readonly concluding = new Map<string, string[]>()
  private readonly undercutting = new Map<string, string>()

  constructor(
    private readonly file: Fields,
    private readonly statements: Fields,
  ) {
    this.assumed = new Set(listIn(file, 'assumptions').map(word))
    for (const [id, argument] of this.arguments()) {
      const conclusion = word(argument.get('conclusion'))
      const others = this.concluding.get(conclusion)
      if (others) others.push(id)
      else this.concluding.set(conclusion, [id])
    }
    for (const [id, argument] of this.arguments()) {
      if (argument.has('undercutter')) this.undercutting.set(word(argument.get('undercutter')), id)
    }
  }

  assemble(): ReadResult {
    for (const [key, value] of this.statements) this.addStatement(word(key), value)
    for (const [id, argument] of this.arguments()) this.addArgument(id, argument)
    for (const [key, issue] of entriesIn(this.file, 'issues')) this.addIssue(key, issue)
    const rules = listIn(this.file, 'argument_schemes').length
    if (rules > 0 && !this.file.has('arguments')) {
      this.assembly.note(
        `The file has ${rules === 1 ? 'a rule' : `${rules} rules`} from which Carneades makes arguments; only the statements were read. Let Carneades evaluate it and open what it saves.`,
      )
    }
    const meta = mapIn(this.file, 'meta')
    const title = word(meta?.get('title'))
    const notes = ['notes', 'note', 'source'].map((name) => word(meta?.get(name)).trim()).filter(Boolean)
    const kept = ['language', 'argument_schemes', 'issue_schemes', 'tests', 'meta'].flatMap((name) =>
      this.file.has(name) ? [[name, plain(this.file.get(name))] as const] : [],
    )
    return this.assembly.finish({
      title,
      description: notes.join('\n\n'),
      ...(kept.length === 0 ? {} : { own: Object.fromEntries(kept) }),
    })
  }

  private *arguments(): Iterable<readonly [string, Fields]> {
    yield* entriesIn(this.file, 'arguments')
  }

  private addStatement(id: string, value: unknown): void {
    if (this.isPlaceholder(id)) return
    const fields = value instanceof Map ? (value as Fields) : undefined
    const text = word(fields ? fields.get('text') : value).trim() || id
    const isAssumed = this.assumed.has(id) || fields?.get('assumed') === true
    const rest = fields ? without(fields, ['text', 'assumed']) : {}
    this.assembly.addNode(`s ${id}`, {
      id,
      text,
      ...(isAssumed ? { kind: 'assumption' as const } : {}),
      ...(Object.keys(rest).length === 0 ? {} : { own: rest }),
    })
  }

  /** Stands only for "this argument does not apply": arguments for it are attacks on that one. */
  private isPlaceholder(id: string): boolean {
    if (!this.undercutting.has(id) || !this.concluding.has(id)) return false
    const value = this.statements.get(id)
    const text = word(value instanceof Map ? (value as Fields).get('text') : value).trim()
    return text === '' || text === id
  }

  private addArgument(id: string, argument: Fields): void {
    const conclusion = word(argument.get('conclusion'))
    const against = this.isPlaceholder(conclusion) ? this.undercutting.get(conclusion) : undefined
    const { premises, roles } = premisesOf(argument.get('premises'))
    for (const premise of [...premises, ...(against === undefined ? [conclusion] : [])]) this.mention(premise)
    const weight = argument.get('weight')
    const own = {
      ...without(argument, ['conclusion', 'premises', 'undercutter']),
      ...(roles ? { roles } : {}),
    }
    this.assembly.addRelation(`a ${id}`, {
      id,
      kind: against === undefined ? 'supports' : 'attacks',
      from: premises.map((premise) => `s ${premise}`),
      to: against === undefined ? `s ${conclusion}` : `a ${against}`,
      place: `arguments.${id}`,
      ...(typeof weight === 'number' ? { weight: nearestWeight(weight) } : {}),
      ...(Object.keys(own).length === 0 ? {} : { own }),
    })
    const undercutter = argument.has('undercutter') ? word(argument.get('undercutter')) : undefined
    if (undercutter === undefined || this.isPlaceholder(undercutter)) return
    // Nothing speaks for a placeholder that was only kept ready.
    if (isNotApplicable(undercutter) && !this.concluding.has(undercutter)) return
    this.mention(undercutter)
    this.assembly.addRelation(`u ${id}`, {
      kind: 'attacks',
      from: [`s ${undercutter}`],
      to: `a ${id}`,
      place: `arguments.${id}.undercutter`,
    })
  }

  private addIssue(id: string, issue: Fields): void {
    const positions = [...new Set(listIn(issue, 'positions').map(word))]
    const own = { issue: { id, ...without(issue, ['positions']) } }
    for (const [index, one] of positions.entries()) {
      this.mention(one)
      // To contend with others is not only to object.
      const { kind = 'claim' } = this.assembly.nodeAt(`s ${one}`) ?? {}
      this.assembly.amendNode(`s ${one}`, { kind })
      for (const other of positions.slice(index + 1)) {
        if (this.assembly.isTooLarge) return
        this.mention(other)
        const pair = `${id} ${index} ${other}`
        for (const [from, to] of [
          [one, other],
          [other, one],
        ] as const) {
          this.assembly.addRelation(`i ${id} ${from} ${to}`, {
            kind: 'attacks',
            from: [`s ${from}`],
            to: `s ${to}`,
            place: `issues.${id}`,
            own: { ...own, pair },
          })
        }
      }
    }
  }

  /** A statement that is only referred to is there too, with its id as its text. */
  private mention(id: string): void {
    if (this.assembly.has(`s ${id}`)) return
    this.assembly.addNode(`s ${id}`, { id, text: id })
    this.assembly.note(`The statement “${id}” is used but not declared; its name stands for its text.`)
  }
}

/** `¬app(a1)`: "argument a1 does not apply". */
function isNotApplicable(id: string): boolean {
  return /^(¬|-|not )\s*app\(/.test(id)
}

/** A list, or a map by role. */
function premisesOf(value: unknown): {
  readonly premises: readonly string[]
  readonly roles?: Readonly<Record<string, string>>
} {
  if (Array.isArray(value)) return { premises: value.map(word) }
  if (!(value instanceof Map)) return { premises: value === undefined || value === null ? [] : [word(value)] }
  const roles = [...(value as Fields)].map(([role, premise]) => [word(role), word(premise)] as const)
  return { premises: roles.map(([, premise]) => premise), roles: Object.fromEntries(roles) }
}

function mapIn(fields: Fields, name: string): Fields | undefined {
  const value = fields.get(name)
  return value instanceof Map ? value : undefined
}

function* entriesIn(fields: Fields, name: string): Iterable<readonly [string, Fields]> {
  for (const [key, value] of mapIn(fields, name) ?? []) {
    if (value instanceof Map) yield [word(key), value]
  }
}

function listIn(fields: Fields, name: string): readonly unknown[] {
  const value = fields.get(name)
  return Array.isArray(value) ? value : []
}

/** What stands in the file as a word, whatever YAML takes it for; lists and maps are none. */
function word(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

/** The other fields, as plain JSON. */
function without(fields: Fields, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    [...fields].flatMap(([key, value]) =>
      names.includes(word(key)) ? [] : [[word(key), plain(value)] as const],
    ),
  )
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return without(value, [])
  return Array.isArray(value) ? value.map(plain) : value
}

/**
 * Argdown text to the model that Argdown's own library makes of it (@argdown/core 2.0.1): its lexer, parser
 * and model plug-in, and nothing else of it. What the file says of how it is to be processed is not obeyed,
 * except for `model: {mode: strict}`, which changes what relations mean. YAML is read without aliases.
 * Titles may be any words, also those that JavaScript reserves.
 */
import type {
  ArgdownTreeWalker,
  IArgdownRequest,
  IArgdownResponse,
  IArgument,
  IEquivalenceClass,
  IRuleNode,
  ISection,
  ITokenNode,
} from '@argdown/core'
import type { Result } from '../../model/result.ts'
import type { ImportError } from '../conversion.ts'
import { fieldOf, isFields } from '../slot/plain.ts'
import { strayBackslash } from './check.ts'
import { parseFrontMatter, parseYaml } from './front-matter.ts'
import { settleRelations, type ArgdownRelation } from './settle.ts'

/** What an Argdown file says, in the order in which it says it. */
export interface ArgdownModel {
  readonly frontMatter: unknown
  /** Statements and arguments by first appearance. */
  readonly members: readonly Member[]
  /** Those that the author gave no title. */
  readonly untitled: ReadonlySet<Member>
  /** In the order of the lines that first state them. */
  readonly relations: readonly ArgdownRelation[]
  /** All headings. */
  readonly sections: readonly ISection[]
}

/** The model of a text that has passed `refusalToParse`. */
export async function parseArgdown(text: string): Promise<Result<ArgdownModel, ImportError>> {
  const core = await import('@argdown/core')
  const request: IArgdownRequest = { input: text }
  const response: IArgdownResponse = {}
  try {
    // The parser's state is shared by all of its users; up to the end of this function nothing waits.
    const { tokens } = core.tokenize(text)
    const { ast, error } = firstErrorOnly(core.parser, () => {
      core.parser.input = tokens
      const ast: IRuleNode | undefined = core.parser.argdown()
      return { ast, error: core.parser.errors[0] }
    })
    if (error || !ast) {
      const line = error?.token.startLine ?? Number.NaN
      return failure(error?.message ?? '', Number.isFinite(line) ? line : tokens.at(-1)?.endLine)
    }
    response.ast = ast
    const walker = new core.ArgdownTreeWalker()
    const plugin = new core.ModelPlugin()
    plugin.prepare(request, response, silence)
    listen(walker, plugin.tokenListeners)
    listen(walker, plugin.ruleListeners)
    const found = new Found(response)
    listen(walker, found.listeners)
    walker.walk(request, response, silence)
    return { ok: true, value: found.model() }
  } catch (error) {
    if (error instanceof UnreadableYaml) return failure(error.message, error.line)
    if (error instanceof RangeError) {
      return {
        ok: false,
        error: {
          kind: 'tooDeep',
          message:
            'Something in the text is nested too deeply or is too long to be read; begin new paragraphs for deeper lines, and shorten long comments.',
        },
      }
    }
    const backslash = strayBackslash(text)
    if (backslash) return { ok: false, error: backslash }
    // The library throws its own errors, and breaks with others where a block stands in an unexpected place.
    return failure(error instanceof Error && error.name === 'ArgdownPluginError' ? error.message : '')
  }
}

/** Runs the parser without its attempts to go on after an error, whose time grows with the square of the text. */
function firstErrorOnly<T>(parser: object, run: () => T): T {
  const recovery = {
    recoveryEnabled: true,
    attemptInRepetitionRecovery: Reflect.get(parser, 'attemptInRepetitionRecovery') as unknown,
  }
  Object.assign(parser, { recoveryEnabled: false, attemptInRepetitionRecovery: () => undefined })
  try {
    return run()
  } finally {
    Object.assign(parser, recovery)
  }
}

class UnreadableYaml extends Error {
  readonly line: number | undefined

  constructor(message: string, line: number | undefined) {
    super(message)
    this.line = line
  }
}

function failure(message: string, line?: number): Result<never, ImportError> {
  const said = message.replaceAll(/\s+/g, ' ').trim().replace(/[.]*$/, '').slice(0, 300)
  const because = said === '' ? 'its blocks do not fit together' : `Argdown’s parser says: ${said}`
  return {
    ok: false,
    error: {
      kind: 'unreadable',
      message: `The text is not Argdown as it is understood here (${because}); correct it there, or paste it as an outline.`,
      ...(line === undefined || !Number.isFinite(line) ? {} : { place: `line ${line}` }),
    },
  }
}

type Handler = (
  request: IArgdownRequest,
  response: IArgdownResponse,
  node: IRuleNode & ITokenNode,
  parent: IRuleNode | null,
  childIndex: number | null,
) => void

function listen(walker: ArgdownTreeWalker, listeners: Readonly<Record<string, unknown>>): void {
  for (const [event, listener] of Object.entries(listeners)) {
    if (typeof listener === 'function') walker.on(event, listener as Handler)
  }
}

const silence = { log: () => undefined, setLevel: () => undefined }

const relationRules = [
  'incomingSupport',
  'incomingAttack',
  'incomingUndercut',
  'outgoingSupport',
  'outgoingAttack',
  'outgoingUndercut',
  'contradiction',
]

type Member = IEquivalenceClass | IArgument

/** What the walk over the syntax tree gathers beside the library's own model. */
class Found {
  private readonly response: IArgdownResponse
  /** Statements and arguments as blocks of the file, in order of beginning. */
  private readonly blocks: IRuleNode[] = []
  private readonly titled = new Set<IRuleNode>()
  private readonly open: IRuleNode[] = []
  private readonly said = new Map<Member, { tags: Set<string>; data: Record<string, unknown> }>()
  private frontMatter: unknown
  private isAfterInference = false

  constructor(response: IArgdownResponse) {
    this.response = response
  }

  readonly listeners: Readonly<Record<string, Handler>> = {
    argdownEntry: (_, response) => {
      // Without prototypes, so that a title such as "constructor" is a title like any other.
      response.statements = Object.create(null) as Record<string, IEquivalenceClass>
      response.arguments = Object.create(null) as Record<string, IArgument>
      response.tags = Object.create(null) as Record<string, never>
    },
    FrontMatter: (_, _1, token: ITokenNode) => {
      const parsed = parseFrontMatter(token.image)
      if (!parsed.ok) throw new UnreadableYaml(parsed.error, token.startLine)
      this.frontMatter ??= parsed.value
    },
    Data: (_, _1, token: ITokenNode, parent) => {
      const parsed = parseYaml(dataIn(token.image))
      if (!parsed.ok) throw new UnreadableYaml(parsed.error, token.startLine)
      if (parent) parent.data = parsed.value
    },
    statementEntry: (_, _1, node: IRuleNode) => this.enter(node),
    statementExit: (_, _1, node: IRuleNode) => this.leave(node.equivalenceClass),
    argumentEntry: (_, _1, node: IRuleNode) => this.enter(node),
    argumentExit: (_, _1, node: IRuleNode) => this.leave(node.argument),
    pcsEntry: (_, _1, node: IRuleNode) => {
      this.isAfterInference = false
      this.blocks.push(node)
    },
    inferenceEntry: () => {
      this.isAfterInference = true
    },
    pcsExit: () => {
      this.isAfterInference = false
    },
    ...Object.fromEntries(
      relationRules.map((rule) => [
        `${rule}Exit`,
        (_: unknown, _1: unknown, node: IRuleNode) => this.forget(node),
      ]),
    ),
    StatementDefinition: () => this.name(),
    StatementReference: () => this.name(),
    ArgumentDefinition: () => this.name(),
    ArgumentReference: () => this.name(),
    outgoingUndercutEntry: (_, response, node: IRuleNode) => {
      // The library takes the last inference of the whole file; before and outside of one, the statement
      // above is meant.
      const { relation } = node
      const title = this.open.at(-1)?.statement?.title
      const above = title === undefined ? undefined : response.statements?.[title]
      if (!this.isAfterInference && relation && relation.to?.type !== 'argument' && above) {
        relation.to = above
      }
    },
  }

  model(): ArgdownModel {
    for (const [member, { tags, data }] of this.said) {
      if (tags.size > 0) member.tags = [...tags]
      if (Object.keys(data).length > 0) member.data = data
    }
    const members = new Map<Member, boolean>()
    for (const block of this.blocks) {
      const member = block.equivalenceClass ?? block.argument
      if (member) members.set(member, members.get(member) === true || this.titled.has(block))
    }
    const { relations = [], statements = {}, sections = [] } = this.response
    const isStrict = fieldOf(fieldOf(this.frontMatter, 'model'), 'mode') === 'strict'
    for (const member of members.keys()) member.section ??= member.members[0]?.section ?? null
    return {
      frontMatter: this.frontMatter,
      members: [...members.keys()],
      untitled: new Set([...members].filter(([, isTitled]) => !isTitled).map(([member]) => member)),
      relations: settleRelations(relations, statements, isStrict),
      sections: [...flattened(sections)],
    }
  }

  private enter(node: IRuleNode): void {
    this.blocks.push(node)
    this.open.push(node)
  }

  /** Tags and data of all members are gathered here, since the library compares each with all before it. */
  private leave(member: Member | undefined): void {
    this.open.pop()
    if (!member) return
    const said = this.said.get(member) ?? { tags: new Set(), data: {} }
    this.said.set(member, said)
    for (const tag of member.tags ?? []) said.tags.add(tag)
    if (isFields(member.data)) Object.assign(said.data, member.data)
    delete member.tags
    delete member.data
  }

  /** The library looks through what an end has so far; repeated relations are found later, all at once. */
  private forget({ relation }: IRuleNode): void {
    for (const end of [relation?.from, relation?.to]) if (end?.relations) end.relations.length = 0
  }

  private name(): void {
    const block = this.open.at(-1)
    if (block) this.titled.add(block)
  }
}

function* flattened(sections: readonly ISection[]): Generator<ISection> {
  // Headings nest by their number of marks, which may be large.
  const open = [...sections].reverse()
  for (let section = open.pop(); section; section = open.pop()) {
    yield section
    open.push(...[...section.children].reverse())
  }
}

/** The library reads braces with a line break behind the first one as a block without braces. */
function dataIn(image: string): string {
  return /^\{[ \t]*\n/.test(image) ? image.slice(image.indexOf('\n') + 1).replace(/\}\s*$/, '') : image
}

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
  IRelation,
  IRuleNode,
  ISection,
  ITokenNode,
} from '@argdown/core'
import type { Result } from '../../model/result.ts'
import type { ImportError } from '../conversion.ts'
import { fieldOf } from '../slot/plain.ts'
import { strayBackslash } from './check.ts'
import { parseFrontMatter, parseYaml } from './front-matter.ts'

/** What an Argdown file says, in the order in which it says it. */
export interface ArgdownModel {
  readonly frontMatter: unknown
  /** Statements and arguments by first appearance. */
  readonly members: readonly (IEquivalenceClass | IArgument)[]
  /** Those that the author gave no title. */
  readonly untitled: ReadonlySet<IEquivalenceClass | IArgument>
  /** In the order of the lines that first state them. */
  readonly relations: readonly IRelation[]
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
    new core.ParserPlugin().run(request, response, silence)
    const [error] = response.parserErrors ?? []
    if (error || !response.ast) return failure(error?.message ?? '', error?.token.startLine)
    const walker = new core.ArgdownTreeWalker()
    const plugin = new core.ModelPlugin()
    plugin.prepare(request, response, silence)
    listen(walker, plugin.tokenListeners)
    listen(walker, plugin.ruleListeners)
    const found = new Found(request, response)
    listen(walker, found.listeners)
    walker.walk(request, response, silence)
    plugin.run(request, response, silence)
    return { ok: true, value: found.model() }
  } catch (error) {
    if (error instanceof UnreadableYaml) return failure(error.message, error.line)
    if (error instanceof RangeError) {
      return {
        ok: false,
        error: { kind: 'tooDeep', message: 'The text is nested too deeply to be read; simplify it.' },
      }
    }
    const backslash = strayBackslash(text)
    if (backslash) return { ok: false, error: backslash }
    // The library throws its own errors, and breaks with others where a block stands in an unexpected place.
    return failure(error instanceof Error && error.name === 'ArgdownPluginError' ? error.message : '')
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

/** What the walk over the syntax tree gathers beside the library's own model. */
class Found {
  private readonly request: IArgdownRequest
  private readonly response: IArgdownResponse
  /** Statements and arguments as blocks of the file, in order of beginning. */
  private readonly blocks: IRuleNode[] = []
  private readonly titled = new Set<IRuleNode>()
  private readonly open: IRuleNode[] = []
  private frontMatter: unknown
  private isAfterInference = false

  constructor(request: IArgdownRequest, response: IArgdownResponse) {
    this.request = request
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
      const mode = fieldOf(fieldOf(parsed.value, 'model'), 'mode')
      if (mode === 'strict') Object.assign(this.request.model ?? {}, { mode })
    },
    Data: (_, _1, token: ITokenNode, parent) => {
      const parsed = parseYaml(dataIn(token.image))
      if (!parsed.ok) throw new UnreadableYaml(parsed.error, token.startLine)
      if (parent) parent.data = parsed.value
    },
    statementEntry: (_, _1, node: IRuleNode) => this.enter(node),
    statementExit: () => void this.open.pop(),
    argumentEntry: (_, _1, node: IRuleNode) => this.enter(node),
    argumentExit: () => void this.open.pop(),
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
    const members = new Map<IEquivalenceClass | IArgument, boolean>()
    for (const block of this.blocks) {
      const member = block.equivalenceClass ?? block.argument
      if (member) members.set(member, members.get(member) === true || this.titled.has(block))
    }
    const { relations = [], sections = [] } = this.response
    return {
      frontMatter: this.frontMatter,
      members: [...members.keys()],
      untitled: new Set([...members].filter(([, isTitled]) => !isTitled).map(([member]) => member)),
      relations: [...relations].sort((a, b) => lineOf(a) - lineOf(b)),
      sections: [...flattened(sections)],
    }
  }

  private enter(node: IRuleNode): void {
    this.blocks.push(node)
    this.open.push(node)
  }

  private name(): void {
    const block = this.open.at(-1)
    if (block) this.titled.add(block)
  }
}

/** The line of the file that first states a relation. */
export function lineOf({ occurrences }: IRelation): number {
  return occurrences[0]?.startLine ?? 0
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

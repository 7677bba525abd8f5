/**
 * What an Argdown text says, gathered while its library walks over the syntax tree: beside the library's own
 * model the order of the file, which titles the author gave, the data, and all tags of each statement.
 */
import type {
  IArgdownRequest,
  IArgdownResponse,
  IArgument,
  IEquivalenceClass,
  IRuleNode,
  ISection,
  ITokenNode,
} from '@argdown/core'
import { fieldOf, isFields } from '../slot/plain.ts'
import { parseFrontMatter, parseYaml } from './front-matter.ts'
import { settleRelations, type ArgdownRelation } from './settle.ts'

/** A statement, all places of one title taken together, or an argument. */
export type Member = IEquivalenceClass | IArgument

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

/** Data in the text that are no YAML. */
export class UnreadableYaml extends Error {
  readonly line: number | undefined

  constructor(message: string, line: number | undefined) {
    super(message)
    this.line = line
  }
}

/** What is called for a rule or a token of the syntax tree. */
export type Handler = (
  request: IArgdownRequest,
  response: IArgdownResponse,
  node: IRuleNode & ITokenNode,
  parent: IRuleNode | null,
  childIndex: number | null,
) => void

const relationRules = [
  'incomingSupport',
  'incomingAttack',
  'incomingUndercut',
  'outgoingSupport',
  'outgoingAttack',
  'outgoingUndercut',
  'contradiction',
]

/** What the walk over the syntax tree gathers beside the library's own model. */
export class Found {
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

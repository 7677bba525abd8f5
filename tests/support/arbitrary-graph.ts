/**
 * Random valid documents for properties: trees, acyclic and cyclic graphs, separate parts, linked
 * premises, relations on relations, every kind, texts in many scripts, order keys, pins, collapsed
 * branches, sources, sections, schemes with answered questions, muted rules, rating numbers and unknown fields. Every graph satisfies validate.ts, whatever is shrunk.
 */
import fc from 'fast-check'
import {
  emptyGraph,
  type Answers,
  type ArgumentGraph,
  type ArgumentNode,
  type Relation,
} from '../../src/model/graph.ts'
import {
  answerWords,
  directionNames,
  nodeKindNames,
  ratingNames,
  ratingScale,
  relationKindNames,
  relationKinds,
  weightNames,
  type NodeKind,
} from '../../src/model/kinds.ts'
import { keysBetween } from '../../src/model/order.ts'

/** tree: each node under at most one other. dag: no circles. cyclic: anything, self-relations too. parts: several dags. */
export type GraphShape = 'tree' | 'dag' | 'cyclic' | 'parts'

export interface GraphOptions {
  readonly minNodes?: number
  readonly maxNodes?: number
  /** Default: any of them. */
  readonly shapes?: readonly GraphShape[]
  /** Texts of nodes; default `arbitraryText`. */
  readonly text?: fc.Arbitrary<string>
  /** Whether relations may point at relations; default yes. */
  readonly relationTargets?: boolean
  /** Whether records carry the rest too: excerpts, notes, tags, answers, ext and unknown fields; default yes. */
  readonly details?: boolean
}

const words = fc
  .array(
    fc.constantFrom('roads', 'lower', 'trade', 'costs', 'because', 'freight', 'debt', 'infrastructure'),
    {
      minLength: 1,
      maxLength: 90,
    },
  )
  .map((list) => `${list.join(' ')}.`)

/** From nothing to 700 characters: plain sentences, Chinese, Arabic, emoji, line breaks, any code point. */
const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '道路降低贸易成本,因此贸易增长。',
      'الطرق تخفض تكاليف التجارة',
      'Zeile eins\nZeile zwei\n\nZeile vier',
      '👩‍👩‍👧‍👦🏳️‍🌈 emoji',
      '<b>no markup</b> & "quotes" \\ \u2028',
      'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6),
    ),
  },
)

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.string({ maxLength: 12 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value'), { maxKeys: 3 }),
}))

/** Fields that version 1 does not know, at most two. */
const unknownFields = fc.dictionary(fc.stringMatching(/^x-[a-z]{1,4}$/), json.value, { maxKeys: 2 })

/** A pick is resolved against whatever can be picked at that point, so shrinking never breaks a graph. */
const pick = fc.nat({ max: 1_000_000 })

/** Answers by question; some of the questions no scheme asks. */
const answersSeed = fc.dictionary(
  fc.constantFrom('typical', 'true', 'enough', 'goal', 'equity', 'unheard-of'),
  fc.record({
    answer: fc.constantFrom(...answerWords),
    by: fc.option(pick, { nil: undefined }),
    text: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
    extra: unknownFields,
  }),
  { minKeys: 1, maxKeys: 3 },
)
type AnswersSeed = typeof answersSeed extends fc.Arbitrary<infer Seed> ? Seed : never

const schemeSeed = fc.constantFrom('example', 'cause-to-effect', 'practical-reasoning', 'unheard-of')

/** Any valid argument graph within the options. */
export function arbitraryGraph(options: GraphOptions = {}): fc.Arbitrary<ArgumentGraph> {
  const { minNodes = 0, maxNodes = 30, details = true } = options
  const extra = details ? unknownFields : fc.constant({})
  const rare = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    details ? fc.option(arbitrary, { nil: undefined, freq: 3 }) : fc.constant(undefined)
  const nodeSeed = fc.record({
    kind: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom<NodeKind>('claim', 'evidence', 'counterpoint', 'recommendation'),
      },
      { weight: 2, arbitrary: fc.constantFrom(...nodeKindNames) },
    ),
    text: options.text ?? arbitraryText,
    order: fc.option(pick, { nil: undefined }),
    section: fc.option(pick, { nil: undefined }),
    rating: fc.option(fc.constantFrom(...ratingNames), { nil: undefined }),
    locator: rare(fc.string({ maxLength: 8 })),
    note: rare(arbitraryText),
    tags: rare(fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })),
    scheme: rare(schemeSeed),
    questions: rare(answersSeed),
    criteria: rare(answersSeed),
    ext: rare(json.object),
    extra,
    pin: fc.option(fc.record({ x: coordinate, y: coordinate }), { nil: undefined, freq: 6 }),
    collapsed: fc.boolean(),
  })
  const relationSeed = fc.record({
    kind: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...relationKindNames.slice(0, 2)) },
      { weight: 1, arbitrary: fc.constantFrom(...relationKindNames) },
    ),
    from: fc.array(pick, { minLength: 1, maxLength: 4 }),
    linked: fc.integer({ min: 0, max: 3 }),
    to: pick,
    onRelation: fc.integer({ min: 0, max: 4 }),
    order: fc.option(pick, { nil: undefined }),
    weight: fc.option(fc.constantFrom(...weightNames), { nil: undefined }),
    warrant: rare(arbitraryText),
    scheme: rare(schemeSeed),
    role: rare(fc.constant(true)),
    questions: rare(answersSeed),
    extra,
  })
  return fc
    .record({
      shape: fc.constantFrom<GraphShape>(...(options.shapes ?? ['tree', 'dag', 'cyclic', 'parts'])),
      nodes: fc.array(nodeSeed, { minLength: minNodes, maxLength: maxNodes, size: 'max' }),
      relations: fc.array(relationSeed, { maxLength: Math.ceil(maxNodes * 1.3), size: 'max' }),
      sections: fc.integer({ min: 0, max: 3 }),
      reversed: fc.boolean(),
      direction: fc.option(fc.constantFrom(...directionNames), { nil: undefined }),
      showSections: fc.option(fc.boolean(), { nil: undefined }),
      title: fc.string({ maxLength: 20 }),
      description: rare(arbitraryText),
      ratings: rare(
        fc.dictionary(
          fc.constantFrom(...(Object.keys(ratingScale) as (keyof typeof ratingScale)[])),
          fc.constantFrom(0.01, 0.5, 0.99),
          { minKeys: 1 },
        ),
      ),
      muted: rare(
        fc.dictionary(
          fc.constantFrom('orphan', 'off-topic', 'unheard-of'),
          fc.record({ everywhere: fc.boolean(), at: fc.array(pick, { minLength: 1, maxLength: 3 }) }),
          { minKeys: 1 },
        ),
      ),
      extra,
    })
    .map((seed) => build(seed, options))
}

const coordinate = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.constant(0.5))

interface NodeSeed {
  kind: NodeKind
  text: string
  order: number | undefined
  section: number | undefined
  rating: (typeof ratingNames)[number] | undefined
  locator: string | undefined
  note: string | undefined
  tags: string[] | undefined
  scheme: string | undefined
  questions: AnswersSeed | undefined
  criteria: AnswersSeed | undefined
  ext: unknown
  extra: object
  pin: { x: number; y: number } | undefined
  collapsed: boolean
}

interface RelationSeed {
  kind: Relation['kind']
  from: number[]
  linked: number
  to: number
  onRelation: number
  order: number | undefined
  weight: (typeof weightNames)[number] | undefined
  warrant: string | undefined
  scheme: string | undefined
  role: true | undefined
  questions: AnswersSeed | undefined
  extra: object
}

interface GraphSeed {
  shape: GraphShape
  nodes: NodeSeed[]
  relations: RelationSeed[]
  sections: number
  reversed: boolean
  direction: (typeof directionNames)[number] | undefined
  showSections: boolean | undefined
  title: string
  description: string | undefined
  ratings: Partial<Record<keyof typeof ratingScale, number>> | undefined
  muted: Record<string, { everywhere: boolean; at: number[] }> | undefined
  extra: object
}

const orderKeys = keysBetween(undefined, undefined, 40)

function build(seed: GraphSeed, { relationTargets = true }: GraphOptions): ArgumentGraph {
  const nodeIds = seed.nodes.map((_, index) => `n${index + 1}`)
  const sectionIds = Array.from({ length: seed.sections }, (_, index) => `s${index + 1}`)
  const nodes = seed.nodes.map((node, index): [string, ArgumentNode] => [
    `n${index + 1}`,
    present({
      kind: node.kind,
      text: node.text,
      order: at(orderKeys, node.order),
      section: at(sectionIds, node.section),
      excerpts: node.locator === undefined ? undefined : [{ source: 'paper', locator: node.locator }],
      rating: node.rating,
      scheme: node.scheme,
      questions: buildAnswers(node.questions, nodeIds),
      criteria: buildAnswers(node.criteria, nodeIds),
      note: node.note,
      tags: node.tags,
      ext: node.ext === undefined ? undefined : { other: node.ext },
      ...node.extra,
    }),
  ])
  const relations = buildRelations(seed, relationTargets)
  const pinned = seed.nodes.flatMap(({ pin }, index) => (pin ? [[`n${index + 1}`, pin] as const] : []))
  const collapsed = seed.nodes.flatMap((node, index) =>
    node.collapsed && index % 5 === 1 ? [`n${index + 1}`] : [],
  )
  const layout = present({
    direction: seed.direction,
    sections: seed.showSections,
    pinned: pinned.length > 0 ? Object.fromEntries(pinned) : undefined,
    collapsed: collapsed.length > 0 ? collapsed.sort() : undefined,
  })
  return present({
    ...emptyGraph(seed.title),
    description: seed.description,
    sources: { paper: { type: 'report', title: 'A paper' } },
    sections: Object.fromEntries(sectionIds.map((id) => [id, { title: `Part ${id}` }])),
    nodes: Object.fromEntries(nodes),
    relations: Object.fromEntries(seed.reversed ? relations.reverse() : relations),
    evaluation: seed.ratings && { ratings: sortedLike(seed.ratings, Object.keys(ratingScale)) },
    muted: buildMuted(seed, [...nodeIds, ...relations.map(([id]) => id)]),
    layout: Object.keys(layout).length > 0 ? layout : undefined,
    ...seed.extra,
  })
}

function buildAnswers(seed: AnswersSeed | undefined, nodeIds: readonly string[]): Answers | undefined {
  if (!seed) return undefined
  return Object.fromEntries(
    Object.entries(seed).map(([question, { answer, by, text, extra }]) => [
      question,
      present({ answer, by: at(nodeIds, by), text, ...extra }),
    ]),
  )
}

function buildMuted({ muted }: GraphSeed, ids: readonly string[]): ArgumentGraph['muted'] {
  if (!muted || ids.length === 0) return undefined
  const places = (picks: readonly number[]): string[] =>
    [...new Set(picks.flatMap((number) => at(ids, number) ?? []))].sort()
  return Object.fromEntries(
    Object.entries(muted).map(([rule, { everywhere, at: picks }]) => [
      rule,
      everywhere ? { everywhere } : { at: places(picks) },
    ]),
  )
}

/** The same fields in a given order, in which they are written. */
function sortedLike<T extends object>(object: T, names: readonly string[]): T {
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(object, name) ? [[name, Reflect.get(object, name)]] : [])),
  ) as T
}

/** The relations that the seeds allow: a seed without a legal end gives none. */
function buildRelations(seed: GraphSeed, relationTargets: boolean): [string, Relation][] {
  const made: [string, Relation][] = []
  const parents = new Set<number>()
  /** For each relation the index of the node that its chain of targets ends at. */
  const concluded = new Map<string, number>()
  const all = seed.nodes.map((_, index) => index)
  for (const relation of seed.relations) {
    const entry: (typeof relationKinds)[Relation['kind']] = relationKinds[relation.kind]
    const isFrom = (index: number): boolean => entry.from.some((kind) => kind === seed.nodes[index]?.kind)
    const isTo = (index: number): boolean => entry.to.some((kind) => kind === seed.nodes[index]?.kind)
    const onto = made.filter(([, { kind }]) => relationKinds[kind].toRelation)
    const target =
      relationTargets && entry.toRelation && relation.onRelation === 0
        ? at(onto, relation.to)?.[0]
        : undefined
    const end = target === undefined ? at(all.filter(isTo), relation.to) : concluded.get(target)
    if (end === undefined) continue
    const candidates = all.filter((index) => isFrom(index) && mayJoin(seed, index, end))
    const free = seed.shape === 'tree' ? candidates.filter((index) => !parents.has(index)) : candidates
    const count = entry.linked && relation.linked === 0 ? relation.from.length : 1
    const from = new Set(relation.from.slice(0, count).flatMap((number) => at(free, number) ?? []))
    if (from.size === 0) continue
    for (const index of from) parents.add(index)
    const id = `r${made.length + 1}`
    concluded.set(id, end)
    made.push([
      id,
      present({
        kind: relation.kind,
        from: [...from].map((index) => `n${index + 1}`),
        to: target ?? `n${end + 1}`,
        order: at(orderKeys, relation.order),
        weight: relation.weight,
        scheme: relation.scheme,
        roles: relation.role === undefined ? undefined : { case: `n${[...from][0]! + 1}` },
        questions: buildAnswers(
          relation.questions,
          all.map((index) => `n${index + 1}`),
        ),
        warrant: relation.warrant,
        ...relation.extra,
      }),
    ])
  }
  return made
}

/** Later nodes lean on earlier ones, so there is no circle unless circles are wanted. */
function mayJoin({ shape, nodes }: GraphSeed, from: number, to: number): boolean {
  if (shape === 'cyclic') return true
  if (shape !== 'parts') return from > to
  const parts = Math.max(2, Math.ceil(nodes.length / 8))
  return from > to && from % parts === to % parts
}

function at<T>(list: readonly T[], index: number | undefined): T | undefined {
  return index === undefined || list.length === 0 ? undefined : list[index % list.length]
}

/** The object without its undefined fields, as it would come out of a file. */
function present<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Object.fromEntries forgets which keys there were; only undefined ones have gone.
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/**
 * Sets right what does not fit between the records of a graph: illegal ids get legal ones, entries that
 * name nothing go, and a relation goes with any of its ends, as when a node is deleted.
 */
import { hasElement } from '../../model/graph.ts'
import { legalIds } from '../../model/ids.ts'
import { quoteValue, type Problem, type ProblemRule } from '../../model/problem.ts'
import { rolesRenamed, rolesWithin, setRoles } from '../../model/roles.ts'
import type { Dropped } from './open-error.ts'
import type { OwnGraph } from './shape.ts'

/** Mends in place what validation found and says what was done. Renaming comes first and may leave the rest for later. */
export function mendReferences(graph: OwnGraph, problems: readonly Problem[]): Dropped[] {
  const names = problems.filter(({ rule }) => rule === 'illegal-id' || rule === 'shared-id')
  return names.length > 0 ? renameRecords(graph, names) : dropReferences(graph, problems)
}

type Records = 'sources' | 'sections' | 'nodes' | 'relations'

function renameRecords(graph: OwnGraph, problems: readonly Problem[]): Dropped[] {
  const renamed: Record<Records, Map<string, string>> = {
    sources: new Map(),
    sections: new Map(),
    nodes: new Map(),
    relations: new Map(),
  }
  // New ids are unlike all there are, of whatever records, so that nothing can be mistaken for another.
  const newId = legalIds((id) =>
    Object.keys(renamed).some((records) => Object.hasOwn(graph[records as Records], id)),
  )
  const dropped = problems.flatMap(({ rule, path, place, wrong }): Dropped[] => {
    const records = path[0] as Records
    const old = String(path[1])
    if (renamed[records].has(old)) return []
    const id = newId(old)
    renamed[records].set(old, id)
    const rest = rule === 'shared-id' ? '; what names it would mean the node' : ''
    return [{ place, message: `${wrong}; it would be called ${quoteValue(id)}${rest}` }]
  })
  rewriteReferences(graph, renamed)
  graph.sources = withKeys(graph.sources, renamed.sources)
  graph.sections = withKeys(graph.sections, renamed.sections)
  graph.nodes = withKeys(graph.nodes, renamed.nodes)
  graph.relations = withKeys(graph.relations, renamed.relations)
  return dropped
}

/** What names a renamed record names it by its new id. An id that a node and a relation share means the node. */
function rewriteReferences(
  graph: OwnGraph,
  renamed: Readonly<Record<Records, ReadonlyMap<string, string>>>,
): void {
  const node = (id: string): string => renamed.nodes.get(id) ?? id
  const element = (id: string): string =>
    Object.hasOwn(graph.nodes, id) ? node(id) : (renamed.relations.get(id) ?? id)
  for (const relation of Object.values(graph.relations)) {
    relation.from = relation.from.map(node)
    relation.to = element(relation.to)
    setRoles(relation, rolesRenamed(relation.roles, renamed.nodes))
  }
  for (const record of Object.values(graph.nodes)) {
    if (record.section !== undefined) record.section = renamed.sections.get(record.section) ?? record.section
    for (const excerpt of record.excerpts ?? [])
      excerpt.source = renamed.sources.get(excerpt.source) ?? excerpt.source
  }
  for (const answer of answersIn(graph)) if (answer.by !== undefined) answer.by = node(answer.by)
  for (const muted of Object.values(graph.muted ?? {})) if (muted.at) muted.at = muted.at.map(element)
  const { layout } = graph
  if (layout?.pinned) layout.pinned = withKeys(layout.pinned, renamed.nodes)
  if (layout?.collapsed) layout.collapsed = layout.collapsed.map(node)
  if (layout?.folded) layout.folded = layout.folded.map((id) => renamed.sections.get(id) ?? id)
}

/** Every answer in the graph, to be mended in place. */
function* answersIn({ nodes, relations }: OwnGraph): Generator<OwnAnswer> {
  for (const { questions = {}, criteria = {} } of Object.values(nodes)) {
    yield* Object.values(questions)
    yield* Object.values(criteria)
  }
  for (const { questions = {} } of Object.values(relations)) yield* Object.values(questions)
}

type OwnAnswer = NonNullable<OwnGraph['nodes'][string]['questions']>[string]

function withKeys<T>(records: Record<string, T>, renamed: ReadonlyMap<string, string>): Record<string, T> {
  if (renamed.size === 0) return records
  return Object.fromEntries(Object.entries(records).map(([id, record]) => [renamed.get(id) ?? id, record]))
}

/** What becomes of what breaks a rule; where nothing is said, the whole relation goes. */
const fates: Partial<Record<ProblemRule, string>> = {
  'unknown-section': 'it would be dropped',
  'unknown-source': 'the excerpt would be dropped',
  'unknown-node': 'the entry would be dropped',
  'unknown-role': 'the entry would be dropped',
  'unknown-element': 'the entry would be dropped',
  'repeated-id': 'it would be named once',
  'too-many-premises': 'it would become one relation for each premise',
}

function dropReferences(graph: OwnGraph, problems: readonly Problem[]): Dropped[] {
  const dropped = problems.map(({ rule, place, wrong }): Dropped => {
    return { place, message: `${wrong}; ${fates[rule] ?? 'the relation would be dropped'}` }
  })
  const relations = new Set(problems.filter(({ rule }) => !fates[rule]).map(({ path }) => String(path[1])))
  mendNodes(graph)
  mendAnswers(graph)
  mendMuted(graph)
  mendLayout(graph)
  const newId = legalIds((id) => hasElement(graph, id))
  for (const { rule, path } of problems) {
    const id = String(path[1])
    if (rule === 'too-many-premises' && !relations.has(id)) splitRelation(graph, id, newId)
  }
  for (const relation of Object.values(graph.relations)) {
    relation.from = [...new Set(relation.from)]
    setRoles(relation, rolesWithin(relation.roles, relation.from))
  }
  return [...dropped, ...dropRelations(graph, relations)]
}

function mendNodes({ nodes, sources, sections }: OwnGraph): void {
  for (const node of Object.values(nodes)) {
    if (node.section !== undefined && !Object.hasOwn(sections, node.section)) delete node.section
    if (!node.excerpts) continue
    node.excerpts = node.excerpts.filter(({ source }) => Object.hasOwn(sources, source))
    if (node.excerpts.length === 0) delete node.excerpts
  }
}

function mendAnswers(graph: OwnGraph): void {
  for (const answer of answersIn(graph)) {
    if (answer.by !== undefined && !Object.hasOwn(graph.nodes, answer.by)) delete answer.by
  }
}

function mendMuted(graph: OwnGraph): void {
  for (const muted of Object.values(graph.muted ?? {})) {
    if (muted.at) muted.at = [...new Set(muted.at)].filter((id) => hasElement(graph, id))
  }
}

function mendLayout({ layout, nodes, sections }: OwnGraph): void {
  if (layout?.pinned) {
    layout.pinned = Object.fromEntries(
      Object.entries(layout.pinned).filter(([id]) => Object.hasOwn(nodes, id)),
    )
  }
  if (layout?.collapsed) {
    layout.collapsed = [...new Set(layout.collapsed)].filter((id) => Object.hasOwn(nodes, id))
  }
  if (layout?.folded) {
    layout.folded = [...new Set(layout.folded)].filter((id) => Object.hasOwn(sections, id))
  }
}

/** The first premise keeps the relation; the others get copies of it. */
function splitRelation(graph: OwnGraph, id: string, newId: (wish: string) => string): void {
  const relation = graph.relations[id]
  if (!relation) return
  const [first, ...others] = new Set(relation.from)
  if (first === undefined) return
  relation.from = [first]
  for (const premise of others) {
    graph.relations[newId(id)] = { ...relation, from: [premise] }
  }
}

/** Drops relations, and those that point at them, through any number of steps; says so for the latter. */
function dropRelations(graph: OwnGraph, ids: ReadonlySet<string>): Dropped[] {
  const into = new Map<string, string[]>()
  for (const [id, { to }] of Object.entries(graph.relations)) {
    const group = into.get(to)
    if (group) group.push(id)
    else into.set(to, [id])
  }
  const gone = new Set(ids)
  const dropped: Dropped[] = []
  // A set that grows while it is walked: every relation on a dropped one is visited once.
  for (const id of gone) {
    if (Object.hasOwn(graph.nodes, id)) continue
    for (const onto of into.get(id) ?? []) {
      if (gone.has(onto)) continue
      gone.add(onto)
      dropped.push({
        place: `relations.${onto}`,
        message: `it points at ${quoteValue(id)}, which would be dropped; the relation would be dropped`,
      })
    }
  }
  if (gone.size > 0) {
    graph.relations = Object.fromEntries(Object.entries(graph.relations).filter(([id]) => !gone.has(id)))
  }
  return dropped
}

/**
 * Small graphs written as they are thought: graph`e1 supports c1; k1 attacks c1; e2, a1 support c1`.
 * Statements are separated by `;` or line breaks. Relations are called r1, r2, … in order, or by a name
 * of their own (`undercut = k1 attacks r1`). A lone id is a node without relations. The first letter of
 * an id is its kind (see `kindOfLetter`); `x:recommendation` says it outright. A node's text is its id.
 */
import { emptyGraph, type ArgumentGraph, type ArgumentNode, type Relation } from '../../src/model/graph.ts'
import { nodeKindNames, type NodeKind, type RelationKind } from '../../src/model/kinds.ts'

/** What the first letter of an id stands for; any other letter is a claim. Relations take r, so p proposes. */
const kindOfLetter: Readonly<Record<string, NodeKind>> = {
  c: 'claim',
  e: 'evidence',
  p: 'recommendation',
  k: 'counterpoint',
  a: 'assumption',
  i: 'issue',
  n: 'note',
}

const verbs: Readonly<Record<string, RelationKind>> = {
  support: 'supports',
  supports: 'supports',
  attack: 'attacks',
  attacks: 'attacks',
  address: 'addresses',
  addresses: 'addresses',
  restate: 'restates',
  restates: 'restates',
}

/** A node record: a claim unless said otherwise. */
function node(text: string, more: Partial<ArgumentNode> = {}): ArgumentNode {
  return { kind: 'claim', text, ...more }
}

/**
 * The graph that the template describes, with nodes in order of first mention. It is not checked against
 * the rules of connection, so tests of those rules can break them.
 * @throws if a statement cannot be read, or a relation or kind is given twice.
 */
export function graph(strings: TemplateStringsArray, ...values: readonly (string | number)[]): ArgumentGraph {
  return parseGraph(String.raw({ raw: strings }, ...values))
}

/** The same from a string, for graphs that are put together by a loop. */
export function parseGraph(text: string): ArgumentGraph {
  const nodes: Record<string, ArgumentNode> = {}
  const relations: Record<string, Relation> = {}
  const statements = text
    .split(/[;\n]/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map(parseStatement)
  const names = new Set<string>()
  for (const statement of statements) {
    if (!('kind' in statement)) continue
    statement.name ||= `r${names.size + 1}`
    if (names.has(statement.name)) throw new Error(`relation "${statement.name}" is given twice`)
    names.add(statement.name)
  }
  const mention = (end: string): string => {
    const [id = '', kind] = end.split(':')
    if (names.has(id)) return id
    nodes[id] ??= node(id, {
      kind: kind === undefined ? (kindOfLetter[id.charAt(0)] ?? 'claim') : asKind(kind),
    })
    return id
  }
  for (const statement of statements) {
    const from = statement.from.map(mention)
    if ('kind' in statement) {
      relations[statement.name] = { kind: statement.kind, from, to: mention(statement.to) }
    }
  }
  return { ...emptyGraph('Test'), nodes, relations }
}

/** Copies of nodes with other fields, by id: `withNodes(graph, { c1: { text: 'Longer.' } })`. */
export function withNodes(
  base: ArgumentGraph,
  changes: Readonly<Record<string, Partial<ArgumentNode>>>,
): ArgumentGraph {
  const nodes = { ...base.nodes }
  for (const [id, change] of Object.entries(changes)) nodes[id] = { ...(nodes[id] ?? node(id)), ...change }
  return { ...base, nodes }
}

type Statement = { from: string[] } | { name: string; from: string[]; kind: RelationKind; to: string }

function parseStatement(statement: string): Statement {
  const match =
    /^(?:(?<name>\S+)\s*=\s*)?(?<from>[^\s,=]+(?:\s*,\s*[^\s,=]+)*)(?:\s+(?<verb>\S+)\s+(?<to>\S+))?$/.exec(
      statement,
    )
  const { name = '', from = '', verb, to } = match?.groups ?? {}
  const premises = from.split(/\s*,\s*/)
  if (match && verb === undefined && name === '') return { from: premises }
  const kind = verb === undefined ? undefined : verbs[verb]
  if (!kind || to === undefined) throw new Error(`cannot read "${statement}": write "a supports b"`)
  return { name, from: premises, kind, to }
}

function asKind(kind: string): NodeKind {
  const found = nodeKindNames.find((name) => name === kind)
  if (!found) throw new Error(`there is no kind of node "${kind}"`)
  return found
}

/**
 * How each part of a graph is to appear in Argdown: which relations are lines and which are arguments with
 * numbered premises, and under which titles statements and arguments go.
 */
import type { ArgumentGraph, ArgumentNode, NodeId, Relation, RelationId } from '../../model/graph.ts'
import { nodeAt, relationAt } from '../../model/graph.ts'
import { fieldOf } from '../slot/plain.ts'
import { isTitle } from './escape.ts'

/** line: one premise and nothing else to say. argument: numbered premises. hidden: no place in Argdown. */
export type Form = 'line' | 'argument' | 'hidden'

/** The appearance of a graph. */
export interface Plan {
  readonly forms: ReadonlyMap<RelationId, Form>
  /** The second halves of contradictions, which stand for both, with the first halves. */
  readonly pairs: ReadonlyMap<RelationId, RelationId>
  /** "[title]" or, for arguments that are sketched, "<title>". */
  readonly nodes: ReadonlyMap<NodeId, string>
  /** "<title>" */
  readonly relations: ReadonlyMap<RelationId, string>
  /** "[title]" of the statements that stand in for the premises of a relation. */
  readonly standIns: ReadonlyMap<RelationId, string>
}

/** The plan for a graph. Time O(size). */
export function planOf(graph: ArgumentGraph): Plan {
  const forms = formsOf(graph)
  const inArguments = new Set<NodeId>()
  for (const [id, form] of forms) {
    const relation = relationAt(graph, id)
    if (form !== 'argument' || !relation) continue
    for (const premise of relation.from) inArguments.add(premise)
    inArguments.add(relation.to)
  }
  const pairs = pairsOf(graph, forms)
  const inPairs = new Set([...pairs.keys()].flatMap((id) => relationAt(graph, id)?.from ?? []))
  const isSketch = (id: NodeId): boolean =>
    argdownOf(graph.nodes[id], 'argument') === true && !inArguments.has(id) && !inPairs.has(id)
  // Ids are titles that nothing else may take.
  const statements = new Titles(Object.keys(graph.nodes))
  const args = new Titles([...Object.keys(graph.nodes), ...Object.keys(graph.relations)])
  const nodes = new Map(
    Object.entries(graph.nodes).map(([id, node]) =>
      isSketch(id)
        ? [id, `<${args.give(sayable(id), argdownOf(node, 'title'))}>`]
        : [id, `[${statements.give(id, argdownOf(node, 'title'))}]`],
    ),
  )
  const relations = new Map<RelationId, string>()
  const standIns = new Map<RelationId, string>()
  for (const [id, form] of forms) {
    const relation = relationAt(graph, id)
    if (form !== 'argument' || !relation) continue
    relations.set(id, `<${args.give(sayable(id), argdownOf(relation, 'title'))}>`)
    if (needsStandIn(graph, relation)) standIns.set(id, `[${statements.give(`${id} stand-in`, undefined)}]`)
  }
  return { forms, pairs, nodes, relations, standIns }
}

/** Numbered premises conclude a statement: for an attack, or a relation on a relation, one stands in. */
function needsStandIn(graph: ArgumentGraph, { kind, to }: Relation): boolean {
  return kind === 'attacks' || nodeAt(graph, to) === undefined
}

function formsOf(graph: ArgumentGraph): Map<RelationId, Form> {
  const targets = new Set(Object.values(graph.relations).map(({ to }) => to))
  const said = new Set<string>()
  return new Map(
    Object.entries(graph.relations).map(([id, { kind, from, to, weight, scheme, warrant, note }]) => {
      if (kind === 'addresses' || kind === 'restates') return [id, 'hidden']
      const isSimple =
        from.length === 1 &&
        !targets.has(id) &&
        weight === undefined &&
        scheme === undefined &&
        warrant === undefined &&
        note === undefined
      // Argdown joins two lines that say the same.
      const line = `${kind} ${from[0] ?? ''} ${to}`
      if (!isSimple || said.has(line)) return [id, 'argument']
      said.add(line)
      return [id, 'line']
    }),
  )
}

/** Two attacks, one each way, that were one contradiction in Argdown. */
function pairsOf(graph: ArgumentGraph, forms: ReadonlyMap<RelationId, Form>): Map<RelationId, RelationId> {
  const halves = new Map<string, RelationId>()
  const pairs = new Map<RelationId, RelationId>()
  for (const [id, relation] of Object.entries(graph.relations)) {
    const token = argdownOf(relation, 'pair')
    if (typeof token !== 'string' || argdownOf(relation, 'type') !== 'contradictory') continue
    if (relation.kind !== 'attacks' || forms.get(id) !== 'line' || !nodeAt(graph, relation.to)) continue
    const first = halves.get(token)
    const other = first === undefined ? undefined : relationAt(graph, first)
    if (first === undefined) halves.set(token, id)
    else if (other?.to === relation.from[0] && other?.from[0] === relation.to && other.to !== relation.to) {
      pairs.set(id, first)
      halves.delete(token)
    }
  }
  return pairs
}

/** What Argdown had to say of a record beside what the model knows. */
export function argdownOf(record: Pick<ArgumentNode, 'ext'> | undefined, field: string): unknown {
  return fieldOf(fieldOf(record?.ext, 'argdown'), field)
}

/** At the beginning of a line "<_" is a mark. */
function sayable(id: string): string {
  return id.startsWith('_') ? `argument ${id}` : id
}

/** Titles that are given once each; a record's own id is always free for it. */
class Titles {
  private readonly reserved: ReadonlySet<string>
  private readonly given = new Set<string>()

  constructor(reserved: readonly string[]) {
    this.reserved = new Set(reserved)
  }

  give(id: string, wish: unknown): string {
    const isFree = isTitle(wish) && (wish === id || !this.reserved.has(wish)) && !this.given.has(wish)
    let title = isFree ? wish : id
    while (this.given.has(title)) title += ' (again)'
    this.given.add(title)
    return title
  }
}

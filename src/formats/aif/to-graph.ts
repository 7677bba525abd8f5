/**
 * A nodeset as a graph: statements are nodes; inferences, conflicts and rephrases are relations. The rest
 * (dialogue, preferences, steps that lack something, loose edges) goes into `ext.aif` of the document, and
 * what a record has beyond id, text and type into `ext.aif` of its node or relation, so that writing it
 * again gives the same nodeset. Ids are kept where they can be ids here. The graph is valid.
 */
import {
  emptyGraph,
  type ArgumentGraph,
  type ArgumentNode,
  type NodeId,
  type Relation,
} from '../../model/graph.ts'
import { isLegalId, legalIds } from '../../model/ids.ts'
import { keysBetween } from '../../model/order.ts'
import { withGuessedKinds } from '../guessed-kinds.ts'
import { fieldOf, type Fields } from '../slot/plain.ts'
import { sayingsIn, type Saying } from './dialogue.ts'
import { idText, usualEdgeId, type AifEdge, type AifNode, type Nodeset } from './nodeset.ts'
import { notesOn, type FoundNotes } from './notes.ts'
import { aifNameOf } from './scheme-names.ts'
import { defaultText, schemeOfNode, schemeNumbersIn } from './scheme-of-node.ts'
import { stepsIn, type Step, type Steps } from './steps.ts'

/** A graph, and what had to be decided. */
export interface NodesetGraph {
  readonly graph: ArgumentGraph
  readonly notes: FoundNotes
  /** The id of the node or relation that each node of the file became, where it became one. */
  readonly idOf: ReadonlyMap<string, string>
}

/** A nodeset with its nodes by id and its steps. */
export interface SortedNodeset {
  readonly nodeset: Nodeset
  /** Of several nodes with one id the first, which edges mean. */
  readonly nodes: ReadonlyMap<string, AifNode>
  /** The others. */
  readonly twins: readonly AifNode[]
  readonly steps: Steps
}

/** Sorts out what a nodeset consists of. */
export function sortNodeset(nodeset: Nodeset): SortedNodeset {
  const nodes = new Map<string, AifNode>()
  const twins = nodeset.nodes.filter((node) => {
    if (nodes.has(node.id)) return true
    nodes.set(node.id, node)
    return false
  })
  return { nodeset, nodes, twins, steps: stepsIn(nodeset, nodes) }
}

/** How many nodes and relations a nodeset gives at most: premises and ends of a rephrase multiply. */
export function countRecords({ nodeset, steps }: SortedNodeset): number {
  let count = steps.direct.length + nodeset.nodes.length
  for (const { node, premises, ends } of steps.steps.values()) {
    count += ends.length * (node.type === 'MA' ? premises.length : 1)
  }
  return count
}

/** The graph that a nodeset says, without its slot. */
export function graphOf(sorted: SortedNodeset): NodesetGraph {
  return new Building(sorted).run()
}

class Building {
  private readonly byId: ReadonlyMap<string, AifNode>
  private readonly twins: readonly AifNode[]
  private readonly steps: Steps
  private readonly sayings: ReadonlyMap<string, readonly Saying[]>
  private readonly newId: (wish: string) => string
  private readonly idOf = new Map<string, string>()
  private readonly nodes: [NodeId, ArgumentNode][] = []
  private readonly relations: [string, Relation][] = []
  private readonly schemeNumbers: ReadonlyMap<string, string>

  private readonly nodeset: Nodeset

  constructor({ nodeset, nodes, twins, steps }: SortedNodeset) {
    this.nodeset = nodeset
    this.byId = nodes
    this.twins = twins
    this.steps = steps
    this.sayings = sayingsIn(nodeset, nodes)
    this.schemeNumbers = schemeNumbersIn(nodeset.rest)
    this.newId = legalIds((id) => nodes.has(id))
  }

  run(): NodesetGraph {
    for (const [id, node] of this.byId) {
      if (node.type === 'I') this.addNode(node, isLegalId(id) ? id : this.newId(id))
      else if (this.isDrawn(node)) this.idOf.set(id, isLegalId(id) ? id : this.newId(id))
    }
    for (const node of this.twins) if (node.type === 'I') this.addNode(node, this.newId(node.id))
    for (const step of this.steps.steps.values()) if (!step.fault) this.addStep(step)
    for (const edge of this.steps.direct) this.addDirect(edge)
    const layer = this.layer()
    const graph: ArgumentGraph = {
      ...emptyGraph(),
      nodes: inFileOrder(this.nodes),
      relations: inFileOrder(this.relations),
      ...(Object.keys(layer).length > 0 ? { ext: { aif: layer } } : {}),
    }
    const notes = notesOn(this.nodeset, this.steps, this.twins)
    return { graph: withGuessedKinds(graph), notes, idOf: this.idOf }
  }

  private isDrawn({ id }: AifNode): boolean {
    const step = this.steps.steps.get(id)
    return step !== undefined && !step.fault
  }

  private addNode(node: AifNode, id: NodeId): void {
    const isTwin = this.idOf.has(node.id)
    if (!isTwin) this.idOf.set(node.id, id)
    const said = isTwin ? undefined : this.sayings.get(node.id)
    const fields = otherFields(node.raw, new Set(['nodeID', 'text', 'type']))
    const aif = {
      ...(id === node.id ? {} : { nodeID: node.id }),
      ...(fields ? { fields } : {}),
      ...(said ? { said } : {}),
    }
    this.nodes.push([id, { kind: 'claim', text: node.text, ...withExt(aif) }])
  }

  private addStep(step: Step): void {
    const { node, premises, ends, isSymmetric } = step
    const from = premises.map((edge) => this.known(edge.from))
    const to = ends.map((edge) => this.known(edge.to))
    const kind = node.type === 'RA' ? 'supports' : node.type === 'CA' ? 'attacks' : 'restates'
    const scheme = kind === 'restates' ? undefined : schemeOfNode(node, this.schemeNumbers)
    const found: readonly (readonly [readonly string[], string])[] = isSymmetric
      ? from.map((premise, index) => [[premise], from[1 - index] ?? premise])
      : kind === 'restates'
        ? from.flatMap((premise) => to.map((end): [string[], string] => [[premise], end]))
        : to.map((end) => [from, end])
    const tie = isSymmetric ? { pair: node.id } : found.length > 1 ? { group: node.id } : {}
    for (const [index, [premise, end]] of found.entries()) {
      const id = this.known(node.id)
      const own = index === 0 ? this.ownOf(step, id) : {}
      this.relations.push([
        index === 0 ? id : this.newId(`${id}-${index + 1}`),
        {
          kind,
          from: premise,
          to: end,
          ...(scheme === undefined ? {} : { scheme }),
          ...withExt({ ...own, ...tie }),
        },
      ])
    }
  }

  /** What the first relation of a step keeps of its records. */
  private ownOf({ node, premises, ends }: Step, id: string): Fields {
    const kept = keptOfStep(node)
    const edges = [...premises, ...ends].map(({ raw }) => ownOfEdge(raw))
    return {
      ...(id === node.id ? {} : { nodeID: node.id }),
      ...(Object.keys(kept).length > 0 ? { fields: kept } : {}),
      ...(edges.some((edge) => edge !== null) ? { edges } : {}),
    }
  }

  private addDirect(edge: AifEdge): void {
    const [from, to] = [this.known(edge.from), this.known(edge.to)]
    const id = this.newId(`${from}-${to}`)
    this.relations.push([
      id,
      { kind: 'supports', from: [from], to, ...withExt({ edge: ownOfEdge(edge.raw) }) },
    ])
  }

  /** What has no place on the map. */
  private layer(): Fields {
    const isLeft = (node: AifNode): boolean => node.type !== 'I' && !this.isDrawn(node)
    const nodes = [
      ...[...this.byId.values()].filter(isLeft),
      ...this.twins.filter(({ type }) => type !== 'I'),
    ]
    const isNumeric =
      this.nodeset.nodes.length > 0 &&
      this.nodeset.nodes.every(({ raw }) => typeof raw['nodeID'] === 'number')
    return {
      ...(isNumeric ? { numericIds: true } : {}),
      ...(nodes.length > 0 ? { nodes: nodes.map(({ raw }) => raw) } : {}),
      ...(this.steps.loose.length > 0 ? { edges: this.steps.loose.map(({ raw }) => raw) } : {}),
      ...(this.nodeset.locutions.length > 0 ? { locutions: this.nodeset.locutions } : {}),
      ...(Object.keys(this.nodeset.rest).length > 0 ? { rest: this.nodeset.rest } : {}),
    }
  }

  private known(id: string): string {
    const known = this.idOf.get(id)
    if (known === undefined) throw new Error(`the nodeset has no drawn record "${id}"`)
    return known
  }
}

/** What an S-node says that would not be written for its relation anyway. */
export function keptOfStep(node: AifNode): Fields {
  const scheme = schemeOfNode(node, new Map())
  const isUsual = scheme !== undefined && fieldOf(node.raw, 'scheme') === aifNameOf(scheme)
  const written = [
    'nodeID',
    'type',
    ...(isUsual ? ['scheme'] : []),
    ...(node.text === defaultText(node.type) ? ['text'] : []),
  ]
  return otherFields(node.raw, new Set(written)) ?? {}
}

function withExt(aif: Fields): { readonly ext?: { readonly aif: Fields } } {
  return Object.keys(aif).length > 0 ? { ext: { aif } } : {}
}

function otherFields(raw: Fields, known: ReadonlySet<string>): Fields | undefined {
  const entries = Object.entries(raw).filter(([name]) => !known.has(name))
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** An edge beyond its ends: its id if that is all, null if there is nothing, else the fields. */
function ownOfEdge(raw: Fields): unknown {
  const { fromID, toID, edgeID, formEdgeID, ...rest } = raw
  const isBare = Object.keys(rest).length === 0 && (formEdgeID === null || formEdgeID === undefined)
  const isUsual = edgeID === usualEdgeId(idText(fromID) ?? '', idText(toID) ?? '')
  if (isBare) return isUsual || idText(edgeID) === undefined ? null : edgeID
  return otherFields(raw, new Set(['fromID', 'toID']))
}

/**
 * Records by id in the order of the file. Objects list names that are all digits first and ascending; where
 * that is another order, keys say which one it was.
 */
function inFileOrder<T extends ArgumentNode | Relation>(entries: readonly [string, T][]): Record<string, T> {
  const records = Object.fromEntries(entries)
  if (Object.keys(records).every((id, index) => entries[index]?.[0] === id)) return records
  const keys = keysBetween(undefined, undefined, entries.length)
  return Object.fromEntries(
    entries.map(([id, record], index): [string, T] => {
      const order = keys[index]
      return [id, order === undefined ? record : { ...record, order }]
    }),
  )
}

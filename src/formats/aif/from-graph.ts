/**
 * A graph as a nodeset: one I-node for each statement, one S-node for each relation, and with them what
 * `ext.aif` has kept of a nodeset that was read. Relations that came from one S-node become one again as long
 * as they still agree. Issues, notes and answers to issues would pass for claims and are left out.
 */
import {
  hasElement,
  nodeAt,
  type ArgumentGraph,
  type ArgumentNode,
  type NodeId,
  type Relation,
  type RelationId,
} from '../../model/graph.ts'
import { legalIds } from '../../model/ids.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { inOrder } from '../../model/order.ts'
import { fieldOf, isFields, type Fields } from '../slot/plain.ts'
import { idText, nodesetIn, usualEdgeId, type Nodeset } from './nodeset.ts'
import { aifNameOf, schemeInText } from './scheme-names.ts'
import { defaultText, schemeOfNode } from './scheme-of-node.ts'
import { stepGroups, type StepGroup } from './step-groups.ts'

const types = { supports: 'RA', attacks: 'CA', restates: 'MA', addresses: '' } as const satisfies Record<
  Relation['kind'],
  string
>

/** The nodeset as JSON, without a slot. */
export function nodesetOf(graph: ArgumentGraph): Fields {
  return new Writing(graph).run()
}

class Writing {
  private readonly layer: Nodeset
  private readonly isNumeric: boolean
  private readonly nodes: Fields[] = []
  private readonly edges: Fields[] = []
  private readonly written = new Set<string>()
  private readonly aifIds = new Map<string, string>()
  /** Ids that edges had in the file, which new ones do not get. */
  private readonly edgeIds = new Set<string>()
  private readonly usedEdgeIds = new Set<string>()

  constructor(private readonly graph: ArgumentGraph) {
    const kept = fieldOf(graph.ext, 'aif')
    const rest = fieldOf(kept, 'rest')
    this.layer = nodesetIn(
      {
        ...(isFields(rest) ? rest : {}),
        nodes: fieldOf(kept, 'nodes'),
        edges: fieldOf(kept, 'edges'),
        locutions: fieldOf(kept, 'locutions'),
      },
      undefined,
      [],
    )
    this.isNumeric = fieldOf(kept, 'numericIds') === true
  }

  run(): Fields {
    const statements = inOrder(this.graph.nodes).flatMap((id): [NodeId, ArgumentNode][] => {
      const node = nodeAt(this.graph, id)
      return node && nodeKinds[node.kind].evaluated ? [[id, node]] : []
    })
    const groups = stepGroups(this.graph)
    this.giveIds(statements, groups)
    for (const { raw } of this.layer.edges) this.edgeIds.add(idText(raw['edgeID']) ?? '')
    for (const group of groups)
      for (const one of this.ownEdges(group)) this.edgeIds.add(idText(edgeIdOf(one)) ?? '')
    for (const [id, node] of statements) this.writeStatement(id, node)
    for (const group of groups) this.writeStep(group)
    for (const { raw } of this.layer.nodes) this.nodes.push(raw)
    for (const { from, to, raw } of this.layer.edges) {
      // What hung on something that is gone from the map has gone with it.
      if (this.written.has(from) && this.written.has(to)) this.edges.push(raw)
    }
    return {
      nodes: this.nodes,
      edges: this.edges,
      locutions: this.layer.locutions,
      ...this.layer.rest,
    }
  }

  /** Each record gets its own id, or the one it had in the file, unless another has that already. */
  private giveIds(statements: readonly [NodeId, ArgumentNode][], groups: readonly StepGroup[]): void {
    const taken = new Set(this.layer.nodes.map(({ id }) => id))
    const newId = legalIds((id) => taken.has(id) || hasElement(this.graph, id))
    const give = (record: ArgumentNode | Relation, id: string): string => {
      const wish = idText(fieldOf(fieldOf(record.ext, 'aif'), 'nodeID')) ?? id
      // The id of a record that AIF does not show is no longer free either.
      const isFree = !taken.has(wish) && (wish === id || !hasElement(this.graph, wish))
      const aifId = isFree ? wish : taken.has(id) ? newId(id) : id
      taken.add(aifId)
      this.written.add(aifId)
      return aifId
    }
    for (const { id } of this.layer.nodes) this.written.add(id)
    for (const [id, node] of statements) this.aifIds.set(id, give(node, id))
    for (const { first, members, isDirect } of groups) {
      if (isDirect) continue
      const aifId = give(first[1], first[0])
      for (const [id] of members) this.aifIds.set(id, aifId)
    }
  }

  private writeStatement(id: NodeId, node: ArgumentNode): void {
    this.nodes.push({
      nodeID: this.idFor(id),
      text: node.text,
      type: 'I',
      ...keptFields(node, ['nodeID', 'text', 'type']),
    })
  }

  private writeStep(group: StepGroup): void {
    const { first, premises, ends, isDirect } = group
    const own = this.ownEdges(group)
    const step = this.aifIds.get(first[0])
    if (isDirect) {
      for (const premise of premises)
        for (const end of ends) this.writeEdge(this.idFor(premise), this.idFor(end), own[0])
    } else if (step !== undefined) {
      const id = this.idFor(first[0])
      this.nodes.push(stepNode(id, first[1]))
      for (const [index, premise] of premises.entries()) this.writeEdge(this.idFor(premise), id, own[index])
      for (const [index, end] of ends.entries())
        this.writeEdge(id, this.idFor(end), own[premises.length + index])
    }
  }

  /** What is kept of the edges, where it still fits them. */
  private ownEdges({ first, premises, ends, isDirect }: StepGroup): readonly unknown[] {
    const aif = fieldOf(first[1].ext, 'aif')
    if (isDirect) return [fieldOf(aif, 'edge')]
    const own = fieldOf(aif, 'edges')
    return Array.isArray(own) && own.length === premises.length + ends.length ? own : []
  }

  private writeEdge(fromID: string | number, toID: string | number, own: unknown): void {
    const kept = edgeIdOf(own)
    // A relation that was copied has copies of the ids of its edges too.
    const isFree = kept !== undefined && !this.usedEdgeIds.has(String(kept))
    const edgeID = isFree ? kept : this.newEdgeId(fromID, toID)
    this.usedEdgeIds.add(String(edgeID))
    const fields = isFields(own) ? own : { formEdgeID: null }
    this.edges.push({ ...fields, edgeID, fromID, toID })
  }

  private newEdgeId(from: string | number, to: string | number): string {
    const usual = usualEdgeId(from, to)
    let id = usual
    for (let number = 2; this.edgeIds.has(id); number += 1) id = `${usual}>${number}`
    this.edgeIds.add(id)
    return id
  }

  private idFor(id: NodeId | RelationId): string | number {
    const aifId = this.aifIds.get(id) ?? id
    return this.isNumeric && /^(?:0|[1-9]\d{0,14})$/.test(aifId) ? Number(aifId) : aifId
  }
}

/** The id among what is kept of an edge. */
function edgeIdOf(own: unknown): string | number | undefined {
  const id = isFields(own) ? fieldOf(own, 'edgeID') : own
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? id : undefined
}

function keptFields(record: ArgumentNode | Relation, without: readonly string[]): Fields {
  const fields = fieldOf(fieldOf(record.ext, 'aif'), 'fields')
  if (!isFields(fields)) return {}
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !without.includes(name)))
}

/** An S-node; what is kept of it gives way where it names another scheme than the relation has now. */
function stepNode(nodeID: string | number, relation: Relation): Fields {
  const type = types[relation.kind]
  const kept = keptFields(relation, ['nodeID', 'type'])
  const text = fieldOf(kept, 'text')
  const node: Fields & { readonly text: string } = {
    nodeID,
    type,
    ...kept,
    text: typeof text === 'string' ? text : defaultText(type),
  }
  const scheme = relation.kind === 'restates' ? undefined : relation.scheme
  const named = schemeOfNode({ id: String(nodeID), text: node.text, raw: node }, new Map())
  if (relation.kind === 'restates' || named === scheme) return node
  const { scheme: _, schemeID: _1, ...rest } = node
  const isTextOfScheme = schemeInText(node.text) !== undefined || /^\s*default\b/i.test(node.text)
  return {
    ...rest,
    text: isTextOfScheme ? defaultText(type) : node.text,
    ...(scheme === undefined ? {} : { scheme: aifNameOf(scheme) }),
  }
}

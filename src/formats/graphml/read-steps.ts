/**
 * Nodes of a drawing that stand for a relation, as S-nodes of AIF do and as our own writer draws what has
 * several premises: edges lead from the premises to them, and from them to what they bear on.
 */
import { relationKinds, type RelationKind } from '../../model/kinds.ts'
import type { Assembly } from '../assembly.ts'
import { importLimits } from '../conversion.ts'
import { edgeFields, stepFields } from './read-fields.ts'
import { valueOf, type FileEdge, type FileNode } from './read-file.ts'

/** A node that stands for a relation, with the keys of what it joins. */
export class Step {
  private readonly premises: string[] = []
  private readonly ends = new Set<string>()
  /** Edges into it that say its own relation again: premises, if it has no other ones, else relations onto it. */
  private readonly again: FileEdge[] = []
  /** Edges into it with another relation. */
  private readonly onto: FileEdge[] = []

  constructor(
    private readonly node: FileNode,
    private readonly kind: RelationKind,
  ) {}

  leadTo(key: string): void {
    this.ends.add(key)
  }

  /** Takes an edge that leads here. */
  take(edge: FileEdge): void {
    const { kind } = edgeFields(edge)
    if (kind === undefined || valueOf(edge, 'part') !== undefined) this.premises.push(edge.source)
    else if (kind === this.kind) this.again.push(edge)
    else this.onto.push(edge)
  }

  /** Edges that are relations onto this one. */
  get relationsOnto(): readonly FileEdge[] {
    return this.premises.length === 0 ? this.onto : [...this.onto, ...this.again]
  }

  /** Adds one relation for each end; restatements and answers join two statements each. False if there are too many. */
  addTo(assembly: Assembly): boolean {
    const { node, kind } = this
    const from = this.premises.length === 0 ? this.again.map(({ source }) => source) : this.premises
    const ends = this.ends.size === 0 ? [undefined] : [...this.ends]
    if (from.length * ends.length > importLimits.records) return false
    const sets = relationKinds[kind].linked || from.length === 0 ? [from] : from.map((one) => [one])
    const pairs = sets.flatMap((set) => ends.map((to) => [set, to] as const))
    const fields = stepFields(node)
    for (const [index, [set, to]] of pairs.entries()) {
      assembly.addRelation(index === 0 ? node.key : `${node.key} #${index}`, {
        ...(node.id === undefined ? {} : { id: node.id }),
        kind,
        from: set,
        to,
        place: node.place,
        ...fields,
        ...(pairs.length > 1 ? { own: { ...fields.own, group: node.key } } : {}),
      })
    }
    return true
  }
}

/**
 * Reads GraphML that says little about arguments: drawings of yEd, whose texts are labels and whose groups are
 * sections, and files with plain keys such as kind, text, relation, weight, scheme or label. Where nodes say
 * what they are in AIF (the key nodeType) or which relation they stand for, they are read as that; otherwise every
 * node is a statement and every edge that does not say what it does supports.
 */
import { relationKinds, type RelationKind, type Weight } from '../../model/kinds.ts'
import { schemeInText, schemeNamed } from '../aif/scheme-names.ts'
import { Assembly, type NodeDraft } from '../assembly.ts'
import type { ReadResult } from '../import-error.ts'
import type { Fields } from '../slot/plain.ts'
import {
  labelOf,
  otherValues,
  positionOf,
  quoteId,
  valueOf,
  type FileEdge,
  type FileNode,
  type GraphmlFile,
} from './read-file.ts'
import { withPins } from './read-pins.ts'
import { kindNamed, relationNamed, roleNamed, weightNamed, type Role } from './read-words.ts'

/** The map in a drawing. */
export function readDrawing(file: GraphmlFile): ReadResult {
  return withPins(new Drawing(file).assemble())
}

/** A node that stands for a relation, with the keys of what it joins. */
interface Step {
  readonly node: FileNode
  readonly kind: RelationKind
  readonly premises: string[]
  readonly ends: string[]
  /** Edges into it with a relation of their own: premises, if it has no other ones, else relations onto it. */
  readonly onto: (readonly [FileEdge, string])[]
}

class Drawing {
  private readonly assembly = new Assembly('graphml')
  private readonly sections = new Map<FileNode, string>()
  private readonly sources = new Map<string, string>()
  private readonly roles = new Map<string, Role>()
  private readonly steps = new Map<string, Step>()
  private readonly left: Fields[] = []
  private readonly leftEdges: Fields[] = []
  private unsaid = 0
  private undirected = 0
  private nested = 0

  constructor(private readonly file: GraphmlFile) {}

  assemble(): ReadResult {
    const ends = new Set(this.file.edges.flatMap(({ source, target }) => [source, target]))
    for (const node of this.file.nodes) {
      if (node.isGroup) this.addSection(node)
      if (!node.isGroup || ends.has(node.key)) this.addNode(node)
    }
    for (const [index, edge] of this.file.edges.entries()) this.addEdge(edge, `edge ${index}`)
    for (const step of this.steps.values()) this.addStep(step)
    this.addNotes()
    const title = this.file.values.get('title') ?? this.file.values.get('name')
    const description = this.file.values.get('description')
    const own = {
      ...(this.left.length === 0 ? {} : { nodes: this.left }),
      ...(this.leftEdges.length === 0 ? {} : { edges: this.leftEdges }),
    }
    return this.assembly.finish({
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description: description.trim() }),
      ...(Object.keys(own).length === 0 ? {} : { own }),
    })
  }

  private addNotes(): void {
    this.assembly.noteCount(
      this.unsaid,
      'edge does not say whether it supports or attacks and is',
      'edges do not say whether they support or attack and are',
      ' read as support; change those that attack',
    )
    this.assembly.noteCount(
      this.undirected,
      'edge has no direction and is',
      'edges have no direction and are',
      ' read from the first node to the second',
    )
    this.assembly.noteCount(
      this.left.length,
      'node is a preference or part of a dialogue, which has no place on the map; it is',
      'nodes are preferences or parts of a dialogue, which have no place on the map; they are',
      ' kept with the document',
    )
    this.assembly.noteCount(
      this.nested,
      'group stands in another and is a section beside it',
      'groups stand in others and are sections beside them',
    )
    this.assembly.noteCount(
      this.file.hyperedges,
      'edge joins more than two nodes and is',
      'edges join more than two nodes and are',
      ' left out; give each a node of its own in the program it comes from',
    )
  }

  private addSection(node: FileNode): void {
    if (node.group) this.nested += 1
    const title = labelOf(node) || (valueOf(node, ...textNames, ...labelNames) ?? node.id ?? '')
    this.sections.set(node, this.assembly.addSection({ ...idOf(node), title: title.replaceAll(/\s+/g, ' ') }))
  }

  private addNode(node: FileNode): void {
    const role = roleOf(node)
    this.roles.set(node.key, role)
    if (node.id !== undefined && node.key !== node.id) {
      this.assembly.note(
        `Two nodes have the id ${quoteId(node.id)}; all edges lead to the first.`,
        node.place,
      )
    }
    if (role === 'other') {
      this.left.push({ id: node.id ?? '', type: valueOf(node, 'nodetype') ?? '', text: textOf(node) })
    } else if (role === 'statement') this.assembly.addNode(node.key, this.statementOf(node))
    else this.steps.set(node.key, { node, kind: role, premises: [], ends: [], onto: [] })
  }

  private statementOf(node: FileNode): NodeDraft {
    const kind = kindNamed(valueOf(node, 'kind', 'type', 'nodetype'))
    const text = textOf(node)
    const description = valueOf(node, 'description')
    const url = valueOf(node, 'url')
    const isLink = url !== undefined && /^https?:\/\/\S+$/i.test(url)
    const section = this.sectionOf(node)
    return {
      ...idOf(node),
      text: text || (description ?? node.id ?? ''),
      ...(kind === undefined ? {} : { kind }),
      ...(section === undefined ? {} : { section }),
      ...(text !== '' && description !== undefined && description !== text ? { note: description } : {}),
      ...(isLink ? { excerpts: [{ source: this.sourceAt(url) }] } : {}),
      ...ownOf(node, isLink ? new Set([...statementNames, 'url']) : statementNames),
    }
  }

  private sectionOf(node: FileNode): string | undefined {
    return this.sections.get(node) ?? (node.group && this.sections.get(node.group))
  }

  private sourceAt(url: string): string {
    const known = this.sources.get(url)
    if (known !== undefined) return known
    const source = this.assembly.addSource({ type: 'webpage', fields: { URL: url } })
    this.sources.set(url, source)
    return source
  }

  private addEdge(edge: FileEdge, key: string): void {
    const { source, target } = edge
    if (this.roles.get(source) === 'other' || this.roles.get(target) === 'other') {
      this.leftEdges.push({ ...(edge.id === undefined ? {} : { id: edge.id }), source, target })
      return
    }
    if (!edge.isDirected) this.undirected += 1
    const [from, to] = [this.steps.get(source), this.steps.get(target)]
    if (from) from.ends.push(target)
    else if (to && kindOf(edge) !== undefined && valueOf(edge, 'part') === undefined)
      to.onto.push([edge, key])
    else if (to) to.premises.push(source)
    else this.addDirect(edge, key)
  }

  /** An edge that is a relation by itself. */
  private addDirect(edge: FileEdge, key: string): void {
    const kind = kindOf(edge)
    if (kind === undefined) this.unsaid += 1
    this.assembly.addRelation(key, {
      ...(edge.id === undefined ? {} : { id: edge.id }),
      kind: kind ?? 'supports',
      from: [edge.source],
      to: edge.target,
      place: edge.place,
      ...relationFields(edge, kind === undefined ? labelOf(edge) : ''),
    })
  }

  private addStep({ node, kind, premises, ends, onto }: Step): void {
    const isBare = premises.length === 0
    if (!isBare) for (const [edge, key] of onto) this.addDirect(edge, key)
    const from = isBare ? onto.map(([edge]) => edge.source) : premises
    const label = textOf(node)
    const known = schemeInText(label)
    const fields = relationFields(node, known === undefined && roleNamed(label) === undefined ? label : '')
    // Restatements and answers join two statements each.
    const sets = relationKinds[kind].linked || from.length === 0 ? [from] : from.map((one) => [one])
    const pairs = sets.flatMap((set) =>
      (ends.length === 0 ? [undefined] : [...new Set(ends)]).map((to) => [set, to] as const),
    )
    for (const [index, [set, to]] of pairs.entries()) {
      this.assembly.addRelation(index === 0 ? node.key : `${node.key} #${index}`, {
        ...idOf(node),
        kind,
        from: set,
        to,
        place: node.place,
        ...(known === undefined ? {} : { scheme: known }),
        ...fields,
        ...(pairs.length > 1 ? { own: { ...fields.own, group: node.key } } : {}),
      })
    }
  }
}

const textNames = ['text', 'statement', 'content'] as const
const labelNames = ['label', 'name', 'title'] as const
/** What statements have a place for. */
const statementNames: ReadonlySet<string> = new Set([
  ...textNames,
  ...labelNames,
  'kind',
  'type',
  'nodetype',
  'description',
])
/** What relations have a place for. */
const relationNames: ReadonlySet<string> = new Set([
  ...textNames,
  ...labelNames,
  'kind',
  'type',
  'nodetype',
  'relation',
  'interaction',
  'weight',
  'scheme',
  'part',
])

function roleOf(node: FileNode): Role {
  const said = roleNamed(valueOf(node, 'nodetype') ?? valueOf(node, 'type'))
  if (said !== undefined) return said
  if (valueOf(node, 'kind') !== undefined) return 'statement'
  return relationNamed(valueOf(node, 'relation')) ?? 'statement'
}

function textOf(node: FileNode): string {
  return valueOf(node, ...textNames) ?? (labelOf(node) || (valueOf(node, ...labelNames) ?? ''))
}

function idOf({ id }: FileNode): { readonly id?: string } {
  return id === undefined ? {} : { id }
}

/** The kind that an edge says, in a key or in its label. */
function kindOf(edge: FileEdge): RelationKind | undefined {
  for (const name of ['relation', 'kind', 'type', 'interaction', 'label', 'name']) {
    const kind = relationNamed(valueOf(edge, name))
    if (kind !== undefined) return kind
  }
  return relationNamed(labelOf(edge))
}

/** Weight and scheme, and what else an edge or a node for a relation says. */
function relationFields(
  record: FileEdge | FileNode,
  label: string,
): { readonly weight?: Weight; readonly scheme?: string; readonly own?: Fields } {
  const [said, name] = [valueOf(record, 'weight'), valueOf(record, 'scheme')]
  const weight = weightNamed(said)
  const scheme = name === undefined ? undefined : schemeNamed(name)
  const own = {
    ...(label === '' ? {} : { label }),
    ...(said === undefined || said === weight ? {} : { weight: said }),
    ...(name === undefined || name === scheme ? {} : { scheme: name }),
    ...otherValues(record, relationNames),
  }
  return {
    ...(weight === undefined ? {} : { weight }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(Object.keys(own).length === 0 ? {} : { own }),
  }
}

function ownOf(node: FileNode, used: ReadonlySet<string>): { readonly own?: Fields } {
  const values = otherValues(node, used)
  const own = { ...positionOf(node), ...(values ? { values } : {}) }
  return Object.keys(own).length === 0 ? {} : { own }
}

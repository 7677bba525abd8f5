/**
 * Reads GraphML that says little about arguments: drawings of yEd, whose texts are labels and whose groups are
 * sections, and files with plain keys such as kind, text, relation, weight, scheme or label. Where nodes say
 * what they are in AIF (the key nodeType) or which relation they stand for, they are read as that; otherwise every
 * node is a statement and every edge that does not say what it does supports.
 */
import { Assembly, type NodeDraft } from '../assembly.ts'
import { failed, type ReadResult } from '../import-error.ts'
import { oneLine } from '../plain-text.ts'
import type { Fields } from '../slot/plain.ts'
import { coloursOffer } from './read-colours.ts'
import { edgeFields, roleOf, statementFields, titleOf } from './read-fields.ts'
import { labelOf, valueOf, type FileEdge, type FileNode, type GraphmlFile } from './read-file.ts'
import { drawnPinsOffer } from './read-pins.ts'
import { Step } from './read-steps.ts'

/** The map in a drawing. */
export function readDrawing(file: GraphmlFile): ReadResult {
  const read = new Drawing(file).assemble()
  if (!read.ok) return read
  const { graph, notes, offers } = read.value
  return {
    ok: true,
    value: { graph, notes, offers: [...coloursOffer(graph), ...offers, ...drawnPinsOffer(graph)] },
  }
}

class Drawing {
  private readonly assembly = new Assembly('graphml')
  private readonly sections = new Map<FileNode, string>()
  /** By address. */
  private readonly sources = new Map<string, string>()
  private readonly steps = new Map<string, Step>()
  /** Nodes that have no place on a map, by key, and the edges at them. */
  private readonly others = new Map<string, Fields>()
  private readonly edgesOfOthers: Fields[] = []
  private unsaid = 0
  private undirected = 0
  private nested = 0
  private twins = 0

  constructor(private readonly file: GraphmlFile) {}

  assemble(): ReadResult {
    const ends = new Set(this.file.edges.flatMap(({ source, target }) => [source, target]))
    for (const node of this.file.nodes) {
      if (node.isGroup) this.addSection(node)
      if (!node.isGroup || ends.has(node.key)) this.addNode(node)
    }
    for (const [index, edge] of this.file.edges.entries()) this.addEdge(edge, `edge ${index}`)
    for (const step of this.steps.values()) {
      if (!step.addTo(this.assembly)) return tooMany()
      for (const [index, edge] of step.relationsOnto.entries())
        this.addDirect(edge, `onto ${edge.target} ${index}`)
    }
    this.addNotes()
    return this.assembly.finish(this.document())
  }

  private document(): { readonly title?: string; readonly description?: string; readonly own?: Fields } {
    const { values } = this.file
    const title = values.get('title') ?? values.get('name')
    const description = values.get('description')?.trim()
    const own = {
      ...(this.others.size === 0 ? {} : { nodes: [...this.others.values()] }),
      ...(this.edgesOfOthers.length === 0 ? {} : { edges: this.edgesOfOthers }),
    }
    return {
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(Object.keys(own).length === 0 ? {} : { own }),
    }
  }

  private addSection(node: FileNode): void {
    if (node.group) this.nested += 1
    const title = oneLine(labelOf(node) || titleOf(node) || (node.id ?? ''))
    this.sections.set(node, this.assembly.addSection({ ...idOf(node), title }))
  }

  private addNode(node: FileNode): void {
    if (node.id !== undefined && node.key !== node.id) this.twins += 1
    const role = roleOf(node)
    if (role === 'other') {
      const type = valueOf(node, 'nodetype') ?? valueOf(node, 'type') ?? ''
      this.others.set(node.key, { ...idOf(node), type, text: titleOf(node) })
    } else if (role === 'statement') this.assembly.addNode(node.key, this.statementOf(node))
    else this.steps.set(node.key, new Step(node, role))
  }

  private statementOf(node: FileNode): NodeDraft {
    const { url, ...fields } = statementFields(node)
    const section = this.sections.get(node) ?? (node.group && this.sections.get(node.group))
    return {
      ...idOf(node),
      ...fields,
      ...(section === undefined ? {} : { section }),
      ...(url === undefined ? {} : { excerpts: [{ source: this.sourceAt(url) }] }),
    }
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
    if (this.others.has(source) || this.others.has(target)) {
      this.edgesOfOthers.push({ ...idOf(edge), source, target })
      return
    }
    if (!edge.isDirected) this.undirected += 1
    const [from, to] = [this.steps.get(source), this.steps.get(target)]
    if (from) from.leadTo(target)
    else if (to) to.take(edge)
    else this.addDirect(edge, key)
  }

  /** An edge that is a relation by itself. */
  private addDirect(edge: FileEdge, key: string): void {
    const { kind, fields } = edgeFields(edge)
    if (kind === undefined) this.unsaid += 1
    this.assembly.addRelation(key, {
      ...idOf(edge),
      kind: kind ?? 'supports',
      from: [edge.source],
      to: edge.target,
      place: edge.place,
      ...fields,
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
      this.twins,
      'node has an id that an earlier one has too and gets',
      'nodes have ids that earlier ones have too and get',
      ' another; all edges lead to the first',
    )
    this.assembly.noteCount(
      this.others.size,
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
}

function idOf({ id }: { readonly id: string | undefined }): { readonly id?: string } {
  return id === undefined ? {} : { id }
}

function tooMany(): ReadResult {
  return failed(
    'tooLarge',
    'A node joins more statements than can be worked with; split the map into several files.',
  )
}

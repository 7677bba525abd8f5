/**
 * A GraphML file (graphml.graphdrawing.org) as records: nodes with the group they stand in, edges, and the
 * values of their data by the names of the keys. What the values mean is for the readers to say. Ids go
 * through maps only.
 */
import { reservedKeys } from '../../model/ids.ts'
import type { Result } from '../../model/result.ts'
import type { ImportError } from '../conversion.ts'
import { failed } from '../import-error.ts'
import type { Fields } from '../slot/plain.ts'
import { elementIn, elementsBelow, elementsIn, localName, type XmlElement } from '../xml.ts'

/** Texts of data elements by the names of their keys in lower case, blanks as written. */
export type Values = ReadonlyMap<string, string>

interface FileRecord {
  readonly values: Values
  /** What keys say for records that have no value of their own; one map for all. */
  readonly usual: Values
  /** The data elements, for what is more than text. */
  readonly data: readonly XmlElement[]
  /** "line 12" */
  readonly place: string
}

export interface FileNode extends FileRecord {
  /** Names it in this file; the id, unless an earlier node has that. */
  readonly key: string
  readonly id: string | undefined
  /** The node whose nested graph it stands in. */
  readonly group: FileNode | undefined
  /** Whether a graph is nested in it. */
  readonly isGroup: boolean
}

export interface FileEdge extends FileRecord {
  readonly id: string | undefined
  /** Keys of nodes, if these are in the file. */
  readonly source: string
  readonly target: string
  readonly isDirected: boolean
}

export interface GraphmlFile {
  readonly root: XmlElement
  /** Names of the declared keys, in lower case. */
  readonly names: ReadonlySet<string>
  /** Of the first graph. */
  readonly values: Values
  /** In the order of the file; a group stands before what is in it. */
  readonly nodes: readonly FileNode[]
  readonly edges: readonly FileEdge[]
  /** Edges between more than two nodes, which are not among the edges. */
  readonly hyperedges: number
}

/** The records of a file, or that it has no graph. */
export function fileOf(root: XmlElement): Result<GraphmlFile, ImportError> {
  const graphs = elementsIn(root, 'graph')
  const [first] = graphs
  if (localName(root) !== 'graphml' || !first) {
    return failed(
      'unreadable',
      'There is no <graph> in a <graphml> in the file, so it is no GraphML; choose another file.',
    )
  }
  return { ok: true, value: new Collection(root).collect(graphs, first) }
}

/** The value of the first of these names (in lower case) that says something, without blanks around it. */
export function valueOf({ values, usual }: FileRecord, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = (values.get(name) ?? usual.get(name))?.trim()
    if (value) return value
  }
  return undefined
}

/** The label that yEd draws; several are lines of one. Empty where there is none. */
export function labelOf({ data }: FileRecord): string {
  const [open] = data.flatMap((one) => elementsBelow(one, 'Realizers'))
  const [drawn] = open ? elementsIn(open) : []
  const labels = (drawn ? [drawn] : data).flatMap((one) => [
    ...elementsBelow(one, 'NodeLabel'),
    ...elementsBelow(one, 'EdgeLabel'),
  ])
  // Elements inside say where the label stands.
  const texts = labels.map(({ content }) => content.filter((one) => typeof one === 'string').join(''))
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n')
}

/** The top left corner at which yEd draws a node, px. */
export function positionOf({ data }: FileRecord): { readonly x: number; readonly y: number } | undefined {
  const [geometry] = data.flatMap((one) => elementsBelow(one, 'Geometry'))
  const [x, y] = ['x', 'y'].map((name) => Number.parseFloat(geometry?.attributes.get(name) ?? ''))
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined
}

/** The colour in which yEd draws an edge: "#FF0000". */
export function colourOf({ data }: FileRecord): string | undefined {
  const [style] = data.flatMap((one) => elementsBelow(one, 'LineStyle'))
  return style?.attributes.get('color')
}

/** Values that no reader has a place for, as they go into `ext`; undefined for none. */
export function otherValues({ values }: FileRecord, used: ReadonlySet<string>): Fields | undefined {
  const others = [...values].filter(
    ([name, value]) => !used.has(name) && !reservedKeys.has(name) && value.trim() !== '',
  )
  return others.length === 0 ? undefined : Object.fromEntries(others)
}

interface Key {
  readonly name: string
  readonly isGraphics: boolean
}

class Collection {
  private readonly keys = new Map<string, Key>()
  private readonly nodes: FileNode[] = []
  private readonly edges: FileEdge[] = []
  private readonly usual = {
    graph: new Map<string, string>(),
    node: new Map<string, string>(),
    edge: new Map<string, string>(),
  }
  private readonly taken = new Set<string>()
  private hyperedges = 0

  constructor(private readonly root: XmlElement) {
    for (const key of elementsIn(root, 'key')) {
      const { attributes } = key
      const id = attributes.get('id') ?? ''
      const name = (attributes.get('attr.name') ?? id).toLowerCase()
      this.keys.set(id, { name, isGraphics: attributes.has('yfiles.type') })
      const usual = elementIn(key, 'default')
      const text = usual && plainTextIn(usual)
      if (text === undefined) continue
      const declared = attributes.get('for') ?? 'all'
      for (const of of ['graph', 'node', 'edge'] as const) {
        if (declared === of || declared === 'all') this.usual[of].set(name, text)
      }
    }
  }

  collect(graphs: readonly XmlElement[], first: XmlElement): GraphmlFile {
    for (const graph of graphs) this.walk(graph, undefined)
    return {
      root: this.root,
      names: new Set([...this.keys.values()].filter(({ isGraphics }) => !isGraphics).map(({ name }) => name)),
      values: this.record(first, 'graph').values,
      nodes: this.nodes,
      edges: this.edges,
      hyperedges: this.hyperedges,
    }
  }

  /** Recursion ends with the limit of depth. */
  private walk(graph: XmlElement, group: FileNode | undefined): void {
    const isDirectedGraph = graph.attributes.get('edgedefault') !== 'undirected'
    for (const element of elementsIn(graph)) {
      const name = localName(element)
      if (name === 'node') this.addNode(element, group)
      else if (name === 'edge') this.addEdge(element, isDirectedGraph)
      else if (name === 'hyperedge') this.hyperedges += 1
    }
  }

  private addNode(element: XmlElement, group: FileNode | undefined): void {
    const id = element.attributes.get('id')
    const inner = elementsIn(element, 'graph')
    const key = id === undefined || this.taken.has(id) ? `${id ?? ''} #${this.nodes.length}` : id
    this.taken.add(key)
    const node = { ...this.record(element, 'node'), key, id, group, isGroup: inner.length > 0 }
    this.nodes.push(node)
    for (const graph of inner) this.walk(graph, node)
  }

  private addEdge(element: XmlElement, isDirectedGraph: boolean): void {
    const { attributes } = element
    const directed = attributes.get('directed')
    this.edges.push({
      ...this.record(element, 'edge'),
      id: attributes.get('id'),
      source: attributes.get('source') ?? '',
      target: attributes.get('target') ?? '',
      isDirected: directed === undefined ? isDirectedGraph : directed === 'true',
    })
  }

  private record(element: XmlElement, of: 'graph' | 'node' | 'edge'): FileRecord {
    const data = elementsIn(element, 'data')
    const values = new Map<string, string>()
    for (const one of data) {
      const id = one.attributes.get('key') ?? ''
      const key = this.keys.get(id)
      const text = plainTextIn(one)
      const name = key?.name ?? id.toLowerCase()
      if (!key?.isGraphics && text !== undefined && !values.has(name)) values.set(name, text)
    }
    return { values, usual: this.usual[of], data, place: `line ${element.line}` }
  }
}

/** The text of an element that holds nothing else. */
function plainTextIn({ content }: XmlElement): string | undefined {
  return content.every((one) => typeof one === 'string') ? content.join('') : undefined
}

/**
 * The body of an Argdown file: sections as headings, in each the statements in author's order, the simple
 * reasons and objections nested under what they bear on, and behind them the arguments with numbered
 * premises. Each statement is worded once, where it belongs, and named by its title elsewhere.
 * Time O(size); recursion is bounded by the depth to which lines are nested.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type Relation,
  type RelationId,
  type SectionId,
} from '../../model/graph.ts'
import { quoteElement } from '../../model/naming.ts'
import { inOrder } from '../../model/order.ts'
import { structureOf, type Structure } from '../../model/structure.ts'
import { labelOfScheme } from '../../reasoning/schemes.ts'
import { kindWithout } from './build.ts'
import { escapeText, isReservedTag, oneLine, ruleText, tagsText } from './escape.ts'
import { dataBlock } from './front-matter.ts'
import { headingKeys, signatureOf } from './names.ts'
import { argdownOf, planOf, type Plan } from './plan.ts'
import { standInTag } from './texts.ts'

/** Lines nest so far; what lies deeper begins a paragraph of its own. */
const maxNesting = 12

/** A body, and the ids that do not follow from it. */
export interface Composed {
  readonly body: string
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
}

/** The body for a graph. */
export function composeBody(graph: ArgumentGraph): Composed {
  return new Composer(graph).compose()
}

class Composer {
  private readonly graph: ArgumentGraph
  private readonly plan: Plan
  private readonly structure: Structure
  private readonly attackers: ReadonlySet<NodeId>
  private readonly worded = new Set<NodeId>()
  /** Statements and relations whose numbered arguments are still to be written. */
  private waiting: ElementId[] = []
  private section: SectionId | undefined
  private readonly blocks: string[] = []

  constructor(graph: ArgumentGraph) {
    this.graph = graph
    this.plan = planOf(graph)
    const firstHalves = new Set(this.plan.pairs.values())
    const relations = Object.entries(graph.relations).filter(([id]) => !firstHalves.has(id))
    // Both halves of a contradiction are one line, below the statement that came first.
    this.structure = structureOf({ ...graph, relations: Object.fromEntries(relations) })
    this.attackers = attackersOf(graph)
  }

  compose(): Composed {
    const { sections } = this.graph
    const ids = inOrder(sections)
    const bySection = new Map<SectionId | undefined, NodeId[]>()
    for (const id of inTreeOrder(this.graph, this.structure)) {
      const section = this.graph.nodes[id]?.section
      const list = bySection.get(section)
      if (list) list.push(id)
      else bySection.set(section, [id])
    }
    for (const section of [undefined, ...ids]) {
      this.section = section
      const record = section === undefined ? undefined : sections[section]
      if (record) this.blocks.push(headingOf(record))
      for (const id of bySection.get(section) ?? []) {
        if (this.worded.has(id)) continue
        this.blocks.push(this.statement('', '', id, 0).join('\n'))
        this.writeArguments()
      }
    }
    return { body: this.blocks.map((block) => `${block}\n`).join('\n'), names: this.names(ids) }
  }

  /** A statement with the lines under it: in full words the first time it has its place, else by its title. */
  private statement(indent: string, mark: string, id: NodeId, depth: number, via?: RelationId): string[] {
    const node = nodeAt(this.graph, id)
    const title = this.plan.nodes.get(id) ?? ''
    const isPlace =
      !this.worded.has(id) &&
      node?.section === this.section &&
      depth <= maxNesting &&
      (via === undefined || this.structure.parentRelation.get(id) === via)
    if (!node || !isPlace) return [`${indent}${mark}${title}`]
    this.worded.add(id)
    this.waiting.push(id)
    const words = escapeText(node.text)
    const kind = node.kind === kindWithout(undefined, this.attackers.has(id)) ? [] : [node.kind]
    const tags = tagsText([...kind, ...(node.tags ?? []).filter((tag) => !isReservedTag(tag))])
    const line = `${indent}${mark}${title}${words === '' ? '' : `: ${words}`}${tags}`
    return [line, ...this.lines(`${indent}  `, id, depth + 1)]
  }

  /** The lines under a statement or an argument's title. */
  private lines(indent: string, target: ElementId, depth: number): string[] {
    return this.into(target).flatMap((id) => {
      const relation = relationAt(this.graph, id)
      const [premise] = relation?.from ?? []
      const isLine = this.plan.forms.get(id) === 'line'
      if (!relation || premise === undefined || !isLine) return []
      const mark = this.plan.pairs.has(id) ? '>< ' : markOf(this.graph, relation)
      return this.statement(indent, mark, premise, depth, id)
    })
  }

  private into(id: ElementId): readonly RelationId[] {
    return this.structure.into.get(id) ?? []
  }

  /** The numbered arguments for all that has been worded, and for the relations in them. */
  private writeArguments(): void {
    // What is written may make more of them wait; the list grows while it is walked.
    for (const next of this.waiting) {
      for (const id of this.into(next)) {
        const relation = relationAt(this.graph, id)
        if (relation && this.plan.forms.get(id) === 'argument') this.writeArgument(id, relation)
      }
    }
    this.waiting = []
  }

  private writeArgument(id: RelationId, relation: Relation): void {
    const title = this.plan.relations.get(id) ?? ''
    const note = escapeText(relation.note ?? '')
    this.blocks.push(note === '' ? title : `${title}: ${note}`)
    const premises = relation.from.flatMap((premise, index) =>
      this.statement('', `(${index + 1}) `, premise, 1, id),
    )
    const conclusion = `(${relation.from.length + 1}) ${this.conclusion(id, relation)}`
    this.blocks.push([...premises, ...inferenceOf(relation), conclusion].join('\n'))
    const lines = this.lines('  ', id, 1)
    if (lines.length > 0) this.blocks.push([title, ...lines].join('\n'))
    this.waiting.push(id)
  }

  private conclusion(id: RelationId, { kind, to }: Relation): string {
    const standIn = this.plan.standIns.get(id)
    const target = this.plan.nodes.get(to) ?? this.plan.relations.get(to) ?? ''
    if (standIn === undefined) return target
    const isNode = nodeAt(this.graph, to) !== undefined
    const sign = kind === 'supports' ? '+>' : isNode ? '->' : '_>'
    const words = escapeText(
      `This speaks ${kind === 'supports' ? 'for' : 'against'} ${quoteElement(this.graph, to)}.`,
    )
    return `${standIn}: ${words} #${standInTag}\n  ${sign} ${target}`
  }

  private names(sections: readonly SectionId[]): Composed['names'] {
    const { plan, graph } = this
    const nodes = [...plan.nodes].flatMap(([id, title]) =>
      title === `[${id}]` ? [] : [[title.startsWith('[') ? title.slice(1, -1) : title, id]],
    )
    const relations = [...plan.forms].flatMap(([id, form]) => {
      const relation = relationAt(graph, id)
      const title = plan.relations.get(id)
      if (title !== undefined) return title === `<${id}>` ? [] : [[title, id]]
      if (form !== 'line' || !relation) return []
      return [[signatureOf(relation.from[0] ?? '', relation.kind, relation.to), id]]
    })
    const keys = headingKeys(sections.map((id) => oneLine(graph.sections[id]?.title ?? '')))
    const headings = sections.flatMap((id, index) => {
      const key = keys[index] ?? ''
      return key === id ? [] : [[key, id]]
    })
    const tables = { nodes, relations, sections: headings }
    const names = Object.entries(tables).flatMap(([name, entries]) =>
      entries.length > 0 ? [[name, Object.fromEntries(entries) as Record<string, string>] as const] : [],
    )
    return names.length > 0 ? Object.fromEntries(names) : undefined
  }
}

function markOf(graph: ArgumentGraph, { kind, to }: Relation): string {
  if (kind === 'supports') return '+ '
  return nodeAt(graph, to) ? '- ' : '<_ '
}

function headingOf(section: ArgumentGraph['sections'][string]): string {
  const level = argdownOf(section, 'level')
  const marks = typeof level === 'number' && Number.isInteger(level) && level > 1 && level <= 6 ? level : 1
  const title = escapeText(section.title)
  return `${'#'.repeat(marks)} ${title === '' ? '…' : title}`
}

/** The lines between premises and conclusion. */
function inferenceOf({ scheme, weight, warrant }: Relation): string[] {
  const rule = scheme === undefined ? undefined : ruleText(labelOfScheme(scheme))
  const data = dataBlock({
    ...(weight === undefined ? {} : { weight }),
    ...(warrant === undefined ? {} : { warrant }),
  })
  const words = [...(rule === undefined ? [] : [rule]), ...(data === '{}' ? [] : [data])].join(' ')
  return words === '' ? ['-----'] : ['--', words, '--']
}

/** The nodes that do nothing but attack, in what Argdown shows. */
function attackersOf(graph: ArgumentGraph): Set<NodeId> {
  const attackers = new Map<NodeId, boolean>()
  for (const { kind, from } of Object.values(graph.relations)) {
    if (kind !== 'supports' && kind !== 'attacks') continue
    for (const id of from) attackers.set(id, attackers.get(id) !== false && kind === 'attacks')
  }
  return new Set([...attackers].filter(([, only]) => only).map(([id]) => id))
}

/** All nodes as they come when the map is walked as a tree. */
function* inTreeOrder(
  graph: ArgumentGraph,
  { roots, into, premises, parentRelation }: Structure,
): Generator<NodeId> {
  const open: ElementId[] = [...roots].reverse()
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (nodeAt(graph, id)) yield id
    const below: ElementId[] = []
    for (const relation of into.get(id) ?? []) {
      const children = premises.get(relation) ?? []
      below.push(...children.filter((child) => parentRelation.get(child) === relation), relation)
    }
    open.push(...below.reverse())
  }
}

/** What can be changed about statements besides their text: kind, rating, note, tags, section, excerpts. */
import type { Draft } from 'immer'
import { nodeAt, relationAt } from '../../model/graph.ts'
import type {
  ArgumentGraph,
  ArgumentNode,
  ElementId,
  Excerpt,
  NodeId,
  RelationId,
  SectionId,
} from '../../model/graph.ts'
import { reasonAgainstPremise, reasonAgainstTarget } from '../../model/connections.ts'
import { nodeKinds, ratings, type NodeKind, type Rating } from '../../model/kinds.ts'
import { countOfElements } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import { relationsInto, relationsOutOf } from '../../model/structure.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { selectedNodes } from './selection.ts'

/** Makes nodes another kind; refused where a relation they have could not join that kind. */
export function retype(
  context: CommandContext,
  kind: NodeKind,
  ids: readonly NodeId[] | Refusal = selectedNodes(context),
): Transaction | Refusal {
  if (ids instanceof Refusal) return ids
  const { graph } = context.state
  const retyped = ids.filter((id) => nodeAt(graph, id) && nodeAt(graph, id)?.kind !== kind)
  const after = withKind(graph, retyped, kind)
  for (const id of new Set(
    retyped.flatMap((node) => [...relationsInto(graph, node), ...relationsOutOf(graph, node)]),
  )) {
    const reason = reasonAgainstKinds(after, id)
    if (reason !== undefined) return new Refusal(reason)
  }
  return {
    label: `Change ${countOfElements(graph, ids)} to ${ids.length === 1 ? nodeKinds[kind].label : nodeKinds[kind].plural}`,
    change: (draft) => eachNode(draft, retyped, (node) => (node.kind = kind)),
  }
}

/** Rates how sure statements are; `undefined` means not rated. */
export function setRating(
  context: CommandContext,
  rating: Rating | undefined,
  ids: readonly NodeId[] | Refusal = selectedNodes(context),
): Transaction | Refusal {
  if (ids instanceof Refusal) return ids
  return {
    label: rating === undefined ? 'Remove rating' : `Rate as ${ratings[rating].label}`,
    change: (draft) => eachNode(draft, ids, (node) => assign(node, 'rating', rating)),
  }
}

/** Sets the note on a node or relation; an empty one is removed. */
export function setNote(_context: CommandContext, id: ElementId, note: string): Transaction {
  return {
    label: 'Edit note',
    change: (draft) => {
      const record = draft.nodes[id] ?? draft.relations[id]
      if (record) assign(record, 'note', note === '' ? undefined : note)
    },
    mergeKey: `note:${id}`,
  }
}

/** Sets the tags of a node: blanks around them go, and so do empty ones and repetitions. */
export function setTags(_context: CommandContext, id: NodeId, tags: readonly string[]): Transaction {
  const clean = [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]
  return {
    label: 'Edit tags',
    change: (draft) =>
      eachNode(draft, [id], (node) => assign(node, 'tags', clean.length === 0 ? undefined : clean)),
    mergeKey: `tags:${id}`,
  }
}

/** Puts nodes into a section; `undefined` takes them out of theirs. */
export function setSection(
  context: CommandContext,
  section: SectionId | undefined,
  ids: readonly NodeId[] | Refusal = selectedNodes(context),
): Transaction | Refusal {
  if (ids instanceof Refusal) return ids
  const { graph } = context.state
  if (section !== undefined && !Object.hasOwn(graph.sections, section)) {
    return new Refusal('This section is no longer there: choose another one or make a new one.')
  }
  const title = section === undefined ? undefined : graph.sections[section]?.title
  return {
    label: title === undefined ? 'Take out of section' : `Move to section “${title}”`,
    change: (draft) => eachNode(draft, ids, (node) => assign(node, 'section', section)),
  }
}

/** Says where in a source a node stands; it comes after the excerpts that are there. */
export function addExcerpt(context: CommandContext, id: NodeId, excerpt: Excerpt): Transaction | Refusal {
  const refusal = unknownSource(context, excerpt)
  if (refusal) return refusal
  return changeExcerpts(id, 'Add excerpt', (excerpts) => [...excerpts, excerpt])
}

/** Changes one excerpt of a node; empty locators and quotes are removed. */
export function changeExcerpt(
  context: CommandContext,
  id: NodeId,
  index: number,
  change: { readonly [K in 'source' | 'locator' | 'quote']?: string },
): Transaction | Refusal {
  const current = nodeAt(context.state.graph, id)?.excerpts?.[index]
  if (!current) return new Refusal('This excerpt is no longer there: select the statement again.')
  const { locator, quote, ...rest } = { ...current, ...change }
  const excerpt = { ...rest, ...(locator ? { locator } : {}), ...(quote ? { quote } : {}) }
  const refusal = unknownSource(context, excerpt)
  if (refusal) return refusal
  const transaction = changeExcerpts(id, 'Edit excerpt', (excerpts) =>
    excerpts.map((each, at) => (at === index ? excerpt : each)),
  )
  return change.source === undefined ? { ...transaction, mergeKey: `excerpt:${id}:${index}` } : transaction
}

/** Removes one excerpt of a node. */
export function removeExcerpt(_context: CommandContext, id: NodeId, index: number): Transaction {
  return changeExcerpts(id, 'Remove excerpt', (excerpts) => excerpts.filter((_, at) => at !== index))
}

/** Runs a change on those of the nodes that exist. */
export function eachNode(
  draft: Draft<ArgumentGraph>,
  ids: readonly NodeId[],
  change: (node: Draft<ArgumentNode>) => void,
): void {
  for (const id of ids) {
    const node = draft.nodes[id]
    if (node) change(node)
  }
}

/** Sets an optional field, or removes it: files do not hold empty fields. */
export function assign<T extends object, K extends keyof T>(
  record: T,
  key: K,
  value: T[K] | undefined,
): void {
  if (value === undefined) delete record[key]
  else record[key] = value
}

function unknownSource({ state }: CommandContext, { source }: Excerpt): Refusal | undefined {
  return Object.hasOwn(state.graph.sources, source)
    ? undefined
    : new Refusal('This source is not in the document: add it to the sources first.')
}

function changeExcerpts(
  id: NodeId,
  label: string,
  change: (excerpts: readonly Excerpt[]) => readonly Excerpt[],
): Transaction {
  return {
    label,
    change: (draft) =>
      eachNode(draft, [id], (node) => {
        const excerpts = change(node.excerpts ?? [])
        assign(node, 'excerpts', excerpts.length === 0 ? undefined : [...excerpts])
      }),
  }
}

/** Only kinds are asked about: what else a relation may not be, it was before. */
function reasonAgainstKinds(graph: ArgumentGraph, id: RelationId): string | undefined {
  const relation = relationAt(graph, id)
  if (!relation) return undefined
  const premises = relation.from.flatMap((premise) => nodeAt(graph, premise)?.kind ?? [])
  const target = nodeAt(graph, relation.to)?.kind
  const reasons = premises.map((premise) => reasonAgainstPremise(relation.kind, premise))
  return (
    reasons.find((reason) => reason !== undefined) ??
    (target && reasonAgainstTarget(relation.kind, premises, target))
  )
}

function withKind(graph: ArgumentGraph, ids: readonly NodeId[], kind: NodeKind): ArgumentGraph {
  const nodes = { ...graph.nodes }
  for (const id of ids) {
    const node = nodes[id]
    if (node) nodes[id] = { ...node, kind }
  }
  return { ...graph, nodes }
}

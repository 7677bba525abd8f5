/**
 * An Argdown model as a graph: statements and sketched arguments become nodes, steps and lines become
 * relations, headings become sections. What the model of this program has no place for goes into
 * `ext.argdown` of its record; what had to be decided becomes a note. The graph is valid, and follows from
 * the file alone.
 */
import {
  emptyGraph,
  type ArgumentGraph,
  type ArgumentNode,
  type NodeId,
  type Relation,
  type RelationId,
  type SectionId,
} from '../../model/graph.ts'
import { nodeKinds, type NodeKind } from '../../model/kinds.ts'
import { keysBetween } from '../../model/order.ts'
import type { ImportNote } from '../conversion.ts'
import { fieldOf, isFields } from '../slot/plain.ts'
import { headingKeys, Ids, keptIds, namesIn, signatureOf } from './names.ts'
import type { ArgdownModel, Member } from './model.ts'
import { targetId, type Draft } from './draft.ts'
import { isReconstructed, present, relationsOf, standInsOf } from './relations.ts'
import { notesOn } from './notes.ts'
import { kindAndTags, wordingsOf } from './texts.ts'

/** The graph that the text shows, without what is kept for Counterpoint in its front matter but for the ids. */
export function buildGraph(model: ArgdownModel): { graph: ArgumentGraph; notes: readonly ImportNote[] } {
  const slot = fieldOf(model.frontMatter, 'counterpoint')
  const standIns = standInsOf(model)
  const members = model.members.filter(
    (member) => !standIns.has(member) && !(member.type === 'argument' && isReconstructed(member)),
  )
  const ids = new Ids([namesIn(slot, 'nodes'), namesIn(slot, 'relations')], keptIds(slot))
  const nodeIds = new Map<unknown, NodeId>(
    members.map((member) => {
      const title = model.untitled.has(member) ? undefined : member.title
      return [member, ids.give(0, nameOf(member), title, 's')]
    }),
  )
  const found = relationsOf(model, (member) => nodeIds.get(member))
  const { sections, sectionIds } = sectionsOf(model, namesIn(slot, 'sections'))
  const kinds = kindsOf(members, nodeIds, found.drafts)
  const nodes = members.map((member): [NodeId, ArgumentNode] => {
    const id = nodeIds.get(member) ?? ''
    const section = member.section ? sectionIds.get(member.section) : undefined
    return [id, nodeOf(member, id, kinds, section, model.untitled.has(member))]
  })
  const relations = recordsOf(found.drafts, ids, kinds)
  const graph: ArgumentGraph = {
    ...documentOf(model.frontMatter),
    sections: inFileOrder(sections),
    nodes: inFileOrder(nodes),
    relations: inFileOrder(relations),
  }
  return { graph, notes: notesOn(model, members, found, kinds) }
}

/** How a statement or an argument stands in a list of ids: they may share a title. */
function nameOf({ type, title = '' }: Pick<Member, 'type' | 'title'>): string {
  return type === 'argument' ? `<${title}>` : title
}

function documentOf(frontMatter: unknown): ArgumentGraph {
  const { title, abstract, counterpoint: _, ...rest } = isFields(frontMatter) ? frontMatter : {}
  const titleText = typeof title === 'string' || typeof title === 'number' ? String(title).trim() : ''
  const isText = typeof abstract === 'string'
  const other = { ...rest, ...(isText || abstract === undefined ? {} : { abstract }) }
  return {
    ...(titleText === '' ? emptyGraph() : emptyGraph(titleText)),
    ...(isText ? { description: abstract } : {}),
    ...extOf({ frontMatter: Object.keys(other).length > 0 ? other : undefined }),
  }
}

/** `ext` with what Argdown has and this program does not, if that is anything. */
function extOf(fields: Readonly<Record<string, unknown>>): { ext?: Record<string, unknown> } {
  const argdown = present(fields)
  return Object.keys(argdown).length > 0 ? { ext: { argdown } } : {}
}

type Section = ArgumentGraph['sections'][string]

function sectionsOf(
  { sections }: ArgdownModel,
  names: unknown,
): { sections: [SectionId, Section][]; sectionIds: Map<unknown, SectionId> } {
  const ids = new Ids([names])
  const titles = sections.map((section) => section.title ?? '')
  const keys = headingKeys(titles)
  const sectionIds = new Map<unknown, SectionId>()
  const records = sections.map((section, index): [SectionId, Section] => {
    const title = titles[index] ?? ''
    const id = ids.give(0, keys[index] ?? title, title, 'section')
    sectionIds.set(section, id)
    const level = section.level > 1 ? section.level : undefined
    const data = isFields(section.data) ? section.data : undefined
    return [id, { title, ...extOf({ level, data }) }]
  })
  return { sections: records, sectionIds }
}

function nodeOf(
  member: Member,
  id: NodeId,
  kinds: Kinds,
  section: SectionId | undefined,
  isUntitled: boolean,
): ArgumentNode {
  const title = member.title ?? ''
  const [text = isUntitled ? '' : title, ...members] = wordingsOf(member)
  const { kind, rest } = kindAndTags(member.tags ?? [])
  // A kind that the relations do not allow stays as the tag that it was.
  const tags = kind !== undefined && kinds.demoted.has(id) ? [kind, ...rest] : rest
  return {
    kind: kinds.of(id),
    text,
    ...(section === undefined ? {} : { section }),
    ...(tags.length > 0 ? { tags } : {}),
    ...extOf({
      title: isUntitled || title === id ? undefined : title,
      argument: member.type === 'argument' ? true : undefined,
      members: members.length > 0 ? members : undefined,
      data: isFields(member.data) ? member.data : undefined,
    }),
  }
}

/** What kind each node is, and what that means for relations. */
export interface Kinds {
  readonly of: (id: NodeId) => NodeKind
  /** Nodes tagged as issues or notes that take part in the argument, and so are claims. */
  readonly demoted: ReadonlySet<NodeId>
  /** Recommendations under issues: drafts that become answers to them. */
  readonly answers: ReadonlySet<Draft>
}

function kindsOf(members: readonly Member[], nodeIds: Map<unknown, NodeId>, drafts: readonly Draft[]): Kinds {
  const tagged = new Map<NodeId, NodeKind>()
  for (const member of members) {
    const { kind } = kindAndTags(member.tags ?? [])
    const id = nodeIds.get(member)
    if (kind && id !== undefined) tagged.set(id, kind)
  }
  const targets = new Set(drafts.map(({ to }) => to))
  const mayAnswer = (draft: Draft): boolean =>
    draft.kind === 'supports' &&
    draft.from.every((from) => draft.from.length === 1 && tagged.get(from) === 'recommendation') &&
    typeof draft.to === 'string' &&
    tagged.get(draft.to) === 'issue' &&
    !targets.has(draft)
  const demoted = new Set<NodeId>()
  const outgoing = new Map<NodeId, boolean>()
  for (const draft of drafts) {
    const ends = [...draft.from, ...(typeof draft.to === 'string' && !mayAnswer(draft) ? [draft.to] : [])]
    for (const id of ends) {
      const kind = tagged.get(id)
      if (kind && !nodeKinds[kind].evaluated) demoted.add(id)
    }
    for (const id of draft.from) outgoing.set(id, outgoing.get(id) !== false && draft.kind === 'attacks')
  }
  const isAnswer = (draft: Draft): boolean =>
    mayAnswer(draft) && typeof draft.to === 'string' && !demoted.has(draft.to)
  return {
    of: (id) => kindWithout(demoted.has(id) ? undefined : tagged.get(id), outgoing.get(id) === true),
    demoted,
    answers: new Set(drafts.filter(isAnswer)),
  }
}

/** A statement without a kind of its own is a counterpoint if all it does is attack; nothing else is guessed. */
export function kindWithout(kind: NodeKind | undefined, attacksOnly: boolean): NodeKind {
  return kind ?? (attacksOnly ? 'counterpoint' : 'claim')
}

function recordsOf(drafts: readonly Draft[], ids: Ids, kinds: Kinds): [RelationId, Relation][] {
  const relationIds = new Map<Draft, RelationId>()
  // Lines are found by the ids of what they join, so those of reconstructed arguments come first.
  const titled = (draft: Draft): boolean => draft.title !== undefined || typeof draft.to !== 'string'
  for (const draft of drafts) {
    if (draft.title !== undefined) relationIds.set(draft, ids.give(1, draft.title, draft.wish, 'r'))
  }
  for (const draft of [...drafts].sort((a, b) => Number(titled(a)) - Number(titled(b)))) {
    if (relationIds.has(draft)) continue
    const signature = signatureOf(draft.from[0] ?? '', draft.kind, targetId(draft, relationIds))
    relationIds.set(draft, ids.give(1, signature, draft.wish, 'r'))
  }
  return drafts.map((draft): [RelationId, Relation] => {
    const { scheme, weight, warrant, note, pair } = draft
    const id = relationIds.get(draft) ?? ''
    return [
      id,
      {
        kind: kinds.answers.has(draft) ? 'addresses' : draft.kind,
        from: [...draft.from],
        to: targetId(draft, relationIds),
        ...(weight === undefined ? {} : { weight }),
        ...(scheme === undefined ? {} : { scheme }),
        ...(warrant === undefined ? {} : { warrant }),
        ...(note === undefined ? {} : { note }),
        ...extOf({
          ...draft.ext,
          title: draft.title === `<${id}>` ? undefined : draft.title?.slice(1, -1),
          pair: pair && relationIds.get(pair.first),
          type: pair?.type,
        }),
      },
    ]
  })
}

/** Records that stand as in the file: objects list names of digits first, so order keys say it where that counts. */
function inFileOrder<T extends object>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const records = Object.fromEntries(entries)
  if (Object.keys(records).every((id, index) => id === entries[index]?.[0])) return records
  const keys = keysBetween(undefined, undefined, entries.length)
  return Object.fromEntries(
    entries.map(([id, record], index) => [id, Object.assign(record, { order: keys[index] })]),
  )
}

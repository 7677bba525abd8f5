/** What can be changed about the document as a whole: its title and description, and its sections. */
import type { SectionId } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import { Refusal } from '../../model/refusal.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { unfold } from './fold.ts'
import { assign, eachNode } from './node.ts'
import { placeKeys, writeKeys } from './ordering.ts'
import { freeId } from './selection.ts'

/** Sets the document's title. */
export function setTitle(title: string): Transaction {
  return {
    label: 'Edit title',
    change: (draft) => {
      draft.title = title
    },
    mergeKey: 'title',
  }
}

/** Sets the document's description; an empty one is removed. */
export function setDescription(description: string): Transaction {
  return {
    label: 'Edit description',
    change: (draft) => assign(draft, 'description', description === '' ? undefined : description),
    mergeKey: 'description',
  }
}

/** Adds a section after the others, and puts nodes into it if any are given. */
export function addSection(
  context: CommandContext,
  title: string,
  nodes: readonly string[] = [],
): Transaction {
  const { sections } = context.state.graph
  const id = freeSectionId(context)
  const group = inOrder(sections)
  const { keys, rekeyed } = placeKeys(sections, group, group.length)
  return {
    label: `Add section “${title}”`,
    change: (draft) => {
      writeKeys(draft.sections, rekeyed)
      draft.sections[id] = { title, ...(keys[0] === undefined ? {} : { order: keys[0] }) }
      eachNode(draft, nodes, (node) => (node.section = id))
    },
  }
}

/** Gives a section another title. */
export function renameSection(_context: CommandContext, id: SectionId, title: string): Transaction {
  return {
    label: 'Rename section',
    change: (draft) => {
      const section = draft.sections[id]
      if (section) section.title = title
    },
    mergeKey: `section:${id}`,
  }
}

/** Removes a section; its statements stay and are in no section. */
export function removeSection({ state: { graph } }: CommandContext, id: SectionId): Transaction | Refusal {
  const section = Object.hasOwn(graph.sections, id) ? graph.sections[id] : undefined
  if (!section) return new Refusal('This section is no longer there: choose another one.')
  const members = Object.keys(graph.nodes).filter((node) => graph.nodes[node]?.section === id)
  return {
    label: `Remove section “${section.title}”`,
    change: (draft) => {
      delete draft.sections[id]
      unfold(draft, [id])
      eachNode(draft, members, (node) => delete node.section)
    },
  }
}

/** Moves a section one place up or down among the sections. */
export function moveSection(
  { state: { graph } }: CommandContext,
  id: SectionId,
  by: -1 | 1,
): Transaction | Refusal {
  const group = inOrder(graph.sections)
  const at = group.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= group.length) {
    return new Refusal(
      `This section is already the ${by < 0 ? 'first' : 'last'} one: move another section instead.`,
    )
  }
  const { keys, rekeyed } = placeKeys(
    graph.sections,
    group.filter((each) => each !== id),
    to,
  )
  return {
    label: by < 0 ? 'Move section up' : 'Move section down',
    change: (draft) => {
      writeKeys(draft.sections, rekeyed)
      const section = draft.sections[id]
      if (section && keys[0] !== undefined) section.order = keys[0]
    },
  }
}

function freeSectionId(context: CommandContext): SectionId {
  for (;;) {
    const id = freeId(context)
    if (!Object.hasOwn(context.state.graph.sections, id)) return id
  }
}

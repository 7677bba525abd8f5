/** What can be done with selected statements: text, kind, rating, details. */
import { nodeAt } from '../../model/graph.ts'
import { nodeKindNames, nodeKinds, ratingNames, ratings } from '../../model/kinds.ts'
import type { Command, CommandContext, EditCommand } from '../command.ts'
import { retype, setRating } from '../edits/node.ts'
import { primaryNode, selectedElements } from '../edits/selection.ts'
import { editText } from '../edits/text.ts'
import { refusalOf } from './outcome.ts'

export const nodeCommands: readonly Command[] = [
  {
    id: 'node.edit',
    label: 'Edit text',
    group: 'node',
    icon: 'Pencil',
    keys: ['F2'],
    scope: 'map',
    menus: ['node'],
    keywords: ['rename', 'write', 'change'],
    edit: editText,
  },
  {
    id: 'node.note',
    label: 'Edit note…',
    group: 'node',
    icon: 'StickyNote',
    keys: ['n'],
    scope: 'map',
    menus: ['node'],
    keywords: ['comment', 'remark'],
    refuse: (context) => refusalOf(selectedElements(context)),
    run: (services) => services.editDetails('note'),
  },
  {
    id: 'node.source',
    label: 'Edit source…',
    group: 'node',
    icon: 'BookOpen',
    keys: ['s'],
    scope: 'map',
    menus: ['node'],
    keywords: ['citation', 'excerpt', 'reference', 'locator', 'page'],
    refuse: (context) => refusalOf(primaryNode(context)),
    run: (services) => services.editDetails('source'),
  },
  ...nodeKindNames.map((kind): EditCommand => ({
    id: `node.retype.${kind}`,
    label: `Change to ${nodeKinds[kind].label}`,
    group: 'node',
    menus: ['node'],
    keywords: ['type', 'kind', 'retype', 'turn into'],
    checked: (context) => isEveryNode(context, (id) => nodeAt(context.state.graph, id)?.kind === kind),
    edit: (context) => retype(context, kind),
  })),
  ...ratingNames.map((rating): EditCommand => ({
    id: `node.rate.${rating}`,
    label: `Rate ${ratings[rating].label}`,
    group: 'node',
    keywords: ['certainty', 'confidence', 'grade', 'quality', 'sure'],
    checked: (context) => isEveryNode(context, (id) => nodeAt(context.state.graph, id)?.rating === rating),
    edit: (context) => setRating(context, rating),
  })),
  {
    id: 'node.rate.none',
    label: 'Not rated',
    group: 'node',
    keywords: ['certainty', 'confidence', 'grade', 'remove rating'],
    checked: (context) => isEveryNode(context, (id) => nodeAt(context.state.graph, id)?.rating === undefined),
    edit: (context) => setRating(context, undefined),
  },
]

function isEveryNode(
  { state: { graph, selection } }: CommandContext,
  holds: (id: string) => boolean,
): boolean {
  const nodes = selection.filter((id) => nodeAt(graph, id))
  return nodes.length > 0 && nodes.every(holds)
}

/** Undo and redo, the clipboard, deleting, duplicating, and selecting several things at once. */
import { nodeAt } from '../../model/graph.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Command, CopyForm, CopyPart } from '../command.ts'
import { deleteBranch, deleteKeepingChildren, deleteSelection } from '../edits/delete.ts'
import { duplicateBranch, duplicateSelection } from '../edits/duplicate.ts'
import { clipFrom } from '../edits/fragment.ts'
import { nothingSelected, selectedElements, selectedNodes } from '../edits/selection.ts'
import { redoLabel, undoLabel } from '../state.ts'
import { branchOf, hiddenNodes } from '../visible.ts'
import { refusalOf } from './outcome.ts'

export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    label: 'Undo',
    title: ({ state }) => ['Undo', undoLabel(state)].join(' ').trim(),
    group: 'edit',
    icon: 'Undo2',
    keys: ['$mod+z'],
    keywords: ['back', 'revert'],
    refuse: ({ state }) =>
      undoLabel(state) === undefined
        ? new Refusal('There is nothing to undo: edit something first.')
        : undefined,
    run: (services) => services.undo(),
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    title: ({ state }) => ['Redo', redoLabel(state)].join(' ').trim(),
    group: 'edit',
    icon: 'Redo2',
    keys: ['$mod+Shift+z', '$mod+y'],
    keywords: ['again', 'repeat'],
    refuse: ({ state }) =>
      redoLabel(state) === undefined
        ? new Refusal('There is nothing to redo: undo something first.')
        : undefined,
    run: (services) => services.redo(),
  },
  {
    id: 'edit.cut',
    label: 'Cut',
    group: 'edit',
    icon: 'Scissors',
    keys: ['$mod+x'],
    menus: ['node'],
    keywords: ['clipboard', 'move'],
    refuse: (context) => refusalOf(selectedElements(context)),
    run: async (services, context, dispatch) => {
      const clip = clipFrom(context)
      if (clip instanceof Refusal) return void dispatch(clip)
      const deletion = deleteSelection(context)
      // Only what has reached the clipboard may go.
      if (await services.writeClipboard(clip)) dispatch(deletion)
    },
  },
  {
    id: 'edit.copy',
    label: 'Copy',
    group: 'edit',
    icon: 'Copy',
    keys: ['$mod+c'],
    menus: ['node', 'relation'],
    keywords: ['clipboard'],
    refuse: (context) => refusalOf(selectedElements(context)),
    run: async (services, context, dispatch) => {
      const clip = clipFrom(context)
      if (clip instanceof Refusal) dispatch(clip)
      else await services.writeClipboard(clip)
    },
  },
  copyAs('text', 'selection', 'Copy as text'),
  copyAs('markdown', 'selection', 'Copy as Markdown'),
  copyAs('picture', 'selection', 'Copy as picture'),
  copyAs('text', 'branch', 'Copy branch as text'),
  copyAs('markdown', 'branch', 'Copy branch as Markdown'),
  copyAs('picture', 'branch', 'Copy branch as picture'),
  {
    id: 'edit.paste',
    label: 'Paste',
    group: 'edit',
    icon: 'ClipboardPaste',
    keys: ['$mod+v'],
    menus: ['canvas', 'node', 'relation'],
    keywords: ['clipboard', 'text', 'insert', 'import'],
    run: (services) => services.paste(),
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    group: 'edit',
    icon: 'CopyPlus',
    keys: ['$mod+d'],
    menus: ['node'],
    edit: duplicateSelection,
  },
  {
    id: 'edit.duplicate-branch',
    label: 'Duplicate branch',
    group: 'edit',
    icon: 'CopyPlus',
    keys: ['Shift+d'],
    scope: 'map',
    edit: duplicateBranch,
  },
  {
    id: 'edit.delete',
    label: 'Delete',
    group: 'edit',
    icon: 'Trash2',
    keys: ['Delete', 'Backspace'],
    scope: 'map',
    menus: ['node', 'relation'],
    keywords: ['remove', 'erase'],
    edit: deleteSelection,
  },
  {
    id: 'edit.delete-keep-children',
    label: 'Delete, keep what hangs on it',
    group: 'edit',
    icon: 'Unlink',
    keys: ['$mod+Delete', '$mod+Backspace'],
    scope: 'map',
    menus: ['node'],
    keywords: ['remove', 'children', 'dissolve'],
    edit: deleteKeepingChildren,
  },
  {
    id: 'edit.delete-branch',
    label: 'Delete branch',
    group: 'edit',
    icon: 'Trash2',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    scope: 'map',
    keywords: ['remove', 'subtree'],
    edit: deleteBranch,
  },
  {
    id: 'edit.select-all',
    label: 'Select all',
    group: 'edit',
    keys: ['$mod+a'],
    scope: 'map',
    edit: ({ state: { graph } }) => {
      const hidden = hiddenNodes(graph)
      const selection = Object.keys(graph.nodes).filter((id) => !hidden.has(id))
      return selection.length === 0 ? nothingSelected(graph) : { label: 'Select all', selection }
    },
  },
  {
    id: 'edit.select-branch',
    label: 'Select branch',
    group: 'edit',
    keys: ['Shift+b'],
    scope: 'map',
    menus: ['node'],
    keywords: ['subtree', 'children'],
    edit: (context) => {
      const nodes = selectedNodes(context)
      if (nodes instanceof Refusal) return nodes
      const { graph } = context.state
      const hidden = hiddenNodes(graph)
      const below = branchOf(graph, nodes).filter((id) => !hidden.has(id) && !nodes.includes(id))
      return { label: 'Select branch', selection: [...below, ...nodes] }
    },
  },
  {
    id: 'edit.select-none',
    label: 'Select nothing',
    group: 'edit',
    keys: ['Shift+a'],
    scope: 'map',
    keywords: ['deselect', 'clear'],
    edit: ({ state: { selection, graph } }) =>
      selection.length === 0 ? nothingSelected(graph) : { label: 'Select nothing', selection: [] },
  },
  {
    id: 'edit.select-same-kind',
    label: 'Select all of this kind',
    group: 'edit',
    keywords: ['similar', 'type'],
    edit: (context) => {
      const nodes = selectedNodes(context)
      if (nodes instanceof Refusal) return nodes
      const { graph } = context.state
      const kinds = new Set(nodes.map((id) => nodeAt(graph, id)?.kind))
      const hidden = hiddenNodes(graph)
      return {
        label: 'Select all of this kind',
        selection: Object.keys(graph.nodes).filter(
          (id) => kinds.has(nodeAt(graph, id)?.kind) && !hidden.has(id),
        ),
      }
    },
  },
]

/** Copying for other programs: what is selected, the whole map where nothing is, or a branch. */
function copyAs(form: CopyForm, part: CopyPart, label: string): Command {
  return {
    id: `edit.copy-${part === 'branch' ? 'branch-' : ''}as-${form}`,
    label,
    group: 'edit',
    icon: form === 'picture' ? 'ImageDown' : 'FileText',
    keywords: ['clipboard', 'export', 'report', 'outline', 'png'],
    refuse: (context) => {
      if (Object.keys(context.state.graph.nodes).length === 0)
        return new Refusal('There is nothing to copy: write a statement first.')
      return part === 'branch' ? refusalOf(selectedNodes(context)) : undefined
    },
    run: (services) => services.copyAs(form, part),
  }
}

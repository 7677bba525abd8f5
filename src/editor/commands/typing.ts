/** Keys that mean something while the text of a statement is typed; everything else belongs to the text. */
import type { EditCommand } from '../command.ts'
import {
  cancelText,
  keepAndAddChild,
  keepAndAddCounterpoint,
  keepAndAddSibling,
  keepText,
} from '../edits/text.ts'

export const typingCommands: readonly EditCommand[] = [
  {
    id: 'typing.child',
    label: 'Keep text and add support',
    group: 'add',
    icon: 'CirclePlus',
    keys: ['Tab'],
    scope: 'typing',
    edit: keepAndAddChild,
  },
  {
    id: 'typing.sibling',
    label: 'Keep text and add sibling',
    group: 'add',
    icon: 'Plus',
    keys: ['Enter'],
    scope: 'typing',
    edit: keepAndAddSibling,
  },
  {
    id: 'typing.counterpoint',
    label: 'Keep text and add counterpoint',
    group: 'add',
    icon: 'CircleMinus',
    keys: ['Shift+Tab'],
    scope: 'typing',
    edit: keepAndAddCounterpoint,
  },
  {
    id: 'typing.keep',
    label: 'Keep text',
    group: 'node',
    icon: 'Check',
    keys: ['$mod+Enter'],
    scope: 'typing',
    edit: keepText,
  },
  {
    id: 'typing.cancel',
    label: 'Cancel text',
    group: 'node',
    icon: 'X',
    keys: ['Escape'],
    scope: 'typing',
    edit: cancelText,
  },
]

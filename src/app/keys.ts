/** From a pressed key to the command it stands for: the shortcuts of the command list, nothing else. */
import { matchKeyBindingPress, parseKeybinding, type KeyBindingPress } from 'tinykeys'
import type { Command, KeyScope } from '../editor/command.ts'
import { commands } from '../editor/commands.ts'
import { keyBindings, type KeyBinding } from '../editor/keys.ts'

interface Press {
  readonly binding: KeyBinding
  readonly press: KeyBindingPress
}

const presses: readonly Press[] = keyBindings(commands).flatMap((binding) => {
  const [press] = parseKeybinding(binding.keys)
  return press ? [{ binding, press }] : []
})

/** The command for a key in this scope; `map` includes what acts anywhere. */
export function commandForKey(
  event: KeyboardEvent,
  scope: KeyScope,
  singleKeys: boolean,
): Command | undefined {
  return presses.find(({ binding, press }) => {
    const inScope = binding.scope === scope || (scope === 'map' && binding.scope === 'anywhere')
    return inScope && (!binding.single || singleKeys) && matchKeyBindingPress(event, press)
  })?.binding.command
}

/** Whether keys go into a text field here and must act on its text only. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(
        'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=range])',
      ))
  )
}

/**
 * Everything a user can do, as one literal list in menu order. Menus, toolbar, context menus, palette,
 * shortcut sheet and tests read it; nothing adds itself by being imported. `execute` is the only runner.
 */
import type { Refusal } from '../model/refusal.ts'
import type { Command, CommandContext, Dispatch, Services } from './command.ts'
import { addCommands } from './commands/add.ts'
import { arrangeCommands } from './commands/arrange.ts'
import { editCommands } from './commands/edit.ts'
import { evaluateCommands } from './commands/evaluate.ts'
import { fileCommands } from './commands/file.ts'
import { goCommands } from './commands/go.ts'
import { helpCommands } from './commands/help.ts'
import { nodeCommands } from './commands/node.ts'
import { relationCommands } from './commands/relation.ts'
import { typingCommands } from './commands/typing.ts'
import { viewCommands } from './commands/view.ts'
import { closeEntry, type Transaction } from './state.ts'

/** All commands, group by group. */
export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...addCommands,
  ...typingCommands,
  ...nodeCommands,
  ...relationCommands,
  ...evaluateCommands,
  ...arrangeCommands,
  ...goCommands,
  ...viewCommands,
  ...helpCommands,
]

const byId = new Map(commands.map((command) => [command.id, command]))

/** The command with this id; throws on an unknown one, which is our mistake. */
export function commandById(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`there is no command "${id}"`)
  return command
}

/** What the command would do now: its transaction, or why not; undefined for an effect that can run. */
export function dryRun(command: Command, context: CommandContext): Transaction | Refusal | undefined {
  return 'edit' in command ? command.edit(context) : command.refuse?.(context)
}

/** The name of a command at this moment: "Undo Delete 3 claims". */
export function titleOf(command: Command, context: CommandContext): string {
  return command.title?.(context) ?? command.label
}

/**
 * Runs a command: describes its edit to `dispatch`, or uses the services. A refusal is dispatched as
 * well, so that the user hears the reason. An edit from outside the text being typed first closes the
 * text entry, so that it meets the document as it stays.
 */
export function execute(
  command: Command,
  services: Services,
  context: CommandContext,
  dispatch: Dispatch,
): void | Promise<void> {
  if ('edit' in command) {
    dispatch(command.edit(command.scope === 'typing' ? context : settled(context, dispatch)))
    return
  }
  const refusal = command.refuse?.(context)
  if (refusal) {
    dispatch(refusal)
    return
  }
  return command.run(services, context, dispatch)
}

function settled(context: CommandContext, dispatch: Dispatch): CommandContext {
  if (!context.state.entry) return context
  dispatch({ label: 'Keep text', entry: null })
  return { ...context, state: closeEntry(context.state) }
}

/** Everything that can be done, by typing a few letters of it (Ctrl+K). */
import { Refusal } from '../../model/refusal.ts'
import { commandGroups } from '../../editor/command.ts'
import { commands, dryRun, titleOf } from '../../editor/commands.ts'
import { displayKeys } from '../../editor/keys.ts'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { PickDialog, type PickItem } from './PickDialog.tsx'

export function Palette() {
  const application = useApplication()
  const context = application.context()
  const items = commands.map((command): PickItem => {
    const outcome = dryRun(command, context)
    const refused = outcome instanceof Refusal ? outcome.reason : undefined
    return {
      id: command.id,
      words: [command.label, commandGroups[command.group], ...(command.keywords ?? [])].join(' '),
      refused,
      content: (
        <>
          <Icon name={command.icon ?? 'Command'} />
          <span className="label">
            {titleOf(command, context)}
            {refused !== undefined && <span className="reason">{refused}</span>}
          </span>
          <span className="group">{commandGroups[command.group]}</span>
          <span className="keys">
            {command.keys?.map((keys) => (
              <kbd key={keys}>{displayKeys(keys, application.browser.platform)}</kbd>
            ))}
          </span>
        </>
      ),
    }
  })
  const possible = items.filter((item) => item.refused === undefined)
  const refused = items.filter((item) => item.refused !== undefined)
  return (
    <PickDialog
      title="Commands"
      placeholder="What do you want to do?"
      empty="No command has these words."
      items={[...possible, ...refused]}
      onPick={(id) => application.run(id)}
    />
  )
}

/** Menu entries for commands: label, shortcut, check mark, and the reason where one is refused now. */
import { Menu } from '@base-ui/react/menu'
import { Fragment } from 'react'
import { Refusal } from '../../model/refusal.ts'
import type { Command } from '../../editor/command.ts'
import { dryRun, titleOf } from '../../editor/commands.ts'
import { displayKeys } from '../../editor/keys.ts'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'

interface CommandItemsProps {
  readonly commands: readonly Command[]
  /** Leaves out what cannot be done now, as context menus do; the menu bar shows it with its reason. */
  readonly onlyPossible?: boolean
}

export function CommandItems({ commands, onlyPossible = false }: CommandItemsProps) {
  const application = useApplication()
  const context = application.context()
  let family = ''
  return commands.map((command, index) => {
    const outcome = dryRun(command, context)
    const refused = outcome instanceof Refusal ? outcome.reason : undefined
    if (onlyPossible && refused !== undefined) return null
    const parts = command.id.split('.')
    const nextFamily = parts.length > 2 ? parts.slice(0, 2).join('.') : ''
    const separated = index > 0 && nextFamily !== family
    family = nextFamily
    const checked = command.checked?.(context)
    const inside = (
      <>
        {checked === undefined ? <Icon name={command.icon} /> : null}
        {command.icon === undefined && checked === undefined && <span className="check" />}
        {checked !== undefined && <span className="check">{checked && <Icon name="Check" />}</span>}
        <span className="label">
          {titleOf(command, context)}
          {refused !== undefined && <span className="reason">{refused}</span>}
        </span>
        {command.keys?.[0] && <kbd>{displayKeys(command.keys[0], application.browser.platform)}</kbd>}
      </>
    )
    return (
      <Fragment key={command.id}>
        {separated && <Menu.Separator className="menu-separator" />}
        {checked === undefined ? (
          <Menu.Item
            className="menu-item"
            disabled={refused !== undefined}
            onClick={() => application.run(command.id)}
          >
            {inside}
          </Menu.Item>
        ) : (
          <Menu.CheckboxItem
            className="menu-item"
            checked={checked}
            disabled={refused !== undefined}
            closeOnClick
            onClick={() => application.run(command.id)}
          >
            {inside}
          </Menu.CheckboxItem>
        )}
      </Fragment>
    )
  })
}

/** Every command by mouse: a menu a group on wide windows, one button with all groups on narrow ones. */
import { Menu } from '@base-ui/react/menu'
import { Menubar } from '@base-ui/react/menubar'
import { commandGroups, type CommandGroup } from '../../editor/command.ts'
import { commands } from '../../editor/commands.ts'
import { useApp } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { CommandItems } from './CommandItems.tsx'

const groups = Object.entries(commandGroups) as readonly [CommandGroup, string][]

/** Commands whose keys only mean something while text is typed are in the shortcut sheet, not in menus. */
function commandsOf(group: CommandGroup) {
  return commands.filter((command) => command.group === group && command.scope !== 'typing')
}

export function MenuBar() {
  return (
    <Menubar className="menubar" aria-label="Main menu">
      {groups.map(([group, label]) => (
        <Menu.Root key={group}>
          <Menu.Trigger className="menubar-item">{label}</Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="menu-positioner" sideOffset={4} align="start">
              <Menu.Popup className="menu">
                <GroupItems group={group} />
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ))}
    </Menubar>
  )
}

export function MenuButton() {
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button menu-button" aria-label="Menu">
        <Icon name="ListTree" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="start">
          <Menu.Popup className="menu">
            {groups.map(([group, label]) => (
              <Menu.SubmenuRoot key={group}>
                <Menu.SubmenuTrigger className="menu-item">
                  <span className="label">{label}</span>
                  <Icon name="ChevronRight" />
                </Menu.SubmenuTrigger>
                <Menu.Portal>
                  <Menu.Positioner className="menu-positioner">
                    <Menu.Popup className="menu">
                      <GroupItems group={group} />
                    </Menu.Popup>
                  </Menu.Positioner>
                </Menu.Portal>
              </Menu.SubmenuRoot>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function GroupItems({ group }: { readonly group: CommandGroup }) {
  useApp((state) => state.editor)
  return <CommandItems commands={commandsOf(group)} />
}

/** Every command by mouse: a menu a group on wide windows, one button with all groups on narrow ones. */
import { Menu } from '@base-ui/react/menu'
import { Menubar } from '@base-ui/react/menubar'
import { useEffect, useRef, type RefObject } from 'react'
import { useStore } from 'zustand'
import { nodeKindNames, nodeKinds } from '../../model/kinds.ts'
import type { CommandGroup } from '../../editor/command.ts'
import { commandById, commands } from '../../editor/commands.ts'
import { useApp } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { CommandItems } from './CommandItems.tsx'
import type { LateMenuProps } from './LateMenuButton.tsx'
import { menuGroups, type AskedOfMenus } from './menu-groups.ts'

const rareKinds = nodeKindNames
  .filter((kind) => !nodeKinds[kind].common)
  .map((kind) => commandById(`add.root.${kind}`))

interface MenusProps {
  readonly asked: AskedOfMenus
}

export function MainMenus({ asked }: MenusProps) {
  const bar = useRef<HTMLDivElement>(null)
  useFocusAgain(bar, asked)
  const opened = useStore(asked, (state) => state.open)
  return (
    <Menubar key={opened} ref={bar} className="menubar" aria-label="Main menu">
      {menuGroups.map(([group, label]) => (
        <Menu.Root key={group} defaultOpen={opened === group}>
          <Menu.Trigger className="menubar-item" data-group={group}>
            {label}
          </Menu.Trigger>
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

export function MenuOfMenus({ asked, look }: LateMenuProps) {
  const opened = useStore(asked, (state) => state.open)
  return (
    <Menu.Root key={opened} defaultOpen={opened !== undefined}>
      <Menu.Trigger className={look.className} aria-label={look.label}>
        {look.children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="start">
          <Menu.Popup className="menu">
            {menuGroups.map(([group, label]) => (
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

/** The kinds of statement that a newcomer does not meet at once. */
export function MoreKinds({ asked, look }: LateMenuProps) {
  const opened = useStore(asked, (state) => state.open)
  return (
    <Menu.Root key={opened} defaultOpen={opened !== undefined}>
      <Menu.Trigger className={look.className} aria-label={look.label}>
        {look.children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" side="right" align="start" sideOffset={6}>
          <Menu.Popup className="menu">
            <CommandItems commands={rareKinds} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** A heading that had the focus when the outline made way has it again, unless something else took it. */
function useFocusAgain(bar: RefObject<HTMLElement | null>, asked: AskedOfMenus): void {
  useEffect(() => {
    const { focused, open } = asked.getState()
    if (focused === undefined || open !== undefined) return
    if (document.activeElement !== document.body) return
    bar.current?.querySelector<HTMLElement>(`[data-group="${focused}"]`)?.focus()
  }, [bar, asked])
}

function GroupItems({ group }: { readonly group: CommandGroup }) {
  useApp((state) => state.editor)
  return <CommandItems commands={commandsOf(group)} />
}

/** Commands whose keys only mean something while text is typed are in the shortcut sheet, not in menus. */
function commandsOf(group: CommandGroup) {
  return commands.filter((command) => command.group === group && command.scope !== 'typing')
}

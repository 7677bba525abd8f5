/**
 * The menu bar's place: until the code of the menus has come (see sign-of-life.ts) it shows the same headings as
 * plain buttons, and hands on which of them was pressed or focused.
 */
import { useState } from 'react'
import { Icon } from '../icons.tsx'
import { asking, LateMenuButton } from './LateMenuButton.tsx'
import { LoadedPart } from './LoadedPart.tsx'
import { menuGroups, nothingAsked } from './menu-groups.ts'
import { signOfLife } from './sign-of-life.ts'

const loadBar = async () => {
  await signOfLife()
  return { default: (await import('./Menus.tsx')).MainMenus }
}

export function MenuBar() {
  const [asked] = useState(nothingAsked)
  return (
    <LoadedPart
      load={loadBar}
      props={{ asked }}
      until={
        <div className="menubar" role="menubar" aria-label="Main menu">
          {menuGroups.map(([group, label]) => (
            <button
              key={group}
              type="button"
              role="menuitem"
              className="menubar-item"
              aria-haspopup="menu"
              {...asking(asked, group)}
            >
              {label}
            </button>
          ))}
        </div>
      }
    />
  )
}

export function MenuButton() {
  return (
    <LateMenuButton
      className="icon-button menu-button"
      label="Menu"
      load={async () => (await import('./Menus.tsx')).MenuOfMenus}
    >
      <Icon name="ListTree" />
    </LateMenuButton>
  )
}

/**
 * A button with a menu whose code comes at the first sign of life (see sign-of-life.ts). Until then a plain
 * button stands in its place; pressed, it opens the menu as soon as there is one.
 */
import { useState, type ComponentType, type ReactNode } from 'react'
import { LoadedPart } from './LoadedPart.tsx'
import { nothingAsked, type AskedOfMenus } from './menu-groups.ts'
import { signOfLife } from './sign-of-life.ts'

/** How the button of a menu looks, before and after. */
export interface MenuTriggerLook {
  readonly className: string
  readonly label: string
  readonly children: ReactNode
}

export interface LateMenuProps {
  readonly asked: AskedOfMenus
  readonly look: MenuTriggerLook
}

interface LateMenuButtonProps extends MenuTriggerLook {
  /** Fetches the menu with its button. */
  readonly load: () => Promise<ComponentType<LateMenuProps>>
}

export function LateMenuButton({ load, ...look }: LateMenuButtonProps) {
  const [asked] = useState(nothingAsked)
  return (
    <LoadedPart
      load={async () => {
        await signOfLife()
        return { default: await load() }
      }}
      props={{ asked, look }}
      until={
        <button
          type="button"
          className={look.className}
          aria-label={look.label}
          aria-haspopup="menu"
          {...asking(asked, 'all')}
        >
          {look.children}
        </button>
      }
    />
  )
}

/** Notes what is pressed and what is focused before the menus have come. */
export function asking(asked: AskedOfMenus, group: string) {
  const open = () => asked.setState({ open: group })
  return {
    onPointerDown: open,
    onClick: open,
    onFocus: () => asked.setState({ focused: group }),
  }
}

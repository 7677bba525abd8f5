/** The context menu of canvas, statement and relation: the commands that say they belong there. */
import { Menu } from '@base-ui/react/menu'
import { useMemo } from 'react'
import type { ElementId } from '../../model/graph.ts'
import { commands } from '../../editor/commands.ts'
import { useApp, useApplication } from '../app-state.ts'
import { CommandItems } from '../shell/CommandItems.tsx'

export interface MenuRequest {
  readonly on: 'canvas' | 'node' | 'relation'
  /** Where it opens, px in the window. */
  readonly x: number
  readonly y: number
  readonly id?: ElementId
}

interface CanvasMenuProps {
  readonly request: MenuRequest
  readonly close: () => void
}

export function CanvasMenu({ request, close }: CanvasMenuProps) {
  const application = useApplication()
  useApp((state) => state.editor)
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => new DOMRect(request.x, request.y, 0, 0) }),
    [request],
  )
  return (
    <Menu.Root
      open
      onOpenChange={(isOpen) => {
        if (isOpen) return
        close()
        application.canvas()?.focus()
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          className="menu-positioner"
          anchor={anchor}
          align="start"
          side="bottom"
          sideOffset={2}
        >
          <Menu.Popup className="menu" aria-label={labels[request.on]} finalFocus={false}>
            <CommandItems
              commands={commands.filter((command) => command.menus?.includes(request.on))}
              onlyPossible
            />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

const labels = { canvas: 'Map', node: 'Statement', relation: 'Relation' } as const

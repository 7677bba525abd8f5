/** The headings of the menu bar, as the bar and its outline both show them. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { commandGroups, type CommandGroup } from '../../editor/command.ts'

export const menuGroups = Object.entries(commandGroups) as readonly [CommandGroup, string][]

/** What was asked of the menus before their code had come. */
interface Asked {
  /** The menu that was pressed: it opens as soon as it can. */
  readonly open: string | undefined
  /** The heading that had the focus, which is to have it again. */
  readonly focused: string | undefined
}

/** A store, since a menu can be pressed while the real ones are being put in its place. */
export type AskedOfMenus = StoreApi<Asked>

/** Nothing asked yet. */
export function nothingAsked(): AskedOfMenus {
  return createStore<Asked>(() => ({ open: undefined, focused: undefined }))
}

/** The headings of the menu bar, as the bar and its outline both show them. */
import { commandGroups, type CommandGroup } from '../../editor/command.ts'

export const menuGroups = Object.entries(commandGroups) as readonly [CommandGroup, string][]

/** What was asked of the menus before their code had come. */
export interface AskedOfMenus {
  /** The menu that was pressed: it opens as soon as it can. */
  open?: string
  /** The heading that had the focus, which is to have it again. */
  focused?: string
}

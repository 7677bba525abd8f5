/** The signs for how something stands, on the map and in panels: told apart by shape, not by colour. */
import type { Standing } from '../reasoning/evaluation.ts'
import type { IconName } from './icons.tsx'

export const standingSigns: Readonly<Record<Standing, IconName>> = {
  holds: 'CircleCheck',
  unresolved: 'CircleDashed',
  falls: 'CircleX',
}

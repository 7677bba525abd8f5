/**
 * The twenty schemes that relations and recommendations can be given, as one table. Menus, checklists, the
 * debate mode and the problems panel read it. Ids of schemes, premises and questions are stable: files name
 * them. Files may also name schemes that are not here, as imports do: they are kept and ask nothing.
 */
import { actionSchemes } from './schemes/action.ts'
import { caseSchemes } from './schemes/case.ts'
import { causeSchemes } from './schemes/cause.ts'
import { ruleSchemes } from './schemes/rule.ts'
import type { Scheme } from './schemes/scheme.ts'
import { sourceSchemes } from './schemes/source.ts'

/** Every scheme in the order in which it is offered: by group, the most frequent first. */
export const schemes = {
  ...actionSchemes,
  ...sourceSchemes,
  ...caseSchemes,
  ...causeSchemes,
  ...ruleSchemes,
} as const satisfies Record<string, Scheme>

export type SchemeId = keyof typeof schemes

/** All ids in the order of the table. */
export const schemeIds = Object.keys(schemes) as readonly SchemeId[]

/** The scheme with this id; undefined for none and for ids that are not in the table. */
export function schemeOf(id: string | undefined): Scheme | undefined {
  return id !== undefined && Object.hasOwn(schemes, id) ? schemes[id as SchemeId] : undefined
}

/** What to call a scheme, also one that is not in the table: its id as words. */
export function labelOfScheme(id: string): string {
  return schemeOf(id)?.label ?? id.replaceAll(/[-_]+/g, ' ')
}

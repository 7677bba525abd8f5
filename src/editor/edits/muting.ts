/** Muting problems that the author does not see as such, in the whole document or at some places. */
import { hasElement, type ElementId } from '../../model/graph.ts'
import { Refusal } from '../../model/refusal.ts'
import { findingRules } from '../../reasoning/problems/rules.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'

/** Mutes a rule at these nodes and relations, or in the whole document if none are named. */
export function mute(
  { state: { graph } }: CommandContext,
  rule: string,
  at: readonly ElementId[] = [],
): Transaction | Refusal {
  if (!at.every((id) => hasElement(graph, id))) {
    return new Refusal('What this problem concerns is no longer there: choose another one.')
  }
  return {
    label: `Mute “${titleOf(rule)}”${at.length === 0 ? '' : ' here'}`,
    change: (draft) => {
      const muted = ((draft.muted ??= {})[rule] ??= {})
      if (at.length === 0) muted.everywhere = true
      else muted.at = [...new Set([...(muted.at ?? []), ...at])]
    },
  }
}

/** Lets a rule speak again at these nodes and relations, or wherever it was muted if none are named. */
export function unmute(
  { state: { graph } }: CommandContext,
  rule: string,
  at: readonly ElementId[] = [],
): Transaction | Refusal {
  if (at.length > 0 && graph.muted?.[rule]?.everywhere) {
    return new Refusal(`“${titleOf(rule)}” is muted in the whole document: let it speak everywhere first.`)
  }
  return {
    label: `Unmute “${titleOf(rule)}”${at.length === 0 ? '' : ' here'}`,
    change: (draft) => {
      const muted = draft.muted?.[rule]
      if (!draft.muted || !muted) return
      if (at.length === 0) delete draft.muted[rule]
      else {
        const left = muted.at?.filter((id) => !at.includes(id)) ?? []
        if (left.length > 0) muted.at = left
        else delete muted.at
        if (Object.keys(muted).length === 0) delete draft.muted[rule]
      }
      if (Object.keys(draft.muted).length === 0) delete draft.muted
    },
  }
}

/** The title of a rule; documents may name rules that are not known here. */
function titleOf(rule: string): string {
  const rules: Readonly<Record<string, { readonly title: string }>> = findingRules
  return (Object.hasOwn(rules, rule) ? rules[rule]?.title : undefined) ?? rule
}

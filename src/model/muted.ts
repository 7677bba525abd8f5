/** Which problems of an argument the author does not want to hear of again. */
import type { ArgumentGraph, ElementId } from './graph.ts'

/** Whether a rule is muted in the whole document, or at every one of these places (at least one). */
export function isMuted(graph: ArgumentGraph, rule: string, at: readonly ElementId[] = []): boolean {
  const muted = graph.muted && Object.hasOwn(graph.muted, rule) ? graph.muted[rule] : undefined
  if (!muted) return false
  if (muted.everywhere === true) return true
  return at.length > 0 && at.every((id) => muted.at?.includes(id))
}

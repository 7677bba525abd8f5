/** Small helpers for declaring commands. */
import { Refusal } from '../../model/refusal.ts'

/** The refusal, if an answer is one: for effects that need something an edit would be refused for. */
export function refusalOf(outcome: unknown): Refusal | undefined {
  return outcome instanceof Refusal ? outcome : undefined
}

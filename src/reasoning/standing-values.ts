/** Standings as numbers in typed arrays: a step that needs several things comes to the least of them (S7). */
import type { Standing } from './evaluation.ts'

export const falls = 0
export const unresolved = 1
export const holds = 2

/** The word for each number. */
export const standingNames = ['falls', 'unresolved', 'holds'] as const satisfies readonly Standing[]

/**
 * How a base score, reasons and objections are joined into one strength: the default and three second opinions
 * (S11). Pure functions of numbers; what the reasons and objections are is decided in strength.ts.
 */
import type { ScoringRule } from './evaluation.ts'

/** What a rule is called, where it comes from, and its formula. */
export interface ScoringRuleEntry {
  readonly label: string
  /** Authors and year. */
  readonly source: string
  /**
   * The strength, from 0 to 1, of an item with this base score.
   * @param base τ, 0 to 1
   * @param support S: 1 − Π (1 − κ) over its supports
   * @param objection A: the same over the attacks on it
   * @param energy s: Σ κ over its supports − Σ κ over the attacks on it
   */
  readonly join: (base: number, support: number, objection: number, energy: number) => number
}

/** Every scoring rule, the default first. */
export const scoringRules = {
  'df-quad': {
    label: 'DF-QuAD',
    source: 'Rago, Toni, Aurisicchio, Baroni 2016',
    join: joinByDfQuad,
  },
  'quadratic-energy': {
    label: 'Quadratic energy',
    source: 'Potyka 2018',
    join: (base, _support, _objection, energy) =>
      energy >= 0 ? base + (1 - base) * pull(energy) : base - base * pull(-energy),
  },
  euler: {
    label: 'Euler-based',
    source: 'Amgoud, Ben-Naim 2018',
    // At base 0 the exponential may be infinite; the limit is 0.
    join: (base, _support, _objection, energy) =>
      base === 0 ? 0 : 1 - (1 - base * base) / (1 + base * Math.exp(energy)),
  },
  mlp: {
    label: 'MLP-based',
    source: 'Potyka 2021',
    join: (base, _support, _objection, energy) =>
      base <= 0 || base >= 1 ? base : 1 / (1 + Math.exp(-Math.log(base / (1 - base)) - energy)),
  },
} as const satisfies Record<ScoringRule, ScoringRuleEntry>

/** All rules, the default first. */
export const scoringRuleNames = Object.keys(scoringRules) as readonly ScoringRule[]

/** τ + (1−τ)·max(0, B) − τ·max(0, −B) with B = S − A (S12); relations take it under every rule. */
export function joinByDfQuad(base: number, support: number, objection: number): number {
  const balance = support - objection
  return balance >= 0 ? base + (1 - base) * balance : base + base * balance
}

/** h of quadratic energy for a positive energy: 0 at 0, towards 1 for much. */
function pull(energy: number): number {
  const square = energy * energy
  return square / (1 + square)
}

/**
 * Where "that is a problem" can put its counterpoint, in plain words: "against the premise “…”", "against the
 * step". The places come from the scheme (see raisingOf); ways that end at the same place are offered once.
 */
import { nodeAt, relationAt, type ArgumentGraph } from '../model/graph.ts'
import { nodeKinds } from '../model/kinds.ts'
import { quoteElement } from '../model/naming.ts'
import { raisingOf, rolesOf, schemeAt, type AskedQuestion } from '../reasoning/critical-questions.ts'
import type { EffectName, QuestionEffect } from '../reasoning/schemes/scheme.ts'

/** One place for a counterpoint. */
export interface ObjectionTarget {
  /** What `raiseQuestion` is given. */
  readonly effect: EffectName
  /** In lower case, to be read after "that is a problem": "against the conclusion “…”". */
  readonly words: string
}

/** The places for a counterpoint to this question, the usual one first; at least one while its element is there. */
export function objectionTargets(graph: ArgumentGraph, asked: AskedQuestion): readonly ObjectionTarget[] {
  const places = new Set<string>()
  return asked.effects.flatMap((aim) => {
    const raising = raisingOf(graph, asked.on, aim)
    if (!raising) return []
    const place = `${raising.kind} ${raising.relation} ${raising.to}`
    if (places.has(place)) return []
    places.add(place)
    return [{ effect: aim.effect, words: wordsFor(graph, asked, aim) }]
  })
}

function wordsFor(graph: ArgumentGraph, { on }: AskedQuestion, aim: QuestionEffect): string {
  const relation = relationAt(graph, on)
  const quoted = (id: string) => quoteElement(graph, id, 60)
  if (!relation) {
    return aim.effect === 'rival'
      ? `as a rival recommendation to ${quoted(on)}`
      : `against the ${nodeKinds[nodeAt(graph, on)?.kind ?? 'recommendation'].label} ${quoted(on)}`
  }
  switch (aim.effect) {
    case 'premise': {
      const node = rolesOf(graph, on).get(aim.premise)
      if (node !== undefined) return `against the premise ${quoted(node)}`
      const label = schemeAt(graph, on)?.premises[aim.premise]?.label
      return label === undefined ? 'against the step' : `against the step: nobody states ${label}`
    }
    case 'inference':
      return 'against the step'
    case 'conclusion':
    case 'rival': {
      if (relation.kind === 'attacks') return `in favour of ${quoted(relation.to)}`
      return aim.effect === 'rival' && nodeAt(graph, relation.to)?.kind === 'recommendation'
        ? `as a rival recommendation to ${quoted(relation.to)}`
        : `against the conclusion ${quoted(relation.to)}`
    }
  }
}

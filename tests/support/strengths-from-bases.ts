/** Strengths as the literature gives them: from base scores for each node, without the circular cut. */
import type { ArgumentGraph, ElementId } from '../../src/model/graph.ts'
import { componentsOf, dependenciesOf } from '../../src/reasoning/components.ts'
import type { ScoringRule } from '../../src/reasoning/evaluation.ts'
import { networkOf } from '../../src/reasoning/network.ts'
import { emptyStrengths, settleStrengths } from '../../src/reasoning/strength.ts'

/** The strength of each node and relation, by id. */
export function strengthsFromBases(
  graph: ArgumentGraph,
  bases: Readonly<Record<ElementId, number>>,
  rule: ScoringRule,
): Readonly<Record<ElementId, number>> {
  const network = networkOf(graph)
  const base = Float64Array.from(network.base, (own, item) => bases[network.ids[item] ?? ''] ?? own)
  const strengths = emptyStrengths(base.length)
  settleStrengths(
    {
      network: { ...network, base },
      rule,
      ignored: new Uint8Array(base.length),
      components: componentsOf(dependenciesOf(network)),
    },
    strengths,
  )
  return Object.fromEntries(network.ids.map((id, item) => [id, strengths.strength[item] ?? Number.NaN]))
}

/** Rules about circles: of support, of objections, and of what does not settle. */
import type { ElementId } from '../../model/graph.ts'
import { circularSupports, supportsBetweenNodes } from '../circular.ts'
import { componentsOf, dependenciesOf, type Adjacency, type Components } from '../components.ts'
import type { Network } from '../network.ts'
import { solutionOf } from '../evaluate.ts'
import { settlingsOf } from '../settlings.ts'
import { listed, named, say, type Sentence } from '../why/sentence.ts'
import type { Finding } from './finding.ts'
import { finding, idOf, itemOf, relationOf, type Look } from './look.ts'

/**
 * A component of the supports between nodes with at least two nodes, or a node that supports itself; and a
 * circle that goes through the backing of a step.
 */
export function circularSupport(look: Look): Finding[] {
  return [...circlesOfNodes(look), ...circlesOfBackings(look)]
}

function circlesOfNodes(look: Look): Finding[] {
  const { network, graph } = look
  const components = componentsOf(supportsBetweenNodes(network))
  const ignored = circularSupports(network)
  return cyclicMembers(components, network.nodeCount).map((members) => {
    const inside = new Set(members)
    const steps = look.relations.filter((id) => {
      const item = itemOf(look, id)
      return ignored[item] === 1 && inside.has(network.target[item] ?? -1)
    })
    const nodes = members.map((item) => idOf(look, item))
    const [first = ''] = nodes
    return finding(
      'circular-support',
      [...nodes, ...steps],
      nodes.length === 1
        ? say`${named(graph, first)} is given as a reason for itself; that step is not counted. Delete it.`
        : say`${listed(graph, nodes)} support each other in a circle; ${steps.length === 1 ? 'one step is' : `${steps.length} steps are`} not counted. Give one of them support from outside.`,
      steps[0] === undefined
        ? undefined
        : { label: 'Delete what is not counted', command: 'edit.delete', select: steps },
    )
  })
}

/**
 * A statement that backs the very step by which it is supported, at once or through others. The cut of circular
 * supports (S9, S10) looks at supports between nodes only, so these are counted.
 */
function circlesOfBackings(look: Look): Finding[] {
  const { network, graph } = look
  const { ids, nodeCount, sign, target, premises, premisesStart } = network
  const components = componentsOf(supportsOfAll(network))
  return cyclicMembers(components, ids.length).flatMap((members) => {
    const inside = new Set(members)
    // A step stands in a circle of supports only if something in the circle backs it.
    const backing = look.relations.find((id) => {
      const item = itemOf(look, id)
      const to = target[item] ?? -1
      const from = premises.subarray(premisesStart[item] ?? 0, premisesStart[item + 1] ?? 0)
      return sign[item] === 1 && to >= nodeCount && inside.has(to) && from.some((each) => inside.has(each))
    })
    if (backing === undefined) return []
    const [first = ''] = relationOf(look, backing).from.filter((each) => inside.has(itemOf(look, each)))
    return [
      finding(
        'circular-support',
        [backing, ...members.map((item) => idOf(look, item))],
        say`${named(graph, first)} backs a step on which it rests itself, and so raises its own score: delete the backing.`,
        { label: 'Delete the backing', command: 'edit.delete', select: [backing] },
      ),
    ]
  })
}

/** From each item to the supports into it and to their premises. */
function supportsOfAll(network: Network): Adjacency {
  const { ids, sign, into, intoStart, premises, premisesStart } = network
  const start = new Int32Array(ids.length + 1)
  const edges: number[] = []
  for (let item = 0; item < ids.length; item += 1) {
    start[item] = edges.length
    const end = intoStart[item + 1] ?? 0
    for (let place = intoStart[item] ?? 0; place < end; place += 1) {
      const step = into[place] ?? 0
      if (sign[step] !== 1) continue
      edges.push(step)
      const last = premisesStart[step + 1] ?? 0
      for (let at = premisesStart[step] ?? 0; at < last; at += 1) edges.push(premises[at] ?? 0)
    }
  }
  start[ids.length] = edges.length
  return { start, edges: Int32Array.from(edges) }
}

/** A component of what depends on what that has an attack inside it; with whether its circles are even or odd. */
export function contestedLoops(look: Look): Finding[] {
  const { network, graph } = look
  const dependencies = dependenciesOf(network)
  const components = componentsOf(dependencies)
  if (!components.anyCyclic) return []
  return cyclicMembers(components, network.ids.length).flatMap((members) => {
    const inside = new Set(members)
    const steps = stepsWithin(look, members, inside)
    const isAttacked = steps.some((item) => network.sign[item] === -1)
    if (!isAttacked) return []
    const nodes = members.filter((item) => item < network.nodeCount).map((item) => idOf(look, item))
    const even = hasTwoSides(look, members, { steps, inside })
    return [
      finding(
        'contested-loop',
        members.map((item) => idOf(look, item)).sort(nodesFirst(look)),
        nodes.length < 2
          ? say`${listed(graph, nodes)} objects to itself, or to a step that it rests on: a circle that is ${even ? 'even' : 'odd'}. Check that this is meant.`
          : even
            ? say`${listed(graph, nodes)} stand in a circle of objections that is even: there are two ways to settle it, and something else has to decide.${waysToSettle(look, nodes)}`
            : say`${listed(graph, nodes)} stand in a circle of objections that is odd: it cannot be settled from within.${waysToSettle(look, nodes)}`,
      ),
    ]
  })
}

/** Ways that are named; more could not be taken in at once. */
const namedWays = 3

/** " Coherent ways to settle it: “A” holds; or “B” and “C” hold." (S8); nothing where there is no choice. */
function waysToSettle(look: Look, nodes: readonly ElementId[]): Sentence {
  const solution = solutionOf(look.evaluation)
  const open = nodes.find((id) => look.evaluation.of(id)?.standing === 'unresolved')
  const ways = solution && open !== undefined ? (settlingsOf(solution, open) ?? []) : []
  if (ways.length < 2) return []
  const told = ways.slice(0, namedWays).flatMap((way, index) => {
    const holding = nodes.filter((id) => way.get(id) === 'holds')
    const words: Sentence =
      holding.length === 0
        ? [{ text: 'none of them holds' }]
        : [...listed(look.graph, holding), { text: holding.length === 1 ? ' holds' : ' hold' }]
    return index === 0 ? words : [{ text: '; or ' }, ...words]
  })
  const more = ways.length > namedWays ? `; and ${ways.length - namedWays} more` : ''
  return [{ text: ` There are ${ways.length} coherent ways to see it: ` }, ...told, { text: `${more}.` }]
}

/** Components for which no steady strengths were found. */
export function unstable(look: Look): Finding[] {
  const { evaluation, network, graph } = look
  if (evaluation.unsettled.size === 0) return []
  const { of } = componentsOf(dependenciesOf(network))
  const groups = new Map<number, ElementId[]>()
  for (const id of evaluation.unsettled) {
    const component = of[itemOf(look, id)] ?? -1
    groups.set(component, [...(groups.get(component) ?? []), id])
  }
  return [...groups.values()].map((ids) =>
    finding(
      'unstable',
      ids.sort(nodesFirst(look)),
      say`The scores of ${listed(graph, ids)} do not settle, so their numbers mean nothing: weaken or remove a step between them.`,
    ),
  )
}

/** Members of each circular component, ascending; of items below a count. */
function cyclicMembers({ of, cyclic }: Components, count: number): number[][] {
  const members = new Map<number, number[]>()
  for (let item = 0; item < count; item += 1) {
    const component = of[item] ?? -1
    if (cyclic[component] !== 1) continue
    const list = members.get(component)
    if (list) list.push(item)
    else members.set(component, [item])
  }
  return [...members.values()]
}

/** Relations by which members bear on members. */
function stepsWithin({ network }: Look, members: readonly number[], inside: ReadonlySet<number>): number[] {
  const { into, intoStart, premises, premisesStart } = network
  return members.flatMap((item) =>
    [...into.subarray(intoStart[item] ?? 0, intoStart[item + 1] ?? 0)].filter((relation) => {
      const from = premises.subarray(premisesStart[relation] ?? 0, premisesStart[relation + 1] ?? 0)
      return inside.has(relation) || from.some((premise) => inside.has(premise))
    }),
  )
}

/** Whether the members can be put on two sides so that only attacks cross: then every circle is even. */
function hasTwoSides(
  look: Look,
  members: readonly number[],
  { steps, inside }: { readonly steps: readonly number[]; readonly inside: ReadonlySet<number> },
): boolean {
  const sides = new Map<number, 0 | 1>()
  const neighbours = new Map<number, { item: number; crosses: boolean }[]>()
  for (const step of steps) {
    const { kind, from, to } = relationOf(look, idOf(look, step))
    const crosses = kind === 'attacks'
    const target = itemOf(look, to)
    for (const source of [step, ...from.map((premise) => itemOf(look, premise))]) {
      if (!inside.has(source)) continue
      push(neighbours, source, { item: target, crosses })
      push(neighbours, target, { item: source, crosses })
    }
  }
  for (const start of members) {
    if (sides.has(start)) continue
    sides.set(start, 0)
    const waiting = [start]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const { item, crosses } of neighbours.get(at) ?? []) {
        const side = ((sides.get(at) ?? 0) ^ (crosses ? 1 : 0)) as 0 | 1
        const known = sides.get(item)
        if (known === undefined) {
          sides.set(item, side)
          waiting.push(item)
        } else if (known !== side) return false
      }
    }
  }
  return true
}

function nodesFirst(look: Look): (a: ElementId, b: ElementId) => number {
  return (a, b) => itemOf(look, a) - itemOf(look, b)
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

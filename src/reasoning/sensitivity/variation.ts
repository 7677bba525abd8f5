/**
 * What the strengths would be if something were left out or worth something else, without computing everything
 * anew: only what depends on the change is visited, inputs first, and only while values really change. The
 * answer is that of a whole evaluation, bit for bit, also in circles: a circle that is touched is taken apart
 * and solved again as a unit. The order of computing is taken from the map with its circular supports, so it
 * stays right when leaving out breaks a circle and such a support counts again (see recut.ts).
 */
import { circularSupports } from '../circular.ts'
import type { Solution } from '../solution.ts'
import { solveCircle } from '../strength-circle.ts'
import { updater, type Strengths } from '../strength.ts'
import { createAgenda } from './agenda.ts'
import { influencesOn } from './influence.ts'
import { createParting } from './parting.ts'
import { createRecut } from './recut.ts'

/** A change to a network, by items. */
export interface Variation {
  /** Left out, with every relation that goes with it (S3). */
  readonly without?: readonly number[]
  /** Other base scores. */
  readonly bases?: readonly (readonly [item: number, base: number])[]
}

/** The numbers of a topic under a variation. */
export interface TopicChange {
  /** An item: which topic. */
  readonly topic: number
  readonly strength: number
  readonly support: number
  readonly objection: number
  /** False if what the topic then rests on does not settle (S14): the numbers mean nothing. */
  readonly settled: boolean
}

/** Varies one network again and again; each variation starts from the network as it is. */
export interface Variations {
  /**
   * The topics that had to be computed anew, with their numbers, which may be the same as before. Topics that
   * are left out themselves are not among them.
   */
  readonly vary: (variation: Variation) => readonly TopicChange[]
  /** Whether varying this item can change a topic at all. */
  readonly bearsOnTopic: (item: number) => boolean
  /** How many items have been computed so far: what the time is proportional to. */
  readonly work: () => number
}

/** @param topics the items that are asked about: what does not bear on them is not computed. */
export function createVariations(solution: Solution, topics: readonly number[]): Variations {
  const { network: given, ignored: cut, rule, components } = solution
  const { nodeCount, target, into, intoStart, outOf, outOfStart } = given
  const count = given.ids.length
  const network = { ...given, base: given.base.slice(), sign: given.sign.slice() }
  const ignored = cut.slice()
  const values: Strengths = {
    strength: solution.strengths.strength.slice(),
    support: solution.strengths.support.slice(),
    objection: solution.strengths.objection.slice(),
    unsettled: solution.strengths.unsettled.slice(),
  }
  const problem = { network, rule, ignored, components }
  const recut = createRecut(given)
  const agenda = createAgenda(components.count)
  const gone = new Uint8Array(count)
  const bears = influencesOn(given, topics)
  const isTopic = new Uint8Array(count)
  for (const topic of topics) isTopic[topic] = 1
  const partsOf = createParting(network, components, ignored)
  const computed: number[] = []
  const left: number[] = []
  const recounted: number[] = []
  const rebased: number[] = []
  const anyUnsettled = values.unsettled.includes(1)
  let work = 0

  const evaluate = updater(problem, values)
  const update = (item: number) => {
    work += 1
    return evaluate(item)
  }

  const touch = (item: number) => {
    if (bears[item] === 1) agenda.add(components.of[item] ?? 0)
  }

  const restore = () => {
    const { strength, support, objection, unsettled } = solution.strengths
    for (const item of computed) {
      values.strength[item] = strength[item] ?? 0
      values.support[item] = support[item] ?? 0
      values.objection[item] = objection[item] ?? 0
      values.unsettled[item] = unsettled[item] ?? 0
    }
    for (const item of left) {
      gone[item] = 0
      network.sign[item] = given.sign[item] ?? 0
      ignored[item] = cut[item] ?? 0
    }
    for (const item of recounted) ignored[item] = cut[item] ?? 0
    for (const item of rebased) network.base[item] = given.base[item] ?? 0
    for (const list of [computed, left, recounted, rebased]) list.length = 0
  }

  /** Takes an item out with all that goes with it; answers whether supports in circles must be judged again. */
  const leaveOut = (start: number): boolean => {
    let matters = false
    const stack = [start]
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      if (gone[item] === 1) continue
      gone[item] = 1
      left.push(item)
      if (components.cyclic[components.of[item] ?? 0] === 1) touch(item)
      if (item >= nodeCount) {
        matters ||= recut.matters(item)
        network.sign[item] = 0
        ignored[item] = 1
        touch(target[item] ?? 0)
      } else {
        for (let at = outOfStart[item] ?? 0; at < (outOfStart[item + 1] ?? 0); at += 1)
          stack.push(outOf[at] ?? 0)
      }
      for (let at = intoStart[item] ?? 0; at < (intoStart[item + 1] ?? 0); at += 1) stack.push(into[at] ?? 0)
    }
    return matters
  }

  const recount = () => {
    const now = circularSupports(network)
    work += count
    for (const relation of recut.candidates) {
      if (gone[relation] === 1 || now[relation] === cut[relation]) continue
      ignored[relation] = now[relation] ?? 0
      recounted.push(relation)
      touch(target[relation] ?? 0)
    }
  }

  /** Within a circle nothing is touched: it has been solved as a whole. */
  const touchDependents = (item: number, component: number) => {
    if (item >= nodeCount) return touchBeyond(target[item] ?? 0, component)
    for (let at = outOfStart[item] ?? 0; at < (outOfStart[item + 1] ?? 0); at += 1) {
      touchBeyond(target[outOf[at] ?? 0] ?? 0, component)
    }
  }

  const touchBeyond = (dependent: number, component: number) => {
    if (components.of[dependent] !== component) touch(dependent)
  }

  const compute = (component: number) => {
    if (components.cyclic[component] === 1) computeCircle(component)
    else computeItem(components.members[components.start[component] ?? 0] ?? 0, component)
  }

  const computeItem = (item: number, component: number) => {
    if (gone[item] === 1) return
    computed.push(item)
    const value = update(item)
    values.strength[item] = value
    if (value !== solution.strengths.strength[item]) touchDependents(item, component)
  }

  const computeCircle = (component: number) => {
    const members = components.members.subarray(components.start[component], components.start[component + 1])
    const alive = members.filter((item) => gone[item] === 0)
    for (const item of alive) computed.push(item)
    work += alive.length
    for (const { items, isCircle } of partsOf(component, alive)) {
      if (isCircle) solveCircle(problem, values, items, update)
      else {
        for (const item of items) {
          values.strength[item] = update(item)
          values.unsettled[item] = 0
        }
      }
    }
    for (const item of alive) {
      if (values.strength[item] !== solution.strengths.strength[item]) touchDependents(item, component)
    }
  }

  const settles = (topic: number): boolean => {
    if (!anyUnsettled && computed.every((item) => values.unsettled[item] === 0)) return true
    const on = influencesOn(network, [topic], ignored)
    return values.unsettled.every((unsettled, item) => unsettled === 0 || on[item] === 0)
  }

  return {
    vary: ({ without = [], bases = [] }) => {
      restore()
      let matters = false
      for (const item of without) matters = leaveOut(item) || matters
      if (matters) recount()
      for (const [item, base] of bases) {
        network.base[item] = base
        rebased.push(item)
        touch(item)
      }
      agenda.run(compute)
      return computed
        .filter((item) => isTopic[item] === 1)
        .map((topic) => ({
          topic,
          strength: values.strength[topic] ?? 0,
          support: values.support[topic] ?? 0,
          objection: values.objection[topic] ?? 0,
          settled: settles(topic),
        }))
    },
    bearsOnTopic: (item) => bears[item] === 1,
    work: () => work,
  }
}

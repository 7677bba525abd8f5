/**
 * A large graph that looks like a real argument and is the same in every run: for benchmarks and for
 * tests of size. Every claim has two to four grounds; some premises are linked, some grounds are
 * objections, some inferences are challenged, some statements serve two conclusions.
 */
import { emptyGraph, type ArgumentGraph, type ArgumentNode, type Relation } from '../../src/model/graph.ts'

const words =
  'roads ports railways lower trade costs freight times investment partner countries debt growth regions markets policy evidence suggests that cooperation standards finance regulation transparency local firms benefit when projects are planned openly and risks shared'.split(
    ' ',
  )

/**
 * A valid document with this many nodes and about a tenth more relations.
 * @param size number of nodes, at least 1
 * @param seed another seed gives another argument of the same kind
 */
export function sampleGraph(size: number, seed = 1): ArgumentGraph {
  const random = randomNumbers(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const sentence = () => {
    const text = Array.from({ length: 5 + below(22) }, () => words[below(words.length)]).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const nodes: Record<string, ArgumentNode> = { n1: { kind: 'recommendation', text: sentence() } }
  const relations: Record<string, Relation> = {}
  let count = 0
  const relate = (relation: Relation) => {
    count += 1
    relations[`r${count}`] = relation
  }
  for (let index = 2, parent = 1, children = 3; index <= size; index += 1) {
    if (children === 0) {
      parent += 1
      children = 2 + below(3)
    }
    children -= 1
    const id = `n${index}`
    const chance = random()
    nodes[id] = {
      kind: chance < 0.15 ? 'counterpoint' : chance < 0.45 ? 'evidence' : 'claim',
      text: sentence(),
      ...(chance > 0.3
        ? { excerpts: [{ source: 'paper', locator: `${1 + below(6)} ¶${1 + below(9)}` }] }
        : {}),
    }
    const last = relations[`r${count}`]
    if (chance < 0.15) {
      const undercuts = chance < 0.03 && count > 0
      relate({
        kind: 'attacks',
        from: [id],
        to: undercuts ? `r${1 + below(count)}` : `n${parent}`,
      })
    } else if (chance > 0.9 && last?.to === `n${parent}` && last.kind === 'supports') {
      relations[`r${count}`] = { ...last, from: [...last.from, id] }
    } else {
      relate({ kind: 'supports', from: [id], to: `n${parent}` })
    }
    if (index > 10 && chance > 0.75) relate({ kind: 'supports', from: [id], to: `n${1 + below(index - 2)}` })
  }
  return {
    ...emptyGraph(`An argument of ${size} statements`),
    sources: { paper: { type: 'report', title: 'A report' } },
    nodes,
    relations,
  }
}

/** Numbers from 0 to below 1, the same for the same seed: mulberry32 (Tommy Ettinger, 2017). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

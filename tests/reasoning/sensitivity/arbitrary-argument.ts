/**
 * Random arguments for the laws of sensitivity: dense in what makes them hard. Mostly claims under one to three
 * recommendations, with linked premises, relations on relations, weights, ratings, and circles where wanted.
 */
import fc from 'fast-check'
import { emptyGraph, type ArgumentGraph, type ArgumentNode, type Relation } from '../../../src/model/graph.ts'
import { ratingNames, weightNames, type NodeKind } from '../../../src/model/kinds.ts'

const letters: Readonly<Record<string, NodeKind>> = {
  c: 'claim',
  e: 'evidence',
  k: 'counterpoint',
  a: 'assumption',
}

/** Any argument of at most this many statements besides its recommendations; `cyclic` allows circles of any kind. */
export function arbitraryArgument(maxNodes: number, cyclic: boolean): fc.Arbitrary<ArgumentGraph> {
  const number = fc.nat({ max: 1_000_000 })
  return fc
    .record({
      recommendations: fc.integer({ min: 1, max: 3 }),
      nodes: fc.array(
        fc.record({
          letter: fc.constantFrom('c', 'c', 'c', 'e', 'e', 'k', 'a'),
          rating: fc.option(fc.constantFrom(...ratingNames), { nil: undefined }),
        }),
        { minLength: 1, maxLength: maxNodes, size: 'max' },
      ),
      relations: fc.array(
        fc.record({
          attacks: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 0),
          from: fc.array(number, { minLength: 1, maxLength: 3 }),
          linked: fc.boolean(),
          to: number,
          onRelation: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
          weight: fc.option(fc.constantFrom(...weightNames), { nil: undefined, freq: 3 }),
        }),
        { minLength: 1, maxLength: maxNodes * 2, size: 'max' },
      ),
    })
    .map(({ recommendations, nodes, relations }) => {
      const ids = [
        ...Array.from({ length: recommendations }, (_, index) => `p${index + 1}`),
        ...nodes.map(({ letter }, index) => `${letter}${index + 1}`),
      ]
      const made: Record<string, ArgumentNode> = {}
      for (const [index, id] of ids.entries()) {
        const rating = nodes[index - recommendations]?.rating
        made[id] = {
          kind: letters[id.charAt(0)] ?? 'recommendation',
          text: id,
          ...(rating === undefined ? {} : { rating }),
        }
      }
      const joined: Record<string, Relation> = {}
      /** For each relation the place of the node that its chain of targets ends at: premises stand behind it. */
      const ends: number[] = []
      for (const { attacks, from, linked, to, onRelation, weight } of relations) {
        const target = onRelation && ends.length > 0 ? to % ends.length : undefined
        const end = target === undefined ? to % (cyclic ? ids.length : ids.length - 1) : (ends[target] ?? 0)
        const places = from
          .slice(0, linked ? 3 : 1)
          .map((place) => (cyclic ? place % ids.length : end + 1 + (place % (ids.length - end - 1))))
        joined[`r${ends.length}`] = {
          kind: attacks ? 'attacks' : 'supports',
          from: [...new Set(places)].map((place) => ids[place] ?? ''),
          to: target === undefined ? (ids[end] ?? '') : `r${target}`,
          ...(weight === undefined ? {} : { weight }),
        }
        ends.push(end)
      }
      return { ...emptyGraph('Random'), nodes: made, relations: joined }
    })
}

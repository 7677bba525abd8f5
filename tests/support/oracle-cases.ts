/**
 * Expected results of evaluation that come from outside the project: the folder `shared/oracles` beside the
 * project, where there is one. A clone without it has none of these tests; tests/reasoning/cases.test.ts holds
 * the most telling numbers of its own.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { emptyGraph, type ArgumentGraph, type ArgumentNode, type Relation } from '../../src/model/graph.ts'
import type { NodeKind, Rating } from '../../src/model/kinds.ts'
import type { ScoringRule } from '../../src/reasoning/evaluation.ts'

interface OracleRelation {
  readonly id: string
  readonly kind: 'supports' | 'attacks'
  readonly from: readonly string[]
  readonly to: string
}

interface OracleNode {
  readonly kind?: NodeKind
  readonly rating?: Rating
  readonly base?: number
  readonly primaFacie?: boolean
}

type Numbers = Readonly<Record<string, number>>

export interface StrengthCase {
  readonly id: string
  readonly base: Numbers
  readonly relations: readonly OracleRelation[]
  readonly expected: Readonly<Partial<Record<ScoringRule, Numbers>>>
  readonly topic?: string
  readonly contributions?: Readonly<
    Partial<
      Record<
        ScoringRule,
        Readonly<Record<string, Readonly<Record<'removal' | 'baseToZero' | 'shapley', number>>>>
      >
    >
  >
  readonly published?: readonly {
    readonly quantity: string
    readonly rule: ScoringRule
    readonly of?: string
    readonly tolerance: number
    readonly values: Numbers
  }[]
}

export interface ProfileCase {
  readonly id: string
  readonly nodes: Readonly<Record<string, OracleNode>>
  readonly relations: readonly OracleRelation[]
  readonly expected: {
    readonly strength: Numbers
    readonly relationStrength: Numbers
    readonly balance: Numbers
    readonly circular: readonly string[]
  }
}

export interface StandingCase {
  readonly id: string
  readonly nodes: Readonly<Record<string, OracleNode>>
  readonly relations: readonly OracleRelation[]
  readonly expected: Readonly<Record<'holds' | 'falls' | 'unresolved', readonly string[]>>
  readonly extensions?: { readonly preferred?: readonly (readonly string[])[] }
}

export interface Oracles {
  readonly tolerance: { readonly acyclic: number; readonly cyclic: number }
  readonly strength: readonly StrengthCase[]
  readonly profile: readonly ProfileCase[]
  readonly standing: readonly StandingCase[]
}

/** The cases, or undefined where the folder is absent. */
export function oracleCases(): Oracles | undefined {
  const file = fileURLToPath(new URL('../../../shared/oracles/semantics.json', import.meta.url))
  // Trusted: the file is part of the surroundings, and a wrong shape fails the tests that read it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Oracles) : undefined
}

/** The largest allowed difference: O15 is the one case of strength with a circle. */
export function toleranceOf(oracles: Oracles | undefined, id: string): number {
  return (id === 'O15' ? oracles?.tolerance.cyclic : oracles?.tolerance.acyclic) ?? 0
}

/** The graph of a case. Nodes without a kind are evidence if they hold at first sight, else claims. */
export function graphOfCase(
  nodes: Readonly<Record<string, OracleNode | number>>,
  relations: readonly OracleRelation[],
): ArgumentGraph {
  return {
    ...emptyGraph('Oracle'),
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, given]): [string, ArgumentNode] => {
        const { kind, rating, primaFacie = true } = typeof given === 'number' ? {} : given
        return [
          id,
          { kind: kind ?? (primaFacie ? 'evidence' : 'claim'), text: id, ...(rating ? { rating } : {}) },
        ]
      }),
    ),
    relations: Object.fromEntries(
      relations.map(({ id, kind, from, to }): [string, Relation] => [id, { kind, from: [...from], to }]),
    ),
  }
}

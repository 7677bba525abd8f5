/**
 * What Argdown's library does with relations once the whole text is known, done with tables in place of its
 * searches through lists, whose time grows with the square of the lines about one statement: relations that
 * are stated twice count once; what comes from a reconstructed argument comes from its conclusion; in strict
 * mode statements entail and exclude each other; and who attacks an argument by attacking one of its premises
 * does so once. Tested against the library's own count.
 */
import type { IArgument, IEquivalenceClass, IRelation } from '@argdown/core'

/** One relation of an Argdown text. */
export interface ArgdownRelation {
  /** support, entails, attack, contrary, contradictory or undercut. */
  readonly type: string
  readonly from: unknown
  /** A statement, an argument or an inference. */
  readonly to: unknown
  /** The line of the file that first states it. */
  readonly line: number
}

/** The relations in the order of their lines; `statements` are by title. */
export function settleRelations(
  relations: readonly IRelation[],
  statements: Readonly<Record<string, IEquivalenceClass>>,
  isStrict: boolean,
): ArgdownRelation[] {
  const numbers = new Map<unknown, number>()
  const numberOf = (end: unknown): number => {
    const number = numbers.get(end) ?? numbers.size
    numbers.set(end, number)
    return number
  }
  const settled = new Map<string, ArgdownRelation>()
  const inFileOrder = relations.map((relation) => ({ relation, line: lineOf(relation) }))
  for (const { relation, line } of inFileOrder.sort((a, b) => a.line - b.line)) {
    const from = sourceOf(relation, statements)
    const to = targetOf(relation)
    // That an argument supports what it concludes is what it says already.
    if (from === to && from !== relation.from) continue
    const isBetweenStatements = isStatement(from) && isStatement(to)
    const type = isStrict && isBetweenStatements ? strictType(relation.relationType) : relation.relationType
    const ends = [numberOf(from), numberOf(to)]
    if (type === 'contrary' || type === 'contradictory') ends.sort((a, b) => a - b)
    const key = `${type} ${ends.join(' ')}`
    if (!settled.has(key)) settled.set(key, { type, from, to, line })
  }
  return withoutRepeatedAttacks([...settled.values()])
}

function lineOf({ occurrences }: IRelation): number {
  return occurrences[0]?.startLine ?? 0
}

function sourceOf({ from }: IRelation, statements: Readonly<Record<string, IEquivalenceClass>>): unknown {
  const conclusion = isArgument(from) ? from.pcs.at(-1)?.title : undefined
  return conclusion === undefined ? from : statements[conclusion]
}

function targetOf({ to, relationType }: IRelation): unknown {
  if ((relationType as string) !== 'undercut' || !isArgument(to)) return to
  const conclusion = to.pcs.at(-1)
  return conclusion && 'inference' in conclusion ? conclusion.inference : to
}

function strictType(type: string): string {
  return type === 'support' ? 'entails' : type === 'attack' ? 'contrary' : type
}

function withoutRepeatedAttacks(relations: readonly ArgdownRelation[]): ArgdownRelation[] {
  const attacked = new Map<unknown, Set<unknown>>()
  const add = (from: unknown, to: unknown): void => {
    const set = attacked.get(from)
    if (set) set.add(to)
    else attacked.set(from, new Set([to]))
  }
  for (const { type, from, to } of relations) {
    if (!isStatement(from) || !isStatement(to)) continue
    const isSymmetric = type === 'contrary' || type === 'contradictory'
    if (isSymmetric || type === 'attack') add(from, to.title)
    if (isSymmetric) add(to, from.title)
  }
  const premises = new Map<unknown, Set<unknown>>()
  const premisesOf = (argument: IArgument): Set<unknown> => {
    const known = premises.get(argument)
    if (known) return known
    const titles = argument.pcs.flatMap(({ role, title }) => (role === 'premise' ? [title] : []))
    const set = new Set<unknown>(titles)
    premises.set(argument, set)
    return set
  }
  return relations.filter(({ type, from, to }) => {
    if (type !== 'attack' || !isStatement(from) || !isArgument(to)) return true
    const targets = attacked.get(from) ?? new Set()
    const own = premisesOf(to)
    const [few, many] = targets.size < own.size ? [targets, own] : [own, targets]
    for (const title of few) if (many.has(title)) return false
    return true
  })
}

function isStatement(end: unknown): end is IEquivalenceClass {
  return typeOf(end) === 'equivalence-class'
}

function isArgument(end: unknown): end is IArgument {
  return typeOf(end) === 'argument'
}

/** The library's types are an enumeration that exists at run time only where it is loaded. */
function typeOf(end: unknown): unknown {
  return typeof end === 'object' && end !== null && 'type' in end ? end.type : undefined
}

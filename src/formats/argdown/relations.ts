/**
 * The relations of an Argdown model as relations of the graph: each step of a reconstructed argument, and
 * each line that relates two statements or arguments. A statement that only stands in for the premises of an
 * attack is seen through. Time O(size).
 */
import type { IArgument, IInference, IPCSStatement } from '@argdown/core'
import type { NodeId } from '../../model/graph.ts'
import { schemeIds, labelOfScheme } from '../../reasoning/schemes.ts'
import { fieldOf, isFields } from '../slot/plain.ts'
import { weightNames } from '../../model/kinds.ts'
import type { Draft } from './draft.ts'
import type { ArgdownModel } from './model.ts'
import type { ArgdownRelation } from './settle.ts'
import { standInTag, wordingsOf } from './texts.ts'
import { endingAtNodes, settleUndercuts } from './undercuts.ts'

/** All relations in the order of the file. */
export interface Drafts {
  readonly drafts: readonly Draft[]
  /** The undercuts that could only become attacks. */
  readonly unclear: readonly Draft[]
  /** How many relations are left out, since they only point at each other in a circle. */
  readonly dropped: number
}

/** Whether an argument is a list of premises and conclusions, and no mere sketch. */
export function isReconstructed(argument: IArgument): boolean {
  return argument.pcs.length > 0
}

/** The statements that only stand for the premises of one relation, with that relation. */
export function standInsOf({ members, relations }: ArgdownModel): Map<unknown, ArgdownRelation> {
  const uses = new Map<string | undefined, number>()
  const concluded = new Set<string | undefined>()
  for (const member of members) {
    if (member.type !== 'argument') continue
    for (const { title, role } of member.pcs) {
      uses.set(title, (uses.get(title) ?? 0) + 1)
      if (role === 'main-conclusion') concluded.add(title)
    }
  }
  const ends = new Map<unknown, ArgdownRelation[]>()
  for (const relation of relations) {
    for (const end of [relation.from, relation.to]) {
      const list = ends.get(end)
      if (list) list.push(relation)
      else ends.set(end, [relation])
    }
  }
  return new Map(
    members.flatMap((member) => {
      const [relation, second] = ends.get(member) ?? []
      const isOne =
        member.tags?.includes(standInTag) === true &&
        member.type === 'equivalence-class' &&
        concluded.has(member.title) &&
        uses.get(member.title) === 1 &&
        relation?.from === member &&
        second === undefined
      return isOne && relation ? [[member, relation] as const] : []
    }),
  )
}

/** The relations of a model; `nodeOf` gives the node of a statement or a sketched argument. */
export function relationsOf(model: ArgdownModel, nodeOf: (member: unknown) => NodeId | undefined): Drafts {
  const standIns = standInsOf(model)
  const statements = new Map(
    model.members.flatMap((member) =>
      member.type === 'equivalence-class' ? [[member.title, member] as const] : [],
    ),
  )
  const byInference = new Map<unknown, Draft>()
  const byArgument = new Map<unknown, Draft>()
  const drafts: Draft[] = []
  const late: { draft: Draft; relation: ArgdownRelation }[] = []
  for (const member of model.members) {
    if (member.type !== 'argument' || !isReconstructed(member)) continue
    for (const step of stepsOf(member)) {
      const from = step.premises.flatMap(({ title }) => nodeOf(statements.get(title)) ?? [])
      const conclusion = statements.get(step.conclusion.title)
      const relation = standIns.get(conclusion)
      const to = nodeOf(conclusion)
      if (from.length === 0 || (to === undefined && !relation)) continue
      const draft: Draft = {
        kind: relation && isAttack(relation.type) ? 'attacks' : 'supports',
        from: [...new Set(from)],
        to: to ?? '',
        line: step.inference.startLine ?? 0,
        ...wordsOf(member, step, model.untitled.has(member)),
      }
      drafts.push(draft)
      byInference.set(step.inference, draft)
      if (step.isLast) byArgument.set(member, draft)
      if (relation) late.push({ draft, relation })
    }
  }
  const folded = new Set(late.map(({ relation }) => relation))
  const targetOf = ({ to }: ArgdownRelation): NodeId | Draft | undefined =>
    byInference.get(to) ?? byArgument.get(to) ?? nodeOf(to)
  for (const { draft, relation } of late) {
    const target = targetOf(relation)
    if (target !== undefined) draft.to = target
  }
  for (const relation of model.relations) {
    const from = nodeOf(relation.from)
    const to = targetOf(relation)
    if (folded.has(relation) || from === undefined || to === undefined) continue
    drafts.push(...draftsOf(relation, from, to))
  }
  drafts.sort((a, b) => a.line - b.line)
  const unclear = settleUndercuts(drafts)
  const whole = endingAtNodes(drafts)
  return { drafts: whole, unclear, dropped: drafts.length - whole.length }
}

function draftsOf(relation: ArgdownRelation, from: NodeId, to: NodeId | Draft): Draft[] {
  const { type, line } = relation
  const kind = isAttack(type) ? 'attacks' : 'supports'
  const isUndercut = type === 'undercut' && typeof to === 'string'
  const draft: Draft = { kind, from: [from], to, line, ...(isUndercut ? { isUndercut } : {}) }
  if ((type !== 'contrary' && type !== 'contradictory') || typeof to !== 'string' || to === from)
    return [draft]
  const back: Draft = { kind, from: [to], to: from, line }
  draft.pair = { type, first: draft }
  back.pair = { type, first: draft }
  return [draft, back]
}

function isAttack(type: string): boolean {
  return type !== 'support' && type !== 'entails'
}

interface Step {
  readonly premises: readonly IPCSStatement[]
  readonly conclusion: IPCSStatement
  readonly inference: IInference
  readonly isLast: boolean
}

/** The inferences of an argument, each from what `uses` names, else from all since the conclusion before. */
function* stepsOf({ pcs }: IArgument): Generator<Step> {
  let begin = 0
  for (const [index, conclusion] of pcs.entries()) {
    const inference = inferenceOf(conclusion)
    if (!inference) continue
    const uses = fieldOf(inference.data, 'uses') ?? fieldOf(inference.data, 'from')
    const named = Array.isArray(uses) ? uses.flatMap((number: unknown) => pcs[Number(number) - 1] ?? []) : []
    const premises = named.length > 0 ? named : pcs.slice(begin, index)
    begin = index
    yield { premises, conclusion, inference, isLast: index === pcs.length - 1 }
  }
}

function inferenceOf(statement: IPCSStatement): IInference | undefined {
  return 'inference' in statement ? (statement.inference as IInference | undefined) : undefined
}

/** What an argument and its inference say beside premises and conclusion. */
function wordsOf(argument: IArgument, { inference, isLast }: Step, isUntitled: boolean): Partial<Draft> {
  const title = isUntitled ? undefined : argument.title
  const [note, ...further] = isLast ? wordingsOf(argument) : []
  const rules = inference.inferenceRules ?? []
  const [scheme] = rules.length === 1 ? rules.flatMap((rule) => schemeNamed(rule) ?? []) : []
  const { weight, warrant, ...rest } = isFields(inference.data) ? inference.data : {}
  const isWeight = weightNames.find((name) => name === weight)
  const isWarrant = typeof warrant === 'string'
  const data = {
    ...rest,
    ...(isWeight || weight === undefined ? {} : { weight }),
    ...(isWarrant || warrant === undefined ? {} : { warrant }),
  }
  return {
    title: isLast && title !== undefined ? `<${title}>` : undefined,
    wish: title === undefined || isLast ? title : `${title}-step`,
    scheme,
    weight: isWeight,
    warrant: isWarrant ? warrant : undefined,
    note,
    ext: present({
      rules: scheme === undefined && rules.length > 0 ? rules : undefined,
      data: Object.keys(data).length > 0 ? data : undefined,
      members: further.length > 0 ? further : undefined,
      tags: isLast && argument.tags && argument.tags.length > 0 ? argument.tags : undefined,
      argumentData: isLast && isFields(argument.data) ? argument.data : undefined,
    }),
  }
}

/** The scheme with this name or label, whatever its case and blanks. */
function schemeNamed(rule: string): string | undefined {
  const name = bare(rule)
  return schemeIds.find((id) => bare(id) === name || bare(labelOfScheme(id)) === name)
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, '')
}

/** The object without its undefined fields. */
export function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

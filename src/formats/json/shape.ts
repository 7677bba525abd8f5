/**
 * Whether parsed JSON has the shape of a graph: runs the schema and turns what it finds into problems
 * with a place and a remedy. The schema takes lists for objects, so those are looked for first.
 */
import * as v from 'valibot'
import {
  answerWords,
  directionNames,
  nodeKindNames,
  ratingNames,
  ratingScale,
  relationKindNames,
  weightNames,
} from '../../model/kinds.ts'
import { placeOf, problemAt, quoteValue, type Path, type Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { graphSchema } from '../../model/schema.ts'

/** A graph that nobody else holds yet, so that it may be mended in place. */
export type OwnGraph = v.InferOutput<typeof graphSchema>

/** The graph as a copy of `raw`, or everything that is wrong with its shape. Limits of depth are checked before. */
export function checkShape(raw: unknown): Result<OwnGraph, readonly Problem[]> {
  const lists = [...listsForObjects(graphSchema, raw, [])]
  const result = v.safeParse(graphSchema, raw)
  if (result.success && lists.length === 0) return { ok: true, value: result.output }
  const places = new Set(lists.map(({ place }) => place))
  const others = (result.issues ?? [])
    .map(toProblem)
    .filter(({ path }) => !path.some((_, length) => places.has(placeOf(path.slice(0, length)))))
  return { ok: false, error: [...lists, ...others] }
}

/** A schema as far as its parts matter here. */
interface SchemaPart {
  readonly type: string
  readonly entries?: Readonly<Record<string, SchemaPart>>
  readonly value?: SchemaPart
  readonly item?: SchemaPart
  readonly wrapped?: SchemaPart
}

/** Lists where the schema wants objects or records. */
function* listsForObjects(schema: SchemaPart, value: unknown, path: Path): Generator<Problem> {
  if (typeof value !== 'object' || value === null) return
  if (schema.wrapped) {
    yield* listsForObjects(schema.wrapped, value, path)
  } else if (Array.isArray(value)) {
    if (schema.type === 'loose_object' || schema.type === 'strict_object' || schema.type === 'record') {
      yield problemAt('wrong-shape', path, 'must be an object, not a list', 'correct it')
    }
    const { item } = schema
    if (item) for (const [index, one] of value.entries()) yield* listsForObjects(item, one, [...path, index])
  } else if (schema.type === 'record' && schema.value) {
    for (const [key, one] of Object.entries(value)) yield* listsForObjects(schema.value, one, [...path, key])
  } else if (schema.entries) {
    for (const [key, entry] of Object.entries(schema.entries)) {
      const one: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
      yield* listsForObjects(entry, one, [...path, key])
    }
  }
}

type Issue = v.InferIssue<typeof graphSchema>

function toProblem(issue: Issue): Problem {
  const path = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? key : [],
  )
  if (issue.kind === 'schema' && issue.received === 'undefined') {
    return problemAt('wrong-shape', path, 'is missing', `add it: ${wantedAt(path)}`)
  }
  const [wrong, remedy] = faultOf(issue, path)
  return problemAt(
    issue.type === 'picklist' || isUnknownName(issue) ? 'unknown-kind' : 'wrong-shape',
    path,
    wrong,
    remedy,
  )
}

/** A name where only those of a vocabulary may stand. */
function isUnknownName({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never'
}

function faultOf(issue: Issue, path: Path): readonly [wrong: string, remedy: string] {
  const { type, input, expected } = issue
  if (type === 'picklist') return [`${describe(input)} is not in the vocabulary`, `use ${wantedAt(path)}`]
  if (type === 'min_length') return ['is empty', 'name at least one premise, or delete the relation']
  if (type === 'regex') return ['must consist of letters and digits', 'correct it or take it out']
  if (type === 'min_value' || type === 'max_value') {
    const range = path[0] === 'evaluation' ? '0.01 and 0.99' : '-10000000 and 10000000'
    return [`must lie between ${range}`, 'correct it or take it out']
  }
  if (isUnknownName(issue)) {
    return ['is not in the vocabulary', `use ${inWords(Object.keys(ratingScale))}, or take it out`]
  }
  return [`must be ${wanted[type] ?? expected ?? 'something else'}, not ${describe(input)}`, 'correct it']
}

const wanted: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  record: 'an object',
  loose_object: 'an object',
  strict_object: 'an object',
}

/** What belongs at a place that is empty or has a word from outside the vocabulary. */
function wantedAt(path: Path): string {
  const names: Readonly<Record<string, readonly string[]>> = {
    kind: path[0] === 'nodes' ? nodeKindNames : relationKindNames,
    rating: ratingNames,
    weight: weightNames,
    answer: answerWords,
    direction: directionNames,
  }
  const name = String(path.at(-1))
  const list = Object.hasOwn(names, name) ? names[name] : undefined
  if (list) return inWords(list)
  if (path.length === 1 && name !== 'title') return 'an object, {} if there are none'
  return name === 'from'
    ? 'a list of ids of nodes'
    : name === 'x' || name === 'y'
      ? 'a number'
      : 'a text in quotation marks'
}

function inWords(list: readonly string[]): string {
  return `${list.slice(0, -1).join(', ')} or ${list.at(-1) ?? ''}`
}

function describe(input: unknown): string {
  if (input === null) return 'null'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object') return 'an object'
  return typeof input === 'string' ? quoteValue(input) : `${input as number | boolean}`
}

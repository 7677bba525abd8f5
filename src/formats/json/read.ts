/**
 * Opening a file in the program's own format: size, JSON, header, version, migration, schema, references,
 * limits, in this order. Everything that can be wrong with a file is a typed error; nothing throws, and
 * nothing is mended unless the user takes the repair that the error offers.
 */
import { currentVersion, type ArgumentGraph } from '../../model/graph.ts'
import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { validate } from '../../model/validate.ts'
import { orderProblems } from './id-order.ts'
import { defaultLimits, isTooLarge, limitProblems, type Limits } from './limits.ts'
import { migrate, type RawGraph } from './migrations.ts'
import type { OpenError, Repair } from './open-error.ts'
import { repairGraph } from './repair.ts'
import { isWhole, scanJson, type Scan, type ScanFailure } from './scan.ts'
import { checkShape } from './shape.ts'
import { problemAt, quoteValue } from '../../model/problem.ts'

export type ReadOptions = Partial<Limits>

/** The graph in a file's text, or why it cannot be opened as it is. */
export function readGraph(text: string, options: ReadOptions = {}): Result<ArgumentGraph, OpenError> {
  const limits = { ...defaultLimits, ...options }
  if (isTooLarge(text, limits)) return failure({ kind: 'tooLarge', limit: limits.bytes })
  // Some editors put a byte order mark in front, which is no part of the JSON.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  const scan = scanJson(json, limits.depth)
  if (!isWhole(scan)) return failure(scan.kind === 'cutOff' ? cutOff(scan, limits) : scan)
  return readParsed(JSON.parse(json), scan, limits)
}

function readParsed(parsed: unknown, scan: Scan, limits: Limits): Result<ArgumentGraph, OpenError> {
  const header = readHeader(parsed)
  if (!header.ok) return header
  const raw = migrate(header.value.raw, header.value.version)
  const shape = checkShape(raw)
  const problems = [
    ...scan.problems,
    ...(shape.ok ? [...orderProblems(shape.value, scan.idOrder), ...validate(shape.value)] : shape.error),
  ]
  if (shape.ok && problems.length === 0) {
    const beyond = limitProblems(shape.value, limits)
    return beyond.length === 0
      ? { ok: true, value: shape.value }
      : failure({ kind: 'invalid', problems: beyond })
  }
  return failure(invalid(problems, repairGraph(raw, scan, limits)))
}

/** The version of an argument graph, or why this is none that could be read. */
function readHeader(parsed: unknown): Result<{ raw: RawGraph; version: number }, OpenError> {
  if (!isObject(parsed)) return failure({ kind: 'notAGraph', message: 'it holds no object' })
  const { format, version } = parsed
  if (!Object.hasOwn(parsed, 'format')) {
    return failure({
      kind: 'notAGraph',
      message: 'the field "format" is missing, which should be "counterpoint"',
    })
  }
  if (format !== 'counterpoint') {
    const message = `the field "format" is ${typeof format === 'string' ? quoteValue(format) : 'no text'} and should be "counterpoint"`
    return failure({ kind: 'notAGraph', message })
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const wrong = version === undefined ? 'is missing' : 'must be a whole number from 1'
    const remedy = `add the version that the file was written in; the newest is ${currentVersion}`
    return failure({ kind: 'invalid', problems: [problemAt('wrong-shape', ['version'], wrong, remedy)] })
  }
  if (version > currentVersion) return failure({ kind: 'tooNew', version, known: currentVersion })
  return { ok: true, value: { raw: parsed, version } }
}

/** What is there of a file that ends too early is offered as a repair. */
function cutOff(
  { line, column, closed }: Extract<ScanFailure, { kind: 'cutOff' }>,
  limits: Limits,
): OpenError {
  const scan = scanJson(closed, limits.depth)
  const rest = isWhole(scan) ? readParsed(JSON.parse(closed), scan, limits) : undefined
  const repair: Repair | undefined = !rest
    ? undefined
    : rest.ok
      ? { graph: rest.value, dropped: [] }
      : rest.error.kind === 'invalid'
        ? rest.error.repair
        : undefined
  if (!repair) return { kind: 'cutOff', line, column }
  const end = { place: `line ${line}`, message: 'the file ends here; what should follow would be missing' }
  return { kind: 'cutOff', line, column, repair: { ...repair, dropped: [end, ...repair.dropped] } }
}

function invalid(problems: readonly Problem[], repair: Repair | undefined): OpenError {
  return repair ? { kind: 'invalid', problems, repair } : { kind: 'invalid', problems }
}

function failure(error: OpenError): { readonly ok: false; readonly error: OpenError } {
  return { ok: false, error }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

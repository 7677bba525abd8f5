/**
 * What a broken file would be like if everything wrong in it were dropped or changed, with the list of
 * all that. First the parsed data is given the shape of a graph, then the references are set right, each
 * until nothing is wrong any more. The answer is an offer; whether it is taken is for the user to say.
 */
import type { Problem } from '../../model/problem.ts'
import { validate } from '../../model/validate.ts'
import { giveOrder } from './id-order.ts'
import { limitProblems, type Limits } from './limits.ts'
import type { Dropped, Repair } from './open-error.ts'
import { mendReferences } from './repair-references.ts'
import { mendShape } from './repair-shape.ts'
import type { Scan } from './scan.ts'
import { checkShape, type OwnGraph } from './shape.ts'
import { valueAt } from './value-at.ts'

/** Each round removes what the one before laid bare; real files need two or three. */
const maxRounds = 20

/**
 * A valid graph made from broken data, or undefined where that cannot be (a text that is too long is not
 * cut). Changes `raw`, which nobody else may hold.
 */
export function repairGraph(raw: object, { problems, idOrder }: Scan, limits: Limits): Repair | undefined {
  const named = problems.map((problem) => mendName(raw, problem))
  const shaped = shapeGraph(raw)
  if (!shaped) return undefined
  const { graph } = shaped
  let dropped = [...named, ...shaped.dropped, ...giveOrder(graph, idOrder)]
  for (let round = 0; round < maxRounds; round += 1) {
    const found = validate(graph)
    if (found.length === 0) return limitProblems(graph, limits).length === 0 ? { graph, dropped } : undefined
    dropped = dropped.concat(mendReferences(graph, found))
  }
  return undefined
}

/** Takes out a name or number that scanning found; of a name that stands twice, parsing kept the last. */
function mendName(raw: object, { rule, path, place, wrong }: Problem): Dropped {
  if (rule === 'duplicate-key') return { place, message: `${wrong}; only the last one would be kept` }
  const key = path.at(-1) ?? ''
  const holder = valueAt(raw, path.slice(0, -1))
  if (Array.isArray(holder)) {
    holder[Number(key)] = null
    return { place, message: `${wrong}; it would become null` }
  }
  if (holder) Reflect.deleteProperty(holder, key)
  return { place, message: `${wrong}; it would be dropped with what it holds` }
}

function shapeGraph(raw: object): { graph: OwnGraph; dropped: Dropped[] } | undefined {
  let dropped: Dropped[] = []
  for (let round = 0; round < maxRounds; round += 1) {
    const shape = checkShape(raw)
    if (shape.ok) return { graph: shape.value, dropped }
    // Lists of problems can be longer than a call may have arguments, so nothing is pushed.
    dropped = dropped.concat(mendShape(raw, shape.error))
  }
  return undefined
}

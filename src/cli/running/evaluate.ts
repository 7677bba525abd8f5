/**
 * Runs `counterpoint evaluate`. The shape of its JSON is an interface that scripts rely on, versioned like
 * the document; the table is for people and may change.
 */
import { nodeAt, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import { nameOfElement, shorten } from '../../model/naming.ts'
import { evaluate } from '../../reasoning/evaluate.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { scoringRuleNames } from '../../reasoning/rules.ts'
import { standingWords } from '../../reasoning/words.ts'
import type { Call, ExitStatus } from '../command.ts'
import { singleInput } from '../inputs.ts'
import { oneLine } from '../messages.ts'
import { openOrSay } from '../open-input.ts'
import { requireElement } from '../require-element.ts'
import { choiceOf } from '../read-arguments.ts'
import type { Surroundings } from '../surroundings.ts'
import { formatToRead } from '../targets.ts'
import { writeOutput } from '../write-output.ts'

export async function runEvaluate(call: Call, surroundings: Surroundings): Promise<ExitStatus> {
  const rule = choiceOf(call, 'rule', scoringRuleNames)
  const input = singleInput(call.operands)
  const graph = await openOrSay(input, surroundings, formatToRead(call.value('from'))?.id)
  if (!graph) return 1
  const doubted = call.values('doubt')
  for (const id of doubted) requireElement(graph, id)
  const evaluation = evaluate(graph, { doubted, ...(rule === undefined ? {} : { rule }) })
  const text = call.has('json')
    ? `${JSON.stringify(evaluationJson(graph, evaluation), undefined, 2)}\n`
    : table(graph, evaluation)
  return writeOutput(call, text, surroundings)
}

/** What takes no part (issues, notes, what is doubted and what goes with it) has no entry. */
function evaluationJson({ nodes, relations }: ArgumentGraph, evaluation: Evaluation) {
  const entries = (records: object) =>
    Object.fromEntries(
      Object.keys(records).flatMap((id) => {
        const found = evaluation.of(id)
        if (!found) return []
        const { standing, strength, support, objection } = found
        return [[id, { standing, strength, support, objection }]]
      }),
    )
  return { nodes: entries(nodes), relations: entries(relations) }
}

const header = ['id', 'standing', 'score', 'for', 'against', ''] as const

function table(graph: ArgumentGraph, evaluation: Evaluation): string {
  const ids: ElementId[] = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
  const rows = ids.flatMap((id) => {
    const found = evaluation.of(id)
    if (!found) return []
    const isSettled = !evaluation.unsettled.has(id)
    const numbers = [found.strength, found.support, found.objection].map((each) =>
      isSettled ? String(Math.round(each * 100)) : '–',
    )
    const node = nodeAt(graph, id)
    const words = node ? `${node.kind}: ${shorten(node.text, 80)}` : shorten(nameOfElement(graph, id), 90)
    return [[id, standingWords[found.standing].label, ...numbers, oneLine(words)]]
  })
  const all = [[...header], ...rows]
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column >= 2 && column <= 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

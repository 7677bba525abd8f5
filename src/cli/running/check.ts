/**
 * Runs `counterpoint check`. The shape of its JSON is an interface that scripts rely on, versioned like the
 * document.
 */
import { relationAt, type ArgumentGraph } from '../../model/graph.ts'
import { evaluate } from '../../reasoning/evaluate.ts'
import { findProblems } from '../../reasoning/problems/find-problems.ts'
import type { Finding, Severity } from '../../reasoning/problems/finding.ts'
import { sensitivityOf, type Sensitivity } from '../../reasoning/sensitivity/sensitivity.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { ownMistake, type Call, type ExitStatus } from '../command.ts'
import { sayFindings, wholeFile, type FileFinding } from '../findings.ts'
import { inputsOf, type Input } from '../inputs.ts'
import { sayLine } from '../messages.ts'
import { openInput } from '../open-input.ts'
import { createProgress, grouped } from '../progress.ts'
import type { Surroundings } from '../surroundings.ts'
import { formatToRead } from '../targets.ts'

export async function runCheck(call: Call, outer: Surroundings): Promise<ExitStatus> {
  const from = formatToRead(call.value('from'))
  const { found, missing, areMany } = await inputsOf(call.operands, outer, from)
  const progress = createProgress(outer.messages, found.length, outer.now)
  const surroundings = { ...outer, messages: progress.messages }
  const isJson = call.has('json')
  const all: FileFinding[] = [...missing]
  let wrong = missing.length
  if (!isJson) await sayFindings(missing, surroundings)
  for (const input of found) {
    const findings = await findingsIn(input, surroundings, from?.id).catch((error: unknown) => {
      if (!areMany) throw error
      return [mistakeWith(input.file, error)]
    })
    if (findings.some(({ severity }) => severity === 'error')) wrong += 1
    if (isJson) for (const finding of findings) all.push(finding)
    else await sayFindings(findings, surroundings)
    await progress.step()
  }
  await progress.end()
  if (isJson) await outer.output.write(`${JSON.stringify(all, undefined, 2)}\n`)
  else if (areMany) await sayLine(outer.messages, summary(found.length + missing.length, wrong))
  return wrong === 0 ? 0 : 1
}

/** Among many inputs, even a mistake of the program's own with one does not stop the rest. */
function mistakeWith(file: string, error: unknown): FileFinding {
  const message = `${ownMistake} ${error instanceof Error ? error.message : String(error)}`
  return { file, severity: 'error', rule: 'program-error', place: wholeFile, message }
}

async function findingsIn(
  input: Input,
  surroundings: Surroundings,
  from: string | undefined,
): Promise<readonly FileFinding[]> {
  const opened = await openInput(input, surroundings, from)
  if (!opened.ok) return opened.errors
  const { file } = input
  const notes = opened.notes.map(({ place = wholeFile, message }): FileFinding => ({
    file,
    severity: 'info',
    rule: 'import',
    place,
    message,
  }))
  return [...notes, ...problemsOf(opened.graph).map((finding) => fileFinding(file, opened.graph, finding))]
}

/** Above this many nodes and relations, leaving out each in turn takes longer than anyone waits for a check. */
const sensitivityLimit = 4000

function problemsOf(graph: ArgumentGraph): readonly Finding[] {
  const evaluation = evaluate(graph)
  const size = Object.keys(graph.nodes).length + Object.keys(graph.relations).length
  const sensitivity = size <= sensitivityLimit ? wholeSensitivity(evaluation) : undefined
  return findProblems(evaluation, sensitivity).findings
}

function wholeSensitivity(evaluation: Evaluation): Sensitivity {
  const work = sensitivityOf(evaluation)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** An argument may be as bad as it likes: that is no error of the file. */
const severities = { error: 'warning', warning: 'warning', info: 'info' } as const satisfies Record<
  Severity,
  FileFinding['severity']
>

function fileFinding(
  file: string,
  graph: ArgumentGraph,
  { rule, severity, at, sentence }: Finding,
): FileFinding {
  const [first] = at
  const place =
    first === undefined ? wholeFile : `${relationAt(graph, first) ? 'relations' : 'nodes'}.${first}`
  return { file, severity: severities[severity], rule, place, message: sentence }
}

function summary(total: number, wrong: number): string {
  return `${grouped(total)} checked, ${wrong === 0 ? 'none' : grouped(wrong)} with errors.`
}

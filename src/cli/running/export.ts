/** Runs `counterpoint export`: the same exports as the editor's, from files to files. */
import { explainLosses } from '../../formats/conversion.ts'
import type { Exported } from '../../formats/export-request.ts'
import { exportGraph } from '../../formats/exporting.ts'
import { NoOutput, runBatch } from '../batch.ts'
import { UsageError, type Call, type ExitStatus } from '../command.ts'
import { destinationOf, nameAt } from '../destination.ts'
import { inputsOf, sayMissing } from '../inputs.ts'
import { say } from '../messages.ts'
import { openOrSay } from '../open-input.ts'
import { partOf, requestOf } from '../picture-options.ts'
import type { Surroundings } from '../surroundings.ts'
import { chosenTarget, documentTargets, exportTargets, formatToRead } from '../targets.ts'

/** Formats that are no text, which a terminal would take for orders. */
const binary: ReadonlySet<string> = new Set(['png', 'pdf', 'docx'])

export async function runExport(call: Call, surroundings: Surroundings): Promise<ExitStatus> {
  const from = formatToRead(call.value('from'))
  const inputs = await inputsOf(call.operands, surroundings, from)
  const destination = await destinationOf(call, inputs, surroundings)
  const target = chosenTarget(call, destination, {
    possible: exportTargets,
    elsewhere: { command: 'convert', targets: documentTargets },
  })
  const request = requestOf(call, target)
  if (destination.kind === 'output' && surroundings.output.isTerminal && binary.has(target.id)) {
    throw new UsageError(`${target.name} is not for a terminal; write it to a file with -o.`)
  }
  await sayMissing(inputs, surroundings)
  const resources = await surroundings.resources()
  return runBatch(
    {
      inputs,
      destination,
      done: 'exported',
      make: async (input, inner) => {
        const graph = await openOrSay(input, inner, from?.id)
        if (!graph) return undefined
        const picture = { ...request.picture, what: partOf(call, graph) }
        const name = nameAt(destination, input)
        const named = { ...request, picture, ...(name === undefined ? {} : { name }) }
        const { files, losses, notes } = await made(exportGraph(graph, named, resources))
        const lost = explainLosses(losses, target.name)
        for (const message of [...(lost === undefined ? [] : [lost]), ...notes]) {
          await say(inner.messages, { file: input.file, message })
        }
        return files
      },
    },
    surroundings,
  )
}

/** An export rejects with a sentence where there is none to be had. */
async function made(exporting: Promise<Exported>): Promise<Exported> {
  try {
    return await exporting
  } catch (error) {
    throw new NoOutput(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

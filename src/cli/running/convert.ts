/** Runs `counterpoint convert`. */
import { explainLosses, type Written } from '../../formats/conversion.ts'
import { formats } from '../../formats/formats.ts'
import { writeGraph } from '../../formats/json/write.ts'
import type { ArgumentGraph } from '../../model/graph.ts'
import { NoOutput, runBatch } from '../batch.ts'
import type { Call, ExitStatus } from '../command.ts'
import { destinationOf } from '../destination.ts'
import { sayFindings } from '../findings.ts'
import { inputsOf, sayMissing, type Input } from '../inputs.ts'
import { say } from '../messages.ts'
import { openInput, sayNotes } from '../open-input.ts'
import type { Surroundings } from '../surroundings.ts'
import { chosenTarget, documentTargets, exportTargets, formatToRead, ownFormat } from '../targets.ts'

export async function runConvert(call: Call, surroundings: Surroundings): Promise<ExitStatus> {
  const from = formatToRead(call.value('from'))
  const inputs = await inputsOf(call.operands, surroundings, from)
  const destination = await destinationOf(call, inputs, surroundings)
  const target = chosenTarget(call, destination, {
    possible: documentTargets,
    elsewhere: { command: 'export', targets: exportTargets },
  })
  await sayMissing(inputs, surroundings)
  return runBatch(
    {
      inputs,
      destination,
      done: 'converted',
      make: async (input, inner) => {
        const graph = await openWithOffers(input, call, inner, { from: from?.id, isOnly: !inputs.areMany })
        if (!graph) return undefined
        const { content, losses, notes } = await write(graph, target.id)
        const lost = explainLosses(losses, target.name)
        for (const message of [...(lost === undefined ? [] : [lost]), ...notes]) {
          await say(inner.messages, { file: input.file, message })
        }
        return [{ suffix: '', extension: target.extensions[0], content }]
      },
    },
    surroundings,
  )
}

async function write(graph: ArgumentGraph, to: string): Promise<Written> {
  if (to === ownFormat.id) return { content: writeGraph(graph), losses: [], notes: [] }
  const writer = formats.find(({ id }) => id === to)?.writer
  if (!writer) throw new Error(`there is no writer of "${to}"`)
  return (await writer())(graph)
}

/** The graph with the offers taken that are asked for; the others, and repairs, are said. */
async function openWithOffers(
  input: Input,
  call: Call,
  surroundings: Surroundings,
  { from, isOnly }: { readonly from: string | undefined; readonly isOnly: boolean },
): Promise<ArgumentGraph | undefined> {
  const { messages } = surroundings
  const { file } = input
  const opened = await openInput(input, surroundings, from)
  if (!opened.ok) {
    await sayFindings(opened.errors, surroundings)
    if (!opened.repair) return undefined
    if (!call.has('repair')) {
      await say(messages, { file, message: 'It can be repaired: --repair takes what can be saved.' })
      return undefined
    }
    for (const { place, message } of opened.repair.dropped) {
      await say(messages, { file, place, message: `repaired: ${message}` })
    }
    return opened.repair.graph
  }
  await sayNotes(input, opened.notes, surroundings)
  const wanted = call.values('take')
  const ids = opened.offers.map(({ id }) => id)
  const unknown = wanted.find((id) => !ids.includes(id))
  // Of many inputs, some may invite a change and others not.
  if (unknown !== undefined && isOnly) {
    const has = ids.length === 0 ? 'it offers nothing' : `it offers ${ids.join(', ')}`
    throw new NoOutput(`There is no offer "${unknown}" here: ${has}.`)
  }
  let { graph } = opened
  for (const { id, explanation, apply } of opened.offers) {
    if (wanted.includes(id)) graph = apply(graph)
    else await say(messages, { file, message: `${explanation} (--take ${id})` })
  }
  return graph
}

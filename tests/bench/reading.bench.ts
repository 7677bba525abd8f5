/** What reading maps of other programs costs, beside the Argdown library reading the same map as Argdown. */
import { ArgdownApplication, ModelPlugin, ParserPlugin } from '@argdown/core'
import { readAif } from '../../src/formats/aif/read.ts'
import { writeAif } from '../../src/formats/aif/write.ts'
import { writeArgdown } from '../../src/formats/argdown/write.ts'
import type { Reader } from '../../src/formats/conversion.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { median, milliseconds } from './measure.ts'

const size = 1000

/** Runs at 1,000 statements. */
export async function bench() {
  const graph = sampleGraph(size)
  const ours = String((await writeAif(graph)).content)
  const { counterpoint: _, ...nodeset } = JSON.parse(ours) as Record<string, unknown>
  const plain = JSON.stringify(nodeset)
  const argdown = String((await writeArgdown(graph)).content)
  const library = libraryReader()
  const rows = {
    'AIF as other programs write it': () => mustRead(readAif, plain),
    'AIF with all that the document holds': () => mustRead(readAif, ours),
    'Write that AIF': () => writeAif(graph),
    'Argdown of the same map, by @argdown/core 2.0.1': () => library(argdown),
  }
  const measured: Record<string, string>[] = []
  for (const [name, run] of Object.entries(rows)) {
    measured.push({ What: name, Time: milliseconds(await medianTimeOf(run)) })
  }
  const relations = Object.keys(graph.relations).length
  return {
    title: `Reading a map of ${size.toLocaleString('en-GB')} statements`,
    note: `${relations.toLocaleString('en-GB')} relations; ${kilobytes(plain)} and ${kilobytes(ours)} of AIF, ${kilobytes(argdown)} of Argdown; the library builds its model, no graph; median of many runs in turn.`,
    rows: measured,
  }
}

/** Milliseconds until a run is done: the median over about a second, after a warm-up. */
async function medianTimeOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < 3; index += 1) await run()
  const end = performance.now() + 1000
  while (times.length < 5 || (performance.now() < end && times.length < 200)) {
    const begun = performance.now()
    await run()
    times.push(performance.now() - begun)
  }
  return median(times)
}

async function mustRead(read: Reader, text: string): Promise<void> {
  const result = await read(text)
  if (!result.ok) throw new Error(`the sample map does not open: ${result.error.message}`)
  if (Object.keys(result.value.graph.nodes).length !== size) throw new Error('statements are missing')
}

/** The library with its parser and its model, and nothing that draws. */
function libraryReader(): (input: string) => Promise<void> {
  const library = new ArgdownApplication()
  library.addPlugin(new ParserPlugin(), 'parse-input')
  library.addPlugin(new ModelPlugin(), 'build-model')
  return async (input) => {
    const response = library.run({ input, process: ['parse-input', 'build-model'], throwExceptions: true })
    const found = Object.keys(response.statements ?? {}).length
    if (found < size) throw new Error(`the library finds ${found} statements only`)
    return Promise.resolve()
  }
}

function kilobytes(text: string): string {
  return `${Math.round(text.length / 1000)} kB`
}

/** What reading maps of other programs costs, beside the Argdown library reading the same map as Argdown. */
import { ArgdownApplication, ModelPlugin, ParserPlugin } from '@argdown/core'
import { readAif } from '../../src/formats/aif/read.ts'
import { writeAif } from '../../src/formats/aif/write.ts'
import { readArgdown } from '../../src/formats/argdown/read.ts'
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
  const argdownAlone = argdown.replace(/^counterpoint: [^]*?\n {2}\}\n/m, '')
  const library = libraryReader()
  const rows = {
    'AIF as other programs write it': () => mustRead(readAif, plain),
    'AIF with all that the document holds': () => mustRead(readAif, ours),
    'Write that AIF': () => writeAif(graph),
    'Argdown as other programs write it': () => mustRead(readArgdown, argdownAlone),
    'Argdown with all that the document holds': () => mustRead(readArgdown, argdown),
    'Write that Argdown': () => writeArgdown(graph),
    'Argdown of the same map, by @argdown/core 2.0.1': () => library(argdown),
  }
  const times = await medianTimes(Object.values(rows))
  const measured = Object.keys(rows).map((name, index) => ({
    What: name,
    Time: milliseconds(times[index] ?? Number.NaN),
  }))
  const relations = Object.keys(graph.relations).length
  return {
    title: `Reading a map of ${size.toLocaleString('en-GB')} statements`,
    note: `${relations.toLocaleString('en-GB')} relations; ${kilobytes(plain)} and ${kilobytes(ours)} of AIF, ${kilobytes(argdown)} of Argdown; the library builds its model, no graph; median of many runs in turn.`,
    rows: measured,
  }
}

/** The median milliseconds of each run over some seconds; in turn, so that what else the machine does meets all alike. */
async function medianTimes(runs: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = runs.map(() => [])
  const end = performance.now() + 1000 * runs.length
  for (let round = 0; round < 8 || performance.now() < end; round += 1) {
    for (const [index, run] of runs.entries()) {
      const begun = performance.now()
      await run()
      // The first rounds warm up.
      if (round >= 3) times[index]?.push(performance.now() - begun)
    }
  }
  return times.map(median)
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

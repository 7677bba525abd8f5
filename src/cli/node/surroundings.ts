/**
 * The program's surroundings in Node: the process's own streams and files. A reader of the output that goes
 * away (as `head` does) ends the program silently, and Ctrl+C leaves no half-written file.
 */
import { writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { version } from '../../../package.json'
import type { Sink, Surroundings } from '../surroundings.ts'
import { nodeFiles, reasonOf, removeHalfWritten } from './files.ts'

/** The surroundings of this process. Call it once. */
export function nodeSurroundings(): Surroundings {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    process.once(signal, () => {
      removeHalfWritten()
      // As shells know a program that a signal ended.
      process.exit(128 + number)
    })
  }
  return {
    input: readAll,
    output: sinkOf(process.stdout),
    messages: sinkOf(process.stderr),
    files: nodeFiles,
    now: () => performance.now(),
    version,
    resources: async () => {
      const { resourcesAt } = await import('./resources.ts')
      return resourcesAt(dateOfWork())
    },
  }
}

/** Now, or the time that builds which can be repeated ask for (reproducible-builds.org). */
function dateOfWork(): Date {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN)
  return Number.isSafeInteger(seconds) ? new Date(seconds * 1000) : new Date()
}

async function readAll(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return new Uint8Array(Buffer.concat(chunks))
}

function sinkOf(stream: Writable & { readonly isTTY?: boolean }): Sink {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    removeHalfWritten()
    if (error.code === 'EPIPE') process.exit(0)
    // Standard error may be what cannot be written; then there is nobody to tell.
    if (stream !== process.stderr) {
      writeSync(process.stderr.fd, `counterpoint: the output cannot be written: ${reasonOf(error)}.\n`)
    }
    process.exit(1)
  })
  return {
    isTerminal: stream.isTTY === true,
    write: (content) =>
      // On an error the listener above ends the program.
      new Promise((resolve) => {
        stream.write(content, () => resolve())
      }),
  }
}

/** The program in the test's own process: a folder of its own, streams that are remembered, files that are real. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { nodeFiles } from '../../src/cli/node/files.ts'
import { resourcesAt } from '../../src/cli/node/resources.ts'
import { runProgram } from '../../src/cli/program.ts'
import type { Files, Sink } from '../../src/cli/surroundings.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'

export interface Ran {
  readonly status: number
  readonly output: string
  /** The bytes of the output. */
  readonly bytes: Uint8Array
  /** Lines of standard error; the workplace's own folder is left out of them. */
  readonly messages: readonly string[]
  /** Standard error as it was written. */
  readonly raw: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  /** Which of the streams are a terminal. */
  readonly terminals?: readonly ('output' | 'messages')[]
  /** What files do otherwise. */
  readonly files?: Partial<Files>
}

export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'counterpoint-cli-'))

  /** The path of a file in this folder, as it is given to the program. */
  at(name: string): string {
    return join(this.folder, name)
  }

  /** Writes a file and answers its path. */
  put(name: string, content: string | Uint8Array | ArgumentGraph): string {
    const path = this.at(name)
    mkdirSync(dirname(path), { recursive: true })
    const isGraph = typeof content === 'object' && 'nodes' in content
    writeFileSync(path, isGraph ? writeGraph(content) : content)
    return path
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8')
  }

  bytesOf(name: string): Uint8Array {
    return readFileSync(this.at(name))
  }

  /** Runs the program with these words. */
  async run(
    words: readonly string[],
    { input = '', terminals = [], files = {} }: RunOptions = {},
  ): Promise<Ran> {
    const output = rememberingSink(terminals.includes('output'))
    const messages = rememberingSink(terminals.includes('messages'))
    let now = 0
    const status = await runProgram(words, {
      input: () => Promise.resolve(new Uint8Array(Buffer.from(input))),
      output,
      messages,
      files: { ...nodeFiles, ...files },
      now: () => (now += 1000),
      version: '1.2.3',
      resources: () => Promise.resolve(resourcesAt(new Date(0))),
    })
    const raw = messages.bytes().toString()
    return {
      status,
      output: output.bytes().toString(),
      bytes: output.bytes(),
      messages: raw.replaceAll(`${this.folder}/`, '').split('\n').slice(0, -1),
      raw,
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function rememberingSink(isTerminal: boolean): Sink & { bytes: () => Buffer } {
  const chunks: Buffer[] = []
  return {
    isTerminal,
    write: (content) => {
      chunks.push(Buffer.from(content))
      return Promise.resolve()
    },
    bytes: () => Buffer.concat(chunks),
  }
}

/** Where the program begins in Node; `counterpoint.mjs` imports the built form of this file. */
import { nodeSurroundings } from './node/surroundings.ts'
import { runProgram } from './program.ts'

process.exitCode = await runProgram(process.argv.slice(2), nodeSurroundings())

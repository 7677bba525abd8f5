/** Runs `counterpoint schema`. */
import { schemaText } from '../../formats/json/schema-document.ts'
import { UsageError, type Call, type ExitStatus } from '../command.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeOutput } from '../write-output.ts'

export async function runSchema(call: Call, surroundings: Surroundings): Promise<ExitStatus> {
  if (call.operands.length > 0) throw new UsageError('schema takes no input.')
  return writeOutput(call, schemaText(), surroundings)
}

/** Every command of the program, in the order of the help. */
import type { Command } from './command.ts'
import { check } from './commands/check.ts'
import { convert } from './commands/convert.ts'
import { evaluate } from './commands/evaluate.ts'
import { exportCommand } from './commands/export.ts'
import { layout } from './commands/layout.ts'
import { schema } from './commands/schema.ts'

export const commands: readonly Command[] = [check, convert, exportCommand, layout, evaluate, schema]

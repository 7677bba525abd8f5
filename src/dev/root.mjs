// @ts-check
/** Where the project lies, for all the programs in this folder. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the project's top folder, without a slash at the end. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

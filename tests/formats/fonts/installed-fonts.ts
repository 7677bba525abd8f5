/** The font files as they are installed, counting which are asked for. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FontFiles } from '../../../src/formats/fonts/font-files.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'node_modules', '@fontsource-variable')

/** Font files out of node_modules, and the names of those that were loaded. */
export function installedFonts(): FontFiles & { readonly loaded: string[] } {
  const loaded: string[] = []
  return {
    loaded,
    load: async (name) => {
      loaded.push(name)
      return new Uint8Array(await readFile(join(folder, name)))
    },
  }
}

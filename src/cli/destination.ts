/** Where the output of a call goes: standard output, a file, or a folder with a file for each input. */
import { UsageError, type Call } from './command.ts'
import type { Input, Inputs } from './inputs.ts'
import type { Surroundings } from './surroundings.ts'
import type { Destination } from './targets.ts'

/** Where `-o` says. Throws UsageError where several files would go into one. */
export async function destinationOf(
  call: Call,
  inputs: Pick<Inputs, 'areMany'>,
  { files }: Surroundings,
): Promise<Destination> {
  const path = call.value('output')
  if (path === undefined || path === '-') {
    if (inputs.areMany) throw new UsageError('several inputs need a folder for their outputs: -o FOLDER.')
    return { kind: 'output' }
  }
  const kind = await files.kindOf(path)
  if (kind === 'folder' || (kind === undefined && /[/\\]$/.test(path))) return { kind: 'folder', path }
  if (!inputs.areMany) return { kind: 'file', path }
  if (kind !== undefined) throw new UsageError(`several inputs need a folder, and "${path}" is a file.`)
  return { kind: 'folder', path }
}

/** The path of an output, or undefined for standard output. The suffix tells several files of one input apart. */
export function pathOf(
  destination: Destination,
  { name }: Input,
  { suffix, extension }: { readonly suffix: string; readonly extension: string },
): string | undefined {
  switch (destination.kind) {
    case 'output':
      return undefined
    case 'file':
      return suffix === '' ? destination.path : stemOf(destination.path) + suffix + extension
    case 'folder': {
      const folder = destination.path.replace(/[/\\]+$/, '')
      return `${folder === '' ? '' : folder}/${stemOf(name)}${suffix}${extension}`
    }
  }
}

/** What files that refer to each other are named after; undefined for standard output, which has no name. */
export function nameAt(destination: Destination, input: Input): string | undefined {
  const path = pathOf(destination, input, { suffix: '', extension: '.x' })
  return path === undefined ? undefined : stemOf(path).split(/[/\\]/).at(-1)
}

/** "map.json" → "map", "a/map.relations.csv" → "a/map.relations" */
function stemOf(name: string): string {
  return name.replace(/(?<=[^/\\])\.[^./\\]+$/, '')
}

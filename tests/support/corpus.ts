/**
 * The folder of real maps by others beside the repository. Tests that need it are not registered where it is
 * absent, so nothing is skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const root = new URL('../../../shared/corpus/', import.meta.url)

export interface CorpusFile {
  readonly name: string
  readonly text: string
}

/** The files of a folder with one of these endings, by name; none where the folder is absent. */
export function corpusFiles(folder: string, ...endings: readonly string[]): CorpusFile[] {
  const place = new URL(`${folder}/`, root)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => endings.some((ending) => name.endsWith(ending)) && name !== 'SOURCE.txt')
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, place), 'utf8') }))
}

/** How often a pattern occurs. */
export function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/**
 * How files of earlier format versions become files of the current one: a list of pure steps, each from
 * one version to the next. A step gets data that nobody has checked yet, returns new data, never throws,
 * and imports nothing from src/model, so that it means the same for ever. Each version has a frozen
 * fixture, tests/fixtures/version-N.json, that must open for as long as there is this program.
 */
import { currentVersion } from '../../model/graph.ts'

/** A JSON object as it was parsed. */
export type RawGraph = Readonly<Record<string, unknown>>

export interface Migration {
  /** The version that comes out; what goes in is the one before. */
  readonly to: number
  /** Why the format changed, in one sentence. */
  readonly because: string
  readonly up: (raw: RawGraph) => RawGraph
}

/** All steps, oldest first. Version 1 is the first, so there are none yet. */
export const migrations: readonly Migration[] = []

checkMigrations(migrations, currentVersion)

/**
 * The data in the newest version of `steps`, with its version field set.
 * @param version the version that the data has, from 1
 */
export function migrate(raw: RawGraph, version: number, steps: readonly Migration[] = migrations): RawGraph {
  return steps
    .filter(({ to }) => to > version)
    .reduce((data, { to, up }) => ({ ...up(data), version: to }), raw)
}

/** @throws unless the steps lead to versions 2, 3, … up to the newest, so a forgotten step is seen at start. */
export function checkMigrations(steps: readonly Migration[], newest: number): void {
  const given = steps.map(({ to }) => to).join(', ')
  const needed = Array.from({ length: newest - 1 }, (_, index) => index + 2).join(', ')
  if (given !== needed)
    throw new Error(`migrations lead to versions "${given}" and should lead to "${needed}"`)
}

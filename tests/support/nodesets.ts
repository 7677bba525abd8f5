/** Nodesets written down briefly, and what reading and writing them gives; every graph read is checked. */
import { expect } from 'vitest'
import { readAif } from '../../src/formats/aif/read.ts'
import { writeAif } from '../../src/formats/aif/write.ts'
import type { Imported, ImportError } from '../../src/formats/conversion.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { validate } from '../../src/model/validate.ts'

export type Json = Readonly<Record<string, unknown>>

/** Nodes as [id, type, text], edges as [from, to]. */
export function aif(
  nodes: readonly (readonly [id: unknown, type: string, text?: string, more?: Json])[],
  edges: readonly (readonly [from: unknown, to: unknown])[],
  more: Json = {},
): string {
  return JSON.stringify({
    nodes: nodes.map(([nodeID, type, text = type, fields = {}]) => ({ nodeID, type, text, ...fields })),
    edges: edges.map(([fromID, toID], index) => ({ edgeID: String(index), fromID, toID, formEdgeID: null })),
    ...more,
  })
}

/** What a file gives; fails where it cannot be read. */
export async function read(text: string): Promise<Imported> {
  const result = await readAif(text)
  if (!result.ok) throw new Error(result.error.message)
  expect(validate(result.value.graph)).toEqual([])
  expect(readGraph(writeGraph(result.value.graph)).ok).toBe(true)
  return result.value
}

/** Why a file cannot be read; fails where it can. */
export async function errorOf(text: string): Promise<ImportError> {
  const result = await readAif(text)
  if (result.ok) throw new Error('the file was read')
  return result.error
}

/** Nodes and edges of the file that the graph is written to. */
export async function writtenEdges({ graph }: Imported): Promise<string[]> {
  const json = JSON.parse(String((await writeAif(graph)).content)) as {
    edges: { fromID: unknown; toID: unknown }[]
  }
  return json.edges.map(({ fromID, toID }) => `${String(fromID)} ${String(toID)}`).toSorted()
}

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeGraph } from '../../src/formats/json/write.ts'
import { openGraph } from '../support/read-graph.ts'

const folder = new URL('../../graphs/', import.meta.url)
const schema = 'argument-graph.schema.json'
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== schema)

describe('the files in graphs/', () => {
  it('are there', () => {
    expect(names).toContain('belt-and-road.json')
    expect(names.length).toBeGreaterThan(2)
  })

  it.each(names)('%s opens without a problem, names the schema and is written back byte for byte', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const graph = openGraph(text)
    expect(graph.$schema).toBe(`./${schema}`)
    expect(writeGraph(graph)).toBe(text)
  })
})

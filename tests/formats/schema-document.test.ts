import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { schemaText } from '../../src/formats/json/schema-document.ts'
import { nodeKindNames, relationKinds } from '../../src/model/kinds.ts'

interface Choice {
  const: string
  description?: string
}
interface SchemaDocument {
  $schema: string
  required: string[]
  properties: Record<string, { propertyNames?: { pattern?: string } }>
  $defs: Record<string, { properties: Record<string, { oneOf?: Choice[]; description?: string }> }>
}

const document = JSON.parse(schemaText()) as SchemaDocument

describe('the JSON Schema', () => {
  it('is the one that is committed: run "npm run generate" after changing the schema', () => {
    const file = new URL('../../graphs/argument-graph.schema.json', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(schemaText())
  })

  it('asks for what every graph has', () => {
    expect(document.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(document.required).toEqual([
      'format',
      'version',
      'title',
      'sources',
      'sections',
      'nodes',
      'relations',
    ])
  })

  it('explains the kinds in the words of the menus', () => {
    const kinds = document.$defs['node']?.properties['kind']?.oneOf
    expect(kinds?.map((choice) => choice.const)).toEqual(nodeKindNames)
    const supports = document.$defs['relation']?.properties['kind']?.oneOf?.[0]
    expect(supports).toEqual({
      const: 'supports',
      title: 'supports',
      description: relationKinds.supports.hint,
    })
  })

  it('demands legal ids of records, and nothing of the names in ext', () => {
    expect(document.properties['nodes']?.propertyNames?.pattern).toMatch(/^\^\[A-Z/)
    expect(document.properties['ext']?.propertyNames?.pattern).toBeUndefined()
  })
})

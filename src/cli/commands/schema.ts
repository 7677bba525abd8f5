/** `counterpoint schema`: the format of documents, for editors and checkers of JSON. */
import { sharedOptions, type Command } from '../command.ts'

export const schema: Command = {
  name: 'schema',
  operands: '',
  summary: 'Prints the JSON Schema of documents',
  details: [
    'JSON Schema draft 2020-12. What must hold between records no schema can say: "counterpoint check" does.',
  ],
  options: [sharedOptions.output],
  examples: [{ call: 'counterpoint schema -o argument-graph.schema.json', does: 'Writes it to a file.' }],
  run: async (call, surroundings) => (await import('../running/schema.ts')).runSchema(call, surroundings),
}

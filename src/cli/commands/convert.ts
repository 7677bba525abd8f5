/** `counterpoint convert`: from one format of documents to another. */
import { sharedOptions, type Command } from '../command.ts'
import { documentTargets, readableFormats } from '../targets.ts'

export const convert: Command = {
  name: 'convert',
  operands: 'INPUT…',
  summary: 'Converts maps from one format of documents to another',
  details: [
    'The output’s format is that of its extension, or of --to. What it could not carry, and what had to be decided about the input, is said on standard error.',
    `Reads ${readableFormats.map(({ id }) => id).join(', ')}; and pictures and pages that were exported with the document inside.`,
    `Writes ${documentTargets.map(({ id }) => id).join(', ')}.`,
  ],
  options: [
    sharedOptions.output,
    sharedOptions.from,
    { name: 'to', value: 'FORMAT', hint: 'Format of the output; by its extension unless given' },
    {
      name: 'take',
      value: 'OFFER',
      many: true,
      hint: 'Make a change that the input invites, such as merge-restatements; what is on offer is said',
    },
    {
      name: 'repair',
      hint: 'Where a document of this program is damaged, take what can be saved; everything dropped is said',
    },
  ],
  examples: [
    { call: 'counterpoint convert debate.argdown -o debate.json', does: 'Reads Argdown.' },
    {
      call: 'counterpoint convert map.json --to mermaid >> notes.md',
      does: 'Adds a diagram to a text.',
    },
    {
      call: 'counterpoint convert corpus/ --from aif --to counterpoint -o maps/',
      does: 'Converts a whole folder; what cannot be read is said and skipped.',
    },
    { call: 'counterpoint convert picture.svg -o map.json', does: 'Gets the document out of a picture.' },
  ],
  run: async (call, surroundings) => (await import('../running/convert.ts')).runConvert(call, surroundings),
}

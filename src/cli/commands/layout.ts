/** `counterpoint layout`: where everything on a map stands, for programs that draw it themselves. */
import { sharedOptions, type Command } from '../command.ts'

export const layout: Command = {
  name: 'layout',
  operands: 'INPUT',
  summary: 'Prints where boxes and lines of a map stand, as JSON',
  details: [
    'Lengths are px; x and y are the top left corner, counted from that of the map. A relation with several premises, or with a relation on it, has a junction: then one path leads from each premise to it, and one from it to the target. A folded section is a box whose id begins with "section:".',
  ],
  options: [
    sharedOptions.output,
    sharedOptions.from,
    { ...sharedOptions.json, hint: 'The only form there is, so it may be left out' },
  ],
  examples: [
    { call: 'counterpoint layout map.json --json -o boxes.json', does: 'Writes boxes and paths to a file.' },
    {
      call: "counterpoint layout map.json --json | jq '[.width, .height]'",
      does: 'How large the map is.',
    },
  ],
  run: async (call, surroundings) => (await import('../running/layout.ts')).runLayout(call, surroundings),
}

/** `counterpoint evaluate`: what holds on a map, and how strongly. */
import { scoringRuleNames } from '../../reasoning/rules.ts'
import { sharedOptions, type Command } from '../command.ts'

export const evaluate: Command = {
  name: 'evaluate',
  operands: 'INPUT',
  summary: 'Tells what holds on a map, and how strongly',
  details: [
    'For each node and relation that takes part: whether it holds, is unresolved or falls; and from 0 to 1 its strength, the support and the objections that it has. The numbers say only what follows from the map.',
  ],
  options: [
    sharedOptions.output,
    sharedOptions.from,
    { ...sharedOptions.json, hint: 'Print JSON instead of a table' },
    { name: 'rule', value: 'RULE', hint: `How strengths are joined: ${scoringRuleNames.join(', ')}` },
    {
      name: 'doubt',
      value: 'ID',
      many: true,
      hint: 'Leave this node or relation out, with what hangs on it',
    },
  ],
  examples: [
    { call: 'counterpoint evaluate map.json', does: 'A table to read.' },
    {
      call: "counterpoint evaluate map.json --json --doubt e2 | jq '.nodes.r1.standing'",
      does: 'Whether a recommendation would still hold without a piece of evidence.',
    },
  ],
  run: async (call, surroundings) => (await import('../running/evaluate.ts')).runEvaluate(call, surroundings),
}

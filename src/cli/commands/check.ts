/** `counterpoint check`: is the file whole, and what is wrong with the argument in it? */
import { sharedOptions, type Command } from '../command.ts'

export const check: Command = {
  name: 'check',
  operands: 'INPUT…',
  summary: 'Checks files, and lists the problems of the arguments in them',
  details: [
    'Whether a file is whole and keeps the rules of the format; then, of what is argued: unsupported claims, circles, unanswered counterpoints and the like, as the editor’s list of problems has them. Problems that a document mutes are left out. On maps of more than 4,000 nodes and relations, what would need every one of them to be left out in turn is not looked for.',
    'Exit status 1 if any file has errors; problems of an argument are warnings and hints.',
  ],
  options: [
    sharedOptions.from,
    {
      ...sharedOptions.json,
      hint: 'Print an array with an entry for each finding: file, severity (error, warning, info), rule, place, message',
    },
  ],
  examples: [
    { call: 'counterpoint check map.json', does: 'Lists what is wrong with a map.' },
    { call: 'counterpoint check maps/', does: 'Checks every map in a folder and the folders below it.' },
    {
      call: "counterpoint check --json map.json | jq -r '.[].rule' | sort | uniq -c",
      does: 'Counts the problems by rule.',
    },
  ],
  run: async (call, surroundings) => (await import('../running/check.ts')).runCheck(call, surroundings),
}

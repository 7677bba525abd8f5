/** What had to be decided while an Argdown file was read, in sentences. */
import type { NodeId } from '../../model/graph.ts'
import type { ImportNote } from '../conversion.ts'
import type { ArgdownModel, Member } from './model.ts'
import type { Draft } from './draft.ts'
import type { Drafts } from './relations.ts'
import { countEmphasis, wordingsOf } from './texts.ts'

/** The notes on a model that was made into nodes and relations. */
export function notesOn(
  { sections, relations }: ArgdownModel,
  members: readonly Member[],
  { drafts, unclear, dropped }: Drafts,
  { demoted, answers }: { readonly demoted: ReadonlySet<NodeId>; readonly answers: ReadonlySet<Draft> },
): ImportNote[] {
  const emphasis = members.reduce((sum, member) => sum + countEmphasis(member), 0)
  const further = members.filter((member) => wordingsOf(member).length > 1).length
  const strict = relations.filter(({ type }) => type === 'entails').length
  const loops = drafts.filter(({ from, to }) => typeof to === 'string' && from.includes(to))
  return [
    ...note(
      emphasis,
      'passage in bold or italics is',
      'passages in bold or italics are',
      'read as plain text',
    ),
    ...note(
      further,
      'statement has',
      'statements have',
      'several wordings: the last one is shown, and the others are kept beside it',
    ),
    ...note(
      sections.filter(({ level }) => level > 1).length,
      'heading under another one became a section',
      'headings under others became sections',
      'of the same rank as the others, since sections do not nest',
    ),
    ...note(strict, 'entailment is', 'entailments are', 'read as support'),
    ...note(
      demoted.size,
      'statement tagged as issue or note takes part in the argument and became a claim',
      'statements tagged as issues or notes take part in the argument and became claims',
      'that keeps the tag',
    ),
    ...note(
      answers.size,
      'recommendation that supports an issue',
      'recommendations that support issues',
      'is read as an answer to it',
    ),
    ...unclear.map(({ line }) => ({
      place: `line ${line}`,
      message:
        'It is not clear which inference this undercuts, so it became an objection to the statement; drag it to the line that is meant.',
    })),
    ...loops.map(({ line }) => ({
      place: `line ${line}`,
      message: 'A statement is a reason for or against itself here; change one end of that line.',
    })),
    ...note(
      dropped,
      'relation is',
      'relations are',
      'left out, since they undercut or support each other in a circle and lead to no statement',
    ),
  ]
}

function note(count: number, one: string, many: string, rest: string): ImportNote[] {
  return count === 0 ? [] : [{ message: `${count} ${count === 1 ? one : many} ${rest}.` }]
}

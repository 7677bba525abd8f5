/**
 * Argdown (argdown.org, version 2) that people like to read and edit. What Argdown has no place for is kept
 * in the front matter under the name "counterpoint", so that reading the text again gives the same graph,
 * byte for byte. What is kept is found by reading the text just written: whatever becomes of a word in
 * Argdown, the difference is known.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import type { Loss, Writer, Written } from '../conversion.ts'
import { lossesOf, lossOf, type Feature } from '../losses.ts'
import { slotFor } from '../slot.ts'
import { slotVersion } from '../slot/entries.ts'
import { isFields } from '../slot/plain.ts'
import { buildGraph } from './build.ts'
import { composeBody } from './compose.ts'
import { writeFrontMatter } from './front-matter.ts'
import { argdownOf } from './plan.ts'
import { modelOf } from './read.ts'

/** Writes Argdown. */
export const writeArgdown: Writer = async (graph): Promise<Written> => {
  const { body, names } = composeBody(graph)
  const fields = frontMatterOf(graph)
  const named = names && { version: slotVersion, names }
  const shown = await modelOf(`${writeFrontMatter({ ...fields, counterpoint: named })}\n${body}`)
  const losses = lossesIn(graph)
  if (!shown.ok) {
    return {
      content: `${writeFrontMatter(fields)}\n${body}`,
      losses,
      notes: [
        `Counterpoint cannot read this text again: ${shown.error.message} Keep the map as JSON as well.`,
      ],
    }
  }
  const slot = slotFor(graph, buildGraph(shown.value).graph)
  const counterpoint = slot ? { ...slot, ...(names ? { names } : {}) } : named
  const notes =
    losses.length > 0
      ? [
          'What other programs cannot see of it stands at the top of the text, and is there again when Counterpoint reads it.',
        ]
      : []
  return { content: `${writeFrontMatter({ ...fields, counterpoint })}\n${body}`, losses, notes }
}

/** What the front matter says to everybody. */
function frontMatterOf(graph: ArgumentGraph): Readonly<Record<string, unknown>> {
  const { title, description } = graph
  const kept = argdownOf(graph, 'frontMatter')
  const { title: _, counterpoint: _1, model, ...other } = isFields(kept) ? kept : {}
  // In strict mode the lines would mean something else.
  const { mode: _2, ...settings } = isFields(model) ? model : {}
  return {
    title,
    ...(description === undefined ? {} : { abstract: description }),
    ...other,
    ...(Object.keys(settings).length > 0 ? { model: settings } : {}),
  }
}

/** What readers other than Counterpoint do not see. */
const unseen: readonly Feature[] = [
  'addresses',
  'restatements',
  'ratings',
  'roles',
  'questions',
  'criteria',
  'sources',
  'excerpts',
  'scores',
  'muted',
  'pins',
  'collapsed',
  'layout',
  'unknownFields',
]

function lossesIn(graph: ArgumentGraph): Loss[] {
  const remarks = [...Object.values(graph.nodes), ...Object.values(graph.sections)]
  const breaks = Object.values(graph.nodes).filter(({ text }) => /[\r\n]/.test(text.trim()))
  return [
    ...lossesOf(graph, unseen),
    ...lossOf(remarks.filter(({ note }) => note !== undefined).length, 'remark', 'remarks'),
    ...lossOf(breaks.length, 'text of several lines', 'texts of several lines'),
  ]
}

/**
 * Reads AIF JSON and xAIF, the form in which OVA saves: both readers take both, since files of either kind go
 * by either name. With a slot of ours the document comes back as it was; without one, kinds are guessed no
 * further than claim and counterpoint, and steps that only a person can decide are offered.
 */
import { limitProblems, defaultLimits } from '../json/limits.ts'
import { hasElement } from '../../model/graph.ts'
import { sentenceOf } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { importLimits, type Imported, type ImportError, type Reader } from '../conversion.ts'
import { assumptionsOffer } from '../offers.ts'
import { applySlot } from '../slot.ts'
import { mergeOffer } from './merge-restatements.ts'
import { listNotes } from './notes.ts'
import { parseNodeset } from './nodeset.ts'
import { completionOffer } from './complete-steps.ts'
import { countRecords, graphOf, sortNodeset } from './to-graph.ts'
import { guessedFields } from './write.ts'
import { ovaPinsOffer, withAnalysis } from './xaif.ts'

/** Reads AIF JSON. */
export const readAif: Reader = async (text) => Promise.resolve(read(text))

/** Reads xAIF: AIF with the text it was found in and the positions that OVA gave it. */
export const readXaif: Reader = async (text) => Promise.resolve(read(text))

function read(text: string): Result<Imported, ImportError> {
  const parsed = parseNodeset(text)
  if (!parsed.ok) return parsed
  const { nodeset, wrapper, notes } = parsed.value
  const sorted = sortNodeset(nodeset)
  const count = countRecords(sorted)
  if (count > importLimits.records) {
    return failure(
      `The file makes ${count} statements and relations, and at most ${importLimits.records} can be worked with; split the map into several files.`,
    )
  }
  const built = graphOf(sorted)
  const analysed = withAnalysis(built, wrapper)
  const merged = applySlot(analysed.graph, nodeset.slot, guessedFields)
  const [long] = limitProblems(merged.graph, defaultLimits)
  if (long) return failure(`${sentenceOf(long)}.`)
  const { graph } = merged
  const hasSlot = nodeset.slot !== undefined
  const isOnMap = (id: string): boolean => hasElement(graph, id)
  return {
    ok: true,
    value: {
      graph,
      notes: [...notes, ...listNotes(built.notes, hasSlot, isOnMap), ...analysed.notes, ...merged.notes],
      // Whoever wrote the file here has had these choices.
      offers: hasSlot
        ? []
        : [
            ...mergeOffer(graph),
            ...assumptionsOffer(graph),
            ...completionOffer(graph),
            ...ovaPinsOffer(graph),
          ],
    },
  }
}

function failure(message: string): { readonly ok: false; readonly error: ImportError } {
  return { ok: false, error: { kind: 'tooLarge', message } }
}

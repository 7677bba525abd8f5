/**
 * What the conversion worker does, apart from being a worker: reads files of any format and makes exports.
 * It remembers what was imported last, whose offers can still be taken.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import type { ImportOffer } from '../../formats/conversion.ts'
import { exportGraph, printedPages, type ExportResources } from '../../formats/exporting.ts'
import { openBytes } from '../../formats/open.ts'
import type { ConversionMessage, ConversionTask, ConversionTasks, OpenedAway } from './conversion-client.ts'

export interface Converter {
  /** Does a task; rejects with a sentence when it cannot be done. */
  run(message: Pick<ConversionMessage, 'task' | 'asks'>): Promise<ConversionTasks[ConversionTask]['answers']>
}

/** A converter that exports with these; `resourcesAt` is given the time of the export, ms since 1970. */
export function createConverter(resourcesAt: (date: number) => ExportResources): Converter {
  let imported: { readonly graph: ArgumentGraph; readonly offers: readonly ImportOffer[] } | undefined

  const open = async ({ bytes, name }: ConversionTasks['open']['asks']): Promise<OpenedAway> => {
    const found = await openBytes(bytes, name)
    if (found.kind !== 'imported') return found
    imported = found
    // Functions cannot leave a worker: what they do is asked for by name.
    const offers = found.offers.map(({ id, label, explanation }) => ({ id, label, explanation }))
    return { ...found, offers }
  }
  const take = ({ offers }: ConversionTasks['take']['asks']): ArgumentGraph => {
    if (!imported)
      throw new Error('Nothing has been imported whose offers could be taken. Open the file again.')
    return imported.offers
      .filter(({ id }) => offers.includes(id))
      .reduce((graph, offer) => offer.apply(graph), imported.graph)
  }
  return {
    run: async ({ task, asks }) => {
      switch (task) {
        case 'open':
          return open(asks as ConversionTasks['open']['asks'])
        case 'take':
          return take(asks as ConversionTasks['take']['asks'])
        case 'export': {
          const { graph, request, date } = asks as ConversionTasks['export']['asks']
          return exportGraph(graph, request, resourcesAt(date))
        }
        case 'print': {
          const { graph, request } = asks as ConversionTasks['print']['asks']
          return printedPages(graph, request, resourcesAt(0))
        }
      }
    },
  }
}

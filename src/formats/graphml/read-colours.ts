/** The offer to read red edges as attacks: many drawings, those of Argdown among them, say it by colour alone. */
import type { ArgumentGraph, Relation } from '../../model/graph.ts'
import type { ImportOffer } from '../conversion.ts'
import { withGuessedKinds } from '../guessed-kinds.ts'
import { fieldOf } from '../slot/plain.ts'

/** Empty where no support was drawn in red; readers keep the colour of those that say nothing else in `ext.graphml`. */
export function coloursOffer(graph: ArgumentGraph): readonly ImportOffer[] {
  const count = Object.values(graph.relations).filter(isRed).length
  if (count === 0) return []
  return [
    {
      id: 'read-red-as-attacks',
      label: count === 1 ? 'Read 1 red edge as an attack' : `Read ${count} red edges as attacks`,
      explanation:
        'The file does not say in words which edges attack, but draws some in red, as many programs draw attacks.',
      apply: (given) => {
        const relations = Object.entries(given.relations).map(([id, relation]): [string, Relation] => [
          id,
          isRed(relation) ? { ...relation, kind: 'attacks' } : relation,
        ])
        return withGuessedKinds({ ...given, relations: Object.fromEntries(relations) })
      },
    },
  ]
}

function isRed({ kind, ext }: Relation): boolean {
  const colour = fieldOf(fieldOf(ext, 'graphml'), 'colour')
  const match = typeof colour === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) : null
  if (kind !== 'supports' || !match) return false
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16))
  return red >= 0x90 && red > 1.8 * Math.max(green, blue)
}

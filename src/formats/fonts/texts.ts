/** The texts of a drawing by their style: what fonts have to be loaded for. */
import type { DrawingItem } from '../drawing/drawing.ts'
import type { StyledText } from './font-library.ts'

/** Every line of text among the items, in their order. */
export function textsOf(items: readonly DrawingItem[]): readonly StyledText[] {
  return items.flatMap((item): readonly StyledText[] => {
    switch (item.kind) {
      case 'group':
        return textsOf(item.items)
      case 'text': {
        const { text, weight, italic } = item
        return [{ text, weight, ...(italic && { italic }) }]
      }
      case 'path':
        return []
    }
  })
}

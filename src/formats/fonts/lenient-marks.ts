/**
 * Lets fontkit 2.0.4 place marks with fonts that leave out an anchor, as the OpenType specification allows
 * (MarkToBase attachment: offsets "may be NULL"): it throws there instead of trying the next rule, for
 * example for U+06A3 in Noto Sans Arabic.
 */
import type { Font } from 'fontkit'

/** Changes how this font places marks, and gives it back. */
export function withLenientMarks(font: Font): Font {
  const processor = font._layoutEngine.engine?.GPOSProcessor
  if (!processor) return font
  const apply = processor.applyLookup.bind(processor)
  processor.applyLookup = (type, table) => {
    try {
      return apply(type, table)
    } catch (thrown) {
      // Anchors are read before anything is moved, so the rule has done nothing.
      if (thrown instanceof TypeError) return false
      throw thrown
    }
  }
  return font
}

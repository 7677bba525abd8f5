/**
 * The parts of fontkit 2.0.4 and brotli 1.3.3 that are used here, neither of which brings types. Units are
 * font units; a variation is a font of its own.
 */
declare module 'fontkit' {
  interface PathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    readonly args: readonly number[]
  }
  interface Glyph {
    readonly id: number
    readonly advanceWidth: number
    /** What the glyph stands for; empty for further glyphs of one character. */
    readonly codePoints: readonly number[]
    readonly path: { readonly commands: readonly PathCommand[] }
  }
  interface GlyphPosition {
    readonly xAdvance: number
    readonly xOffset: number
    readonly yOffset: number
  }
  interface GlyphRun {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly GlyphPosition[]
  }
  interface Font {
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    /** Of its own; see lenient-marks.ts. */
    readonly _layoutEngine: {
      readonly engine: {
        readonly GPOSProcessor: { applyLookup(type: number, table: unknown): boolean } | null
      } | null
    }
    getGlyph(id: number): Glyph
    glyphForCodePoint(codePoint: number): Glyph
    hasGlyphForCodePoint(codePoint: number): boolean
    getVariation(settings: Readonly<Record<string, number>>): Font
    /** Glyphs in the order in which they are drawn, left to right. */
    layout(
      text: string,
      features?: readonly string[],
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl',
    ): GlyphRun
  }
  export function create(file: Uint8Array): Font
  export type { Font, Glyph, GlyphRun, PathCommand }
}

declare module 'brotli/decompress.js' {
  export default function decompress(bytes: Uint8Array): Uint8Array
}

/**
 * The colours of pictures. Light and dark have the values of the screen (src/app/styles/tokens.css; a test
 * compares them), on a page without the screen's grey ground; print is greyscale on white. Text reaches
 * 4.5:1 and lines 3:1 in all of them (WCAG 2.2, 1.4.3 and 1.4.11), and nothing is told by colour alone.
 */
import type { NodeKind, RelationKind } from '../../model/kinds.ts'
import type { Colour } from './drawing.ts'
import type { PictureTheme } from './picture.ts'

/** A colour laid over what is below it. */
export interface Tint {
  readonly colour: Colour
  /** 0 to 1. */
  readonly opacity: number
}

export interface PictureColours {
  /** What everything stands on, and what signs are filled with. */
  readonly page: Colour
  /** Text from the most to the least important. */
  readonly ink: Colour
  readonly ink2: Colour
  readonly ink3: Colour
  /** Rules between parts of the picture, decoration only. */
  readonly rule: Colour
  /** The outline of a folded section. */
  readonly outline: Colour
  /** The empty part of a bar, decoration only. */
  readonly track: Colour
  readonly support: Colour
  readonly objection: Colour
  readonly neutral: Colour
  readonly warn: Colour
  readonly kinds: Readonly<Record<NodeKind, { readonly line: Colour; readonly fill: Colour }>>
  /** Of the areas of sections, in turn. */
  readonly sections: readonly [Tint, ...Tint[]]
}

export const pictureColours: Readonly<Record<PictureTheme, PictureColours>> = {
  light: {
    page: '#ffffff',
    ink: '#1b2430',
    ink2: '#4b5766',
    ink3: '#657283',
    rule: '#dfe3e9',
    outline: '#8290a1',
    track: '#eceff3',
    support: '#00795b',
    objection: '#c04a00',
    neutral: '#5b6777',
    warn: '#8a5a00',
    kinds: {
      claim: { line: '#2c5a9c', fill: '#ffffff' },
      evidence: { line: '#0b6e69', fill: '#f2fbfa' },
      recommendation: { line: '#5a35a3', fill: '#f8f5ff' },
      counterpoint: { line: '#b23c0c', fill: '#fff6f2' },
      assumption: { line: '#7a5c00', fill: '#fffbee' },
      issue: { line: '#40505f', fill: '#eef2f6' },
      note: { line: '#6a6353', fill: '#fdf8e6' },
    },
    sections: [
      { colour: '#2c5a9c', opacity: 0.07 },
      { colour: '#0b6e69', opacity: 0.07 },
      { colour: '#7a5c00', opacity: 0.08 },
      { colour: '#5a35a3', opacity: 0.07 },
      { colour: '#b23c0c', opacity: 0.07 },
      { colour: '#40505f', opacity: 0.08 },
    ],
  },
  dark: {
    page: '#14181f',
    ink: '#eef1f5',
    ink2: '#b9c2ce',
    ink3: '#99a5b4',
    rule: '#343d4a',
    outline: '#76859a',
    track: '#2d3643',
    support: '#3fc9a2',
    objection: '#ff9250',
    neutral: '#a3b0bf',
    warn: '#f0c060',
    kinds: {
      claim: { line: '#8db8f5', fill: '#1d2836' },
      evidence: { line: '#5fd0c7', fill: '#172b2c' },
      recommendation: { line: '#c0a6ff', fill: '#282141' },
      counterpoint: { line: '#ffa27a', fill: '#352219' },
      assumption: { line: '#e5c367', fill: '#302a18' },
      issue: { line: '#b6c3d1', fill: '#27303b' },
      note: { line: '#cfc4a4', fill: '#2d2a20' },
    },
    sections: [
      { colour: '#8db8f5', opacity: 0.08 },
      { colour: '#5fd0c7', opacity: 0.08 },
      { colour: '#e5c367', opacity: 0.08 },
      { colour: '#c0a6ff', opacity: 0.09 },
      { colour: '#ffa27a', opacity: 0.08 },
      { colour: '#b6c3d1', opacity: 0.08 },
    ],
  },
  print: {
    page: '#ffffff',
    ink: '#000000',
    ink2: '#333333',
    ink3: '#545454',
    rule: '#bdbdbd',
    outline: '#4d4d4d',
    track: '#dedede',
    support: '#333333',
    objection: '#333333',
    neutral: '#5c5c5c',
    warn: '#333333',
    kinds: {
      claim: { line: '#2b2b2b', fill: '#ffffff' },
      evidence: { line: '#2b2b2b', fill: '#f4f4f4' },
      recommendation: { line: '#000000', fill: '#ececec' },
      counterpoint: { line: '#2b2b2b', fill: '#ffffff' },
      assumption: { line: '#4d4d4d', fill: '#ffffff' },
      issue: { line: '#4d4d4d', fill: '#f4f4f4' },
      note: { line: '#6b6b6b', fill: '#fafafa' },
    },
    sections: [
      { colour: '#000000', opacity: 0.05 },
      { colour: '#000000', opacity: 0.08 },
    ],
  },
}

/** The colour of a relation's line, sign and word. */
export function colourOfRelation(colours: PictureColours, kind: RelationKind): Colour {
  switch (kind) {
    case 'supports':
      return colours.support
    case 'attacks':
      return colours.objection
    case 'addresses':
    case 'restates':
      return colours.neutral
  }
}

/** The same as text, a little nearer to ink: that is read well on the tints of sections too. */
export function colourOfWord(colours: PictureColours, colour: Colour): Colour {
  return mixed(colour, colours.ink, 0.85)
}

/** Two colours mixed, with this share (0 to 1) of the first, as CSS color-mix does in sRGB. */
export function mixed(first: Colour, second: Colour, share: number): Colour {
  const channel = (from: number) =>
    Math.round(
      Number.parseInt(first.slice(from, from + 2), 16) * share +
        Number.parseInt(second.slice(from, from + 2), 16) * (1 - share),
    )
      .toString(16)
      .padStart(2, '0')
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

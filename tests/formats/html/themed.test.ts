import { describe, expect, it } from 'vitest'
import type { Colour, Drawing, DrawingItem } from '../../../src/formats/drawing/drawing.ts'
import { themedDrawing } from '../../../src/formats/html/themed.ts'

function drawing(...fills: readonly Colour[]): Drawing {
  const items = fills.map((fill): DrawingItem => ({ kind: 'path', d: 'M0 0', fill, stroke: fill }))
  return { width: 1, height: 1, title: '', description: '', items: [{ kind: 'group', role: '', items }] }
}

/** What each item is in the dark theme, by the rules. */
function inTheDark({
  drawing: { items },
  darkRules,
}: ReturnType<typeof themedDrawing>): (string | undefined)[] {
  const rules = new Map(
    [...darkRules.matchAll(/\[fill="(.*?)"\]\{fill:(.*?)\}/g)].map(([, from, to]) => [from, to]),
  )
  const [group] = items
  return (group?.kind === 'group' ? group.items : []).map((item) =>
    rules.get(item.kind === 'path' ? item.fill : ''),
  )
}

describe('themedDrawing', () => {
  it('has a rule for every colour that gives what the dark drawing has', () => {
    const themed = themedDrawing(
      drawing('#ffffff', '#000000', '#123456'),
      drawing('#111111', '#eeeeee', '#abcdef'),
    )
    expect(inTheDark(themed)).toEqual(['#111111', '#eeeeee', '#abcdef'])
    expect(themed.drawing).toEqual(drawing('#ffffff', '#000000', '#123456'))
  })

  it('tells colours apart that are one in light and two in dark', () => {
    const themed = themedDrawing(
      drawing('#ffffff', '#ffffff', '#fffffe', '#000000', '#000000', '#ffffff'),
      drawing('#111111', '#222222', '#333333', '#444444', '#555555', '#111111'),
    )
    expect(inTheDark(themed)).toEqual(['#111111', '#222222', '#333333', '#444444', '#555555', '#111111'])
  })

  it('refuses drawings of different things', () => {
    expect(() => themedDrawing(drawing('#ffffff'), drawing())).toThrow(
      'item 0 is a path in light and a nothing in dark',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenNodes } from '../../src/editor/visible.ts'
import { walk, type Arrow } from '../../src/editor/walk.ts'
import type { ArgumentGraph, ElementId } from '../../src/model/graph.ts'
import { directionNames } from '../../src/model/kinds.ts'
import { structureOf } from '../../src/model/structure.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'
import { TestEditor } from '../support/test-editor.ts'

const arrows: readonly Arrow[] = ['left', 'right', 'up', 'down']

/** Everything that arrows reach from one element. */
function reachable(of: ArgumentGraph, start: ElementId): Set<ElementId> {
  const found = new Set<ElementId>([start])
  for (const from of found) {
    for (const arrow of arrows) {
      const to = walk(of, from, arrow)
      if (to !== undefined) found.add(to)
    }
  }
  return found
}

const tree = graph`c1 supports c0; c2 supports c0; c3 supports c1; c4 supports c1; c5 supports c2; d1 supports d0`

describe('walking', () => {
  it('follows the argument: premise, conclusion, siblings', () => {
    const editor = new TestEditor(tree).press('ArrowDown')
    expect(editor.selection).toEqual(['c0'])
    expect(editor.press('ArrowDown').selection).toEqual(['c1'])
    expect(editor.press('ArrowRight').selection).toEqual(['c2'])
    expect(editor.press('ArrowDown').selection).toEqual(['c5'])
    expect(editor.press('ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight').selection).toEqual(['c4'])
    expect(editor.state.past).toEqual([])
  })

  it('goes on to the nearest cousin and the next root at the end of the siblings', () => {
    expect(walk(tree, 'c4', 'right')).toBe('c5')
    expect(walk(tree, 'c5', 'left')).toBe('c4')
    expect(walk(tree, 'c0', 'right')).toBe('d0')
    expect(walk(tree, 'c2', 'right')).toBe('d1')
  })

  it('stays where it is at the end of the map, without complaint', () => {
    const editor = new TestEditor(tree).select('d1').press('ArrowRight', 'ArrowDown')
    expect(editor.selection).toEqual(['d1'])
    expect(editor.refusal).toBeUndefined()
  })

  it.each([
    ['down', 'down'],
    ['up', 'up'],
    ['right', 'right'],
    ['left', 'left'],
  ] as const)('with grounds %s, the arrow %s leads to them', (direction, arrow) => {
    const turned = { ...tree, layout: { direction } }
    const back = { down: 'up', up: 'down', left: 'right', right: 'left' } as const
    const onwards = direction === 'down' || direction === 'up' ? 'right' : 'down'
    expect(walk(turned, 'c0', arrow)).toBe('c1')
    expect(walk(turned, 'c1', back[arrow])).toBe('c0')
    expect(walk(turned, 'c1', onwards)).toBe('c2')
  })

  it('reaches statements about an inference beside its premises, and goes back through the relation', () => {
    const undercut = graph`c1 supports c0; k1 attacks r1`
    expect(walk(undercut, 'c1', 'right')).toBe('k1')
    expect(walk(undercut, 'k1', 'up')).toBe('r1')
    expect(walk(undercut, 'r1', 'up')).toBe('c0')
    expect(walk(undercut, 'r1', 'down')).toBe('c1')
  })

  it('goes from relation to relation among those into one target', () => {
    expect(walk(tree, 'r1', 'right')).toBe('r2')
    expect(walk(tree, 'r2', 'left')).toBe('r1')
  })

  it('does not enter collapsed branches', () => {
    const collapsed = { ...tree, layout: { collapsed: ['c1'] } }
    expect(walk(collapsed, 'c1', 'down')).toBeUndefined()
    expect(walk(collapsed, 'c5', 'left')).toBeUndefined()
  })

  it('reaches what a collapsed branch shares with an open one, and leaves it when the branch is deleted', () => {
    const shared = graph`c1 supports c0; e1 supports c1; c2 supports c0; e1 supports c2`
    const collapsed = { ...shared, layout: { collapsed: ['c1'] } }
    expect([...hiddenNodes(collapsed)]).toEqual([])
    expect(walk(collapsed, 'c2', 'down')).toBe('e1')
    expect(walk(collapsed, 'r2', 'up')).toBe('c1')
    const editor = new TestEditor(collapsed).select('c1').press('Delete')
    expect(Object.keys(editor.graph.nodes)).toEqual(['c0', 'e1', 'c2'])
  })

  it('goes down to a premise that hangs elsewhere when nothing else is there', () => {
    expect(walk(graph`c1 supports c0; c1 supports c9`, 'c9', 'down')).toBe('c1')
  })

  it('reaches every visible statement from the first root, in any graph and direction', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 25 }), fc.constantFrom(...directionNames), (base, direction) => {
        const turned = { ...base, layout: { ...base.layout, direction } }
        const [root] = structureOf(turned).roots
        fc.pre(root !== undefined)
        const hidden = hiddenNodes(turned)
        const found = reachable(turned, root)
        const visible = Object.keys(turned.nodes).filter((id) => !hidden.has(id))
        expect(visible.filter((id) => !found.has(id))).toEqual([])
        expect([...found].filter((id) => hidden.has(id))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('going further', () => {
  it('Home and End lead to the first and last root', () => {
    const editor = new TestEditor(tree)
    expect(editor.press('End').selection).toEqual(['d0'])
    expect(editor.press('Home').selection).toEqual(['c0'])
  })

  it('R leads to the relation to the conclusion, and on through the others', () => {
    const editor = new TestEditor(graph`c1 supports c0; c1 attacks c9`).select('c1')
    expect(editor.press('r').selection).toEqual(['r1'])
    expect(editor.press('r').selection).toEqual(['r2'])
    expect(editor.press('r').selection).toEqual(['r1'])
    expect(editor.select('c0').press('r').refusal).toContain('press L to connect it')
  })

  it('with Ctrl and Shift the arrows extend the selection', () => {
    const editor = new TestEditor(tree).select('c1').press('$mod+Shift+ArrowRight', '$mod+Shift+ArrowDown')
    expect(editor.selection).toEqual(['c1', 'c2', 'c5'])
    editor.press('$mod+Shift+ArrowUp')
    expect(editor.selection).toEqual(['c1', 'c5', 'c2'])
  })

  it('in an empty map is refused with a way out', () => {
    for (const key of ['ArrowDown', 'Home', 'End', 'r', '$mod+a', '1', '2']) {
      expect(new TestEditor().press(key).refusal).toContain('press Enter to add the first statement')
    }
  })
})

describe('selecting several', () => {
  it('takes all that is visible, a branch, a kind, or nothing', () => {
    const editor = new TestEditor({ ...tree, layout: { collapsed: ['c1'] } }).press('$mod+a')
    expect(editor.selection).toEqual(['c1', 'c0', 'c2', 'c5', 'd1', 'd0'])
    expect(editor.select('c2').press('Shift+b').selection).toEqual(['c5', 'c2'])
    expect(new TestEditor(graph`c1; e1; e2`).select('e1').run('edit.select-same-kind').selection).toEqual([
      'e1',
      'e2',
    ])
    expect(editor.press('Shift+a').selection).toEqual([])
  })
})

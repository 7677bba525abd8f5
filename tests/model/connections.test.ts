import { describe, expect, it } from 'vitest'
import { legalKinds, refusalToConnect, type WishedRelation } from '../../src/model/connections.ts'
import { nodeKindNames, relationKindNames, relationKinds } from '../../src/model/kinds.ts'
import { graph, parseGraph } from '../support/graph-builder.ts'

const map = graph`
  e1 supports c1
  k1 attacks r1
  e2, a1 support c1
  p1 addresses i1
  c2 restates c1
  n1; c3; k2; i2; p2`

function reason(wish: WishedRelation): string | undefined {
  return refusalToConnect(map, wish)?.reason
}

describe('refusalToConnect', () => {
  it('lets every kind join exactly the kinds of its table', () => {
    for (const kind of relationKindNames) {
      const { from, to }: { from: readonly string[]; to: readonly string[] } = relationKinds[kind]
      for (const source of nodeKindNames) {
        for (const target of nodeKindNames) {
          const two = parseGraph(`x:${source}; y:${target}`)
          const refused = refusalToConnect(two, { kind, from: ['x'], to: 'y' }) !== undefined
          expect([kind, source, target, refused]).toEqual([
            kind,
            source,
            target,
            !(from.includes(source) && to.includes(target)),
          ])
        }
      }
    }
  })

  it('says in one sentence why not and what can be done instead', () => {
    expect(reason({ kind: 'supports', from: ['n1'], to: 'c1' })).toBe(
      'A note cannot support anything, because notes are not evaluated; turn it into a claim first.',
    )
    expect(reason({ kind: 'supports', from: ['p1'], to: 'i2' })).toBe(
      'An issue cannot be supported, because issues are not evaluated; let it address the issue instead.',
    )
    expect(reason({ kind: 'supports', from: ['c3'], to: 'i1' })).toBe(
      'An issue cannot be supported, because issues are not evaluated; turn it into a claim first.',
    )
    expect(reason({ kind: 'addresses', from: ['c3'], to: 'i1' })).toBe(
      'Only a recommendation can address something; turn the claim into a recommendation first.',
    )
    expect(reason({ kind: 'addresses', from: ['p1'], to: 'c1' })).toBe(
      'Only an issue can be addressed; let it support, attack or restate the claim instead.',
    )
  })

  it('lets supports and attacks point at supports and attacks only', () => {
    expect(reason({ kind: 'attacks', from: ['k2'], to: 'r1' })).toBeUndefined()
    expect(reason({ kind: 'supports', from: ['e1'], to: 'r2' })).toBeUndefined()
    expect(reason({ kind: 'attacks', from: ['k2'], to: 'r4' })).toBe(
      'A relation that addresses cannot be attacked, because it is not evaluated; choose the statement at one of its ends instead.',
    )
    expect(reason({ kind: 'restates', from: ['c3'], to: 'r1' })).toBe(
      'A relation cannot be restated, only a statement can; support or attack the relation instead.',
    )
    expect(reason({ kind: 'addresses', from: ['p1'], to: 'r1' })).toContain('only an issue can')
  })

  it('refuses circles of relation targets, also through several', () => {
    const chain = graph`e1 supports c1; k1 attacks r1; k2 attacks r2; k3 attacks r3`
    const circle =
      'This would make relations point at each other in a circle; choose a statement as the target instead.'
    for (const to of ['r1', 'r2', 'r4']) {
      expect(refusalToConnect(chain, { kind: 'supports', from: ['e1'], to, ignoring: 'r1' })?.reason).toBe(
        circle,
      )
    }
    expect(
      refusalToConnect(chain, { kind: 'attacks', from: ['k3'], to: 'r1', ignoring: 'r4' }),
    ).toBeUndefined()
  })

  it('refuses a relation from a statement to itself', () => {
    expect(reason({ kind: 'supports', from: ['c1'], to: 'c1' })).toBe(
      'A statement cannot support itself; choose another statement, or add a new one.',
    )
    expect(reason({ kind: 'attacks', from: ['e1', 'c1'], to: 'c1' })).toContain('cannot attack itself')
  })

  it('refuses what another relation says already, whatever the order of the premises', () => {
    expect(reason({ kind: 'supports', from: ['e1'], to: 'c1' })).toBe(
      '“e1” already supports this; change that relation, or choose another target.',
    )
    expect(reason({ kind: 'supports', from: ['a1', 'e2'], to: 'c1' })).toBe(
      'The same statements already together support this; change that relation, or choose another target.',
    )
    expect(reason({ kind: 'attacks', from: ['e1'], to: 'c1' })).toBeUndefined()
    expect(reason({ kind: 'supports', from: ['e2'], to: 'c1' })).toBeUndefined()
    expect(reason({ kind: 'supports', from: ['e1'], to: 'c1', ignoring: 'r1' })).toBeUndefined()
  })

  it('refuses a premise that is already linked', () => {
    expect(reason({ kind: 'supports', from: ['e2', 'a1', 'e2'], to: 'c1', ignoring: 'r3' })).toBe(
      '“e2” is already a premise of this relation; choose another statement.',
    )
  })

  it('links several premises only where the kind allows it', () => {
    expect(reason({ kind: 'restates', from: ['c2', 'c3'], to: 'k1' })).toBe(
      'Only a relation that supports or attacks can have several premises; let each statement restate the target by itself.',
    )
    expect(reason({ kind: 'supports', from: [], to: 'c1' })).toContain('needs a premise')
  })

  it('refuses ends that are no statement on the map', () => {
    expect(reason({ kind: 'supports', from: ['r1'], to: 'c1' })).toContain('A relation cannot be a premise')
    for (const gone of ['gone', '__proto__', 'toString']) {
      expect(reason({ kind: 'supports', from: [gone], to: 'c1' })).toContain('no longer on the map')
      expect(reason({ kind: 'supports', from: ['c1'], to: gone })).toContain('no longer on the map')
    }
  })

  it('never refuses without naming a way out', () => {
    const elements = [...Object.keys(map.nodes), ...Object.keys(map.relations)]
    const said = relationKindNames.flatMap((kind) =>
      Object.keys(map.nodes).flatMap((source) =>
        elements.flatMap((to) => reason({ kind, from: [source], to }) ?? []),
      ),
    )
    expect(said.length).toBeGreaterThan(200)
    expect(
      said.filter((one) => !/^[A-Z“].*[;,].*(turn|let|choose|change|support|add) .*\.$/.test(one)),
    ).toEqual([])
  })
})

describe('legalKinds', () => {
  it('lists what could be drawn between two elements', () => {
    expect(legalKinds(map, 'p1', 'i2')).toEqual(['addresses'])
    expect(legalKinds(map, 'p2', 'c1')).toEqual(['supports', 'attacks', 'restates'])
    expect(legalKinds(map, 'k2', 'r1')).toEqual(['supports', 'attacks'])
    expect(legalKinds(map, 'e1', 'c1')).toEqual(['attacks', 'restates'])
    expect(legalKinds(map, 'n1', 'c1')).toEqual([])
    expect(legalKinds(map, 'r1', 'c1')).toEqual([])
  })
})

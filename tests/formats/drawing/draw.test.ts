import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawGraph, sceneOfPicture } from '../../../src/formats/drawing/draw.ts'
import type { GroupItem } from '../../../src/formats/drawing/drawing.ts'
import { usualPicture, type PictureOptions } from '../../../src/formats/drawing/picture.ts'
import { wordOfRelation } from '../../../src/formats/drawing/relation.ts'
import { nodeAt, type ArgumentGraph } from '../../../src/model/graph.ts'
import { foldedGraph } from '../../../src/model/fold.ts'
import { nodeKinds } from '../../../src/model/kinds.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { groupsOf, itemsOf, placedItems, textsOf } from '../../support/drawn.ts'
import { graph } from '../../support/graph-builder.ts'
import { openGraph } from '../../support/read-graph.ts'

const measurer = createInterMeasurer()
const everything: PictureOptions = { ...usualPicture, evaluation: true, legend: true, sources: true }

function draw(document: ArgumentGraph, options: Partial<PictureOptions> = {}) {
  return drawGraph(document, { ...usualPicture, ...options }, { measurer })
}

/** Groups of the map alone: the legend has samples with the same roles. */
function mapOf(document: ArgumentGraph, options: Partial<PictureOptions> = {}): GroupItem[] {
  return groupsOf({
    items: draw(document, options).items.filter((item) => item.kind === 'group' && item.role === 'map'),
  })
}

function example(name: string): ArgumentGraph {
  return openGraph(readFileSync(new URL(`../../../graphs/${name}.json`, import.meta.url), 'utf8'))
}

const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '')

const debate = graph`c1 supports p1; e1, a1 support c1; k1 attacks r2; c2 attacks k1; e2 supports r3; p1 addresses i1; c3 restates c1`

describe('the drawing of a map', () => {
  it('has every visible statement’s whole text, word of its kind and outline, under its id', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 16 }), (document) => {
        const scene = sceneOfPicture(document, usualPicture, measurer)
        const groups = new Map(
          mapOf(document).flatMap((group) =>
            group.role.startsWith('node ') && group.element !== undefined ? [[group.element, group]] : [],
          ),
        )
        expect([...groups.keys()].toSorted()).toEqual(scene.nodes.map(({ id }) => id).toSorted())
        for (const [id, group] of groups) {
          const node = nodeAt(document, id)
          const texts = textsOf(group)
          const words = texts.filter(({ size }) => size === 14).map(({ text }) => text)
          expect(withoutSpace(words.join(''))).toBe(withoutSpace(node?.text ?? ''))
          expect(texts[0]?.text.toLowerCase()).toBe(nodeKinds[node?.kind ?? 'claim'].label)
          expect(group.role).toBe(`node ${node?.kind}`)
          expect(itemsOf(group)[0]).toMatchObject({ kind: 'path', stroke: expect.any(String) as string })
        }
      }),
    )
  })

  it('has, for every visible relation, a line for each of its paths, one arrowhead and one word', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 16 }), (document) => {
        const { paths } = sceneOfPicture(document, usualPicture, measurer)
        const groups = mapOf(document)
        for (const id of new Set(paths.map((path) => path.id))) {
          const relation = document.relations[id]!
          const own = groups.filter(({ element }) => element === id)
          expect(own.map(({ role }) => role)).toEqual([`relation ${relation.kind}`, `mark ${relation.kind}`])
          const drawn = itemsOf(own[0]!)
          expect(drawn.filter((item) => item.kind === 'path' && item.stroke)).toHaveLength(
            paths.filter((path) => path.id === id).length,
          )
          expect(drawn.filter((item) => item.kind === 'path' && item.fill)).toHaveLength(1)
          expect(textsOf(own[1]!).map(({ text }) => text)).toEqual([wordOfRelation(document, relation)])
        }
      }),
    )
  })

  it('has nothing outside itself', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 16 }), fc.boolean(), (document, evaluation) => {
        const drawing = draw(document, { ...everything, evaluation })
        for (const { item, x, y } of placedItems(drawing)) {
          const [left, top] =
            item.kind === 'text'
              ? [item.x, item.y]
              : (/^M(\S+) (\S+?)(?=[a-zA-Z]|$)/.exec(item.d) ?? []).slice(1).map(Number)
          expect(x + (left ?? NaN)).toBeGreaterThanOrEqual(0)
          expect(x + (left ?? NaN)).toBeLessThanOrEqual(drawing.width)
          expect(y + (top ?? NaN)).toBeGreaterThanOrEqual(0)
          expect(y + (top ?? NaN)).toBeLessThanOrEqual(drawing.height)
        }
      }),
    )
  })

  it('is the same for the same arguments', () => {
    const drawing = draw(debate, everything)
    expect(drawGraph(structuredClone(debate), everything, { measurer: createInterMeasurer() })).toEqual(
      drawing,
    )
  })

  it('takes over a scene that is at hand', () => {
    const scene = sceneOfPicture(debate, usualPicture, measurer)
    const moved = { ...scene, nodes: scene.nodes.map((box) => ({ ...box, x: box.x + 1000 })) }
    const drawing = drawGraph(debate, usualPicture, { measurer, scene: moved })
    expect(drawing.width).toBeGreaterThan(draw(debate).width + 500)
  })

  it('names statements and relations for people who cannot see them', () => {
    const titles = mapOf(debate).flatMap(({ title }) => title ?? [])
    expect(titles).toContain('Claim: c1')
    expect(titles).toContain('Support: “c1” for “p1”')
    expect(titles).toContain('Objection: “c2” against “k1”')
    expect(draw(debate).description).toBe('Argument map of 9 statements and 7 relations.')
  })

  it('tells what relations do to statements and to steps, and how directly', () => {
    const relation = { kind: 'attacks', from: ['k1'], to: 'c1' } as const
    expect(wordOfRelation(debate, relation)).toBe('attacks')
    expect(wordOfRelation(debate, { ...relation, weight: 'strong' })).toBe('attacks')
    expect(wordOfRelation(debate, { ...relation, weight: 'weak' })).toBe('weakly attacks')
    expect(wordOfRelation(debate, { ...relation, to: 'r1', weight: 'partial' })).toBe('partly undercuts')
    expect(wordOfRelation(debate, { ...relation, kind: 'supports', to: 'r1' })).toBe('backs')
  })

  it('draws each kind of line with dashes of its own', () => {
    const dashes = new Map(
      mapOf(debate)
        .filter(({ role }) => role.startsWith('relation '))
        .map((group) => {
          const [line] = itemsOf(group)
          return [group.role, JSON.stringify(line?.kind === 'path' ? line.dash : undefined)]
        }),
    )
    expect(dashes.size).toBe(4)
    expect(new Set(dashes.values()).size).toBe(4)
  })

  it('covers no statement and no other word with the word of a relation in the examples', () => {
    for (const name of ['belt-and-road', 'belt-and-road-debated', 'class-debate', 'policy-options']) {
      for (const direction of ['down', 'right'] as const) {
        const document = { ...example(name), layout: { direction } }
        const map = draw(document).items.find((item) => item.kind === 'group' && item.role === 'map')
        const marks = groupsOf({ items: map ? [map] : [] }).filter(({ role }) => role.startsWith('mark '))
        const words = marks.flatMap((mark) =>
          textsOf(mark).map(({ text, x, y, size, weight }) => ({
            x,
            y: y - size,
            width: measurer.widthOf(text, { size, weight: weight === 700 ? 600 : weight }),
            height: size,
          })),
        )
        const boxes = sceneOfPicture(document, usualPicture, measurer).nodes
        const overlapping = words.filter((word, index) =>
          [...boxes, ...words.slice(index + 1)].some(
            (other) =>
              word.x < other.x + other.width &&
              other.x < word.x + word.width &&
              word.y < other.y + other.height &&
              other.y < word.y + word.height,
          ),
        )
        expect(overlapping, `${name} ${direction}`).toEqual([])
      }
    }
  })

  it('lets lines of Hebrew and Arabic run from the right', () => {
    const document = {
      ...debate,
      nodes: { c1: { kind: 'claim', text: '12 % – الطرق تخفض تكاليف التجارة' } as const },
      relations: {},
    }
    const line = textsOf({ items: mapOf(document) }).find(({ text }) => text.includes('الطرق'))
    const scene = sceneOfPicture(document, usualPicture, measurer)
    expect(line).toMatchObject({ direction: 'rtl', x: scene.nodes[0]!.width - 12 })
  })

  it('shows an empty document as its title alone', () => {
    const empty = { ...debate, nodes: {}, relations: {}, title: 'Nothing yet' }
    expect(textsOf(draw(empty, everything)).map(({ text }) => text)).toContain('Nothing yet')
    const bare = draw(empty, { title: false })
    expect(bare.items).toEqual([])
    expect(bare.width).toBeGreaterThan(0)
  })
})

describe('what is drawn around and on the map', () => {
  it('is a background of the theme, or none', () => {
    expect(draw(debate).background).toBe('#ffffff')
    expect(draw(debate, { theme: 'dark' }).background).toBe('#14181f')
    expect(draw(debate, { transparent: true })).not.toHaveProperty('background')
  })

  it('is the title with the part that is shown', () => {
    const titled = { ...debate, title: 'Bus lanes', description: 'All of it.' }
    const branch = draw(titled, { what: { part: 'branch', node: 'c1' } })
    expect(branch.title).toBe('Bus lanes – Branch of the claim: c1')
    expect(
      textsOf(branch)
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(['Bus lanes', 'Branch of the claim: c1'])
    // What is said of the whole may not be true of a part.
    expect(textsOf(branch).map(({ text }) => text)).not.toContain('All of it.')
    expect(textsOf(draw(titled)).map(({ text }) => text)).toContain('All of it.')
    expect(textsOf(draw(titled, { title: false })).map(({ text }) => text)).not.toContain('Bus lanes')
  })

  it('is a legend of the kinds that occur and no others', () => {
    const legend = draw(debate, { legend: true }).items.find(
      (item) => item.kind === 'group' && item.role === 'legend',
    )
    const words = textsOf({ items: legend ? [legend] : [] }).map(({ text }) => text)
    const statements = ['Claim', 'Evidence', 'Recommendation', 'Counterpoint', 'Assumption', 'Issue']
    const relations = ['Supports', 'Backs a step', 'Attacks', 'Undercuts a step', 'Addresses', 'Restates']
    expect(words).toEqual(['Statements', ...statements, 'Relations', ...relations, 'Linked premises'])
  })

  it('is the list of the sources of what is drawn, with their numbers in the heads', () => {
    const sources = {
      a: { type: 'report', title: 'Never cited' },
      b: { type: 'report', title: 'Bus lanes', DOI: '10.1000/xyz123' },
    }
    const nodes = {
      ...debate.nodes,
      e1: { kind: 'evidence', text: 'Delay fell.', excerpts: [{ source: 'b', locator: '3 ¶2' }] } as const,
    }
    const drawing = draw({ ...debate, sources, nodes }, { sources: true })
    const texts = textsOf(drawing).map(({ text }) => text)
    expect(texts).toContain('[1] 3 ¶2')
    expect(texts.join(' ')).toContain('Bus lanes (n.d.).')
    expect(texts.join(' ')).not.toContain('Never cited')
    expect(textsOf(drawing).find(({ link }) => link)?.link).toBe('https://doi.org/10.1000/xyz123')
    expect(textsOf(draw({ ...debate, sources, nodes })).map(({ text }) => text)).toContain('3 ¶2')
  })

  it('is how statements stand, with a sign, a word and two bars, when that is asked for', () => {
    const group = mapOf(debate, { evaluation: true }).find(({ element }) => element === 'c1')!
    expect(textsOf(group).map(({ text }) => text)).toContain('does not hold')
    expect(group.description).toContain('Support ')
    const plain = mapOf(debate).find(({ element }) => element === 'c1')!
    expect(textsOf(plain).map(({ text }) => text)).not.toContain('does not hold')
  })

  it('is the evaluation of the whole document, also around a part of it', () => {
    const document = graph`e1 supports c1; k1 attacks c1`
    const branch = { what: { part: 'selection', ids: ['e1', 'c1'] }, evaluation: true } as const
    const group = mapOf(document, branch).find(({ element }) => element === 'c1')!
    expect(textsOf(group).map(({ text }) => text)).toContain('does not hold')
    const given = drawGraph(
      document,
      { ...usualPicture, ...branch },
      { measurer, evaluation: evaluate(graph`e1 supports c1`) },
    )
    expect(textsOf(given).map(({ text }) => text)).toContain('holds')
  })

  it('says which supports are not counted because they only go round in circles', () => {
    const circle = graph`c1 supports c2; c2 supports c1`
    const words = textsOf(draw(circle, { evaluation: true })).map(({ text }) => text)
    expect(words.filter((word) => word === 'supports (not counted)')).toHaveLength(2)
  })

  it('is what a collapsed branch hides', () => {
    const collapsed = { ...debate, layout: { collapsed: ['c1'] } }
    const group = mapOf(collapsed).find(({ element }) => element === 'c1')!
    expect(textsOf(group).map(({ text }) => text)).toContain('6 hidden: 4 for, 2 against')
  })

  it('is the areas of sections with their titles, and boxes for folded ones', () => {
    const sections = { s: { title: 'Costs' }, t: { title: 'Gains' } }
    const nodes = {
      ...debate.nodes,
      e1: { kind: 'evidence', text: 'e1', section: 's' } as const,
      c2: { kind: 'claim', text: 'c2', section: 't' } as const,
    }
    const document = { ...debate, sections, nodes, layout: { sections: true, folded: ['t'] } }
    const groups = mapOf(document)
    const frame = groups.find(({ role }) => role === 'frame')!
    expect([frame.element, frame.title]).toEqual(['s', 'Section: Costs'])
    expect(textsOf(frame).map(({ text }) => text)).toEqual(['Costs'])
    const fold = groups.find(({ role }) => role === 'fold')!
    expect([fold.element, fold.title]).toEqual(['t', 'Folded section: Gains'])
    expect(textsOf(fold).map(({ text }) => text)).toEqual(['Section', 'Gains', '1 claim, no open objection'])
    expect(groups.map(({ element }) => element)).not.toContain('c2')
    expect(
      Object.keys(foldedGraph(document).relations).every((id) =>
        groups.some(({ element }) => element === id),
      ),
    ).toBe(true)
  })
})

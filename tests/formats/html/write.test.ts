import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { root } from '../../../src/dev/root.mjs'
import { viewerModule } from '../../../src/dev/viewer.mjs'
import { usualPicture } from '../../../src/formats/drawing/picture.ts'
import type { EmbeddedFace } from '../../../src/formats/fonts/embedded-faces.ts'
import { writeHtml, type HtmlOptions } from '../../../src/formats/html/write.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import { tagAfter, type Tag } from '../../../src/formats/tags.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'

const measurer = createInterMeasurer()

function pageOf(document: ArgumentGraph, options: Partial<HtmlOptions> = {}): string {
  return writeHtml(document, { picture: usualPicture, ...options }, { measurer })
}

/** Every tag of the page; what scripts and styles hold is none. */
function tagsOf(html: string): Tag[] {
  const tags: Tag[] = []
  for (let tag = tagAfter(html, 0); tag;) {
    tags.push(tag)
    const end =
      tag.name === 'script' || tag.name === 'style' ? html.indexOf(`</${tag.name}`, tag.end) : tag.end
    tag = tagAfter(html, end)
  }
  return tags
}

const countOf = (tags: readonly Tag[], name: string) => tags.filter((tag) => tag.name === name).length

/** Everything that could become markup, script or a way out in one place or another. */
const hostile = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!--<script>',
  ']]><b>',
  '&lt;b&gt; &#60;b>',
  '</style><style>*{display:none}',
  '\u0000\u2028\ud800',
]

function hostileGraph(text: string): ArgumentGraph {
  const plain = graph`e1 supports c1; k1 attacks c1`
  return {
    ...plain,
    title: text,
    description: text,
    sources: {
      s1: { type: 'webpage', title: text, URL: 'javascript:alert(1)' },
      s2: { type: 'book', title: 'B', URL: 'https://example.org/?a=1&b="2"' },
    },
    sections: { s: { title: text } },
    nodes: {
      ...plain.nodes,
      c1: {
        kind: 'claim',
        text,
        note: text,
        tags: [text],
        section: 's',
        excerpts: [{ source: 's1', locator: text, quote: text }],
      },
    },
    relations: Object.fromEntries(
      Object.entries(plain.relations).map(([id, relation]) => [
        id,
        { ...relation, warrant: text, scheme: text },
      ]),
    ),
    layout: { sections: true },
  }
}

describe('writeHtml', () => {
  it('makes markup from no text, wherever it stands', () => {
    const shape = (text: string) =>
      tagsOf(pageOf(hostileGraph(text), { document: writeGraph(hostileGraph(text)) }))
        .map(({ name, attributes }) => [name, ...attributes.keys()].join(' '))
        .filter((tag) => !/^(path|text|g|tspan)\b/.test(tag))
    const expected = shape('plain')
    for (const text of hostile) expect(shape(text)).toEqual(expected)
  })

  it('has no attribute that runs anything and links only where one may go', () => {
    for (const text of hostile) {
      for (const { attributes } of tagsOf(pageOf(hostileGraph(text)))) {
        for (const [name, value] of attributes) {
          expect(name).not.toMatch(/^(on|style|src|action)/)
          expect(name === 'href' ? value : '#').toMatch(/^(#|https?:|mailto:)/)
        }
      }
    }
    expect(pageOf(hostileGraph('x'))).toContain('href="https://example.org/?a=1&amp;b=%222%22"')
    expect(pageOf(hostileGraph('x'))).not.toContain('href="javascript')
  })

  it('allows its own script and style by their hashes, and nothing else', () => {
    const html = pageOf(graph`e1 supports c1`, { document: '{}' })
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    const hashOf = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const [, style] = /<style>([^]*?)<\/style>/.exec(html) ?? []
    const scripts = Array.from(html.matchAll(/<script>([^]*?)<\/script>/g), ([, script]) => hashOf(script))
    expect(scripts).toHaveLength(2)
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${scripts.join(' ')}`,
      `style-src ${hashOf(style)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'))
  })

  it('allows fonts only where it carries some', () => {
    const face: EmbeddedFace = {
      family: 'Inter',
      weight: '500',
      style: 'normal',
      mediaType: 'font/ttf',
      format: 'truetype',
      base64: 'AAAA',
      unicodeRange: 'U+41-5a',
    }
    const html = pageOf(graph`e1 supports c1`, { fonts: [face] })
    expect(html).toMatch(/Content-Security-Policy" content="[^"]*; font-src data:;/)
    expect(html).toContain('url(data:font/ttf;base64,AAAA)')
  })

  it('names nothing that could be loaded', () => {
    const html = pageOf(graph`e1 supports c1`)
    expect(html).not.toMatch(/<link|<iframe|<img|url\(|@import|\bsrc=/)
  })

  it('has an article and a row for each statement, with its whole text', () => {
    fc.assert(
      fc.property(arbitraryGraph({ minNodes: 1, maxNodes: 12 }), (document) => {
        const html = pageOf(document)
        const tags = tagsOf(html)
        const articles = tags
          .filter(({ name }) => name === 'article')
          .map(({ attributes }) => attributes.get('data-id') ?? '')
        expect(articles.toSorted()).toEqual(Object.keys(document.nodes).toSorted())
        const rows = tags.filter(({ attributes }) => attributes.get('role') === 'treeitem')
        expect(new Set(rows.map(({ attributes }) => attributes.get('data-id')))).toEqual(
          new Set(Object.keys(document.nodes)),
        )
        const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 60 },
    )
  })

  it('draws what is collapsed in the document, for the page to unfold', () => {
    const document = { ...graph`c1 supports p1; e1 supports c1`, layout: { collapsed: ['c1'] } }
    const html = pageOf(document)
    expect(html).toMatch(/data-id="e1"[^>]* class="node|class="node[^"]*" data-id="e1"/)
    expect(html).toContain('"collapsed":["c1"]')
  })

  it('shows only the part that was asked for', () => {
    const html = pageOf(graph`c1 supports p1; e1 supports c1; c2 supports p1`, {
      picture: { ...usualPicture, what: { part: 'branch', node: 'c1' } },
    })
    expect(html).toContain('id="s-e1"')
    expect(html).not.toContain('id="s-p1"')
    expect(html).not.toContain('"c2"')
  })

  it('holds the document only when asked to', () => {
    const document = graph`e1 supports c1`
    expect(pageOf(document)).not.toContain('counterpoint-document"')
    expect(countOf(tagsOf(pageOf(document, { document: writeGraph(document) })), 'script')).toBe(4)
  })

  it('is the same page for the same document, also of nothing', () => {
    const document = graph`e1 supports c1`
    expect(pageOf(document)).toBe(pageOf(document))
    expect(pageOf({ ...document, nodes: {}, relations: {} })).toContain('An argument map of nothing yet.')
  })
})

describe('the generated viewer', () => {
  it('is what its sources make', async () => {
    const text = readFileSync(join(root, 'src/formats/html/viewer.generated.ts'), 'utf8')
    expect(text).toBe(await viewerModule())
  })
})

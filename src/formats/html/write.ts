/**
 * A map as one web page that needs nothing else: the picture, an outline and everything there is to read,
 * with a small program to move, fold and search (src/viewer). Opens from a file, offline, under a policy that
 * allows its own script and style by their hashes and nothing else. Without scripts it is all there to read.
 */
import { nodeAt, type ArgumentGraph } from '../../model/graph.ts'
import { countOfElements } from '../../model/naming.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { structureOf } from '../../model/structure.ts'
import { evaluate } from '../../reasoning/evaluate.ts'
import { drawGraph, sceneOfPicture, type DrawContext } from '../drawing/draw.ts'
import { graphOfPart, wordsOfPart } from '../drawing/part.ts'
import type { PictureOptions } from '../drawing/picture.ts'
import { documentScriptId } from '../embedded.ts'
import type { EmbeddedFace } from '../fonts/embedded-faces.ts'
import { fontFace, writeSvg } from '../svg/write.ts'
import { xmlText } from '../svg/xml.ts'
import { articleOf, sourcesOf } from './article.ts'
import { outlineRows, type OutlineRow } from './outline.ts'
import { sha256 } from './sha256.ts'
import { themedDrawing, type ThemedDrawing } from './themed.ts'
import { viewerScript, viewerStyle } from './viewer.generated.ts'

export interface HtmlOptions {
  /** Title, sources and background are the page's own, whatever these say; print stays grey, the other themes follow the reader's. */
  readonly picture: PictureOptions
  /** Text of the document, to travel inside. */
  readonly document?: string
  /** Of what the picture shows; the words around it are in the reader's own font. */
  readonly fonts?: readonly EmbeddedFace[]
}

/** The picture of a page: everything of the part, unfolded, in the reader's theme. */
export interface PageDrawing extends ThemedDrawing {
  readonly part: ArgumentGraph
}

/** Draws what a page shows, for a caller who wants the fonts of it before writing. */
export function drawPage(graph: ArgumentGraph, picture: PictureOptions, context: PageContext): PageDrawing {
  const part = graphOfPart(graph, picture.what)
  const options: PictureOptions = {
    ...picture,
    what: { part: 'all' },
    title: false,
    sources: false,
    transparent: true,
  }
  const open = unfolded(part)
  const scene = sceneOfPicture(open, options, context.measurer)
  const draw = (theme: PictureOptions['theme']) =>
    drawGraph(open, { ...options, theme }, { ...context, scene })
  return picture.theme === 'print'
    ? { part, drawing: draw('print'), darkRules: '' }
    : { part, ...themedDrawing(draw('light'), draw('dark')) }
}

type PageContext = Pick<DrawContext, 'measurer' | 'evaluation'>

/** The whole page, ending with a line feed. The same arguments give the same bytes. */
export function writeHtml(
  graph: ArgumentGraph,
  { picture, document, fonts = [] }: HtmlOptions,
  context: PageContext,
): string {
  const evaluation = picture.evaluation ? (context.evaluation ?? evaluate(graph)) : undefined
  const drawn = drawPage(graph, picture, { ...context, ...(evaluation && { evaluation }) })
  const { part, darkRules } = drawn
  const svg = writeSvg(drawn.drawing, { inPage: true, fonts })
  const style = [
    viewerStyle,
    ...fonts.map(fontFace),
    ...(darkRules === '' ? [] : [`@media screen and (prefers-color-scheme: dark){\n${darkRules}\n}`]),
  ].join('\n')
  const ids = Object.keys(part.nodes)
  const title = [part.title.trim() || 'Untitled argument', wordsOfPart(graph, picture.what)]
    .filter(Boolean)
    .join(' – ')
  const articles = outlineOrder(part).map((id) => articleOf(id, { graph: part, evaluation }))
  return `${[
    '<!doctype html>',
    `<html lang="en"${picture.theme === 'print' ? ' class="paper"' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(style, fonts.length > 0)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Counterpoint">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${xmlText(title)}</title>`,
    `<style>${style}</style>`,
    `<script>${earlyScript}</script>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#reader">To the text</a>',
    header(title),
    views,
    `<nav id="outline" aria-label="Outline">\n${foldTools}\n<ul id="tree" role="tree" aria-label="Statements">`,
    ...outlineRows(part).map((row) => rowMarkup(part, row)),
    '</ul>\n</nav>',
    `<div class="pane">\n<div id="map" tabindex="0" role="application" aria-label="Map" aria-describedby="map-keys">\n${svg}</div>\n${zoomTools}\n</div>`,
    '<main id="reader" tabindex="-1" aria-label="Reading pane">',
    '<p class="tools" id="to-about"><a href="#about">About this map</a></p>',
    about(part, title, ids.length),
    ...articles,
    '</main>',
    data('counterpoint-structure', JSON.stringify(structureFor(part))),
    ...(document === undefined ? [] : [data(documentScriptId, document)]),
    `<script>${viewerScript}</script>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`
}

/** What is collapsed in the document is drawn, so that the page can unfold it. */
function unfolded(graph: ArgumentGraph): ArgumentGraph {
  if (!graph.layout) return graph
  const { collapsed: _, folded: __, ...layout } = graph.layout
  return { ...graph, layout }
}

/** Tells the style sheet before anything is laid out that the page's program will run. */
const earlyScript = "document.documentElement.classList.add('js')"

/** Images only as data, though there are none yet: nothing may ever be fetched. */
function policy(style: string, hasFonts: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${sha256(earlyScript)}' 'sha256-${sha256(viewerScript)}'`,
    `style-src 'sha256-${sha256(style)}'`,
    'img-src data:',
    ...(hasFonts ? ['font-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** No text can end the element, since JSON has "<" only in its strings. */
function data(id: string, json: string): string {
  return `<script type="application/json" id="${id}">${json.replaceAll('<', '\\u003c')}</script>`
}

function header(title: string): string {
  return [
    '<header>',
    `<h1 dir="auto">${xmlText(title)}</h1>`,
    '<div class="tools"><p id="status" class="small" role="status"></p><input id="search" type="search" placeholder="Search" aria-label="Search statements, notes and sources" title="Enter goes from one to the next"></div>',
    '</header>',
  ].join('\n')
}

const views = [
  '<div class="views" role="group" aria-label="View">',
  '<button type="button" data-view-button="map" aria-pressed="true">Map</button>',
  '<button type="button" data-view-button="outline" aria-pressed="false">Outline</button>',
  '<button type="button" data-view-button="read" aria-pressed="false">Read</button>',
  '</div>',
].join('\n')

const foldTools =
  '<div class="tools"><button type="button" id="expand-all">Expand all</button><button type="button" id="collapse-all">Collapse all</button></div>'

const zoomTools = [
  '<div class="tools zooms" role="group" aria-label="Zoom">',
  '<button type="button" id="zoom-in" aria-label="Zoom in">+</button>',
  '<button type="button" id="zoom-out" aria-label="Zoom out">−</button>',
  '<button type="button" id="zoom-fit">Fit</button>',
  '</div>',
].join('\n')

const help =
  'Drag or scroll to move, Ctrl and wheel, two fingers, or + and − to zoom, 1 to see everything. In the map arrow keys walk along the argument, Space collapses and expands, Enter reads on, Esc goes back. / searches.'

function about(graph: ArgumentGraph, title: string, count: number): string {
  const ids = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
  return [
    '<section id="about" aria-labelledby="about-title">',
    `<h2 id="about-title" dir="auto">${xmlText(title)}</h2>`,
    graph.description === undefined ? '' : `<p class="text" dir="auto">${xmlText(graph.description)}</p>`,
    `<p>An argument map of ${count === 0 ? 'nothing yet' : countOfElements(graph, ids)}.</p>`,
    sourcesOf(graph),
    `<p class="tools small" id="map-keys">${xmlText(help)}</p>`,
    '</section>',
  ]
    .filter(Boolean)
    .join('\n')
}

function rowMarkup(graph: ArgumentGraph, row: OutlineRow): string {
  const { id, level, position, size, bearing, repeats, opens } = row
  const node = nodeAt(graph, id)
  const classes = [repeats ? 'repeats' : '', level > 5 ? 'deep' : ''].filter(Boolean).join(' ')
  const attributes =
    `role="treeitem" data-id="${id}" aria-level="${level}" aria-posinset="${position}" aria-setsize="${size}"` +
    (opens ? ' aria-expanded="true"' : '') +
    (classes === '' ? '' : ` class="${classes}"`)
  const verb = bearing ? `<span class="verb ${bearing.kind}">${xmlText(bearing.words)}</span> ` : ''
  const kind = node ? `<span class="kind small">${nodeKinds[node.kind].label}</span> ` : ''
  const text = xmlText(node?.text.trim() || 'No text yet')
  const again = repeats ? ' <span class="small">(stands elsewhere too)</span>' : ''
  return `<li ${attributes}><span class="twist" aria-hidden="true"></span><span>${verb}${kind}<span class="words" dir="auto">${text}</span>${again}</span></li>`
}

/** Statements in the order in which the outline first has them. */
function outlineOrder(graph: ArgumentGraph): readonly string[] {
  return outlineRows(graph).flatMap(({ id, repeats }) => (repeats ? [] : [id]))
}

/** What the page's program needs to know of the map; see src/viewer/structure.ts. */
function structureFor(graph: ArgumentGraph) {
  const { roots, premises } = structureOf(graph)
  const relations = Object.fromEntries(
    Object.entries(graph.relations).map(([id, { to }]) => [id, { from: premises.get(id) ?? [], to }]),
  )
  return { roots, relations, collapsed: graph.layout?.collapsed ?? [] }
}

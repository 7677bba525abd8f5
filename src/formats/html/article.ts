/**
 * What the reading pane says of a statement: its words, how it stands, how certain it is, notes, where it is
 * taken from, reasons, counterpoints and what it bears on, with links between statements and to sources.
 * Everything from the document is text; addresses are links only where they may be followed.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ArgumentNode,
  type NodeId,
  type Relation,
  type RelationId,
  type Source,
} from '../../model/graph.ts'
import { nodeKinds, relationKinds, weights } from '../../model/kinds.ts'
import { capitalise, shorten } from '../../model/naming.ts'
import { relationsInto, relationsOutOf, structureOf } from '../../model/structure.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { labelOfScheme } from '../../reasoning/schemes.ts'
import { points, scoreMeaning, standingWords, unsettledMeaning } from '../../reasoning/words.ts'
import { hasVerdict, placeWords, ratingWords } from '../../scene/node-anatomy.ts'
import { fullCitation, shortCitation } from '../citation.ts'
import { linkOfSource } from '../links.ts'
import { xmlAttribute, xmlText } from '../svg/xml.ts'

/** What an article is written with. */
export interface ArticleContext {
  readonly graph: ArgumentGraph
  /** Present when standing, support and objection are shown. */
  readonly evaluation?: Pick<Evaluation, 'of' | 'unsettled'> | undefined
}

/** The article of one statement as markup; nothing for an id that is none. */
export function articleOf(id: NodeId, { graph, evaluation }: ArticleContext): string {
  const node = nodeAt(graph, id)
  if (!node) return ''
  const into = relationsInto(graph, id)
  const ofKind = (...kinds: readonly Relation['kind'][]) =>
    into.filter((relation) => kinds.some((kind) => relationAt(graph, relation)?.kind === kind))
  const parts = [
    paragraph(
      'small',
      [capitalise(nodeKinds[node.kind].label), placeWords(node)].filter(Boolean).join(' · '),
    ),
    `<h2 id="h-${id}" dir="auto">${xmlText(node.text.trim() || 'No text yet')}</h2>`,
    hasVerdict(graph, id) ? standing(id, evaluation) : '',
    ...[ratingWords(node)].map((rating) => (rating === undefined ? '' : paragraph('', `${rating}.`))),
    node.note === undefined ? '' : `<h3>Note</h3>${paragraph('text', node.note)}`,
    list(
      'Counterpoints',
      ofKind('attacks').map((relation) => bearing(graph, relation)),
    ),
    list(
      'Reasons for it',
      ofKind('supports').map((relation) => bearing(graph, relation)),
    ),
    list(
      'Answers and restatements',
      ofKind('addresses', 'restates').map((relation) => bearing(graph, relation)),
    ),
    list(
      'Bears on',
      relationsOutOf(graph, id).map((relation) => bearsOn(graph, relation)),
    ),
    list(
      'Taken from',
      (node.excerpts ?? []).map((excerpt) => excerptItem(graph, excerpt)),
    ),
    node.tags === undefined || node.tags.length === 0
      ? ''
      : paragraph('small tags', `Tags: ${node.tags.join(', ')}`),
  ]
  return `<article id="s-${id}" data-id="${id}" tabindex="-1" aria-labelledby="h-${id}">\n${parts.filter(Boolean).join('\n')}\n</article>`
}

/** The list of sources as markup, in the order of the document; nothing where there are none. */
export function sourcesOf({ sources }: ArgumentGraph): string {
  const items = Object.entries(sources).map(
    ([id, source]) => `<li id="source-${id}" dir="auto">${citation(source)}</li>`,
  )
  return items.length === 0 ? '' : `<h3>Sources</h3>\n<ol>\n${items.join('\n')}\n</ol>`
}

function paragraph(name: string, text: string): string {
  return `<p${name === '' ? '' : ` class="${name}"`} dir="auto">${xmlText(text)}</p>`
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0
    ? ''
    : `<h3>${title}</h3>\n<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
}

function standing(id: NodeId, evaluation: ArticleContext['evaluation']): string {
  const found = evaluation?.of(id)
  if (!evaluation || !found) return ''
  const { label, meaning } = standingWords[found.standing]
  const score = evaluation.unsettled.has(id)
    ? unsettledMeaning
    : `Support ${points(found.support)}, objection ${points(found.objection)}. ${scoreMeaning}`
  return `${paragraph('', `${capitalise(label)}. ${meaning}`)}\n${paragraph('small', score)}`
}

/** A relation into a statement or a step: its premises, why, and what bears on the step itself. */
function bearing(graph: ArgumentGraph, start: RelationId): string {
  const { premises, into } = structureOf(graph)
  const lines: string[] = []
  const waiting: { readonly id: RelationId; readonly onStep: boolean }[] = [{ id: start, onStep: false }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const relation = relationAt(graph, next.id)
    if (!relation) continue
    const links = (premises.get(next.id) ?? []).map((premise) => statementLink(graph, premise))
    const verb = next.onStep ? stepVerb(relation) : verbSpan(relation.kind, weighted(relation))
    lines.push(`${verb} ${links.join(' <span class="small">together with</span> ')}${because(relation)}`)
    for (const id of (into.get(next.id) ?? []).toReversed()) waiting.push({ id, onStep: true })
  }
  const [first = '', ...others] = lines
  return others.length === 0
    ? first
    : `${first}\n<ul>${others.map((line) => `<li>${line}</li>`).join('')}</ul>`
}

function stepVerb({ kind }: Relation): string {
  return verbSpan(kind, kind === 'attacks' ? 'Against this step:' : 'For this step:')
}

function verbSpan(kind: Relation['kind'], words: string): string {
  return `<span class="verb ${kind}">${relationKinds[kind].sign} ${words}</span>`
}

function weighted({ kind, weight }: Relation): string {
  const words = { supports: 'Support', attacks: 'Objection', addresses: 'Answer', restates: 'Restatement' }[
    kind
  ]
  return weight === undefined || weight === 'strong' ? `${words}:` : `${words} (${weights[weight].label}):`
}

function because({ warrant, scheme, note }: Relation): string {
  const parts = [
    ...(scheme === undefined ? [] : [`Kind of step: ${labelOfScheme(scheme)}.`]),
    ...(warrant === undefined ? [] : [`Because: ${warrant}`]),
    ...(typeof note === 'string' ? [note] : []),
  ]
  return parts.map((part) => paragraph('small text', part)).join('')
}

function bearsOn(graph: ArgumentGraph, id: RelationId): string {
  const relation = relationAt(graph, id)
  if (!relation) return ''
  if (nodeAt(graph, relation.to)) {
    const label = capitalise(relationKinds[relation.kind].label)
    return `${verbSpan(relation.kind, label)} ${statementLink(graph, relation.to)}`
  }
  const verb = verbSpan(relation.kind, relation.kind === 'attacks' ? 'Undercuts' : 'Backs')
  const step = relationAt(graph, relation.to)
  const [first] = step?.from ?? []
  const from = first === undefined ? '' : ` ${statementLink(graph, first)}`
  const end = step && nodeAt(graph, step.to) ? ` to ${statementLink(graph, step.to)}` : ''
  return `${verb} the step from${from}${end}`
}

function statementLink(graph: ArgumentGraph, id: NodeId): string {
  const node: ArgumentNode | undefined = nodeAt(graph, id)
  return `<a href="#s-${id}" dir="auto">${xmlText(shorten(node?.text ?? '', 160) || 'No text yet')}</a>`
}

function excerptItem(
  graph: ArgumentGraph,
  { source, locator, quote }: NonNullable<ArgumentNode['excerpts']>[number],
): string {
  const record = Object.hasOwn(graph.sources, source) ? graph.sources[source] : undefined
  const name = xmlText(record ? shortCitation(record) : source)
  const where = record ? `<a href="#source-${source}">${name}</a>` : name
  return (
    where +
    (locator ? `, ${xmlText(locator)}` : '') +
    (quote ? `<blockquote class="text" dir="auto">${xmlText(quote)}</blockquote>` : '')
  )
}

/** The reference, with its address as a link where it has one that may be followed. */
function citation(source: Source): string {
  const words = fullCitation(source)
  const link = linkOfSource(source)
  if (link === undefined) return xmlText(words)
  const before = words.endsWith(link) ? words.slice(0, -link.length) : `${words} `
  return `${xmlText(before)}<a href="${xmlAttribute(link)}" rel="noreferrer">${xmlText(link)}</a>`
}

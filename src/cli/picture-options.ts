/** The options of `export` that say what is drawn and how, read into a request; each with what it suits. */
import { nodeAt, type ArgumentGraph } from '../model/graph.ts'
import { pictureThemes, usualPicture, type PicturePart } from '../formats/drawing/picture.ts'
import { pageSizes, type ExportRequest, type PagePlan } from '../formats/export-request.ts'
import type { PictureChoice } from '../formats/pictures.ts'
import { UsageError, type Call } from './command.ts'
import { choiceOf } from './read-arguments.ts'
import { requireElement, unknownId } from './require-element.ts'
import type { Target } from './targets.ts'

/** Which options need which choice of a picture. */
const suits: Readonly<Record<string, PictureChoice>> = {
  theme: 'look',
  evaluation: 'look',
  legend: 'look',
  'no-title': 'look',
  sources: 'look',
  branch: 'part',
  section: 'part',
  select: 'part',
  transparent: 'transparent',
  scale: 'scale',
  page: 'page',
  poster: 'page',
  sections: 'page',
  'no-document': 'document',
  'embed-fonts': 'fonts',
}

const parts = ['branch', 'section', 'select'] as const

/** The request apart from what it draws of a map. Throws UsageError, also for what the target does not know. */
export function requestOf(call: Call, target: Target): ExportRequest {
  for (const [option, choice] of Object.entries(suits)) {
    if (call.has(option) && !target.choices.includes(choice)) {
      throw new UsageError(`--${option} has no meaning for this output (${target.name}); leave it out.`)
    }
  }
  const given = parts.filter((part) => call.has(part))
  if (given.length > 1)
    throw new UsageError(`choose one of ${given.map((part) => `--${part}`).join(' and ')}.`)
  return {
    to: target.id,
    picture: {
      ...usualPicture,
      theme: choiceOf(call, 'theme', pictureThemes) ?? usualPicture.theme,
      evaluation: call.has('evaluation'),
      legend: call.has('legend'),
      title: !call.has('no-title'),
      sources: call.has('sources'),
      transparent: call.has('transparent'),
    },
    document: !call.has('no-document'),
    fonts: call.has('embed-fonts'),
    scale: scaleOf(call),
    page: choiceOf(call, 'page', pageSizes) ?? 'a4',
    pages: planOf(call),
  }
}

/** What of this map is drawn. Throws UsageError where there is no such thing on it. */
export function partOf(call: Call, graph: ArgumentGraph): PicturePart {
  const [branch, section, select] = parts.map((part) => call.value(part))
  if (branch !== undefined) {
    if (!nodeAt(graph, branch)) throw unknownId('node', branch, Object.keys(graph.nodes))
    return { part: 'branch', node: branch }
  }
  if (section !== undefined) {
    const isThere = Object.hasOwn(graph.sections, section)
    if (!isThere) throw unknownId('section', section, Object.keys(graph.sections))
    return { part: 'section', section }
  }
  if (select === undefined) return { part: 'all' }
  const ids = select.split(',').map((id) => id.trim())
  for (const id of ids) requireElement(graph, id)
  return { part: 'selection', ids }
}

function scaleOf(call: Call): number {
  const text = call.value('scale') ?? '2'
  const scale = Number(text)
  if (scale >= 1 && scale <= 4) return scale
  throw new UsageError(`--scale ${text} is no number from 1 to 4.`)
}

function planOf(call: Call): PagePlan {
  if (call.has('poster') && call.has('sections')) {
    throw new UsageError('choose one of --poster and --sections.')
  }
  if (!call.has('poster') && !call.has('sections')) return 'one'
  if (call.value('page') === 'fit') {
    throw new UsageError('several pages need a size: --page a4, a3 or letter instead of fit.')
  }
  return call.has('poster') ? 'poster' : 'sections'
}

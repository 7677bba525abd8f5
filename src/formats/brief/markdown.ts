/**
 * A brief as Markdown that every reader of CommonMark (0.31) and of GitHub's dialect sets the same way. All text
 * is escaped, so no statement can become a heading, a link, a list or HTML.
 */
import { legalText } from '../plain-text.ts'
import type { Block, ListItem, Run, Runs } from './blocks.ts'
import type { Brief } from './brief.ts'

export interface MarkdownOptions {
  /** Address of a picture of the map, relative to the file or a data: address. */
  readonly picture?: string
}

/** The text of the file, ending in a line break. */
export function writeMarkdown(brief: Brief, { picture }: MarkdownOptions = {}): string {
  const blocks = brief.blocks.flatMap((block) => blockText(block, brief.title, picture))
  return `${[`# ${lineOf([{ text: brief.title }])}`, ...blocks].join('\n\n')}\n`
}

function blockText(block: Block, title: string, picture: string | undefined): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${lineOf(block.runs)}`]
    case 'paragraph':
      return [lineOf(block.runs)]
    case 'list':
      return [block.items.map(itemText).join('\n')]
    case 'references':
      return [block.items.map((runs, index) => `${index + 1}. ${lineOf(runs)}`).join('\n')]
    case 'picture':
      return picture === undefined
        ? []
        : [`![${escapeMarkdown(`Map of the argument: ${title}`)}](${address(picture)})`]
  }
}

function itemText({ level, runs }: ListItem): string {
  return `${'  '.repeat(level)}- ${lineOf(runs)}`
}

/** Runs as one line, the first sign of which starts no block. */
export function lineOf(runs: Runs): string {
  return runs
    .map(runText)
    .join('')
    .trim()
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=#]/, '\\$&')
}

function runText({ text, style, link }: Run): string {
  const escaped = escapeMarkdown(text)
  if (link !== undefined)
    return link === text && isAutolink(link) ? `<${link}>` : `[${escaped}](${address(link)})`
  if (style === undefined || escaped.trim() === '') return escaped
  return style === 'strong' ? `**${escaped}**` : `*${escaped}*`
}

/** Text as text: a backslash before every sign that could be markup, in CommonMark or on GitHub. */
export function escapeMarkdown(text: string): string {
  return (
    legalText(text)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\`*_[\]<>&~|$#]/g, '\\$&')
      // Bare addresses, mail, mentions and :emoji: are no CommonMark, but links and pictures on GitHub.
      .replaceAll(/:(?=\/\/|[\w+-]+:)/g, '\\:')
      .replaceAll(/@(?=\w)/g, '\\@')
      .replaceAll(/\bwww\./gi, (word) => `${word.slice(0, 3)}\\.`)
  )
}

/** An address that CommonMark takes whole between angle brackets. */
function address(url: string): string {
  return `<${url.replaceAll(/[<>\\\s]/g, encodeURIComponent)}>`
}

function isAutolink(url: string): boolean {
  return /^[a-z][a-z0-9+.-]+:[^<>\s]*$/i.test(url)
}

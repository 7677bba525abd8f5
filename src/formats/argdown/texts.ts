/**
 * The words of statements and headings as the library gives them, as plain text: tags at the end are taken
 * out, since they are kept as tags; links stay as Markdown; emphasis is lost and counted.
 */
import type { IRange, IStatement } from '@argdown/core'
import { nodeKindNames, type NodeKind } from '../../model/kinds.ts'
import type { Member } from './model.ts'

/** The tag of a statement that only stands for several premises of an attack, or of a relation on a relation. */
export const standInTag = 'stand-in'

/** How a statement or an argument is worded: the wording that counts first, then the others, each once. */
export function wordingsOf({ members }: Member): string[] {
  const own = members.filter(({ isReference }) => isReference !== true)
  // The last one counts in Argdown, unless another is marked.
  const last = own.findLast(({ data }) => isCanonical(data)) ?? own.at(-1)
  const texts = [...(last ? [last] : []), ...own].map(plainText).filter((text) => text !== '')
  return [...new Set(texts)]
}

/** A text without the tags at its end, with links as Markdown. */
function plainText({ text = '', ranges = [] }: Pick<IStatement, 'text' | 'ranges'>): string {
  let end = text.length
  for (const { start, stop } of tagsFromTheEnd(ranges)) {
    if (text.slice(stop + 1, end).trim() !== '') break
    end = start
  }
  let plain = ''
  let at = 0
  for (const { type, start, stop, url } of ranges) {
    if (!isOf(type, 'link') || start < at || stop >= end) continue
    plain += `${text.slice(at, start)}[${text.slice(start, stop + 1)}](${url ?? ''})`
    at = stop + 1
  }
  return (plain + text.slice(at, end)).trim()
}

/** How many passages are in bold or italics. */
export function countEmphasis({ members }: Member): number {
  return members
    .flatMap(({ ranges = [] }) => ranges)
    .filter(({ type }) => isOf(type, 'bold') || isOf(type, 'italic')).length
}

/** The first tag that names a kind of node, and the tags that do not. */
export function kindAndTags(tags: readonly string[]): { kind: NodeKind | undefined; rest: string[] } {
  const kinds = tags.flatMap((tag) => kindNamed(tag) ?? [])
  return { kind: kinds[0], rest: tags.filter((tag) => !kindNamed(tag) && tag !== standInTag) }
}

/** The kind of node that a tag names, whatever its case. */
export function kindNamed(tag: string): NodeKind | undefined {
  const name = tag.toLowerCase()
  return nodeKindNames.find((kind) => kind === name)
}

function tagsFromTheEnd(ranges: readonly IRange[]): IRange[] {
  return ranges.filter(({ type }) => isOf(type, 'tag')).reverse()
}

/** The library's types of ranges are an enumeration that exists at run time only where it is loaded. */
function isOf(type: string, name: string): boolean {
  return type === name
}

function isCanonical(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'isCanonical' in data && data.isCanonical === true
}

/**
 * Words of a map as words of an Argdown text. Only what would be read as a mark gets a backslash, so that
 * the text stays pleasant to read and edit. Line breaks become blanks, since an empty line ends a statement.
 */
import { kindNamed, standInTag } from './texts.ts'

/** A text on one line, with backslashes where Argdown would see marks; never empty lines, perhaps empty. */
export function escapeText(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\#*_[\]<{]/g, String.raw`\$&`)
    .replaceAll(/\/(?=\/)/g, String.raw`\/`)
    .replaceAll(/:(?=\S+?:)/g, String.raw`\:`)
    .replaceAll(/\.(?=(\S+?)\.)/g, (dot, word: string) => (isPlainWord(word) ? dot : `\\${dot}`))
    .replaceAll(/={3,}/g, (run) => run.replaceAll('=', String.raw`\=`))
    .replaceAll(/@(?=include\()/g, '@\\')
}

/** The text as it reads in Argdown: line breaks and the blanks around them are one blank. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\r\n?|\n/g, '\n')
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.trimStart()))
    .map((line, index, lines) => (index === lines.length - 1 ? line : line.trimEnd()))
    .filter((line, index) => index === 0 || line !== '')
    .join(' ')
    .trim()
}

/** Whether ".word." is no short code for a sign, so that the word can stand between dots. */
function isPlainWord(word: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(word) && !shortCodes.has(word)
}

/** The words that Argdown replaces by a sign between dots, such as ".A." for "for all". */
const shortCodes: ReadonlySet<string> = new Set(
  (
    'A E O P v happy smile smiley laugh lol rofl joy heart question love wink shush meh sad disappointed ' +
    'scream up down think star y agree n disagree'
  ).split(' '),
)

/** " #evidence #(two words)": those of the tags that can be written, each after a blank. */
export function tagsText(tags: readonly string[]): string {
  return [...new Set(tags)]
    .flatMap((tag) => {
      if (/^[A-Za-z0-9\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF-]+$/.test(tag)) return [` #${tag}`]
      // A bracket could be taken for the end of the title before it.
      return tag.trim() !== '' && !/[()[\]<>{}\r\n\p{Surrogate}]/u.test(tag) ? [` #(${tag})`] : []
    })
    .join('')
}

/** Tags that mean something else to the reader than a tag. */
export function isReservedTag(tag: string): boolean {
  return kindNamed(tag) !== undefined || tag === standInTag
}

/** Whether a title that the author gave in Argdown can be written again. */
export function isTitle(title: unknown): title is string {
  return (
    typeof title === 'string' &&
    title.length <= 200 &&
    /^[\p{L}\p{N}][\p{L}\p{N} ,.:'’"“”()?!/&-]*$/u.test(title)
  )
}

/** The name of an inference, or undefined if it cannot be written as one. */
export function ruleText(name: string): string | undefined {
  return /^[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*$/u.test(name) ? name : undefined
}

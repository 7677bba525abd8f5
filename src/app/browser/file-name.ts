/** A name for a document's file that every file system takes and a person recognises. */

// 80 UTF-16 units are at most 240 bytes of UTF-8; file systems allow 255 with the extension.
const maxLength = 80
// Not allowed on Windows, or invisible marks that turn the reading direction and so disguise extensions.
const forbidden = /[<>:"/\\|?*\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** The title as a file name with this extension (with its dot); "Untitled argument" when nothing is left of it. */
export function fileNameFor(title: string, extension: string): string {
  const words = title.normalize('NFC').replace(forbidden, ' ').split(/\s+/u).join(' ')
  const stem = trimmed(cut(trimmed(words)))
  if (stem === '') return `Untitled argument${extension}`
  return `${reservedOnWindows.test(stem) ? `_${stem}` : stem}${extension}`
}

/** Leading dots hide a file, trailing dots and spaces vanish on Windows. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, '')
}

/** Whole characters only: half an emoji is not a name. */
function cut(name: string): string {
  let kept = ''
  for (const character of name) {
    if (kept.length + character.length > maxLength) break
    kept += character
  }
  return kept
}

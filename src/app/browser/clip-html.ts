/**
 * A clip as HTML that other programs show as text and this one reads back exactly. Of all types HTML is the
 * one that every browser carries between windows, so the JSON rides along as base64 in a data attribute. It
 * is found again by its name, never parsed as markup: HTML from the clipboard stays a string.
 */

/** What is copied: a piece of a document as JSON, and the same for people and other programs. */
export interface Clip {
  readonly json: string
  readonly text: string
}

/** HTML with the clip's text as it would read in a letter, and its JSON inside. */
export function toHtml({ json, text }: Clip): string {
  const lines = text
    .split('\n')
    .map((line) => escaped(line).replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length)))
  return `<div data-counterpoint="${toBase64(json)}">${lines.join('<br>')}</div>`
}

/** The JSON inside HTML that `toHtml` made, whatever was put around it; undefined when there is none. */
export function jsonFromHtml(html: string): string | undefined {
  const base64 = /data-counterpoint="([A-Za-z0-9+/=]+)"/.exec(html)?.[1]
  return base64 === undefined ? undefined : fromBase64(base64)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Bytes turned into characters at a time: arguments of one call are limited. */
const chunk = 8_192

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let characters = ''
  for (let start = 0; start < bytes.length; start += chunk) {
    characters += String.fromCharCode(...bytes.subarray(start, start + chunk))
  }
  return btoa(characters)
}

function fromBase64(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Cut off or altered on the way; the clip's text is still there.
    return undefined
  }
}

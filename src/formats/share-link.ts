/**
 * A document as part of an address: "#v1=" and the document's JSON, compressed (deflate, RFC 1951) and in
 * base64url (RFC 4648, section 5). Browsers never send what follows the "#" to a server. Reading is bounded
 * like opening a file: no link can unfold to more than a document may have.
 */
import type { ArgumentGraph } from '../model/graph.ts'
import type { Result } from '../model/result.ts'
import { deflate, inflate } from './inflate.ts'
import { explain, type OpenError } from './json/open-error.ts'
import { readGraph } from './json/read.ts'
import { writeGraph } from './json/write.ts'

/** Why a link holds no document that could be opened. */
export type ShareLinkError =
  /** A fragment that is no document: an anchor of another kind. */
  | { readonly kind: 'notALink' }
  /** From a later version of the program. */
  | { readonly kind: 'tooNew' }
  /** Characters are missing or changed. */
  | { readonly kind: 'damaged' }
  /** Beyond what a document may have. */
  | { readonly kind: 'tooLarge' }
  /** What came out is no document, or one with things in it that are wrong. */
  | { readonly kind: 'document'; readonly error: OpenError }

/** The fragment that stands for a document, with its "#". */
export async function shareFragment(graph: ArgumentGraph): Promise<string> {
  const json = JSON.stringify(JSON.parse(writeGraph(graph)))
  return `#v1=${toBase64Url(await deflate(new TextEncoder().encode(json), 'deflate-raw'))}`
}

/** Whether a fragment, with or without its "#", is meant to hold a document, of this or a later version. */
export function isShareFragment(fragment: string): boolean {
  return fragmentPattern.test(fragment)
}

/** The document in a fragment, with or without its "#". */
export async function readShareFragment(fragment: string): Promise<Result<ArgumentGraph, ShareLinkError>> {
  const found = fragmentPattern.exec(fragment)
  if (!found) return failure({ kind: 'notALink' })
  if (found[1] !== '1') return failure({ kind: 'tooNew' })
  if (fragment.length > longestRead) return failure({ kind: 'tooLarge' })
  const bytes = fromBase64Url(fragment.slice(found[0].length))
  if (!bytes) return failure({ kind: 'damaged' })
  const json = await inflate(bytes, 'deflate-raw')
  if (!json.ok) return failure({ kind: json.error === 'tooLarge' ? 'tooLarge' : 'damaged' })
  const graph = readGraph(new TextDecoder().decode(json.value))
  return graph.ok ? graph : failure({ kind: 'document', error: graph.error })
}

/** What is wrong with a link and what can be done. */
export function explainShareLinkError(error: ShareLinkError): string {
  switch (error.kind) {
    case 'notALink':
      return 'The address holds no map; ask for the link again.'
    case 'tooNew':
      return 'The link was made by a newer version of Counterpoint; load the page again, or ask for the map as a file.'
    case 'damaged':
      return 'The link is incomplete: some programs cut long links. Copy it again as a whole, or ask for the map as a file.'
    case 'tooLarge':
      return 'The link holds more than can be opened; ask for the map as a file.'
    case 'document':
      return `The link holds no map that can be opened. ${explain(error.error)}`
  }
}

/** What to say before a link of this many characters is copied. `copy`: whether it can be copied all the same. */
export interface ShareLinkNote {
  readonly copy: boolean
  readonly message: string
}

/**
 * Above this, programs for messages and older office programs begin to cut links or show them as text.
 * Characters of the whole address.
 */
export const longLink = 8 * 1024

/**
 * Above this, a link clicked in another program cannot reach the browser: a command line of Windows has at
 * most 32,767 characters. (Browsers themselves take 1 to 2 million.) Some room is left for the program's name.
 */
export const longestLink = 32_000

/** Undefined where there is nothing to say. */
export function shareLinkNote(length: number): ShareLinkNote | undefined {
  if (length <= longLink) return undefined
  const size = `The link has ${length.toLocaleString('en-GB')} characters`
  return length <= longestLink
    ? {
        copy: true,
        message: `${size}. Some programs cut long links: after sending it, try it once, or send the map as a file.`,
      }
    : {
        copy: false,
        message: `${size}, more than programs pass on to a browser. Save the map as a file or as a web page and send that.`,
      }
}

const fragmentPattern = /^#?v(\d{1,4})=/

/** Chromium's own limit of an address; what is longer did not come from a link. */
const longestRead = 2 * 2 ** 20

function failure(error: ShareLinkError): { readonly ok: false; readonly error: ShareLinkError } {
  return { ok: false, error }
}

function toBase64Url(bytes: Uint8Array): string {
  const characters: string[] = []
  for (const byte of bytes) characters.push(String.fromCharCode(byte))
  return btoa(characters.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(characters, (character) => character.charCodeAt(0))
}

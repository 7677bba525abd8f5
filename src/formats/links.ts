/**
 * Which addresses may be followed. Files come from anywhere, so only addresses of pages and of mail are
 * links; everything else (javascript:, data:, file:) stays text.
 */
import type { Source } from '../model/graph.ts'

const protocols: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** The address in its normal form if it may be followed, undefined for anything else. */
export function allowedLink(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return protocols.has(protocol) ? href : undefined
}

/** Where a source can be read: at its DOI if it has one, else at its URL if that may be followed. */
export function linkOfSource(source: Source): string | undefined {
  const doi = doiOf(source)
  if (doi === undefined) return allowedLink(source['URL'])
  // The resolver takes the whole DOI as a path, whatever characters it has.
  return allowedLink(`https://doi.org/${doi.replaceAll(/[%?#\\]/g, encodeURIComponent)}`)
}

/** The DOI of a source without resolver or prefix and in lower case, in which DOIs are compared (ISO 26324). */
export function doiOf(source: Source): string | undefined {
  const { DOI } = source
  if (typeof DOI !== 'string') return undefined
  const doi = DOI.trim()
    .toLowerCase()
    .replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/, '')
  return /^10\.\d{4,9}(\.\d{1,9})*\/\S+$/.test(doi) ? doi : undefined
}

/** References in CAF, which has the fields of Dublin Core for them, as sources with the fields of CSL. */
import type { Fields } from '../slot/plain.ts'
import { attributesOf, type XmlElement } from '../xml.ts'
import { described } from './caf-text.ts'

/** The source that a reference names. Addresses that are none of the web are no links, and kept as they are. */
export function sourceOf(
  reference: XmlElement,
  language: string | undefined,
): { readonly type: string; readonly fields: Fields; readonly own?: Fields } {
  const { key: _, title, creator, date, identifier, ...rest } = attributesOf(reference)
  const { text, others } = described(reference, language)
  const isLink = identifier !== undefined && /^https?:\/\/\S+$/i.test(identifier)
  const own = { ...rest, ...(identifier && !isLink ? { identifier } : {}), ...others }
  return {
    type: 'document',
    fields: {
      ...(title ? { title: title.trim() } : {}),
      ...(creator ? { author: [{ literal: creator.trim() }] } : {}),
      ...(date ? { issued: dateOf(date.trim()) } : {}),
      ...(isLink ? { URL: identifier } : {}),
      ...(text === '' ? {} : { abstract: text }),
    },
    ...(Object.keys(own).length === 0 ? {} : { own }),
  }
}

/** As CSL has dates: a year or a day as numbers, anything else as it stands. */
function dateOf(date: string): Fields {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date)
  if (!match) return { literal: date }
  return { 'date-parts': [match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))] }
}

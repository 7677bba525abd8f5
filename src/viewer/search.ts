/** Finding statements by words in everything the page says of them. */

/** Lower case, without accents, blanks as one. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
}

/** Ids of the texts that hold every word of the query, in the order given; none for an empty query. */
export function search(query: string, texts: ReadonlyMap<string, string>): string[] {
  const words = folded(query).trim().split(' ').filter(Boolean)
  if (words.length === 0) return []
  return [...texts].flatMap(([id, text]) => (words.every((word) => text.includes(word)) ? [id] : []))
}

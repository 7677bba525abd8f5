/**
 * What the root of an XML text is, found without parsing it, so that broken files are told apart as well.
 * Argdown, whose arguments stand in the same brackets, is told from markup. Time is linear.
 */

export type XmlRoot =
  /** A root by its local name. */
  | { readonly kind: 'root'; readonly name: string }
  /** Markup without a root, or one that no reader knows. */
  | { readonly kind: 'markup' }
  /** Something else that begins with a bracket, or with a comment. */
  | { readonly kind: 'text' }

const known: ReadonlySet<string> = new Set(['arggraph', 'caf', 'graphml', 'opml', 'map', 'svg', 'html'])

/** The root of what begins with `<` at `start`. */
export function rootOfXml(text: string, start: number): XmlRoot {
  let at = start
  let isDeclared = false
  for (;;) {
    const rest = text.slice(at, at + 9)
    let end: number
    if (rest.startsWith('<?')) end = behind(text, '?>', at)
    else if (rest.startsWith('<!--')) end = behind(text, '-->', at + 4)
    else if (/^<!doctype/i.test(rest)) end = behindDoctype(text, at)
    else break
    if (!rest.startsWith('<!--')) isDeclared = true
    if (end === -1) return { kind: isDeclared ? 'markup' : 'text' }
    at = skipBlanks(text, end)
  }
  const match = /^<(?:[A-Za-z_][\w.-]{0,99}:)?([A-Za-z_][\w.-]{0,99})(?=[\s/>])/.exec(
    text.slice(at, at + 220),
  )
  const name = match?.[1]?.toLowerCase()
  if (name !== undefined && known.has(name) && (name !== 'map' || hasNode(text, at))) {
    return { kind: 'root', name }
  }
  const isMarkup = isDeclared || (match?.[1] !== undefined && text.includes(`</${match[1]}>`, at))
  return { kind: isMarkup ? 'markup' : 'text' }
}

/** A mind map, and no Argdown argument that is called "map". */
function hasNode(text: string, at: number): boolean {
  return text.includes('<node', at) || /^<map\s+version/i.test(text.slice(at, at + 30))
}

function behind(text: string, end: string, at: number): number {
  const index = text.indexOf(end, at)
  return index === -1 ? -1 : index + end.length
}

function behindDoctype(text: string, at: number): number {
  const end = text.indexOf('>', at)
  const subset = text.indexOf('[', at)
  if (subset === -1 || end < subset) return end === -1 ? -1 : end + 1
  for (let close = text.indexOf(']', subset); close !== -1; close = text.indexOf(']', close + 1)) {
    const next = skipBlanks(text, close + 1)
    if (text.charAt(next) === '>') return next + 1
  }
  return -1
}

function skipBlanks(text: string, at: number): number {
  let index = at
  while (index < text.length && /\s/.test(text.charAt(index))) index += 1
  return index
}

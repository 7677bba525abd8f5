/**
 * Which text format a text is in that is neither JSON nor XML: each is told by a line that no other has.
 * What has no such line is an outline, unless it is no text for people at all. Time is linear.
 */

/** The text formats by id. */
type TextFormat = 'kialo' | 'iccma' | 'carneades' | 'argdown' | 'outline'

/** The format of a text that does not begin as JSON or XML. */
export function detectText(text: string, fileName = ''): TextFormat | undefined {
  if (!isText(text)) return undefined
  const extension = /\.[a-z]+$/.exec(fileName.toLowerCase())?.[0] ?? ''
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (/^\s*Discussion Title:/i.test(first)) return 'kialo'
  if (/^\s*={3,}\s*$/.test(first)) return 'argdown'
  if (isIccma(lines)) return 'iccma'
  if (lines.some((line) => /^\d{1,6}(?:\.\d{1,6})+\. (?:Pro|Con): /.test(line.slice(0, 1000)))) return 'kialo'
  if (isCarneades(lines)) return 'carneades'
  if (argdownExtensions.has(extension) || lines.some(isArgdown)) return 'argdown'
  if (otherExtensions.has(extension) || isDiagram(first)) return undefined
  return 'outline'
}

const argdownExtensions: ReadonlySet<string> = new Set(['.argdown', '.ad', '.adown'])

/** Of text that nobody means as an outline. */
const otherExtensions: ReadonlySet<string> = new Set(
  '.csv .tsv .dot .gv .mmd .mermaid .json .xml .svg .html .htm .yml .yaml .graphml .opml .mm .bib .ris .rtf .tex .css .js .ts'.split(
    ' ',
  ),
)

/** No zero bytes and hardly any other characters that people do not write. */
function isText(text: string): boolean {
  const head = text.slice(0, 10_000)
  // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
  const odd = head.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0
  return !head.includes('\u0000') && odd <= head.length / 100
}

/** `p af 3`; `arg(a).`; or ids, a line `#`, and pairs of these ids. */
function isIccma(lines: readonly string[]): boolean {
  const first = lines.find((line) => !/^\s*(?:$|[%#])/.test(line))
  if (first === undefined) return false
  if (/^\s*p\s+af\b/.test(first) || /^\s*(?:arg|att|sup)\s*\(/.test(first)) return true
  return isTgf(lines)
}

function isTgf(lines: readonly string[]): boolean {
  const hash = lines.findIndex((line) => line.trim() === '#')
  if (hash < 1) return false
  const isFilled = (line: string): boolean => line.trim() !== ''
  const nodes = lines.slice(0, hash).filter(isFilled)
  const ids = new Set(nodes.map((line) => wordsOf(line)[0]))
  const edge = lines.slice(hash + 1).find(isFilled)
  if (edge === undefined) return nodes.length > 0 && nodes.every((line) => wordsOf(line).length === 1)
  const [from, to] = wordsOf(edge)
  return ids.has(from) && ids.has(to) && to !== undefined
}

function wordsOf(line: string): string[] {
  return line.trim().split(/\s+/)
}

/** A key `statements` at the beginning of a line, and below it or beside it what only YAML has. */
function isCarneades(lines: readonly string[]): boolean {
  const at = lines.findIndex((line) => /^(["']?)(?:statements|argument_schemes)\1\s*:/.test(line))
  if (at === -1) return false
  if (/:\s*\{/.test(lines[at] ?? '')) return true
  const others = /^(?:meta|issues|arguments|assumptions|tests|language|argument_schemes|issue_schemes)\s*:/
  if (lines.some((line, index) => index !== at && others.test(line))) return true
  const next = lines.slice(at + 1).find((line) => !/^\s*(?:$|#)/.test(line)) ?? ''
  return /^\s+\S/.test(next) && /:(?:\s|$)/.test(next)
}

/** A line with a title in brackets of its own, one with a relation that only Argdown has, or an inference. */
function isArgdown(line: string, index: number, lines: readonly string[]): boolean {
  const words = line.trim().slice(0, 1000)
  if (/^-{2,}$/.test(words)) return /^\s*\(\d{1,6}\)/.test((lines[index + 1] ?? '').slice(0, 100))
  const sign = /^(?:<_|_>|><|[-+]>|<[-+]|[-+]|\(\d{1,6}\))(?=\s|[[<])/.exec(words)?.[0] ?? ''
  const statement = words.slice(sign.length).trimStart()
  const title = /^(?:\[[^\]]*\]|<[^<>]*>)/.exec(statement)?.[0]
  if (title === undefined) return /^(?:<_|_>|><|\+>)$/.test(sign) && statement !== ''
  // Not a link [text](address), nor a box to tick, nor where a link leads.
  return /^ *(?:$|:(?! *\w{1,20}:\/\/)|[#{])/.test(statement.slice(title.length))
}

/** The first line of a diagram for Mermaid or Graphviz. */
function isDiagram(first: string): boolean {
  return (
    /^\s*(?:flowchart|graph)\s+(?:TB|TD|BT|RL|LR)\b/.test(first) ||
    /^\s*(?:strict\s+)?(?:di)?graph\b[^{]*\{/i.test(first)
  )
}

/**
 * Reads GraphML that our own writer made, whether or not another program has saved it since: what the keys
 * show, then the slot with the rest. Texts keep their blanks. With nothing edited, the map is the one that
 * was written, byte for byte.
 */
import { isLegalId, legalIds } from '../../model/ids.ts'
import { sentenceOf } from '../../model/problem.ts'
import type { ImportNote } from '../conversion.ts'
import { failed, type ReadResult } from '../import-error.ts'
import { defaultLimits, limitProblems } from '../json/limits.ts'
import { isWhole, scanJson } from '../json/scan.ts'
import { oneLine } from '../plain-text.ts'
import { applySlot } from '../slot.ts'
import { graphOfContent, type GraphmlContent, type GraphmlGroup, type GraphmlNode } from './own.ts'
import { labelOf, positionOf, type FileNode, type GraphmlFile } from './read-file.ts'
import { labelLines } from './write.ts'

/** Whether our writer made the file: it declares the key of the slot, even if that is empty. */
export function isOurs({ names }: GraphmlFile): boolean {
  return names.has('counterpoint') && names.has('counterpoint_section') && names.has('relation')
}

/** The map in a file of ours. */
export function readOurs(file: GraphmlFile): ReadResult {
  const { content, renamed } = contentIn(file)
  const shown = graphOfContent(content)
  const slot = slotIn(file)
  const { graph, notes } = applySlot(shown.graph, slot.value)
  const [long] = limitProblems(graph, defaultLimits)
  if (long) return failed('tooLarge', `${sentenceOf(long)}.`)
  return {
    ok: true,
    value: {
      graph,
      notes: [
        ...slot.notes,
        ...(renamed === 0 ? [] : [{ message: renamedNote(renamed) }]),
        ...shown.notes.slice(0, most).map((message) => ({ message })),
        ...more(shown.notes.length - most),
        ...notes,
      ],
      offers: [],
    },
  }
}

/** As many edges and relations that are left out are listed one by one. */
const most = 100

function more(count: number): ImportNote[] {
  return count > 0 ? [{ message: `${count} more edges or relations are left out.` }] : []
}

function renamedNote(count: number): string {
  return count === 1
    ? '1 id cannot be kept, because another record has it or it holds what no id may; its record has a new one.'
    : `${count} ids cannot be kept, because other records have them or they hold what no id may; their records have new ones.`
}

function slotIn({ values }: GraphmlFile): { readonly value?: unknown; readonly notes: ImportNote[] } {
  const text = values.get('counterpoint')
  if (text === undefined) return { notes: [] }
  if (isWhole(scanJson(text, maxDepth))) return { value: JSON.parse(text) as unknown, notes: [] }
  // Edited by hand or cut off; the rest of the file is as good as before.
  const message =
    'What only Counterpoint knows of the map (the data “counterpoint” of the graph) is damaged and left out; if you have an undamaged copy of the file, open that.'
  return { notes: [{ message }] }
}

/** Levels of nesting in a slot: enough for a document. */
const maxDepth = 120

/** The file in the words of own.ts, in its order, with legal ids. */
function contentIn({ values, nodes, edges }: GraphmlFile): {
  readonly content: GraphmlContent
  readonly renamed: number
} {
  const ids = new Names()
  const sectionIds = new Names()
  const groups: { section: GraphmlGroup['section']; nodes: GraphmlNode[] }[] = []
  const sections = new Map<FileNode, { id: string; title: string }>()
  let current: FileNode | undefined
  for (const node of nodes) {
    if (node.isGroup || node.values.has('counterpoint_section')) {
      const title = node.values.get('text') ?? labelOf(node)
      const section = { id: sectionIds.give(node.values.get('counterpoint_section') ?? node.id), title }
      sections.set(node, section)
      groups.push({ section, nodes: [] })
      current = node
      continue
    }
    if (groups.length === 0 || node.group !== current) {
      groups.push({ section: node.group && sections.get(node.group), nodes: [] })
      current = node.group
    }
    groups.at(-1)?.nodes.push({ id: ids.give(node.id, node.key), data: dataOf(node) })
  }
  const content = {
    title: values.get('title') ?? '',
    groups,
    edges: edges.map((edge) => ({
      id: ids.give(edge.id),
      source: ids.of(edge.source),
      target: ids.of(edge.target),
      data: edge.values,
    })),
  }
  return { content, renamed: ids.renamed + sectionIds.renamed }
}

/**
 * Nodes that somebody has drawn in yEd have a label and no text, and what is edited there is the label. Only
 * files that such a program has saved say where a node stands.
 */
function dataOf(node: FileNode): ReadonlyMap<string, string> {
  const { values } = node
  const label = labelOf(node)
  if (values.has('relation') || label === '') return values
  if (!values.has('text')) return new Map([...values, ['text', label]])
  const [kind = '', ...lines] = labelLines(values)
  if (!positionOf(node) || isSameText(label, [kind, ...lines].join(''))) return values
  const said = label.startsWith(`${kind}\n`) ? label.slice(kind.length + 1) : label
  return new Map([...values, ['text', oneLine(said)]])
}

/** Labels are wrapped, and programs wrap them in their own way. */
function isSameText(one: string, other: string): boolean {
  return one.replaceAll(/\s+/g, '') === other.replaceAll(/\s+/g, '')
}

/** Ids of the file where they are legal and free, else others. */
class Names {
  renamed = 0
  private readonly byKey = new Map<string, string>()
  private readonly given = new Set<string>()
  private readonly newId = legalIds((id) => this.given.has(id))

  give(id: string | undefined, key?: string): string {
    const isKept = id !== undefined && isLegalId(id) && !this.given.has(id)
    const kept = isKept ? id : this.newId(id ?? 'r')
    if (id !== undefined && !isKept) this.renamed += 1
    this.given.add(kept)
    if (key !== undefined) this.byKey.set(key, kept)
    return kept
  }

  /** What leads to nothing leads nowhere under any id. */
  of(key: string): string {
    return this.byKey.get(key) ?? ''
  }
}

/**
 * Reads argument graphs in XML as the arg-microtexts have them (Peldszus and Stede 2016): text segments (edu)
 * make up statements (adu), and edges support, rebut, undercut or add a premise. Nodes and edges share one id
 * space, and a target may stand further down. The text of the segments is a source, from which statements are
 * excerpts; segments that only the annotators wrote are in no text.
 */
import { Assembly } from '../assembly.ts'
import type { Reader } from '../conversion.ts'
import { failed, type ReadResult } from '../import-error.ts'
import { attributesOf, elementsIn, localName, parseXml, textIn, type XmlElement } from '../xml.ts'

/** Reads one `<arggraph>`. */
export const readArggraph: Reader = async (text) => {
  const parsed = await parseXml(text)
  if (!parsed.ok) return parsed
  if (localName(parsed.value) !== 'arggraph') {
    return failed('unreadable', 'The file is no argument graph; its outermost element should be <arggraph>.')
  }
  return new Arggraph(parsed.value).assemble()
}

interface Segment {
  readonly id: string
  readonly text: string
  readonly isImplicit: boolean
}

interface Edge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly type: string
  readonly place: string
  readonly raw: Readonly<Record<string, string>>
}

/** What an edge between statements says; the scheme is that of an example. */
const relations: ReadonlyMap<string, { readonly kind: 'supports' | 'attacks'; readonly scheme?: string }> =
  new Map([
    ['sup', { kind: 'supports' }],
    ['exa', { kind: 'supports', scheme: 'example' }],
    ['reb', { kind: 'attacks' }],
    ['und', { kind: 'attacks' }],
  ])

class Arggraph {
  private readonly assembly = new Assembly('arggraph')
  private readonly segments: readonly Segment[]
  private readonly edges: readonly Edge[]
  private readonly segmentsOf = new Map<string, Segment[]>()
  private readonly additions: ReadonlyMap<string, Edge>
  /** Where edges that add a premise to another such edge lead in the end. */
  private readonly ends = new Map<string, string>()
  private source: string | undefined

  constructor(private readonly root: XmlElement) {
    this.segments = elementsIn(root, 'edu').map((element) => ({
      id: element.attributes.get('id') ?? '',
      text: textIn(element).trim(),
      isImplicit: element.attributes.get('implicit') === 'true',
    }))
    this.edges = elementsIn(root, 'edge').map((element, index) => ({
      id: element.attributes.get('id') ?? `edge ${index}`,
      source: element.attributes.get('src') ?? '',
      target: element.attributes.get('trg') ?? '',
      type: element.attributes.get('type') ?? '',
      place: `line ${element.line}`,
      raw: attributesOf(element),
    }))
    this.additions = new Map(this.edges.filter(({ type }) => type === 'add').map((edge) => [edge.id, edge]))
  }

  assemble(): ReadResult {
    const spoken = this.segments.filter(({ isImplicit }) => !isImplicit)
    const { id, ...about } = attributesOf(this.root)
    if (spoken.length > 0) {
      this.source = this.assembly.addSource({
        id: 'text',
        type: 'document',
        fields: { title: id ?? 'Text' },
        own: { text: spoken.map(({ text }) => text).join(' ') },
      })
    }
    this.joinSegments()
    for (const element of elementsIn(this.root, 'adu')) this.addStatement(element)
    for (const edge of this.edges) this.addRelation(edge)
    this.addPremises()
    const own = { ...(id === undefined ? {} : { id }), ...about }
    return this.assembly.finish({
      title: titleOf(about['topic_id'] ?? id ?? ''),
      ...(Object.keys(own).length > 0 ? { own } : {}),
    })
  }

  /** Segments of a statement in the order of the document, also those that come to it through a joint. */
  private joinSegments(): void {
    const ahead = new Map<string, string[]>()
    for (const { source, target, type } of this.edges) {
      if (type !== 'seg') continue
      const list = ahead.get(source)
      if (list) list.push(target)
      else ahead.set(source, [target])
    }
    const statements = new Set(elementsIn(this.root, 'adu').map(({ attributes }) => attributes.get('id')))
    const joints = new Set(elementsIn(this.root, 'joint').map(({ attributes }) => attributes.get('id')))
    for (const segment of this.segments) {
      const seen = new Set<string>()
      const waiting = [...(ahead.get(segment.id) ?? [])]
      // Nobody chains joints; the bound keeps time linear.
      for (let at = waiting.pop(); at !== undefined && seen.size < 50; at = waiting.pop()) {
        if (seen.has(at)) continue
        seen.add(at)
        if (statements.has(at)) {
          const known = this.segmentsOf.get(at)
          if (known) known.push(segment)
          else this.segmentsOf.set(at, [segment])
        } else if (joints.has(at)) waiting.push(...(ahead.get(at) ?? []))
      }
    }
  }

  private addStatement(element: XmlElement): void {
    const { id, type, ...others } = attributesOf(element)
    const place = `line ${element.line}`
    const segments = this.segmentsOf.get(id ?? '') ?? []
    const text = segments.map((segment) => segment.text).join(' ')
    if (segments.length === 0)
      this.assembly.note('A statement has no text in the file; write it here.', place)
    const spoken = segments.filter(({ isImplicit }) => !isImplicit)
    const quote = spoken.map((segment) => segment.text).join(' ')
    const own = {
      ...(type === undefined ? {} : { type }),
      ...others,
      ...(segments.length > 0 ? { edus: segments.map((segment) => segment.id) } : {}),
    }
    const isNew = this.assembly.addNode(`adu ${id ?? place}`, {
      text,
      ...(id === undefined ? {} : { id }),
      ...(type === 'opp' ? { kind: 'counterpoint' } : { kind: 'claim' }),
      ...(this.source === undefined || quote === '' ? {} : { excerpts: [{ source: this.source, quote }] }),
      ...(Object.keys(own).length > 0 ? { own } : {}),
    })
    if (!isNew) this.assembly.note(`A second statement is called "${id ?? ''}"; it is left out.`, place)
  }

  private addRelation({ id, source, target, type, place, raw }: Edge): void {
    if (type === 'seg' || type === 'add') return
    const relation = relations.get(type)
    if (!relation) {
      this.assembly.note(
        `An edge of the type "${type}" is none that is known (sup, exa, reb, und, add, seg); it is left out.`,
        place,
      )
      return
    }
    const isNew = this.assembly.addRelation(`edge ${id}`, {
      ...relation,
      id,
      from: [`adu ${source}`],
      to: this.keyOf(target),
      own: raw,
      place,
    })
    if (!isNew) this.assembly.note(`A second edge is called "${id}"; it is left out.`, place)
  }

  /** Statements and relations share one id space; statements are all known by now. */
  private keyOf(id: string): string {
    return this.assembly.has(`adu ${id}`) ? `adu ${id}` : `edge ${id}`
  }

  /** Premises of the relations that edges lead to, through other such edges where they lead to one. */
  private addPremises(): void {
    const added = new Map<string, Edge[]>()
    for (const edge of this.additions.values()) {
      const relation = this.relationOf(edge)
      if (this.assembly.relationAt(`edge ${relation}`) && this.assembly.has(`adu ${edge.source}`)) {
        const list = added.get(relation)
        if (list) list.push(edge)
        else added.set(relation, [edge])
      } else {
        this.assembly.note(
          'A premise is added to a relation that is not in the file, or is not there itself; it is left out.',
          edge.place,
        )
      }
    }
    for (const [id, edges] of added) {
      const from = this.assembly.relationAt(`edge ${id}`)?.from ?? []
      this.assembly.amendRelation(`edge ${id}`, {
        from: [...from, ...edges.map(({ source }) => `adu ${source}`)],
        own: { added: edges.map(({ raw }) => raw) },
      })
    }
  }

  /** Chains are followed once, however many edges lead into them. */
  private relationOf({ target }: Edge): string {
    const chain: string[] = []
    const seen = new Set<string>()
    let at = target
    for (let next = this.additions.get(at); next && !seen.has(at); next = this.additions.get(at)) {
      const known = this.ends.get(at)
      if (known !== undefined) {
        at = known
        break
      }
      seen.add(at)
      chain.push(at)
      at = next.target
    }
    for (const id of chain) this.ends.set(id, at)
    return at
  }
}

/** "bus_lanes" as "Bus lanes". */
function titleOf(topic: string): string {
  const words = topic.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

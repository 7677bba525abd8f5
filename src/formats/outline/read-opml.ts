/**
 * Reads outlines in OPML: an entry stands under the one it is in, as support unless a sign before its words
 * says otherwise. In outlines of our own the attributes counterpoint_… bring back kinds, relations with
 * several premises, second conclusions and all that is said of statements; where text or sign have been
 * edited elsewhere, what is to be seen wins.
 */
import { nodeKindNames, relationKindNames, relationKinds, type RelationKind } from '../../model/kinds.ts'
import { Assembly } from '../assembly.ts'
import type { Reader } from '../conversion.ts'
import { failed, type ReadResult } from '../import-error.ts'
import { oneLine } from '../plain-text.ts'
import { attributesOf, elementIn, elementsIn, localName, parseXml, textIn, type XmlElement } from '../xml.ts'
import { nodeFields, relationFields, withOwnFields, type OwnFields } from './own-fields.ts'
import { signedText, walkTree } from './tree.ts'

/** Reads OPML 1 and 2. */
export const readOpml: Reader = async (text) => {
  const parsed = await parseXml(text)
  if (!parsed.ok) return parsed
  const body = elementIn(parsed.value, 'body')
  if (localName(parsed.value) !== 'opml' || !body) {
    return failed('unreadable', 'The file is no OPML outline; <opml> should hold a <body>.')
  }
  const head = elementIn(parsed.value, 'head')
  const title = head && elementIn(head, 'title')
  return new OpmlOutline(body).assemble(title ? textIn(title) : '')
}

type Line =
  /** A statement, here or elsewhere. */
  | { readonly kind: 'node'; readonly key: string }
  /** A relation that has a line of its own; what stands below without a relation of its own are its premises. */
  | { readonly kind: 'relation'; readonly key: string; readonly premises: string[] }

class OpmlOutline {
  private readonly assembly = new Assembly('opml')
  private readonly lines = new Map<XmlElement, Line>()
  private readonly fields = new Map<string, OwnFields>()
  private readonly sections = new Map<string, string>()
  private count = 0
  private edited = 0

  constructor(private readonly body: XmlElement) {}

  assemble(title: string): ReadResult {
    for (const { element, parent } of walkTree(this.body, 'outline')) {
      this.add(element, parent && this.lines.get(parent))
      if (this.assembly.isTooLarge) break
    }
    this.assembly.noteCount(
      this.edited,
      'entry was edited in another program, and its words or sign count',
      'entries were edited in another program, and their words and signs count',
      ' instead of what Counterpoint had kept',
    )
    const result = this.assembly.finish({ title })
    return result.ok ? withOwnFields(result.value, this.fields, this.assembly) : result
  }

  private add(element: XmlElement, above: Line | undefined): void {
    const { attributes, line } = element
    const place = `line ${line}`
    this.count += 1
    const said = relationKindNames.find((name) => name === attributes.get('counterpoint_relation'))
    const { words, kind } = this.visible(element, said)
    const ref = attributes.get('counterpoint_ref')
    const id = attributes.get('counterpoint_id')
    if (said && above && id === undefined && ref === undefined && elementsIn(element, 'outline').length > 0) {
      const key = this.newKey(`relation ${attributes.get('counterpoint_relation_id') ?? ''}`)
      const premises: string[] = []
      this.lines.set(element, { kind: 'relation', key, premises })
      this.addRelation(key, element, { kind, from: premises, to: above.key, place })
      return
    }
    const key = ref === undefined ? this.newKey(`node ${id ?? ''}`) : `node ${ref}`
    this.lines.set(element, { kind: 'node', key })
    if (ref === undefined) this.addNode(key, element, words)
    if (!above) return
    if (above.kind === 'relation' && !said) above.premises.push(key)
    else {
      const relation = this.newKey(`relation ${attributes.get('counterpoint_relation_id') ?? ''}`)
      this.addRelation(relation, element, { kind, from: [key], to: above.key, place })
    }
  }

  /** The words and the relation as they are to be seen. */
  private visible(
    { attributes }: XmlElement,
    said: RelationKind | undefined,
  ): { readonly words: string; readonly kind: RelationKind } {
    const text = attributes.get('text') ?? attributes.get('title') ?? ''
    const sign = said && (relationKinds[said].sign === '−' ? '-' : relationKinds[said].sign)
    if (said && sign !== undefined && text.startsWith(`${sign} `)) return { words: text.slice(2), kind: said }
    const isOwn = [...attributes.keys()].some((name) => name.startsWith('counterpoint_'))
    const { words, stance } = isOwn && !said ? { words: text.trim(), stance: undefined } : signedText(text)
    if (said && (stance ?? 'supports') !== said) this.edited += 1
    return { words, kind: stance ?? 'supports' }
  }

  private addNode(key: string, element: XmlElement, seen: string): void {
    const { attributes } = element
    const id = attributes.get('counterpoint_id')
    const kept = attributes.get('counterpoint_text')
    const words = id !== undefined && seen === '…' ? '' : seen
    const isSame = kept !== undefined && oneLine(kept) === oneLine(words)
    if (kept !== undefined && !isSame) this.edited += 1
    const kind = nodeKindNames.find((name) => name === attributes.get('counterpoint_kind'))
    const title = attributes.get('counterpoint_section')
    const note = attributes.get('_note')
    const others = Object.entries(attributesOf(element)).filter(
      ([name]) => !name.startsWith('counterpoint_') && !['text', 'title', '_note'].includes(name),
    )
    this.assembly.addNode(key, {
      text: isSame ? kept : words,
      ...(id === undefined ? {} : { id }),
      ...(kind ? { kind } : {}),
      ...(note === undefined || note === '' ? {} : { note }),
      ...(title === undefined ? {} : { section: this.sectionOf(title) }),
      ...(others.length > 0 ? { own: Object.fromEntries(others) } : {}),
    })
    this.fields.set(key, nodeFields(attributes))
  }

  private addRelation(
    key: string,
    { attributes }: XmlElement,
    relation: { kind: RelationKind; from: readonly string[]; to: string; place: string },
  ): void {
    const id = attributes.get('counterpoint_relation_id')
    this.assembly.addRelation(key, { ...relation, ...(id === undefined ? {} : { id }) })
    this.fields.set(key, relationFields(attributes))
  }

  private newKey(wish: string): string {
    const hasName = !wish.endsWith(' ')
    return hasName && !this.assembly.has(wish) ? wish : `${wish} entry ${this.count}`
  }

  private sectionOf(title: string): string {
    const known = this.sections.get(title)
    if (known !== undefined) return known
    const id = this.assembly.addSection({ id: `s${this.sections.size + 1}`, title })
    this.sections.set(title, id)
    return id
  }
}

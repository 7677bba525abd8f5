/**
 * Reads CAF, the XML of Carneades 2 (version 1.3): statements, arguments for and against them with linked
 * premises, undercutters, and references, which become sources. Descriptions in several languages: the one
 * that most are in goes on the map, the others are kept in `ext`. Descriptions are Markdown, of which only the
 * line ends within paragraphs are undone.
 */
import { Assembly } from '../assembly.ts'
import type { Reader } from '../conversion.ts'
import { schemeNamed } from '../aif/scheme-names.ts'
import { failed, type ReadResult } from '../import-error.ts'
import type { Fields } from '../slot/plain.ts'
import {
  attributesOf,
  elementIn,
  elementsBelow,
  elementsIn,
  localName,
  parseXml,
  type XmlElement,
} from '../xml.ts'
import { described, languageOf } from './caf-text.ts'
import { sourceOf } from './caf-source.ts'
import { nearestWeight } from './weights.ts'

/** Reads an argument graph of Carneades in CAF. */
export const readCaf: Reader = async (text) => {
  const parsed = await parseXml(text)
  if (!parsed.ok) return parsed
  const root = parsed.value
  const statements = elementIn(root, 'statements')
  if (localName(root) !== 'caf' || !statements) {
    return failed(
      'unreadable',
      'There are no <statements> in a <caf> in the file, so it is no argument graph of Carneades; choose another file.',
    )
  }
  return new Caf(root, statements).assemble()
}

class Caf {
  private readonly assembly = new Assembly('caf')
  private readonly language: string | undefined
  private readonly statements = new Map<string, XmlElement>()
  /** Those whose id an earlier one has. */
  private readonly twins: XmlElement[] = []
  /** Arguments that a statement undercuts, by its id. */
  private readonly undercutting = new Map<string, string>()
  /** Statements that are nothing but the undercutting of an argument: arguments for them attack that one. */
  private readonly placeholders = new Set<string>()
  private readonly sources = new Map<string, string>()
  private idle = 0
  private negated = 0
  private undeclared = 0
  private doubled = 0

  constructor(
    private readonly root: XmlElement,
    list: XmlElement,
  ) {
    this.language = languageOf(root)
    for (const statement of elementsIn(list, 'statement')) {
      const id = statement.attributes.get('id') ?? ''
      if (this.statements.has(id)) {
        this.twins.push(statement)
        continue
      }
      this.statements.set(id, statement)
      const argument = /^\s*\(\s*undercut\s+([^\s()]+)\s*\)\s*$/.exec(
        (statement.attributes.get('atom') ?? '').slice(0, 1000),
      )?.[1]
      if (argument !== undefined) this.undercutting.set(id, argument)
    }
    this.findPlaceholders()
  }

  assemble(): ReadResult {
    for (const reference of elementsIn(elementIn(this.root, 'references') ?? none, 'metadata'))
      this.addReference(reference)
    for (const [id, statement] of this.statements) {
      if (!this.placeholders.has(id)) this.addStatement(keyOf(id), statement)
    }
    for (const [index, twin] of this.twins.entries()) {
      this.addStatement(`twin ${index}`, twin)
    }
    for (const [index, argument] of this.arguments().entries()) this.addArgument(argument, index)
    for (const [id, argument] of this.undercutting) {
      if (this.placeholders.has(id)) continue
      this.assembly.addRelation(`undercut ${id}`, {
        kind: 'attacks',
        from: [keyOf(id)],
        to: `argument ${argument}`,
        place: placeOf(this.statements.get(id)),
      })
    }
    this.addNotes()
    return this.assembly.finish(this.document())
  }

  private addNotes(): void {
    this.assembly.noteCount(
      this.idle,
      'statement only says that an argument is undercut, which no argument concludes; it is',
      'statements only say that an argument is undercut, which no argument concludes; they are',
      ' left out',
    )
    this.assembly.noteCount(
      this.negated,
      'premise denies a statement; it is',
      'premises deny statements; they are',
      ' on the map in words, and the denial and the statement attack each other',
    )
    this.assembly.noteCount(
      this.undeclared,
      'statement is used but not declared; its name stands for its text',
      'statements are used but not declared; their names stand for their texts',
    )
    this.assembly.noteCount(
      this.twins.length + this.doubled,
      'statement or argument has an id that an earlier one has; it is',
      'statements or arguments have ids that earlier ones have; they are',
      ' on the map too, and whatever names such an id means the first',
    )
    const others = elementsIn(this.root).filter((one) => !parts.has(localName(one)))
    this.assembly.noteCount(
      others.length,
      'part of the file is none that argument graphs of Carneades have; it is',
      'parts of the file are none that argument graphs of Carneades have; they are',
      ' left out',
    )
  }

  private arguments(): readonly XmlElement[] {
    return elementsIn(elementIn(this.root, 'arguments') ?? none, 'argument')
  }

  /** Those without words of their own, which are no premises and which nothing speaks against. */
  private findPlaceholders(): void {
    const used = new Set(
      this.arguments().flatMap((argument) => [
        ...elementsBelow(argument, 'premise').map(({ attributes }) => attributes.get('statement')),
        ...(isAgainst(argument) ? [conclusionOf(argument)] : []),
      ]),
    )
    for (const id of this.undercutting.keys()) {
      const statement = this.statements.get(id)
      if (statement && !used.has(id) && described(statement, this.language).text === '')
        this.placeholders.add(id)
    }
    const concluded = new Set(this.arguments().map(conclusionOf))
    this.idle = [...this.placeholders].filter((id) => !concluded.has(id)).length
  }

  private addReference(reference: XmlElement): void {
    const { key } = attributesOf(reference)
    const id = this.assembly.addSource({
      ...(key === undefined ? {} : { id: key }),
      ...sourceOf(reference, this.language),
    })
    if (key !== undefined && !this.sources.has(key)) this.sources.set(key, id)
  }

  private addStatement(key: string, statement: XmlElement): void {
    const { id = '', atom, ...rest } = attributesOf(statement)
    const { text, others } = described(statement, this.language)
    const metadata = this.metadataOf(statement)
    const sources = metadata.keys.flatMap((key) => this.sources.get(key) ?? [])
    this.assembly.addNode(key, {
      id,
      text: text || (atom ?? id),
      ...(sources.length === 0 ? {} : { excerpts: sources.map((source) => ({ source })) }),
      ...(metadata.note === '' ? {} : { note: metadata.note }),
      ...ownField({
        ...rest,
        ...(atom === undefined || atom === id ? {} : { atom }),
        ...others,
        ...metadata.own,
      }),
    })
  }

  private addArgument(argument: XmlElement, index: number): void {
    const { id, pro: _, weight, scheme, ...rest } = attributesOf(argument)
    const conclusion = conclusionOf(argument)
    const undercut = this.placeholders.has(conclusion) ? this.undercutting.get(conclusion) : undefined
    if (undercut === undefined) this.mention(conclusion)
    const premises = elementsIn(elementIn(argument, 'premises') ?? argument, 'premise')
    const metadata = this.metadataOf(argument)
    const number = weight === undefined || weight.trim() === '' ? Number.NaN : Number(weight)
    const named = scheme === undefined ? undefined : schemeNamed(scheme)
    const key = `argument ${id ?? `#${index}`}`
    const isTwin = this.assembly.has(key)
    if (isTwin) this.doubled += 1
    this.assembly.addRelation(isTwin ? `twin argument ${index}` : key, {
      ...(id === undefined ? {} : { id }),
      kind: undercut !== undefined || isAgainst(argument) ? 'attacks' : 'supports',
      from: premises.map((premise) => this.premise(premise)),
      to: undercut === undefined ? keyOf(conclusion) : `argument ${undercut}`,
      place: placeOf(argument),
      ...(Number.isFinite(number) ? { weight: nearestWeight(number) } : {}),
      ...(named === undefined ? {} : { scheme: named }),
      ...(metadata.note === '' ? {} : { note: metadata.note }),
      ...ownField({
        ...rest,
        ...(undercut === undefined ? {} : { conclusion }),
        ...(weight === undefined ? {} : { weight: Number.isFinite(number) ? number : weight }),
        ...(scheme === undefined || scheme.trim() === '' || scheme === named ? {} : { scheme }),
        ...rolesIn(premises),
        ...described(argument, this.language).others,
        ...metadata.own,
        ...(metadata.keys.length === 0 ? {} : { sources: metadata.keys }),
      }),
    })
  }

  /** The key of a premise; one that denies a statement is a statement of its own. */
  private premise(premise: XmlElement): string {
    const id = premise.attributes.get('statement') ?? ''
    this.mention(id)
    if (premise.attributes.get('positive') !== 'false') return keyOf(id)
    this.negated += 1
    const key = `not ${id}`
    const text = this.assembly.nodeAt(keyOf(id))?.text ?? id
    if (!this.assembly.addNode(key, { id: `not-${id}`, text: `It is not the case that: ${text}` })) return key
    const own = { pair: `not-${id}` }
    this.assembly.addRelation(`${key} 1`, { kind: 'attacks', from: [key], to: keyOf(id), own })
    this.assembly.addRelation(`${key} 2`, { kind: 'attacks', from: [keyOf(id)], to: key, own })
    return key
  }

  /** A statement that is only referred to is there too, with its id as its text. */
  private mention(id: string): void {
    if (id !== '' && this.assembly.addNode(keyOf(id), { id, text: id })) this.undeclared += 1
  }

  private metadataOf(element: XmlElement): {
    readonly note: string
    /** Keys of references. */
    readonly keys: readonly string[]
    readonly own: Fields
  } {
    const metadata = elementIn(element, 'metadata')
    if (!metadata) return { note: '', keys: [], own: {} }
    const { source = '', ...rest } = attributesOf(metadata)
    const { text, others } = described(metadata, this.language)
    const keys = source.split(';').map((key) => key.trim())
    const own = { ...rest, ...others }
    return {
      note: text,
      keys: keys.filter((key) => key !== ''),
      own: Object.keys(own).length === 0 ? {} : { metadata: own },
    }
  }

  private document(): { readonly title: string; readonly description: string; readonly own?: Fields } {
    const metadata = elementIn(this.root, 'metadata')
    const { title, ...rest } = metadata ? attributesOf(metadata) : { title: undefined }
    const { text, others } = metadata ? described(metadata, this.language) : { text: '', others: {} }
    return { title: title ?? '', description: text, ...ownField({ ...rest, ...others }) }
  }
}

const parts: ReadonlySet<string> = new Set(['metadata', 'statements', 'arguments', 'references'])

const none: XmlElement = { name: '', attributes: new Map(), content: [], line: 0 }

function keyOf(id: string): string {
  return `statement ${id}`
}

function conclusionOf(argument: XmlElement): string {
  return elementIn(argument, 'conclusion')?.attributes.get('statement') ?? ''
}

function isAgainst({ attributes }: XmlElement): boolean {
  return attributes.get('pro') === 'false'
}

function placeOf(element: XmlElement | undefined): string {
  return `line ${element?.line ?? 1}`
}

/** What premises say beside the statement, if any says something: their roles, or that they are implicit. */
function rolesIn(premises: readonly XmlElement[]): Fields {
  const said = premises.map((premise) => {
    const { role = '', implicit, statement = '' } = attributesOf(premise)
    return { statement, ...(role === '' ? {} : { role }), ...(implicit === 'true' ? { implicit: true } : {}) }
  })
  return said.some((one) => Object.keys(one).length > 1) ? { premises: said } : {}
}

function ownField(own: Fields): { readonly own?: Fields } {
  return Object.keys(own).length === 0 ? {} : { own }
}

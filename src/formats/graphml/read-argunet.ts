/**
 * Reads maps of Argunet, which are GraphML with elements of its own (namespace arg). Theses are statements, as
 * are arguments that nobody has reconstructed; reconstructed ones are the statements they consist of and an
 * inference for each conclusion. Propositions of one id are one statement, so that a support between
 * two of them says nothing more. Groups are sections.
 */
import { Assembly } from '../assembly.ts'
import type { ReadResult } from '../import-error.ts'
import { oneLine } from '../plain-text.ts'
import type { Fields } from '../slot/plain.ts'
import { attributesOf, elementIn, elementsBelow, elementsIn, textIn, type XmlElement } from '../xml.ts'
import { labelOf, positionOf, type FileEdge, type FileNode, type GraphmlFile } from './read-file.ts'
import { inferencesIn } from './read-inferences.ts'
import { drawnPinsOffer } from './read-pins.ts'

/** Whether Argunet made the file: its namespace is declared. */
export function isArgunet({ root }: GraphmlFile): boolean {
  return [...root.attributes].some(([name, value]) => name.startsWith('xmlns:') && value.includes('argunet'))
}

/** The map in a file of Argunet. */
export function readArgunet(file: GraphmlFile): ReadResult {
  const read = new ArgunetMap(file).assemble()
  if (!read.ok) return read
  const { graph, notes, offers } = read.value
  return { ok: true, value: { graph, notes, offers: [...offers, ...drawnPinsOffer(graph)] } }
}

/** What stands for a node of the file: a statement, or the statements and the inference of an argument. */
interface Place {
  /** The key of what it says: the statement, or the conclusion. */
  readonly says: string
  /** The key of what others bear on: the statement, or the inference. */
  readonly bears: string
}

class ArgunetMap {
  private readonly assembly = new Assembly('graphml')
  private readonly sections = new Map<FileNode, string>()
  private readonly places = new Map<string, Place>()
  /** Theses by the id that propositions have too. */
  private readonly theses = new Map<string, { readonly node: FileNode; readonly element: XmlElement }>()
  /** Other wordings of a statement by its key, each by its words alone. */
  private readonly members = new Map<string, Map<string, string>>()
  private guessed = 0
  private identities = 0
  private untyped = 0

  constructor(private readonly file: GraphmlFile) {
    for (const node of file.nodes) {
      const element = elementOf(node, 'thesis')
      const id = element?.attributes.get('id')
      if (element && id !== undefined && !this.theses.has(id)) this.theses.set(id, { node, element })
    }
  }

  assemble(): ReadResult {
    for (const node of this.file.nodes) this.addNode(node)
    for (const [index, edge] of this.file.edges.entries()) this.addEdge(edge, `edge ${index}`)
    for (const [key, members] of this.members) {
      this.assembly.amendNode(key, { own: { members: [...members.values()] } })
    }
    this.assembly.noteCount(
      this.members.size,
      'statement is worded in several ways in the file',
      'statements are worded in several ways in the file',
      '; the first wording is on the map, the others are kept with it',
    )
    this.assembly.noteCount(
      this.guessed,
      'inference does not say what it follows from and is',
      'inferences do not say what they follow from and are',
      ' read as following from everything before that nothing else was concluded from',
    )
    this.assembly.noteCount(
      this.identities,
      'support joins the same statement in two places',
      'supports join the same statement in two places',
      ', which is one statement on the map',
    )
    this.assembly.noteCount(
      this.untyped,
      'edge says neither support nor attack and is',
      'edges say neither support nor attack and are',
      ' read as support',
    )
    return this.assembly.finish(documentOf(this.file))
  }

  private addNode(node: FileNode): void {
    const group = elementOf(node, 'group')
    if (node.isGroup || group) {
      const title = textOf(group, 'title') || labelOf(node)
      this.sections.set(node, this.assembly.addSection({ ...idOf(node), title }))
      return
    }
    const [thesis, argument] = [elementOf(node, 'thesis'), elementOf(node, 'argument')]
    if (thesis) this.addThesis(node, thesis)
    else if (argument && elementsIn(argument, 'proposition').length > 0) this.addArgument(node, argument)
    else this.addSketch(node, argument)
  }

  private addThesis(node: FileNode, element: XmlElement): void {
    const id = element.attributes.get('id')
    const key =
      id === undefined ? `node ${node.key}` : this.addStatement(id, textOf(element, 'content'), node)
    if (id === undefined) this.assembly.addNode(key, this.draftOf(node, element, textOf(element, 'content')))
    this.places.set(node.key, { says: key, bears: key })
  }

  private addSketch(node: FileNode, element: XmlElement | undefined): void {
    const key = `node ${node.key}`
    this.assembly.addNode(key, this.draftOf(node, element, textOf(element, 'description')))
    this.places.set(node.key, { says: key, bears: key })
  }

  private addArgument(node: FileNode, element: XmlElement): void {
    const propositions = elementsIn(element, 'proposition').map((one, index) => {
      const id = one.attributes.get('id') ?? `${node.key} #${index}`
      return { element: one, key: this.addStatement(id, textOf(one, 'content'), node) }
    })
    const { inferences, guessed } = inferencesIn(propositions.map((one) => one.element))
    this.guessed += guessed
    const keyOf = (index: number): string => propositions[index]?.key ?? ''
    const description = textOf(element, 'description')
    const bears = `node ${node.key}`
    for (const [index, { from, to, pattern }] of inferences.entries()) {
      const isLast = index === inferences.length - 1
      const own = { ...(isLast ? ownOf(node, element) : {}), ...(pattern ? { pattern } : {}) }
      this.assembly.addRelation(isLast ? bears : `${bears} ${index}`, {
        ...(isLast ? idOf(node) : node.id === undefined ? {} : { id: `${node.id}.${index + 1}` }),
        kind: 'supports',
        from: from.map(keyOf),
        to: to === undefined ? undefined : keyOf(to),
        place: node.place,
        ...(isLast && description !== '' ? { note: description } : {}),
        ...(Object.keys(own).length === 0 ? {} : { own }),
      })
    }
    const conclusion = inferences.at(-1)?.to
    this.places.set(node.key, { says: keyOf(conclusion ?? 0), bears })
  }

  /** A statement by its id, which theses and propositions share; the thesis is where it belongs. */
  private addStatement(id: string, text: string, node: FileNode): string {
    const key = `statement ${id}`
    const thesis = this.theses.get(id)
    if (!this.assembly.has(key)) {
      const draft = thesis
        ? this.draftOf(thesis.node, thesis.element, textOf(thesis.element, 'content'))
        : { id, text, ...this.sectionOf(node) }
      this.assembly.addNode(key, draft)
    }
    const words = oneLine(text)
    if (words !== '' && words !== oneLine(this.assembly.nodeAt(key)?.text ?? '')) {
      const others = this.members.get(key) ?? new Map<string, string>()
      this.members.set(key, others.set(words, text))
    }
    return key
  }

  private draftOf(
    node: FileNode,
    element: XmlElement | undefined,
    text: string,
  ): { readonly text: string; readonly own?: Fields } {
    const own = ownOf(node, element)
    return {
      ...idOf(node),
      text: text || textOf(element, 'title') || labelOf(node),
      ...this.sectionOf(node),
      ...(Object.keys(own).length === 0 ? {} : { own }),
    }
  }

  private sectionOf({ group }: FileNode): { readonly section?: string } {
    const section = group && this.sections.get(group)
    return section === undefined ? {} : { section }
  }

  private addEdge(edge: FileEdge, key: string): void {
    const element = edge.data.flatMap((one) => elementsBelow(one, 'edge'))[0]
    const type = element?.attributes.get('type') ?? ''
    const kind = /attack/i.test(type) ? 'attacks' : 'supports'
    const [source, target] = ['sourcePropositionId', 'targetPropositionId'].map((name) =>
      this.statementAt(element?.attributes.get(name)),
    )
    if (kind === 'supports' && source !== undefined && source === target) {
      this.identities += 1
      return
    }
    if (!/^(?:sketched)?(?:attack|support)$/i.test(type)) this.untyped += 1
    this.assembly.addRelation(key, {
      ...(edge.id === undefined ? {} : { id: edge.id }),
      kind,
      from: [source ?? this.places.get(edge.source)?.says ?? ''],
      to: target ?? this.places.get(edge.target)?.bears,
      place: edge.place,
      ...(type === '' ? {} : { own: { type } }),
    })
  }

  private statementAt(id: string | undefined): string | undefined {
    const key = `statement ${id}`
    return id !== undefined && this.assembly.has(key) ? key : undefined
  }
}

function elementOf({ data }: FileNode, name: string): XmlElement | undefined {
  return data.flatMap((one) => elementsIn(one, name))[0]
}

function textOf(element: XmlElement | undefined, name: string): string {
  const inner = element && elementIn(element, name)
  return inner ? textIn(inner).trim() : ''
}

function idOf({ id }: FileNode): { readonly id?: string } {
  return id === undefined ? {} : { id }
}

/** Title, place and colour, which no statement has. */
function ownOf(node: FileNode, element: XmlElement | undefined): Fields {
  const title = textOf(element, 'title')
  const colour = element && attributesOf(element)['colorIndex']
  return {
    ...(title === '' ? {} : { title }),
    ...positionOf(node),
    ...(colour === undefined ? {} : { colorIndex: colour }),
  }
}

function documentOf({ root }: GraphmlFile): { readonly title: string; readonly description: string } {
  const [map] = elementsIn(root, 'data').flatMap((one) => elementsBelow(one, 'map'))
  const debate = map && elementIn(map, 'debate')
  const [name, subtitle] = [textOf(debate, 'title'), textOf(debate, 'subtitle')]
  const [mapTitle, description] = [textOf(map, 'mapTitle'), textOf(map, 'mapDescription')]
  const said = [subtitle, name === '' ? '' : mapTitle, description].filter((one) => one !== '')
  return { title: name || mapTitle, description: said.join('\n\n') }
}

/**
 * Reads argument graphs in SADFace JSON, versions 0.1 to 0.5: atoms are statements, and what stands between
 * them on the way from source to target is an inference or a conflict. Resources are sources, and places in
 * them excerpts. The library of 0.5 writes attacks the wrong way round, so files of that version are read as
 * their arrows go, and turning them is offered.
 */
import { Assembly } from '../assembly.ts'
import type { ArgumentGraph, ArgumentNode, Relation } from '../../model/graph.ts'
import type { ImportOffer, Reader } from '../conversion.ts'
import { withGuessedKinds } from '../guessed-kinds.ts'
import { failed, refusalOfSize, type ReadResult } from '../import-error.ts'
import { fieldOf, isFields, isPlain, type Fields } from '../slot/plain.ts'

/** Reads a SADFace document. */
export const readSadface: Reader = async (text) => Promise.resolve(refusalOfSize(text) ?? parse(text))

function parse(text: string): ReadResult {
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // The only way that the parser has to say so.
    return failed(
      'unreadable',
      'The file is not whole JSON; it may be cut off, so get it again or correct it.',
    )
  }
  if (!Array.isArray(fieldOf(document, 'nodes')) || !Array.isArray(fieldOf(document, 'edges'))) {
    return failed(
      'unreadable',
      'The file is no SADFace document; it should have lists of "nodes" and "edges".',
    )
  }
  return new Sadface(document).assemble()
}

/** What stands between atoms, with the nodes that lead to it and those it leads to. */
interface Step {
  readonly id: string
  readonly raw: Fields
  readonly place: string
  readonly name: string
  readonly isConflict: boolean
  readonly from: string[]
  readonly to: string[]
}

const conflicts: ReadonlySet<string> = new Set(['attack', 'conflict', 'disagree', 'disagreement'])

class Sadface {
  private readonly assembly = new Assembly('sadface')
  private readonly sources = new Map<string, string>()
  private readonly steps = new Map<string, Step>()
  private readonly atoms = new Set<string>()
  /** Relations by the library's own attack, whose arrow may be the wrong way round. */
  private readonly attacks: string[] = []
  private readonly core: Fields
  private direct = 0

  constructor(private readonly document: unknown) {
    const core = fieldOf(fieldOf(document, 'metadata'), 'core')
    // Before 0.2 these fields stood at the top.
    this.core = isFields(core) ? core : isFields(document) ? document : {}
  }

  assemble(): ReadResult {
    for (const [index, resource] of this.list('resources').entries()) this.addResource(resource, index)
    for (const [index, node] of this.list('nodes').entries()) this.addNode(node, `nodes.${index}`)
    for (const [index, edge] of this.list('edges').entries()) this.addEdge(edge, `edges.${index}`)
    const isNew = this.isNew()
    for (const step of this.steps.values()) this.addStep(step, isNew)
    this.assembly.noteCount(
      this.direct,
      'edge joins two statements and is',
      'edges join two statements and are',
      ' read as support',
    )
    const { title, description } = this.core
    const own = this.ownOfDocument()
    const result = this.assembly.finish({
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof description === 'string' ? { description } : {}),
      ...(Object.keys(own).length > 0 ? { own } : {}),
    })
    if (!result.ok) return result
    return { ok: true, value: { ...result.value, offers: [...this.turnOffer(), ...result.value.offers] } }
  }

  private list(name: string): readonly unknown[] {
    const list = fieldOf(this.document, name)
    return Array.isArray(list) ? list : []
  }

  private addResource(resource: unknown, index: number): void {
    const id = wordOf(fieldOf(resource, 'id'))
    const type = fieldOf(resource, 'type')
    const [title, url] = ['title', 'url'].map((name) => fieldOf(resource, name))
    const content = fieldOf(resource, 'content')
    const metadata = fieldOf(resource, 'metadata')
    const named = fieldOf(metadata, 'title')
    const name = [title, named, firstWords(content)].find((one) => typeof one === 'string' && one !== '')
    const newId = this.assembly.addSource({
      ...(id === undefined ? {} : { id }),
      type: 'document',
      fields: { title: name ?? `Resource ${index + 1}`, ...(typeof url === 'string' ? { URL: url } : {}) },
      own: keep({ type, content, metadata }),
    })
    if (id !== undefined && !this.sources.has(id)) this.sources.set(id, newId)
  }

  private addNode(node: unknown, place: string): void {
    const id = wordOf(fieldOf(node, 'id'))
    const type = fieldOf(node, 'type')
    if (!isFields(node) || id === undefined || this.steps.has(id) || this.assembly.has(id)) {
      this.assembly.note('A node has no id of its own and is left out; give it one.', place)
    } else if (type === 'atom') this.addAtom(id, node)
    else if (type === 'scheme' || type === 'inference' || type === 'conflict') {
      const name = wordOf(fieldOf(node, 'name')) ?? ''
      const isConflict = type === 'conflict' || (type === 'scheme' && conflicts.has(name.toLowerCase()))
      this.steps.set(id, { id, raw: node, place, name, isConflict, from: [], to: [] })
    } else {
      this.assembly.note(
        'A node is neither a statement nor a step between statements; it is left out.',
        place,
      )
    }
  }

  private addAtom(id: string, node: Fields): void {
    this.atoms.add(id)
    const { text, sources } = node
    const excerpts = (Array.isArray(sources) ? sources : []).flatMap((source: unknown) => {
      const known = this.sources.get(wordOf(fieldOf(source, 'resource_id')) ?? '')
      const quote = fieldOf(source, 'text')
      return known === undefined ? [] : [{ source: known, ...(typeof quote === 'string' ? { quote } : {}) }]
    })
    const own = keep({ ...others(node, ['id', 'type', 'text']) })
    this.assembly.addNode(id, {
      id,
      text: typeof text === 'string' ? text : '',
      ...(excerpts.length > 0 ? { excerpts } : {}),
      own,
    })
  }

  private addEdge(edge: unknown, place: string): void {
    const [source, target] = ['source_id', 'target_id'].map((name) => wordOf(fieldOf(edge, name)))
    if (source === undefined || target === undefined) {
      this.assembly.note('An edge has no source or no target and is left out.', place)
      return
    }
    const [before, behind] = [this.steps.get(source), this.steps.get(target)]
    if (behind && !before) behind.from.push(source)
    if (before) before.to.push(target)
    if (!before && !behind) {
      this.direct += 1
      this.assembly.addRelation(`edge ${place}`, { kind: 'supports', from: [source], to: target, place })
    }
  }

  private addStep(step: Step, isNew: boolean): void {
    const { id, name, from, to, place, raw, isConflict } = step
    const kind = isConflict ? 'attacks' : 'supports'
    const own = keep(others(raw, ['id', 'type']))
    const isMutual = isConflict && from.length === 0 && to.length === 2
    if (isMutual) {
      const [one = '', other = ''] = to
      for (const [index, [start, end]] of [[one, other] as const, [other, one] as const].entries()) {
        const key = index === 0 ? id : `${id} back`
        this.assembly.addRelation(key, { kind, id, from: [start], to: end, place, own: { ...own, pair: id } })
      }
      return
    }
    const scheme = isConflict || /^supports?$|^$/i.test(name) ? undefined : name
    const ends = to.length === 0 ? [undefined] : [...new Set(to)]
    for (const [index, end] of ends.entries()) {
      if (this.assembly.isTooLarge) return
      const key = index === 0 ? id : `${id} ${index}`
      this.assembly.addRelation(key, {
        kind,
        id,
        from,
        to: end,
        place,
        own: { ...own, ...(ends.length > 1 ? { group: id } : {}) },
        ...(scheme === undefined ? {} : { scheme }),
      })
      if (isNew && isConflict && name.toLowerCase() === 'attack') this.attacks.push(key)
    }
  }

  /** From 0.5 on there are inferences and conflicts where there were schemes. */
  private isNew(): boolean {
    const { version } = this.core
    const isSplit = [...this.steps.values()].some(({ raw }) => raw['type'] !== 'scheme')
    return isSplit || (typeof version === 'string' && Number.parseFloat(version) >= 0.5)
  }

  private ownOfDocument(): Fields {
    const rest = isFields(this.document) ? others(this.document, ['nodes', 'edges', 'resources']) : {}
    return keep(rest)
  }

  private turnOffer(): ImportOffer[] {
    const ids = new Set(this.attacks.flatMap((key) => this.assembly.idOf(key) ?? []))
    const count = ids.size
    if (count === 0) return []
    return [
      {
        id: 'turn-attacks',
        label: count === 1 ? 'Turn 1 attack round' : `Turn ${count} attacks round`,
        explanation:
          'The SADFace library of this version writes an attack from the statement that is attacked to the one that attacks it.',
        apply: (graph) => turned(graph, ids),
      },
    ]
  }
}

/** Attacks of one statement on another the other way round; others stay. */
function turned(graph: ArgumentGraph, ids: ReadonlySet<string>): ArgumentGraph {
  const relations = Object.entries(graph.relations).map(([id, relation]): [string, Relation] => {
    const [premise, second] = relation.from
    const canTurn =
      ids.has(id) && premise !== undefined && second === undefined && Object.hasOwn(graph.nodes, relation.to)
    return [id, canTurn ? { ...relation, from: [relation.to], to: premise } : relation]
  })
  // Counterpoints were guessed from the arrows, so they are guessed anew.
  const nodes = Object.entries(graph.nodes).map(([id, node]): [string, ArgumentNode] => [
    id,
    node.kind === 'counterpoint' ? { ...node, kind: 'claim' } : node,
  ])
  return withGuessedKinds({
    ...graph,
    nodes: Object.fromEntries(nodes),
    relations: Object.fromEntries(relations),
  })
}

/** Ids are texts; some programs write numbers. */
function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

function firstWords(content: unknown): string | undefined {
  return typeof content === 'string' ? content.trim().slice(0, 80) : undefined
}

function others(fields: Fields, known: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !known.includes(name)))
}

/** What is worth keeping: no empty lists, objects or texts, and nothing that no document can hold. */
function keep(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => {
      if (value === undefined || value === null || value === '') return false
      if (typeof value === 'object' && Object.keys(value).length === 0) return false
      return isPlain(value)
    }),
  )
}

/**
 * What a node or an edge of a drawing says of a statement or a relation, in keys of any program or in what yEd
 * draws. What is not understood is kept in `own`, for `ext`.
 */
import type { NodeKind, RelationKind, Weight } from '../../model/kinds.ts'
import { schemeInText, schemeNamed } from '../aif/scheme-names.ts'
import type { Fields } from '../slot/plain.ts'
import {
  colourOf,
  labelOf,
  otherValues,
  positionOf,
  valueOf,
  type FileEdge,
  type FileNode,
} from './read-file.ts'
import { kindNamed, relationNamed, roleNamed, weightNamed, type Role } from './read-words.ts'

/** What a node says of the statement that it is. */
export interface StatementFields {
  readonly text: string
  readonly kind?: NodeKind
  readonly note?: string
  /** An address of the web. */
  readonly url?: string
  readonly own?: Fields
}

/** What an edge, or a node that stands for a relation, says of it. */
interface RelationFields {
  readonly weight?: Weight
  readonly scheme?: string
  readonly own?: Fields
}

/** The statement that a node is. One without words is named by its description, or else by its id. */
export function statementFields(node: FileNode): StatementFields {
  const used = new Set<string>()
  const kind = take(node, used, kindNames, kindNamed)
  take(node, used, roleNames, roleNamed)
  const text = take(node, used, textNames, any) ?? (labelOf(node) || take(node, used, labelNames, any))
  const description = take(node, used, ['description'], any)
  const url = take(node, used, ['url'], (value) => (/^https?:\/\/\S+$/i.test(value) ? value : undefined))
  const values = otherValues(node, used)
  const own = { ...positionOf(node), ...(values ? { values } : {}) }
  return {
    text: text ?? description ?? node.id ?? '',
    ...(kind === undefined ? {} : { kind }),
    ...(text === undefined || description === undefined || description === text ? {} : { note: description }),
    ...(url === undefined ? {} : { url }),
    ...ownField(own),
  }
}

/** The relation that an edge is by itself, and which kind it says it is, if it does. */
export function edgeFields(edge: FileEdge): {
  readonly kind?: RelationKind
  readonly fields: RelationFields
} {
  const used = new Set<string>()
  const label = labelOf(edge)
  const drawn = relationNamed(label)
  const kind = take(edge, used, relationNames, relationNamed) ?? drawn
  const colour = kind === undefined ? colourOf(edge) : undefined
  const own = {
    ...(drawn === undefined && label !== '' ? { label } : {}),
    ...(colour === undefined ? {} : { colour }),
  }
  return { ...(kind === undefined ? {} : { kind }), fields: relationFields(edge, used, own) }
}

/** The relation that a node stands for. Its words may name the scheme. */
export function stepFields(node: FileNode): RelationFields {
  const used = new Set<string>()
  take(node, used, roleNames, roleNamed)
  take(node, used, ['relation'], relationNamed)
  const label = titleOf(node)
  const scheme = schemeInText(label)
  const isSaid = scheme !== undefined || roleNamed(label) !== undefined || relationNamed(label) !== undefined
  for (const name of [...textNames, ...labelNames]) if (valueOf(node, name) === label) used.add(name)
  const fields = relationFields(node, used, isSaid || label === '' ? {} : { label })
  return { ...(scheme === undefined ? {} : { scheme }), ...fields }
}

/** What a node is: a statement, unless it says that it stands for a relation or for something else of AIF. */
export function roleOf(node: FileNode): Role {
  const said = take(node, new Set(), roleNames, roleNamed)
  if (said !== undefined) return said
  if (valueOf(node, 'kind') !== undefined) return 'statement'
  return relationNamed(valueOf(node, 'relation')) ?? 'statement'
}

/** The words of a node that is no statement; empty for none. */
export function titleOf(node: FileNode): string {
  return valueOf(node, ...textNames) ?? (labelOf(node) || (valueOf(node, ...labelNames) ?? ''))
}

const textNames = ['text', 'statement', 'content'] as const
const labelNames = ['label', 'name', 'title'] as const
const kindNames = ['kind', 'type', 'nodetype'] as const
const roleNames = ['nodetype', 'type'] as const
const relationNames = ['relation', 'kind', 'type', 'interaction', 'label', 'name'] as const

function relationFields(record: FileEdge | FileNode, used: Set<string>, more: Fields): RelationFields {
  const weight = take(record, used, ['weight'], weightNamed)
  const [said, name] = [valueOf(record, 'weight'), valueOf(record, 'scheme')]
  const scheme = take(record, used, ['scheme'], schemeNamed)
  const values = otherValues(record, new Set([...used, 'part']))
  const own = {
    ...more,
    ...(weight === undefined || said === weight ? {} : { weight: said }),
    ...(scheme === undefined || name === scheme ? {} : { scheme: name }),
    ...(values ? { values } : {}),
  }
  return {
    ...(weight === undefined ? {} : { weight }),
    ...(scheme === undefined ? {} : { scheme }),
    ...ownField(own),
  }
}

/** What the first of these values that is understood means; its name is marked as used. */
function take<T>(
  record: FileEdge | FileNode,
  used: Set<string>,
  names: readonly string[],
  read: (value: string) => T | undefined,
): T | undefined {
  for (const name of names) {
    const value = valueOf(record, name)
    const meaning = value === undefined ? undefined : read(value)
    if (meaning === undefined) continue
    used.add(name)
    return meaning
  }
  return undefined
}

function any(value: string): string {
  return value
}

function ownField(own: Fields): { readonly own?: Fields } {
  return Object.keys(own).length === 0 ? {} : { own }
}

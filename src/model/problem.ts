/**
 * One thing that is wrong with a document: which rule it breaks, where, and what can be done about it.
 * Validation, opening files and repairing speak of problems in this one form.
 */

/** The rules a document can break, each with what it demands. Stable names: scripts read them. */
export const problemRules = {
  'duplicate-key': 'A name stands once in an object.',
  'reserved-key': 'Names that have a meaning in JavaScript are not used as names.',
  'number-too-large': 'A number can be represented.',
  'digit-order': 'Ids made of digits alone stand in ascending order, or their records have order keys.',
  'wrong-shape': 'A record has the fields it needs, each of the right type.',
  'unknown-kind': 'Kinds, ratings, weights, answers and directions are from the vocabulary.',
  'illegal-id': 'An id is a short word.',
  'shared-id': 'Nodes and relations share one id space.',
  'unknown-premise': 'A premise is a node of this graph.',
  'unknown-target': 'A target is a node or relation of this graph.',
  'unknown-section': 'A section is one of this graph.',
  'unknown-source': 'A source is one of this graph.',
  'unknown-node': 'Layout and answers speak of nodes of this graph.',
  'unknown-role': 'A premise of a scheme is a premise of the relation.',
  'unknown-element': 'Problems are muted at nodes and relations of this graph.',
  'repeated-id': 'A list of ids names each once.',
  'wrong-premise': 'A premise is of a kind that the relation allows.',
  'wrong-target': 'A target is of a kind that the relation allows.',
  'too-many-premises': 'Only relations that can be linked have several premises.',
  'cyclic-target': 'The chain of relation targets ends at a node.',
  'too-many-records': 'A graph has no more nodes and relations than can be worked with.',
  'text-too-long': 'A text is no longer than can be worked with.',
} as const satisfies Record<string, string>

export type ProblemRule = keyof typeof problemRules

/** The way to a place in a document, from the outermost field inwards. */
export type Path = readonly (string | number)[]

export interface Problem {
  readonly rule: ProblemRule
  readonly path: Path
  /** The path as people read it: "relations.r8.to". */
  readonly place: string
  /** What is wrong, without the place and without a full stop. */
  readonly wrong: string
  /** What is wrong and what can be done, without the place. */
  readonly message: string
}

/** A problem at a path: what is wrong, and what can be done about it. */
export function problemAt(rule: ProblemRule, path: Path, wrong: string, remedy: string): Problem {
  return { rule, path, place: placeOf(path), wrong, message: `${wrong}; ${remedy}` }
}

/** "relations.r8.to"; the document itself is "document". */
export function placeOf(path: Path): string {
  return path.length === 0 ? 'document' : path.join('.')
}

/** "relations.r8.to: there is no node or relation "r77"; …" */
export function sentenceOf({ place, message }: Pick<Problem, 'place' | 'message'>): string {
  return `${place}: ${message}`
}

/** A value in quotation marks for a message, cut when long. */
export function quoteValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const cut = text.length > 40 ? `${text.slice(0, 39)}…` : text
  return `"${cut}"`
}

/**
 * What must hold between the records of a graph: ids are legal and used once, every reference leads
 * somewhere, connected kinds may be connected, and relation targets end at a node. The shape of each
 * record is checked before, by schema.ts. Time O(size), without recursion, so depth is no danger.
 */
import {
  reasonAgainstLinking,
  reasonAgainstPremise,
  reasonAgainstRelationTarget,
  reasonAgainstTarget,
} from './connections.ts'
import { hasElement, nodeAt, relationAt } from './graph.ts'
import type { Answers, ArgumentGraph, Relation, RelationId } from './graph.ts'
import { isLegalId } from './ids.ts'
import { problemAt, quoteValue, type Path, type Problem, type ProblemRule } from './problem.ts'

/** Everything that is wrong between the records of a graph, in the order of the document; empty if it is valid. */
export function validate(graph: ArgumentGraph): readonly Problem[] {
  return [
    ...idProblems(graph),
    ...nodeProblems(graph),
    ...relationProblems(graph),
    ...cyclicTargets(graph),
    ...mutedProblems(graph),
    ...layoutProblems(graph),
  ]
}

function* idProblems(graph: ArgumentGraph): Generator<Problem> {
  for (const records of ['sources', 'sections', 'nodes', 'relations'] as const) {
    for (const id of Object.keys(graph[records])) {
      if (!isLegalId(id)) {
        yield problemAt(
          'illegal-id',
          [records, id],
          `${quoteValue(id)} cannot be an id`,
          `use up to 128 letters, digits and _ . : -, beginning with a letter, digit or _, and no name that JavaScript reserves`,
        )
      }
    }
  }
  for (const id of Object.keys(graph.relations)) {
    if (nodeAt(graph, id)) {
      yield problemAt(
        'shared-id',
        ['relations', id],
        `a node is called ${quoteValue(id)} too`,
        'give the relation another id',
      )
    }
  }
}

function* nodeProblems(graph: ArgumentGraph): Generator<Problem> {
  for (const [id, { section, excerpts = [], questions, criteria }] of Object.entries(graph.nodes)) {
    if (section !== undefined && !Object.hasOwn(graph.sections, section)) {
      yield problemAt(
        'unknown-section',
        ['nodes', id, 'section'],
        `there is no section ${quoteValue(section)}`,
        'name one that exists, or take the field out',
      )
    }
    for (const [index, { source }] of excerpts.entries()) {
      if (!Object.hasOwn(graph.sources, source)) {
        yield problemAt(
          'unknown-source',
          ['nodes', id, 'excerpts', index, 'source'],
          `there is no source ${quoteValue(source)}`,
          'add it to the sources, or take the excerpt out',
        )
      }
    }
    yield* answerProblems(graph, ['nodes', id, 'questions'], questions)
    yield* answerProblems(graph, ['nodes', id, 'criteria'], criteria)
  }
}

function* relationProblems(graph: ArgumentGraph): Generator<Problem> {
  for (const [id, relation] of Object.entries(graph.relations)) {
    yield* premiseProblems(graph, id, relation)
    yield* targetProblems(graph, id, relation)
    yield* roleProblems(id, relation)
    yield* answerProblems(graph, ['relations', id, 'questions'], relation.questions)
  }
}

function* premiseProblems(
  graph: ArgumentGraph,
  id: RelationId,
  { kind, from }: Relation,
): Generator<Problem> {
  const seen = new Set<string>()
  for (const [index, premise] of from.entries()) {
    const path = ['relations', id, 'from', index]
    const node = nodeAt(graph, premise)
    if (!node) {
      yield relationAt(graph, premise)
        ? problemAt(
            'unknown-premise',
            path,
            `${quoteValue(premise)} is a relation, and only a node can be a premise`,
            'start from one of its nodes, or delete this relation',
          )
        : problemAt(
            'unknown-premise',
            path,
            `there is no node ${quoteValue(premise)}`,
            'name one that exists, or delete the relation',
          )
    } else if (seen.has(premise)) {
      yield problemAt(
        'repeated-id',
        path,
        `${quoteValue(premise)} is already a premise of this relation`,
        'name it once',
      )
    } else {
      const reason = reasonAgainstPremise(kind, node.kind)
      if (reason !== undefined) yield fromReason('wrong-premise', path, reason)
    }
    seen.add(premise)
  }
  const reason = reasonAgainstLinking(kind, seen.size)
  if (reason !== undefined) yield fromReason('too-many-premises', ['relations', id, 'from'], reason)
}

function* targetProblems(
  graph: ArgumentGraph,
  id: RelationId,
  { kind, from, to }: Relation,
): Generator<Problem> {
  const path = ['relations', id, 'to']
  const node = nodeAt(graph, to)
  const relation = relationAt(graph, to)
  if (node) {
    const kinds = [...new Set(from.flatMap((premise) => nodeAt(graph, premise)?.kind ?? []))]
    const reason = reasonAgainstTarget(kind, kinds, node.kind)
    if (reason !== undefined) yield fromReason('wrong-target', path, reason)
  } else if (relation) {
    const reason = reasonAgainstRelationTarget(kind, relation.kind)
    if (reason !== undefined) yield fromReason('wrong-target', path, reason)
  } else {
    yield problemAt(
      'unknown-target',
      path,
      `there is no node or relation ${quoteValue(to)}`,
      'point it at one that exists, or delete the relation',
    )
  }
}

function* roleProblems(id: RelationId, { roles = {}, from }: Relation): Generator<Problem> {
  for (const [name, node] of Object.entries(roles)) {
    if (from.includes(node)) continue
    yield problemAt(
      'unknown-role',
      ['relations', id, 'roles', name],
      `${quoteValue(node)} is no premise of this relation`,
      'name one of its premises, or take the entry out',
    )
  }
}

function* answerProblems(graph: ArgumentGraph, path: Path, answers: Answers = {}): Generator<Problem> {
  for (const [question, { by }] of Object.entries(answers)) {
    if (by === undefined || nodeAt(graph, by)) continue
    yield problemAt(
      'unknown-node',
      [...path, question, 'by'],
      `there is no node ${quoteValue(by)}`,
      'name the node that answers the question, or take the field out',
    )
  }
}

function* mutedProblems(graph: ArgumentGraph): Generator<Problem> {
  for (const [rule, { at = [] }] of Object.entries(graph.muted ?? {})) {
    const seen = new Set<string>()
    for (const [index, id] of at.entries()) {
      const path = ['muted', rule, 'at', index]
      if (!hasElement(graph, id)) {
        yield problemAt(
          'unknown-element',
          path,
          `there is no node or relation ${quoteValue(id)}`,
          'name one that exists, or take the entry out',
        )
      } else if (seen.has(id)) {
        yield problemAt('repeated-id', path, `${quoteValue(id)} is already listed`, 'name it once')
      }
      seen.add(id)
    }
  }
}

/** One problem for each circle of relations that point at each other. */
function* cyclicTargets(graph: ArgumentGraph): Generator<Problem> {
  const settled = new Set<RelationId>()
  for (const start of Object.keys(graph.relations)) {
    const chain = new Map<RelationId, number>()
    let at: RelationId = start
    for (;;) {
      const relation = nodeAt(graph, at) ? undefined : relationAt(graph, at)
      if (!relation || settled.has(at) || chain.has(at)) break
      chain.set(at, chain.size)
      at = relation.to
    }
    const begin = chain.get(at)
    if (begin !== undefined) {
      const circle = [...chain.keys()].slice(begin)
      const shown = circle.length > 6 ? [...circle.slice(0, 5), '…'] : circle
      yield problemAt(
        'cyclic-target',
        ['relations', at, 'to'],
        `relations point at each other in a circle (${[...shown, at].join(' → ')})`,
        'point one of them at a node',
      )
    }
    for (const id of chain.keys()) settled.add(id)
  }
}

function* layoutProblems(graph: ArgumentGraph): Generator<Problem> {
  const { pinned = {}, collapsed = [], folded = [] } = graph.layout ?? {}
  const unknown = (path: Path, id: string): Problem =>
    problemAt(
      'unknown-node',
      path,
      `there is no node ${quoteValue(id)}`,
      'name one that exists, or take the entry out',
    )
  for (const id of Object.keys(pinned)) {
    if (!nodeAt(graph, id)) yield unknown(['layout', 'pinned', id], id)
  }
  const seen = new Set<string>()
  for (const [index, id] of collapsed.entries()) {
    const path = ['layout', 'collapsed', index]
    if (!nodeAt(graph, id)) yield unknown(path, id)
    else if (seen.has(id))
      yield problemAt('repeated-id', path, `${quoteValue(id)} is already listed`, 'name it once')
    seen.add(id)
  }
  for (const [index, id] of folded.entries()) {
    const path = ['layout', 'folded', index]
    if (!Object.hasOwn(graph.sections, id)) {
      yield problemAt(
        'unknown-section',
        path,
        `there is no section ${quoteValue(id)}`,
        'name one that exists, or take the entry out',
      )
    } else if (folded.indexOf(id) < index)
      yield problemAt('repeated-id', path, `${quoteValue(id)} is already listed`, 'name it once')
  }
}

/** Reasons against a connection are sentences of two halves, as the editor shows them. */
function fromReason(rule: ProblemRule, path: Path, reason: string): Problem {
  const [wrong = '', remedy = ''] = reason.split('; ')
  return problemAt(rule, path, wrong, remedy.replace(/\.$/, ''))
}

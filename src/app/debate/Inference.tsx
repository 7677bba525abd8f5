/**
 * What a step of the debate is about, in words that can be read from the back of a room: premises, what they do,
 * and the conclusion, each on a line of its own with the icon of its kind.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ElementId, type NodeId } from '../../model/graph.ts'
import { nodeKinds, relationKinds, type RelationKind } from '../../model/kinds.ts'
import { capitalise, quoteElement } from '../../model/naming.ts'
import { relationsInto, relationsOutOf, structureOf } from '../../model/structure.ts'
import { useApp } from '../app-state.ts'
import { Icon } from '../icons.tsx'

/** Reasons of a statement that are named at most. */
const shownReasons = 3

export function Inference({ id }: { readonly id: ElementId }) {
  const graph = useApp((state) => state.editor.graph)
  const relation = relationAt(graph, id)
  if (relation) {
    return (
      <div className="inference">
        {(structureOf(graph).premises.get(id) ?? relation.from).map((premise, index) => (
          <Line key={premise} id={premise} before={index === 0 ? undefined : 'and'} />
        ))}
        <Joint kind={relation.kind} />
        <Line id={relation.to} conclusion />
      </div>
    )
  }
  return nodeAt(graph, id)?.kind === 'counterpoint' ? <Objection id={id} /> : <Statement id={id} />
}

/** A counterpoint and what it speaks against. */
function Objection({ id }: { readonly id: NodeId }) {
  const graph = useApp((state) => state.editor.graph)
  const targets = targetsOf(graph, id)
  return (
    <div className="inference">
      <Line id={id} conclusion />
      <Joint kind="attacks" />
      {targets.map((target) => (
        <Line key={target} id={target} />
      ))}
    </div>
  )
}

/** A statement and the first reasons for it. */
function Statement({ id }: { readonly id: NodeId }) {
  const graph = useApp((state) => state.editor.graph)
  const reasons = reasonsFor(graph, id)
  return (
    <div className="inference">
      <Line id={id} conclusion />
      {reasons.length > 0 && <p className="inference-joint">because</p>}
      {reasons.slice(0, shownReasons).map((reason) => (
        <Line key={reason} id={reason} />
      ))}
      {reasons.length > shownReasons && (
        <p className="inference-joint">and {reasons.length - shownReasons} more</p>
      )}
    </div>
  )
}

function Joint({ kind }: { readonly kind: RelationKind }) {
  return (
    <p className="inference-joint" data-kind={kind}>
      <span className="sign" aria-hidden="true">
        {relationKinds[kind].sign}
      </span>
      {kind === 'attacks' ? 'speaks against' : 'so'}
    </p>
  )
}

interface LineProps {
  readonly id: ElementId
  readonly before?: string | undefined
  readonly conclusion?: boolean
}

function Line({ id, before, conclusion }: LineProps) {
  const graph = useApp((state) => state.editor.graph)
  const node = nodeAt(graph, id)
  return (
    <p className="inference-line" data-conclusion={conclusion || undefined}>
      {node ? (
        <span className="kind-icon" data-kind={node.kind}>
          <Icon name={nodeKinds[node.kind].icon} size={20} />
          <span className="visually-hidden">{capitalise(nodeKinds[node.kind].label)}: </span>
        </span>
      ) : (
        <span className="kind-icon">
          <Icon name="ArrowRight" size={20} />
        </span>
      )}
      <span className="inference-words">
        {before !== undefined && <span className="verb">{before} </span>}
        {node ? node.text || 'no text yet' : quoteElement(graph, id, 80)}
      </span>
    </p>
  )
}

/** The elements that make up what is shown, so that the map can show them all. */
export function elementsOfInference(graph: ArgumentGraph, id: ElementId): readonly ElementId[] {
  const relation = relationAt(graph, id)
  if (relation) return [...relation.from, id, ...withEnds(graph, relation.to)]
  const around =
    nodeAt(graph, id)?.kind === 'counterpoint'
      ? targetsOf(graph, id)
      : reasonsFor(graph, id).slice(0, shownReasons)
  return [id, ...around.flatMap((each) => withEnds(graph, each))]
}

/** An element, and what a step joins. */
function withEnds(graph: ArgumentGraph, id: ElementId): readonly ElementId[] {
  const relation = relationAt(graph, id)
  return relation ? [id, ...relation.from, relation.to] : [id]
}

function targetsOf(graph: ArgumentGraph, id: NodeId): readonly ElementId[] {
  const targets = relationsOutOf(graph, id).flatMap((relation) => {
    const { kind, to } = relationAt(graph, relation) ?? {}
    return kind === 'attacks' && to !== undefined ? [to] : []
  })
  return [...new Set(targets)]
}

function reasonsFor(graph: ArgumentGraph, id: NodeId): readonly NodeId[] {
  const reasons = relationsInto(graph, id).flatMap((relation) => {
    const { kind, from = [] } = relationAt(graph, relation) ?? {}
    return kind === 'supports' ? from : []
  })
  return [...new Set(reasons)]
}

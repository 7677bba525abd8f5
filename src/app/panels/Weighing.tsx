/**
 * What the inspector says about testing a statement or a step: how it stands, and the questions asked of it. Fetched
 * when something is first selected, since it brings the reasoning with it.
 */
import type { ArgumentNode, NodeId, Relation, RelationId } from '../../model/graph.ts'
import { relationKinds } from '../../model/kinds.ts'
import { AskedFor } from './questions/AskedFor.tsx'
import { Criteria } from './questions/Criteria.tsx'
import { Questions } from './questions/Questions.tsx'
import { HowItStands } from './review/HowItStands.tsx'

export function NodeWeighing({ id, node }: { readonly id: NodeId; readonly node: ArgumentNode }) {
  return (
    <>
      <HowItStands id={id} />
      {node.kind === 'recommendation' && (
        <>
          <Questions id={id} />
          <Criteria id={id} />
        </>
      )}
      <AskedFor id={id} />
    </>
  )
}

export function RelationWeighing({ id, relation }: { readonly id: RelationId; readonly relation: Relation }) {
  return (
    <>
      <HowItStands id={id} />
      {relationKinds[relation.kind].evaluated && <Questions id={id} />}
    </>
  )
}

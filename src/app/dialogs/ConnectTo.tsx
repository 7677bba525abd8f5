/** Picks the other end of a relation by searching: what dragging a line does, without dragging. */
import { nodeAt, relationAt, type ElementId } from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { nameOfElement, quoteElement } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import type { CommandContext, ConnectPurpose } from '../../editor/command.ts'
import { addPremise, changeTarget, connect } from '../../editor/edits/connect.ts'
import type { Transaction } from '../../editor/state.ts'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { PickDialog, type PickItem } from './PickDialog.tsx'

const titles = {
  support: 'Support what?',
  attack: 'Speak against what?',
  address: 'Answer which issue?',
  restate: 'Say the same as what?',
  'add-premise': 'Add which premise?',
  'change-target': 'Point at what instead?',
} as const

export function ConnectTo({ purpose }: { readonly purpose: ConnectPurpose }) {
  const application = useApplication()
  const context = application.context()
  const { graph } = context.state
  const candidates = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
  const items = candidates.flatMap((id): PickItem[] => {
    const outcome = outcomeOf(context, purpose, id)
    return outcome instanceof Refusal
      ? []
      : [{ id, words: nameOfElement(graph, id), content: <ElementEntry id={id} /> }]
  })
  return (
    <PickDialog
      title={titles[purpose.does]}
      placeholder={`${titles[purpose.does]} Type a few words of it`}
      empty="Nothing on the map with these words can be connected here."
      items={items}
      onPick={(id) => application.dispatch(outcomeOf(application.context(), purpose, id))}
    />
  )
}

function outcomeOf(context: CommandContext, purpose: ConnectPurpose, id: ElementId): Transaction | Refusal {
  switch (purpose.does) {
    case 'support':
      return connect(context, { kind: 'supports', from: purpose.from, to: id })
    case 'attack':
      return connect(context, { kind: 'attacks', from: purpose.from, to: id })
    case 'address':
      return connect(context, { kind: 'addresses', from: purpose.from, to: id })
    case 'restate':
      return connect(context, { kind: 'restates', from: purpose.from, to: id })
    case 'add-premise':
      return addPremise(context, purpose.relation, id)
    case 'change-target':
      return changeTarget(context, purpose.relation, id)
  }
}

/** An element in a list to pick from: the icon of its kind, its words, what it is. */
export function ElementEntry({ id }: { readonly id: ElementId }) {
  const { graph } = useApplication().store.getState().editor
  const node = nodeAt(graph, id)
  const relation = relationAt(graph, id)
  if (node) {
    return (
      <>
        <span className="kind-icon" data-kind={node.kind}>
          <Icon name={nodeKinds[node.kind].icon} />
        </span>
        <span className="label">{node.text || 'no text yet'}</span>
        <span className="group">{nodeKinds[node.kind].label}</span>
      </>
    )
  }
  return (
    <>
      <Icon name="ArrowRight" />
      <span className="label">{quoteElement(graph, id, 48)}</span>
      <span className="group">{relation ? `step (${relation.kind})` : ''}</span>
    </>
  )
}

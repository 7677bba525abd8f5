/** What can be done with relations: connecting, moving their ends, linking premises, kind and weight. */
import { nodeAt, relationAt } from '../../model/graph.ts'
import { nodeKinds, relationKindNames, relationKinds, weightNames, weights } from '../../model/kinds.ts'
import type { RelationKind } from '../../model/kinds.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Command, CommandContext, ConnectPurpose, EditCommand, EffectCommand } from '../command.ts'
import { mergeRelations, reverse, setRelationKind, setWeight, splitPremises } from '../edits/relation.ts'
import { primaryRelation, selectedNodes, selectedRelations } from '../edits/selection.ts'
import { refusalOf } from './outcome.ts'

export const relationCommands: readonly Command[] = [
  connectCommand('support', 'supports', { label: 'Connect as support…', icon: 'Link', keys: ['l'] }),
  connectCommand('attack', 'attacks', {
    label: 'Connect as objection…',
    icon: 'ShieldAlert',
    keys: ['Shift+l'],
  }),
  connectCommand('address', 'addresses', { label: 'Connect to an issue…', icon: 'MessageCircleQuestion' }),
  connectCommand('restate', 'restates', { label: 'Connect as restatement…', icon: 'RefreshCw' }),
  {
    id: 'relation.change-target',
    label: 'Change target…',
    group: 'relation',
    icon: 'ArrowRight',
    keys: ['t'],
    scope: 'map',
    menus: ['relation'],
    keywords: ['reconnect', 'move', 'conclusion', 'parent'],
    refuse: (context) => refusalOf(primaryRelation(context)),
    run: (services, context) =>
      onRelation(context, (relation) => services.connectTo({ does: 'change-target', relation })),
  },
  {
    id: 'relation.add-premise',
    label: 'Link another premise…',
    group: 'relation',
    icon: 'Group',
    menus: ['relation'],
    keywords: ['existing', 'together', 'co-premise'],
    refuse: (context) => refusalOf(primaryRelation(context)),
    run: (services, context) =>
      onRelation(context, (relation) => services.connectTo({ does: 'add-premise', relation })),
  },
  {
    id: 'relation.split',
    label: 'Split linked premises',
    group: 'relation',
    icon: 'Split',
    menus: ['relation'],
    keywords: ['independent', 'separate', 'unlink'],
    edit: (context) => splitPremises(context),
  },
  {
    id: 'relation.merge',
    label: 'Merge into linked premises',
    group: 'relation',
    icon: 'Group',
    menus: ['node', 'relation'],
    keywords: ['join', 'together', 'combine'],
    edit: mergeRelations,
  },
  {
    id: 'relation.reverse',
    label: 'Reverse',
    group: 'relation',
    icon: 'ArrowLeftRight',
    menus: ['relation'],
    keywords: ['swap', 'turn', 'direction'],
    edit: (context) => reverse(context),
  },
  {
    id: 'relation.warrant',
    label: 'Edit warrant…',
    group: 'relation',
    icon: 'Pencil',
    keys: ['w'],
    scope: 'map',
    menus: ['relation'],
    keywords: ['why', 'inference', 'because'],
    refuse: (context) => refusalOf(primaryRelation(context)),
    run: (services) => services.editDetails('warrant'),
  },
  ...relationKindNames.map((kind): EditCommand => ({
    id: `relation.kind.${kind}`,
    label: `Change to “${relationKinds[kind].label}”`,
    group: 'relation',
    menus: ['relation'],
    keywords: ['type', 'kind', 'stance', 'turn into'],
    checked: (context) =>
      isEveryRelation(context, (id) => relationAt(context.state.graph, id)?.kind === kind),
    edit: (context) => setRelationKind(context, kind),
  })),
  ...weightNames.map((weight): EditCommand => ({
    id: `relation.weight.${weight}`,
    label: `Weight: ${weights[weight].label}`,
    group: 'relation',
    menus: ['relation'],
    keywords: ['strength', 'bearing'],
    checked: (context) =>
      isEveryRelation(context, (id) => (relationAt(context.state.graph, id)?.weight ?? 'strong') === weight),
    edit: (context) => setWeight(context, weight),
  })),
]

type ConnectVerb = Extract<ConnectPurpose, { from: unknown }>['does']

function connectCommand(
  does: ConnectVerb,
  kind: RelationKind,
  { label, icon, keys }: { label: string; icon: string; keys?: readonly string[] },
): EffectCommand {
  return {
    id: `relation.connect-${does}`,
    label,
    group: 'relation',
    icon,
    ...(keys ? { keys, scope: 'map' } : {}),
    menus: ['node'],
    keywords: ['relation', 'line', 'arrow', 'join', relationKinds[kind].label],
    refuse: (context) => cannotStart(context, kind),
    run: (services, context) => {
      const from = selectedNodes(context)
      if (!(from instanceof Refusal)) services.connectTo({ does, from })
    },
  }
}

/** Why no relation of this kind can start from what is selected. */
function cannotStart(context: CommandContext, kind: RelationKind): Refusal | undefined {
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  const allowed: readonly string[] = relationKinds[kind].from
  const wrong = nodes
    .map((id) => nodeAt(context.state.graph, id)?.kind)
    .find((each) => each && !allowed.includes(each))
  if (!wrong) return undefined
  const [first] = relationKinds[kind].from
  return new Refusal(
    `No ${nodeKinds[wrong].label} ${relationKinds[kind].label} anything: select a ${nodeKinds[first].label} instead, or change the kind first.`,
  )
}

function onRelation(context: CommandContext, act: (relation: string) => void): void {
  const relation = primaryRelation(context)
  if (!(relation instanceof Refusal)) act(relation)
}

function isEveryRelation(context: CommandContext, holds: (id: string) => boolean): boolean {
  const relations = selectedRelations(context)
  return !(relations instanceof Refusal) && relations.every(holds)
}

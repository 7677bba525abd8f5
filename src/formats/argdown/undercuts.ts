/**
 * Which inference an undercut means where the text names only a statement, and what becomes of relations that
 * point at each other in a circle. Each chain of targets is walked once, so time is linear.
 */
import type { NodeId } from '../../model/graph.ts'
import type { Draft } from './draft.ts'

/**
 * Undercuts of a statement or a sketch are of its inference where it has exactly one. Those that would then
 * point at each other in a circle stay attacks on the statement, as those where it is not clear which
 * inference is meant; all of these are returned.
 */
export function settleUndercuts(drafts: readonly Draft[]): Draft[] {
  const outgoing = new Map<NodeId, Draft[]>()
  for (const draft of drafts) {
    for (const node of draft.from) {
      const list = outgoing.get(node)
      if (list) list.push(draft)
      else outgoing.set(node, [draft])
    }
  }
  const before = new Map<Draft, NodeId>()
  const unclear: Draft[] = []
  for (const draft of drafts) {
    if (draft.isUndercut !== true || typeof draft.to !== 'string') continue
    const [only, second] = outgoing.get(draft.to) ?? []
    if (only && !second && only !== draft) {
      before.set(draft, draft.to)
      draft.to = only
    } else unclear.push(draft)
  }
  for (const draft of circular(drafts)) {
    const node = before.get(draft)
    draft.to = node ?? ''
    if (node !== undefined) unclear.push(draft)
  }
  return unclear
}

/** The drafts whose chain of targets ends at a node; there are no circles any more. */
export function endingAtNodes(drafts: readonly Draft[]): Draft[] {
  const ends = new Map<Draft, boolean>()
  for (const start of drafts) {
    const way: Draft[] = []
    let at: NodeId | Draft = start
    while (typeof at !== 'string' && !ends.has(at)) {
      way.push(at)
      at = at.to
    }
    const isEnd = typeof at === 'string' ? at !== '' : ends.get(at) === true
    for (const draft of way) ends.set(draft, isEnd)
  }
  return drafts.filter((draft) => ends.get(draft) === true)
}

/** The relations that stand in a circle of targets. Each is walked once. */
function circular(starts: readonly Draft[]): Set<Draft> {
  const settled = new Set<Draft>()
  const circles = new Set<Draft>()
  for (const start of starts) {
    const way = new Set<Draft>()
    let at: NodeId | Draft = start
    while (typeof at !== 'string' && !settled.has(at) && !way.has(at)) {
      way.add(at)
      at = at.to
    }
    if (typeof at !== 'string' && way.has(at)) {
      let isIn = false
      for (const draft of way) {
        isIn ||= draft === at
        if (isIn) circles.add(draft)
      }
    }
    for (const draft of way) settled.add(draft)
  }
  return circles
}

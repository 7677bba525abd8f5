/** The parts of a map that can be exported alone, in the words of the export dialog. */
import { nodeAt, type ArgumentGraph, type ElementId, type NodeId } from '../../../model/graph.ts'
import { countOfElements, nameOfStatement, shorten } from '../../../model/naming.ts'
import { inOrder } from '../../../model/order.ts'
import type { PicturePart } from '../../../formats/drawing/picture.ts'

/** A part of the map with the words it is offered under. */
export interface PartChoice {
  readonly key: string
  readonly label: string
  readonly what: PicturePart
}

/** The parts that can be exported: the whole map, the selection, a branch, each section. */
export function partsOf(
  graph: ArgumentGraph,
  selection: readonly ElementId[],
  focus: NodeId | undefined,
): readonly PartChoice[] {
  const parts: PartChoice[] = [{ key: 'all', label: 'The whole map', what: { part: 'all' } }]
  if (selection.length > 0) {
    parts.push({
      key: 'selection',
      label: `The selection: ${countOfElements(graph, selection)}`,
      what: { part: 'selection', ids: selection },
    })
  }
  const root = focus ?? selection.find((id) => nodeAt(graph, id))
  const node = root === undefined ? undefined : nodeAt(graph, root)
  if (root !== undefined && node) {
    parts.push({
      key: 'branch',
      label: `The branch of ${shorten(nameOfStatement(node))}`,
      what: { part: 'branch', node: root },
    })
  }
  for (const id of inOrder(graph.sections)) {
    parts.push({
      key: `section:${id}`,
      label: `Section: ${shorten(graph.sections[id]?.title || 'untitled')}`,
      what: { part: 'section', section: id },
    })
  }
  return parts
}

/** The key of the part a request names, or "all" where it is not on offer. */
export function keyOfPart(parts: readonly PartChoice[], what: PicturePart): string {
  const wanted = JSON.stringify(what)
  return parts.find((each) => JSON.stringify(each.what) === wanted)?.key ?? 'all'
}

/** Folding a section from the map or the inspector, and keeping in sight what it has become. */
import { foldId } from '../../model/fold.ts'
import type { SectionId } from '../../model/graph.ts'
import { isFolded, toggleFold } from '../../editor/edits/fold.ts'
import type { Application } from '../application.ts'

/** Folds a section or opens it, and brings its box or its first statement into view. */
export function foldSection(application: Application, section: SectionId): void {
  if (!application.dispatch(toggleFold(application.context(), section))) return
  const { graph } = application.store.getState().editor
  const first = Object.keys(graph.nodes).find((id) => graph.nodes[id]?.section === section)
  application.revealSoon(isFolded(graph, section) || first === undefined ? foldId(section) : first)
}

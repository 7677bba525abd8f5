/** The window: bar, map, inspector, dialogs. Each part fails on its own and never takes the document along. */
import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect } from 'react'
import { isChanged } from '../editor/state.ts'
import { useApp } from './app-state.ts'
import { Canvas } from './canvas/Canvas.tsx'
import { EmptyMap } from './canvas/EmptyMap.tsx'
import { FilterBar } from './panels/FilterBar.tsx'
import { SearchBar } from './panels/SearchBar.tsx'
import { LoadedPart } from './shell/LoadedPart.tsx'
import { Notices } from './shell/Notices.tsx'
import { PanelBoundary } from './shell/PanelBoundary.tsx'
import { TopBar } from './shell/TopBar.tsx'
import { useDropFile } from './shell/use-drop-file.ts'

const loadInspector = async () => ({ default: (await import('./panels/Inspector.tsx')).Inspector })
const loadDialogs = async () => ({ default: (await import('./dialogs/Dialogs.tsx')).Dialogs })

export function App() {
  const inspector = useApp((state) => state.inspector)
  const dialog = useApp((state) => state.dialog)
  const dropping = useDropFile()
  useDocumentTitle()
  useDialogsSoon()
  return (
    <Tooltip.Provider delay={500} closeDelay={0}>
      <div className="app">
        <PanelBoundary name="menu bar">
          <TopBar />
        </PanelBoundary>
        <main className="stage">
          <Canvas />
          <div className="top-panels">
            <PanelBoundary name="search">
              <SearchBar />
              <FilterBar />
            </PanelBoundary>
          </div>
          <PanelBoundary name="start screen">
            <EmptyMap />
          </PanelBoundary>
          <Notices />
        </main>
        {inspector && (
          <aside className="side" aria-label="Inspector">
            <PanelBoundary name="inspector">
              <LoadedPart load={loadInspector} props={{}} />
            </PanelBoundary>
          </aside>
        )}
      </div>
      {dialog && (
        <PanelBoundary name="dialog">
          <LoadedPart load={loadDialogs} props={{ dialog }} />
        </PanelBoundary>
      )}
      {dropping && <div className="drop-veil">Drop to open the file</div>}
    </Tooltip.Provider>
  )
}

function useDocumentTitle(): void {
  const title = useApp((state) => state.editor.graph.title)
  const changed = useApp((state) => isChanged(state.editor))
  useEffect(() => {
    document.title = `${changed ? '● ' : ''}${title || 'Untitled argument'} – Counterpoint`
  }, [title, changed])
}

/** Loads the dialogs at the first sign of life, so that letters typed right after Ctrl+K find the palette. */
function useDialogsSoon(): void {
  useEffect(() => {
    // A failure is told when a dialog is really asked for.
    const load = () => void loadDialogs().catch(() => undefined)
    addEventListener('keydown', load, { once: true, capture: true })
    addEventListener('pointerdown', load, { once: true, capture: true })
    return () => {
      removeEventListener('keydown', load, { capture: true })
      removeEventListener('pointerdown', load, { capture: true })
    }
  }, [])
}

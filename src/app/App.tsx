/** The window: bar, map, inspector, dialogs. Each part fails on its own and never takes the document along. */
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
import { signOfLife } from './shell/sign-of-life.ts'
import { TopBar } from './shell/TopBar.tsx'
import { useDropFile } from './shell/use-drop-file.ts'

const loadReview = async () => ({ default: (await import('./panels/review/ReviewPanel.tsx')).ReviewPanel })
const loadWhatIf = async () => ({ default: (await import('./panels/review/WhatIfBar.tsx')).WhatIfBar })
const loadDebate = async () => ({ default: (await import('./debate/DebateMode.tsx')).DebateMode })
const loadInspector = async () => ({ default: (await import('./panels/Inspector.tsx')).Inspector })
const loadTips = async () => {
  await signOfLife()
  return { default: (await import('./shell/Tips.tsx')).Tips }
}
const loadDialogs = async () => ({ default: (await import('./dialogs/Dialogs.tsx')).Dialogs })

export function App() {
  const inspector = useApp((state) => state.inspector)
  const dialog = useApp((state) => state.dialog)
  const review = useApp((state) => state.review !== undefined)
  const supposing = useApp((state) => state.supposition !== undefined)
  const debating = useApp((state) => state.debate)
  const dropping = useDropFile()
  useDocumentTitle()
  useDialogsSoon()
  return (
    <>
      <div className="app">
        <PanelBoundary name="menu bar">
          <TopBar />
        </PanelBoundary>
        {review && (
          <PanelBoundary name="review">
            <LoadedPart load={loadReview} props={{}} />
          </PanelBoundary>
        )}
        {supposing && (
          <PanelBoundary name="what-if session">
            <LoadedPart load={loadWhatIf} props={{}} />
          </PanelBoundary>
        )}
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
      {debating && (
        <PanelBoundary name="debate">
          <LoadedPart load={loadDebate} props={{}} />
        </PanelBoundary>
      )}
      {dialog && (
        <PanelBoundary name="dialog">
          <LoadedPart load={loadDialogs} props={{ dialog }} />
        </PanelBoundary>
      )}
      {dropping && <div className="drop-veil">Drop to open the file</div>}
      <PanelBoundary name="tips">
        <LoadedPart load={loadTips} props={{}} />
      </PanelBoundary>
    </>
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
    void signOfLife()
      .then(loadDialogs)
      .catch(() => undefined)
  }, [])
}

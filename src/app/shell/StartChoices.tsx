/** Where a map can begin: a starting point, an example, a file, pasted text, recent files. */
import { useEffect, useState } from 'react'
import type { RecentFile } from '../browser/recent.ts'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { startingPoints, type StartingPoint } from '../starting-points.ts'

/** The choices; the empty map and the start screen show them. */
export function StartChoices() {
  const application = useApplication()
  const [recent, setRecent] = useState<readonly RecentFile[]>([])
  useEffect(() => {
    let current = true
    void application.documents.listRecent().then((files) => {
      if (current) setRecent(files)
    })
    return () => {
      current = false
    }
  }, [application])
  const start = (point: StartingPoint) => (
    <li key={point.name}>
      <button
        type="button"
        className="start-card"
        onClick={() => application.documents.startFrom(point.name)}
      >
        <strong>{point.title}</strong>
        <span>{point.hint}</span>
      </button>
    </li>
  )
  return (
    <div className="start">
      <section aria-label="Starting points">
        <h3>Start from</h3>
        <ul className="start-grid">{startingPoints.filter((point) => point.group === 'start').map(start)}</ul>
      </section>
      <section aria-label="Examples">
        <h3>Look at an example</h3>
        <ul className="start-grid">
          {startingPoints.filter((point) => point.group === 'example').map(start)}
        </ul>
      </section>
      {recent.length > 0 && (
        <section aria-label="Recent files">
          <h3>Go on with</h3>
          <ul className="recent-list">
            {recent.map((file) => (
              <li key={file.id}>
                <button
                  type="button"
                  className="recent-file"
                  onClick={() => application.documents.openRecent(file)}
                >
                  <Icon name="FileClock" />
                  <span className="label">{file.title || file.name}</span>
                  <span className="group">{file.name}</span>
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Forget ${file.name}`}
                  onClick={() =>
                    void application.documents
                      .forgetRecent(file)
                      .then(() => setRecent(recent.filter((each) => each !== file)))
                  }
                >
                  <Icon name="X" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="start-actions">
        <button type="button" className="button" onClick={() => application.run('file.open')}>
          <Icon name="FolderOpen" />
          Open a file…
        </button>
        <button type="button" className="button" onClick={() => application.run('edit.paste')}>
          <Icon name="ClipboardPaste" />
          Paste text
        </button>
        <p className="hint">Or drop a file anywhere on the window. Nothing leaves this computer.</p>
      </div>
    </div>
  )
}

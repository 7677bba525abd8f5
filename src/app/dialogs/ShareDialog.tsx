/**
 * The map as a link: the whole document, compressed, behind the # of an address, which browsers never send
 * to a server. How long it is, and what that means, is said before it is copied.
 */
import { useEffect, useRef, useState } from 'react'
import { shareFragment, shareLinkNote } from '../../formats/share-link.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { AppDialog } from './AppDialog.tsx'

export function ShareDialog() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const field = useRef<HTMLInputElement>(null)
  const [link, setLink] = useState<string | undefined>(undefined)
  useEffect(() => {
    let current = true
    void shareFragment(graph).then((fragment) => {
      if (current) setLink(application.browser.address.with(fragment))
    })
    return () => {
      current = false
    }
  }, [application, graph])
  const note = link === undefined ? undefined : shareLinkNote(link.length)
  const refused = note?.copy === false
  return (
    <AppDialog title="Share as a link" firstField={field}>
      <div className="dialog-body share">
        <p>
          Whoever opens the link sees the map as it is now, with its notes and sources. The map is in the link
          itself: no server stores it, and later changes do not reach it.
        </p>
        <div className="field">
          <label htmlFor="share-link">Link</label>
          <input
            id="share-link"
            ref={field}
            className="input"
            readOnly
            value={link ?? ''}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <p className={refused ? 'failed' : 'hint'} role="status">
          {link === undefined ? 'Making the link…' : (note?.message ?? `${link.length} characters.`)}
        </p>
      </div>
      <div className="dialog-foot">
        {refused && (
          <button type="button" className="button" onClick={() => application.run('file.export')}>
            Export a web page instead…
          </button>
        )}
        <button
          type="button"
          className="button primary"
          disabled={link === undefined || refused}
          onClick={() =>
            void application.conversions
              .copyLink(link ?? '')
              .then((done) => done && application.show(undefined))
          }
        >
          <Icon name="Copy" />
          Copy link
        </button>
      </div>
    </AppDialog>
  )
}

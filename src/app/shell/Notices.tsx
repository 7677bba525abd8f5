/** Short messages at the bottom, and the live region that tells screen readers what happened. */
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'

export function Notices() {
  const application = useApplication()
  const notices = useApp((state) => state.notices)
  const announcement = useApp((state) => state.announcement)
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
      <div className="notices">
        {notices.map((notice) => (
          <div
            key={notice.id}
            className="notice"
            data-tone={notice.tone}
            role={notice.tone === 'error' ? 'alert' : 'status'}
          >
            <p>{notice.text}</p>
            {notice.action && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  notice.action?.run()
                  application.dismiss(notice.id)
                }}
              >
                {notice.action.label}
              </button>
            )}
            <button
              type="button"
              className="icon-button"
              aria-label="Close message"
              onClick={() => application.dismiss(notice.id)}
            >
              <Icon name="X" />
            </button>
          </div>
        ))}
      </div>
    </>
  )
}

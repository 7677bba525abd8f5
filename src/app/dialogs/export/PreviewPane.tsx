/** What will be saved, as far as it can be shown: the picture itself, its pages, or the beginning of the text. */
import type { Preview } from './use-preview.ts'

/** Characters of text shown: enough to judge, little enough to scroll. */
const shownText = 20_000
/** Pages shown of a PDF. */
const shownPages = 24

export function PreviewPane({ preview }: { readonly preview: Preview }) {
  return (
    <div className="export-preview" role="region" aria-label="Preview" tabIndex={0}>
      {preview.state === 'making' && <p className="hint">Drawing…</p>}
      {preview.state === 'failed' && <p className="failed">{preview.message}</p>}
      {preview.state === 'ready' &&
        (preview.pictures.length === 0 ? (
          <pre dir="auto">
            {preview.text.length > shownText ? `${preview.text.slice(0, shownText)}\n…` : preview.text}
          </pre>
        ) : (
          <Pages pictures={preview.pictures} />
        ))}
    </div>
  )
}

function Pages({ pictures }: { readonly pictures: readonly string[] }) {
  const [only] = pictures
  if (pictures.length === 1) return <img src={only} alt="The map as it will be exported" />
  return (
    <>
      <p className="hint">{pictures.length} pages</p>
      <ol className="export-pages">
        {pictures.slice(0, shownPages).map((picture, index) => (
          <li key={picture}>
            <img src={picture} alt={`Page ${index + 1}`} />
          </li>
        ))}
      </ol>
      {pictures.length > shownPages && <p className="hint">… and {pictures.length - shownPages} more</p>}
    </>
  )
}

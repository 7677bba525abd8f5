/** What will be saved, as far as it can be shown: the picture itself, or the beginning of the text. */
import type { Preview } from './use-preview.ts'

/** Characters of text shown: enough to judge, little enough to scroll. */
const shownText = 20_000

export function PreviewPane({ preview }: { readonly preview: Preview }) {
  return (
    <div className="export-preview" role="region" aria-label="Preview" tabIndex={0}>
      {preview.state === 'making' && <p className="hint">Drawing…</p>}
      {preview.state === 'failed' && <p className="failed">{preview.message}</p>}
      {preview.state === 'ready' &&
        (preview.picture === undefined ? (
          <pre dir="auto">{textOf(preview.exported.files[0].content)}</pre>
        ) : (
          <img src={preview.picture} alt="The map as it will be exported" />
        ))}
    </div>
  )
}

function textOf(content: string | Uint8Array): string {
  if (typeof content !== 'string') return ''
  return content.length > shownText ? `${content.slice(0, shownText)}\n…` : content
}

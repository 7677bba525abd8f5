/**
 * Exporting and printing: what of the map, as what, and how it looks, with a preview that is the export
 * itself and with what the format cannot carry said before anything is saved.
 */
import { useMemo, useRef, useState, type RefObject } from 'react'
import { explainLosses } from '../../../formats/conversion.ts'
import type { ExportRequest } from '../../../formats/export-request.ts'
import { useApp, useApplication, type ExportPurpose } from '../../app-state.ts'
import { exportTargets, requestOf, targetOf } from '../../export-targets.ts'
import { Icon } from '../../icons.tsx'
import { AppDialog } from '../AppDialog.tsx'
import { Choices } from './Choices.tsx'
import { keyOfPart, partsOf } from './parts.ts'
import { PreviewPane } from './PreviewPane.tsx'
import { usePreview } from './use-preview.ts'

export function ExportDialog({ purpose }: { readonly purpose: ExportPurpose }) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const selection = useApp((state) => state.editor.selection)
  const focus = useApp((state) => state.focus)
  const parts = useMemo(() => partsOf(graph, selection, focus), [graph, selection, focus])
  const [request, setRequest] = useState<ExportRequest>(() => {
    const start = requestOf(application.browser.settings.load().export)
    const what = parts.find((part) => part.key === (focus === undefined ? 'all' : 'branch'))?.what
    return {
      ...start,
      to: purpose === 'print' ? 'pdf' : start.to,
      picture: { ...start.picture, what: what ?? { part: 'all' } },
    }
  })
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const change = (changes: Partial<ExportRequest>) => setRequest((before) => ({ ...before, ...changes }))
  const target = targetOf(request.to)
  const preview = usePreview(request)
  const losses =
    preview.state === 'ready' && target.group === 'data'
      ? explainLosses(preview.losses, target.name)
      : undefined
  const notes = preview.state === 'ready' ? preview.notes : []
  const act = (run: () => Promise<boolean>) => () => {
    setBusy(true)
    void run().then((done) => (done ? application.show(undefined) : setBusy(false)))
  }
  const save = act(() => application.conversions.save(request))
  const copy = act(() => application.conversions.copy(request))
  const print = act(() => application.conversions.print(request))
  return (
    <AppDialog title={purpose === 'print' ? 'Print' : 'Export'} broad firstField={first}>
      <div className="export">
        {purpose === 'export' && (
          <Targets value={target.id} onChange={(to) => change({ to })} first={first} />
        )}
        <PreviewPane preview={preview} />
        <Choices
          purpose={purpose}
          request={request}
          target={target}
          parts={parts}
          part={keyOfPart(parts, request.picture.what)}
          onChange={change}
        />
      </div>
      <div className="export-said" role="status">
        {losses && (
          <p>
            <Icon name="Info" />
            {losses} Save as well if you want to keep them.
          </p>
        )}
        {notes.map((note) => (
          <p key={note}>
            <Icon name="Info" />
            {note}
          </p>
        ))}
      </div>
      <div className="dialog-foot">
        <p className="hint">{target.hint}</p>
        {purpose === 'print' ? (
          <button type="button" className="button primary" disabled={busy} onClick={print}>
            <Icon name="Printer" />
            Print…
          </button>
        ) : (
          <>
            {canBeCopied(target.id) && (
              <button type="button" className="button" disabled={busy} onClick={copy}>
                <Icon name="Copy" />
                Copy
              </button>
            )}
            <button type="button" className="button primary" disabled={busy} onClick={save}>
              <Icon name="Save" />
              Save {target.extension}…
            </button>
          </>
        )}
      </div>
    </AppDialog>
  )
}

const notOnTheClipboard: ReadonlySet<string> = new Set(['pdf', 'html', 'docx'])

function canBeCopied(id: string): boolean {
  return !notOnTheClipboard.has(id)
}

const groups = [
  ['picture', 'Pictures and briefs'],
  ['data', 'Data and text for other programs'],
] as const

interface TargetsProps {
  readonly value: string
  readonly onChange: (id: string) => void
  /** Where the keys are to be when the dialog opens: on what is chosen. */
  readonly first: RefObject<HTMLInputElement | null>
}

function Targets({ value, onChange, first }: TargetsProps) {
  return (
    <div className="export-targets" role="radiogroup" aria-label="Export as">
      {groups.map(([group, label]) => (
        <div key={group} role="group" aria-label={label}>
          <h3>{label}</h3>
          {exportTargets
            .filter((each) => each.group === group)
            .map(({ id, name, extension }) => (
              <label key={id} className="export-target">
                <input
                  ref={id === value ? first : undefined}
                  type="radio"
                  name="export-as"
                  checked={id === value}
                  onChange={() => onChange(id)}
                />
                <span className="label">{name}</span>
                <span className="group">{extension}</span>
              </label>
            ))}
        </div>
      ))}
    </div>
  )
}

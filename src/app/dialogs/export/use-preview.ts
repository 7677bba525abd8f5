/**
 * The preview of an export: worked out in the conversion worker, the newest choices only, one at a time.
 * What was shown stays until the next is ready.
 */
import { useEffect, useRef, useState } from 'react'
import type { Exported, ExportRequest } from '../../../formats/exporting.ts'
import { useApp, useApplication } from '../../app-state.ts'

export type Preview =
  | { readonly state: 'making' }
  | { readonly state: 'ready'; readonly exported: Exported; readonly picture: string | undefined }
  | { readonly state: 'failed'; readonly message: string }

/** The preview of a request. Pictures come as the address of an SVG, which is let go of with the dialog. */
export function usePreview(request: ExportRequest): Preview {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const [preview, setPreview] = useState<Preview>({ state: 'making' })
  const wanted = useRef<ExportRequest | undefined>(undefined)
  const running = useRef(false)
  const address = useRef<string | undefined>(undefined)

  useEffect(() => {
    wanted.current = request
    const release = () => {
      if (address.current !== undefined) URL.revokeObjectURL(address.current)
      address.current = undefined
    }
    const show = (exported: Exported) => {
      const [file] = exported.files
      release()
      if (file.mediaType === 'image/svg+xml')
        address.current = URL.createObjectURL(new Blob([file.content], { type: file.mediaType }))
      setPreview({ state: 'ready', exported, picture: address.current })
    }
    const work = async () => {
      if (running.current) return
      running.current = true
      while (wanted.current) {
        const next = wanted.current
        wanted.current = undefined
        try {
          const exported = await application.conversions.export(graph, next)
          // Nobody looks at what has been overtaken meanwhile.
          if (!wanted.current) show(exported)
        } catch (thrown) {
          if (!wanted.current) setPreview({ state: 'failed', message: messageOf(thrown) })
        }
      }
      running.current = false
    }
    void work()
  }, [application, graph, request])

  useEffect(
    () => () => {
      wanted.current = undefined
      if (address.current !== undefined) URL.revokeObjectURL(address.current)
    },
    [],
  )
  return preview
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

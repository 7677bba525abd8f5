/**
 * The preview of an export: worked out in the conversion worker, the newest choices only, one at a time.
 * What was shown stays until the next is ready.
 */
import { useEffect, useRef, useState } from 'react'
import type { ArgumentGraph } from '../../../model/graph.ts'
import type { Loss } from '../../../formats/conversion.ts'
import type { ExportRequest } from '../../../formats/export-request.ts'
import { useApp, useApplication } from '../../app-state.ts'
import type { Application } from '../../application.ts'
import { pngNotes } from './png-notes.ts'

export type Preview =
  | { readonly state: 'making' }
  | {
      readonly state: 'ready'
      /** Addresses of what is seen, a page each; none where there is text to read. */
      readonly pictures: readonly string[]
      readonly text: string
      readonly losses: readonly Loss[]
      readonly notes: readonly string[]
    }
  | { readonly state: 'failed'; readonly message: string }

/** The preview of a request. Pictures come as the address of an SVG, which is let go of with the dialog. */
export function usePreview(request: ExportRequest): Preview {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const [preview, setPreview] = useState<Preview>({ state: 'making' })
  const wanted = useRef<ExportRequest | undefined>(undefined)
  const running = useRef(false)
  const addresses = useRef<readonly string[]>([])

  useEffect(() => {
    wanted.current = request
    const show = ({ pages, text, losses, notes }: Made) => {
      for (const address of addresses.current) URL.revokeObjectURL(address)
      addresses.current = pages.map((page) =>
        URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' })),
      )
      setPreview({ state: 'ready', pictures: addresses.current, text, losses, notes })
    }
    const work = async () => {
      if (running.current) return
      running.current = true
      while (wanted.current) {
        const next = wanted.current
        wanted.current = undefined
        try {
          const made = await make(application, graph, next)
          // Nobody looks at what has been overtaken meanwhile.
          if (!wanted.current) show(made)
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
      for (const address of addresses.current) URL.revokeObjectURL(address)
    },
    [],
  )
  return preview
}

interface Made {
  readonly pages: readonly string[]
  readonly text: string
  readonly losses: readonly Loss[]
  readonly notes: readonly string[]
}

/** Pictures are seen as SVG with its font inside, PDF as its pages, Word as the same brief in Markdown. */
async function make(
  { conversions, browser: { userAgent } }: Application,
  graph: ArgumentGraph,
  request: ExportRequest,
): Promise<Made> {
  if (request.to === 'pdf') {
    const { pages, notes } = await conversions.pages(graph, request)
    return { pages, text: '', losses: [], notes }
  }
  const isSeen = request.to === 'svg' || request.to === 'png' || request.to === 'html'
  const shown = isSeen
    ? { ...request, to: 'svg', document: false, fonts: true }
    : { ...request, to: request.to === 'docx' ? 'markdown' : request.to }
  const { files, losses, notes } = await conversions.export(graph, shown)
  const content = typeof files[0].content === 'string' ? files[0].content : ''
  const size = request.to === 'png' ? pngNotes(content, request.scale, userAgent) : []
  return { pages: isSeen ? [content] : [], text: isSeen ? '' : content, losses, notes: [...size, ...notes] }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

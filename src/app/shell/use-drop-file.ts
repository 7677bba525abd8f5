/** Opening a file by dropping it anywhere on the window; true while one is dragged over it. */
import { useEffect, useState } from 'react'
import { useApplication } from '../app-state.ts'

export function useDropFile(): boolean {
  const application = useApplication()
  const [dropping, setDropping] = useState(false)
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setDropping(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDropping(false)
    }
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !hasFile(event)) return
      event.preventDefault()
      setDropping(false)
      void application.documents.openDropped(event.dataTransfer)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [application])
  return dropping
}

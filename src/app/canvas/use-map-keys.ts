/**
 * The map as one tab stop. Tab passes over it until an arrow key, Enter or a click steps inside; inside,
 * the keys of the command list act; Escape steps out again. So nobody is trapped, and nobody adds a
 * statement by tabbing along.
 */
import { useCallback, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react'
import { nodeAt } from '../../model/graph.ts'
import { commandForKey } from '../keys.ts'
import { clipboardCommands } from '../listeners.ts'
import { useApp, useApplication } from '../app-state.ts'

const steppingIn = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter'])

export interface MapKeys {
  /** DOM id of the statement or line where the keys act, for assistive technology. */
  readonly active: string | undefined
  readonly inside: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
}

export function useMapKeys(): MapKeys {
  const application = useApplication()
  const inside = useApp((state) => state.inMap)
  const active = useApp(({ editor: { graph, selection } }) => {
    const id = selection.at(-1)
    return id === undefined ? undefined : nodeAt(graph, id) ? `statement-${id}` : `line-${id}`
  })

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
      const { inMap, editor, singleKeys, dialog } = application.store.getState()
      // A dialog that is still being loaded has not taken the focus yet: what is typed is not for the map.
      if (dialog !== undefined) return
      if (!inMap) {
        if (!steppingIn.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        application.set({ inMap: true })
        if (editor.selection.length === 0) application.run('go.first')
        else application.canvas()?.reveal(editor.selection.at(-1) ?? '')
        application.announce('In the map. Escape steps out.')
        return
      }
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        application.set({ inMap: false })
        application.announce('Outside the map. Tab moves on.')
        return
      }
      if ((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu') return
      const command = commandForKey(event.nativeEvent, 'map', singleKeys)
      // Copy, cut and paste come as clipboard events, which need no permission.
      if (!command || clipboardCommands.has(command.id)) return
      event.preventDefault()
      event.stopPropagation()
      application.run(command.id)
    },
    [application],
  )
  const onBlur = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      if (event.currentTarget.contains(event.relatedTarget)) return
      // A dialog, or another window, gives the focus back later: the user never stepped out.
      const isLent = application.store.getState().dialog !== undefined
      if (isLent || document.activeElement === event.currentTarget) return
      application.set({ inMap: false })
    },
    [application],
  )
  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const target = event.target instanceof Element ? event.target : undefined
      if (target?.closest('textarea, input, button, .react-flow__panel')) return
      event.currentTarget.focus({ preventScroll: true })
      application.set({ inMap: true })
    },
    [application],
  )
  return {
    active: inside ? active : undefined,
    inside,
    onKeyDown,
    onFocus: useCallback(() => undefined, []),
    onBlur,
    onPointerDown,
  }
}

/** The frame of every dialog: title, close button, focus kept inside and given back to the map after. */
import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'

interface AppDialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly wide?: boolean
  /** As wide as the window allows. */
  readonly broad?: boolean
  /** Hides the head: the dialog is a single field with a list, named by its title all the same. */
  readonly bare?: boolean
  /** What takes the keys when the dialog opens; without it the first control does. */
  readonly firstField?: RefObject<HTMLElement | null>
  readonly onClose?: () => void
  /** What has the keys again afterwards; the map unless given. */
  readonly returnTo?: HTMLElement | undefined
}

export function AppDialog({
  title,
  children,
  wide = false,
  broad = false,
  bare = false,
  firstField,
  onClose,
  returnTo,
}: AppDialogProps) {
  const application = useApplication()
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (open) return
        onClose?.()
        application.show(undefined)
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className={broad ? 'dialog broad' : wide ? 'dialog wide' : 'dialog'}
          {...(firstField ? { initialFocus: firstField } : {})}
          finalFocus={() => (returnTo?.isConnected ? returnTo : document.querySelector<HTMLElement>('.map'))}
        >
          <div className={bare ? 'visually-hidden' : 'dialog-head'}>
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close">
              <Icon name="X" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

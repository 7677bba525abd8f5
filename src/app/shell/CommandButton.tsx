/**
 * A button that runs one command: its name, shortcut and, when it is refused, the reason come from the
 * list. Name and reason are shown as a tip by Tips.tsx, which reads them from the button.
 */
import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { Refusal } from '../../model/refusal.ts'
import type { ViewState } from '../../editor/command.ts'
import { commandById, dryRun, titleOf } from '../../editor/commands.ts'
import { displayKeys } from '../../editor/keys.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'

interface CommandButtonProps {
  readonly id: string
  readonly className?: string
  /** Words beside or instead of the icon; without it the button shows its icon alone. */
  readonly children?: ReactNode
  /** The name, where it should differ from the command's label. */
  readonly label?: string
  readonly pressed?: boolean
  readonly icon?: string
}

export function CommandButton({ id, className, children, label, pressed, icon }: CommandButtonProps) {
  const application = useApplication()
  const command = commandById(id)
  // What a command would answer depends on document, selection and places alone. It is asked once those are
  // shown: on large maps asking for all buttons takes longer than a letter may.
  const editor = useDeferredValue(useApp((state) => state.editor))
  const scene = useDeferredValue(useApp((state) => state.scene))
  // As text, because it is another object each time it is asked for.
  const around = JSON.stringify(application.context().view)
  const { refused, title } = useMemo(() => {
    const view = JSON.parse(around) as ViewState
    const context = { ...application.context(), state: editor, scene, view }
    const outcome = dryRun(command, context)
    return {
      refused: outcome instanceof Refusal ? outcome : undefined,
      title: titleOf(command, context),
    }
  }, [application, command, editor, scene, around])
  const name = label ?? title
  const keys = command.keys?.[0]
  return (
    <button
      type="button"
      className={className ?? (children ? 'button quiet' : 'icon-button')}
      aria-label={children ? undefined : name}
      aria-disabled={refused ? true : undefined}
      aria-pressed={pressed}
      data-tip={refused ? refused.reason : name}
      data-tip-keys={keys && displayKeys(keys, application.browser.platform)}
      onClick={() => application.run(id)}
    >
      <Icon name={icon ?? command.icon} />
      {children}
    </button>
  )
}

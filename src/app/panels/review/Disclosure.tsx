/** A button that opens and closes what stands below it. What is closed is not rendered at all. */
import { useId, useState, type ReactNode } from 'react'
import { Icon } from '../../icons.tsx'

interface DisclosureProps {
  readonly title: ReactNode
  readonly children: ReactNode
  /** Whether it is open at first. */
  readonly open?: boolean
  readonly className?: string
  /** Whether the title is a heading of the panel, by which screen readers go from place to place. */
  readonly heading?: boolean
  /** Said after the title to tell it from others of the same name, for screen readers only. */
  readonly about?: string
}

export function Disclosure({
  title,
  children,
  open = false,
  className = '',
  heading = false,
  about,
}: DisclosureProps) {
  const [isOpen, setOpen] = useState(open)
  const id = useId()
  const button = (
    <button
      type="button"
      className="disclosure-button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={() => setOpen(!isOpen)}
    >
      <Icon name="ChevronRight" size={14} />
      {title}
      {about !== undefined && <span className="visually-hidden"> {about}</span>}
    </button>
  )
  return (
    <div className={`disclosure ${className}`}>
      {heading ? <h3 className="disclosure-heading">{button}</h3> : button}
      {isOpen && (
        <div className="disclosure-body" id={id}>
          {children}
        </div>
      )}
    </div>
  )
}

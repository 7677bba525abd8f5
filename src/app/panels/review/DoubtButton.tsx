/** Doubts one statement or step for the time being, or trusts it again; the selection stays as it is. */
import type { ReactNode } from 'react'
import type { ElementId } from '../../../model/graph.ts'
import { useApp } from '../../app-state.ts'
import { Icon } from '../../icons.tsx'
import { useSuppose } from './use-suppose.ts'

interface DoubtButtonProps {
  readonly id: ElementId
  readonly children: ReactNode
}

export function DoubtButton({ id, children }: DoubtButtonProps) {
  const { doubt } = useSuppose()
  const doubted = useApp((state) => state.supposition?.doubted.includes(id) === true)
  return (
    <button type="button" className="button small doubt" aria-pressed={doubted} onClick={() => doubt(id)}>
      <Icon name="CircleSlash" size={14} />
      {children}
    </button>
  )
}

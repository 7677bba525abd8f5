/** Whether something stands, as a sign and a word; the same signs as on the map. */
import type { Standing } from '../../../reasoning/evaluation.ts'
import { standingWords } from '../../../reasoning/words.ts'
import { Icon } from '../../icons.tsx'
import { standingSigns } from '../../standing-signs.ts'

interface StandingMarkProps {
  readonly standing: Standing
  /** What it is without the supposition, where that is something else. */
  readonly before?: Standing | undefined
}

export function StandingMark({ standing, before }: StandingMarkProps) {
  const word = (
    <span className="standing" data-standing={standing}>
      <Icon name={standingSigns[standing]} size={15} />
      {standingWords[standing].label}
    </span>
  )
  if (before === undefined || before === standing) return word
  return (
    <span className="standing-change">
      <span className="before">
        <span className="standing" data-standing={before}>
          <Icon name={standingSigns[before]} size={15} />
          {standingWords[before].label}
        </span>
      </span>
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">would be</span>
      {word}
    </span>
  )
}

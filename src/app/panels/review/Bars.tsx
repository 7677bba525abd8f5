/**
 * How much speaks for and against something: two thin bars with their numbers (0 to 100). Sign, word and pattern
 * tell them apart, so colour is not needed. While a supposition is on, a mark on each bar shows what it was.
 */
import type { Assessment } from '../../../reasoning/evaluation.ts'
import { points } from '../../../reasoning/words.ts'

type Weighed = Pick<Assessment, 'support' | 'objection'>

interface BarsProps {
  readonly now: Weighed
  /** What it was without the supposition, where there is one. */
  readonly before?: Weighed | undefined
}

export function Bars({ now, before }: BarsProps) {
  return (
    <dl className="bars">
      <Bar word="Support" side="support" sign="+" value={now.support} before={before?.support} />
      <Bar word="Objection" side="objection" sign="−" value={now.objection} before={before?.objection} />
    </dl>
  )
}

interface BarProps {
  readonly word: string
  readonly side: 'support' | 'objection'
  readonly sign: string
  readonly value: number
  readonly before: number | undefined
}

function Bar({ word, side, sign, value, before }: BarProps) {
  const changed = before !== undefined && points(before) !== points(value)
  return (
    <div className="bar-row" data-side={side}>
      <dt>
        <span aria-hidden="true">{sign} </span>
        {word}
      </dt>
      <dd>
        <span className="bar-track" aria-hidden="true">
          <span className="bar-fill" style={{ inlineSize: `${value * 100}%` }} />
          {changed && <span className="bar-mark" style={{ insetInlineStart: `${before * 100}%` }} />}
        </span>
        <span className="bar-number">
          {changed && <BeforeAfter before={String(points(before))} after={String(points(value))} />}
          {!changed && points(value)}
        </span>
      </dd>
    </div>
  )
}

/** "72 → 41", read out as "72, would be 41". */
export function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      <span className="before">{before}</span>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden">, would be </span>
      <strong>{after}</strong>
    </>
  )
}

/** Sentences of the evaluation, in which every statement that is named leads to its place on the map. */
import type { Explanation } from '../../../reasoning/why/explain.ts'
import type { Sentence } from '../../../reasoning/why/sentence.ts'
import { InlineLink } from './StatementLink.tsx'

/** One sentence. */
export function Told({ sentence }: { readonly sentence: Sentence }) {
  return (
    <>
      {sentence.map((part, index) =>
        part.element === undefined ? (
          <span key={index}>{part.text}</span>
        ) : (
          <InlineLink key={index} id={part.element} words={part.text} />
        ),
      )}
    </>
  )
}

/** An answer with the answers it rests on, indented below it. */
export function Reasons({ of }: { readonly of: readonly Explanation[] }) {
  if (of.length === 0) return null
  return (
    <ul className="reasons">
      {of.map((each) => (
        <li key={each.about}>
          <Told sentence={each.sentence} />
          <Reasons of={each.because} />
        </li>
      ))}
    </ul>
  )
}

/** One source as CSL-JSON fields (Citation Style Language 1.0.2), the ones people fill in; the rest is kept as found. */
import { useState } from 'react'
import type { Source, SourceId } from '../../model/graph.ts'
import { fullCitation, yearOf } from '../../formats/citation.ts'
import { allowedLink } from '../../formats/links.ts'
import { changeSource, removeSource } from '../../editor/edits/sources.ts'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { ChoiceField, TextField } from './Field.tsx'

interface SourceEditorProps {
  readonly id: SourceId
  readonly source: Source
}

/** Types of CSL that policy work uses, in the words people use for them. */
const types = [
  ['article', 'Paper'],
  ['article-journal', 'Journal article'],
  ['report', 'Report'],
  ['book', 'Book'],
  ['chapter', 'Chapter'],
  ['legislation', 'Law'],
  ['bill', 'Bill'],
  ['regulation', 'Regulation'],
  ['treaty', 'Treaty'],
  ['hearing', 'Hearing'],
  ['dataset', 'Data set'],
  ['article-newspaper', 'Newspaper article'],
  ['webpage', 'Web page'],
] as const

export function SourceEditor({ id, source }: SourceEditorProps) {
  const application = useApplication()
  const set = (fields: Readonly<Record<string, unknown>>) =>
    application.dispatch(changeSource(application.context(), id, fields))
  const text = (field: string) => (typeof source[field] === 'string' ? source[field] : '')
  const link =
    allowedLink(source['URL']) ?? (text('DOI') ? allowedLink(`https://doi.org/${text('DOI')}`) : undefined)
  return (
    <div className="source-editor side-body-group">
      <p className="fact">{fullCitation(source)}</p>
      <ChoiceField
        label="Type"
        value={source.type}
        options={[
          ...(types.some(([type]) => type === source.type) ? [] : [[source.type, source.type] as const]),
          ...types,
        ]}
        onChange={(type) => set({ type })}
      />
      <TextField label="Title of the source" value={text('title')} onChange={(title) => set({ title })} />
      <AuthorsField authors={source['author']} onChange={(author) => set({ author })} />
      <YearField source={source} onChange={(issued) => set({ issued })} />
      <TextField
        label="Published in"
        value={text('container-title')}
        onChange={(container) => set({ 'container-title': container })}
      />
      <TextField label="Publisher" value={text('publisher')} onChange={(publisher) => set({ publisher })} />
      <TextField label="DOI" value={text('DOI')} onChange={(DOI) => set({ DOI })} />
      <TextField label="Web address" value={text('URL')} onChange={(URL) => set({ URL })} />
      <div className="side-row wrap">
        {link && (
          <a className="button" href={link} target="_blank" rel="noreferrer noopener">
            Open
          </a>
        )}
        <button
          type="button"
          className="button quiet"
          onClick={() => application.dispatch(removeSource(application.context(), id))}
        >
          <Icon name="Trash2" />
          Remove
        </button>
      </div>
    </div>
  )
}

interface AuthorsFieldProps {
  readonly authors: unknown
  readonly onChange: (authors: ReturnType<typeof authorsFromText>) => void
}

/** Names as they are typed while they say what the source says: a comma just deleted is not put back. */
function AuthorsField({ authors, onChange }: AuthorsFieldProps) {
  const [typed, setTyped] = useState('')
  const written = authorsAsText(authors)
  return (
    <TextField
      label="Authors"
      value={authorsAsText(authorsFromText(typed)) === written ? typed : written}
      placeholder="Family, Given; Family, Given"
      onChange={(text) => {
        setTyped(text)
        onChange(authorsFromText(text))
      }}
    />
  )
}

interface YearFieldProps {
  readonly source: Source
  readonly onChange: (issued: unknown) => void
}

/** The year as it is typed while it says what the source says: "2019 spring" is typed over "2019 ". */
function YearField({ source, onChange }: YearFieldProps) {
  const [typed, setTyped] = useState('')
  const written = yearOf(source) ?? ''
  const read = yearOf({ ...source, issued: yearAsDate(typed) }) ?? ''
  return (
    <TextField
      label="Year"
      value={read === written ? typed : written}
      onChange={(text) => {
        setTyped(text)
        onChange(yearAsDate(text))
      }}
    />
  )
}

function authorsAsText(authors: unknown): string {
  if (!Array.isArray(authors)) return ''
  return authors
    .map((author: unknown) => {
      const { family, given, literal } = (author ?? {}) as Record<string, unknown>
      if (typeof literal === 'string') return literal
      return [family, given].filter((part) => typeof part === 'string').join(', ')
    })
    .join('; ')
}

/** "Family, Given" becomes a person; a name without a comma stays as written. */
function authorsFromText(text: string): readonly Record<string, string>[] | undefined {
  if (text.trim() === '') return undefined
  return text.split(';').map((name): Record<string, string> => {
    const comma = name.indexOf(',')
    return comma < 0
      ? { literal: name.trimStart() }
      : { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trimStart() }
  })
}

function yearAsDate(year: string): unknown {
  if (year === '') return undefined
  return /^-?\d+$/.test(year) ? { 'date-parts': [[Number(year)]] } : { literal: year }
}

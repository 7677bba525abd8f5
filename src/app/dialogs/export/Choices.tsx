/** How an export is to look and what it is to hold: only the choices that mean something for the format. */
import { pictureThemes, type PictureOptions, type PictureTheme } from '../../../formats/drawing/picture.ts'
import {
  pageSizes,
  type ExportRequest,
  type PagePlan,
  type PageSize,
} from '../../../formats/export-request.ts'
import { ChoiceField, SwitchField } from '../../panels/Field.tsx'
import type { ExportPurpose } from '../../app-state.ts'
import type { ExportTarget } from '../../export-targets.ts'
import type { PartChoice } from './parts.ts'

interface ChoicesProps {
  readonly purpose: ExportPurpose
  readonly request: ExportRequest
  readonly target: ExportTarget
  readonly parts: readonly PartChoice[]
  /** Key of the part that is chosen. */
  readonly part: string
  readonly onChange: (changes: Partial<ExportRequest>) => void
}

const themes: Readonly<Record<PictureTheme, string>> = {
  light: 'Light',
  dark: 'Dark',
  print: 'Greyscale, for print',
}

const sizes: Readonly<Record<PageSize, string>> = {
  fit: 'As large as the map',
  a4: 'A4',
  a3: 'A3',
  letter: 'Letter',
}

const plans: Readonly<Record<PagePlan, string>> = {
  one: 'On one page',
  poster: 'Poster, readable, over several pages',
  sections: 'Overview, then a page for each section',
}

const scales = [1, 2, 3, 4] as const

export function Choices({ purpose, request, target, parts, part, onChange }: ChoicesProps) {
  const { picture } = request
  const has = (choice: ExportTarget['choices'][number]) => target.choices.includes(choice)
  const look = (changes: Partial<PictureOptions>) => onChange({ picture: { ...picture, ...changes } })
  const sizeNames = pageSizes.filter(
    (size) => size !== 'fit' || (request.pages === 'one' && purpose === 'export'),
  )
  return (
    <div className="export-choices" role="group" aria-label="Choices">
      {has('part') && (
        <ChoiceField
          label="What"
          value={part}
          options={parts.map(({ key, label }) => [key, label] as const)}
          onChange={(key) => look({ what: parts.find((each) => each.key === key)?.what ?? { part: 'all' } })}
        />
      )}
      {has('page') && (
        <>
          <ChoiceField
            label="Pages"
            value={request.pages}
            options={Object.entries(plans)}
            onChange={(pages) =>
              onChange({
                pages: pages as PagePlan,
                ...(pages !== 'one' && request.page === 'fit' ? { page: 'a4' as const } : {}),
              })
            }
          />
          <ChoiceField
            label="Paper"
            value={request.page}
            options={sizeNames.map((size) => [size, sizes[size]] as const)}
            onChange={(page) => onChange({ page: page as PageSize })}
          />
        </>
      )}
      {has('look') && (
        <>
          <ChoiceField
            label="Colours"
            value={picture.theme}
            options={pictureThemes.map((theme) => [theme, themes[theme]] as const)}
            onChange={(theme) => look({ theme: theme as PictureTheme })}
          />
          <fieldset className="export-switches">
            <legend>Show</legend>
            <SwitchField label="Title" on={picture.title} onChange={(title) => look({ title })} />
            <SwitchField label="Legend" on={picture.legend} onChange={(legend) => look({ legend })} />
            <SwitchField
              label="How statements stand"
              on={picture.evaluation}
              onChange={(evaluation) => look({ evaluation })}
            />
            <SwitchField
              label="List of sources"
              on={picture.sources}
              onChange={(sources) => look({ sources })}
            />
          </fieldset>
        </>
      )}
      {has('scale') && (
        <ChoiceField
          label="Size"
          value={String(request.scale)}
          options={scales.map(
            (scale) => [String(scale), scale === 1 ? 'As on screen' : `${scale} times`] as const,
          )}
          onChange={(scale) => onChange({ scale: Number(scale) })}
        />
      )}
      {(has('transparent') || has('document') || has('fonts')) && (
        <fieldset className="export-switches">
          <legend>File</legend>
          {has('transparent') && (
            <SwitchField
              label="Transparent background"
              on={picture.transparent}
              onChange={(transparent) => look({ transparent })}
            />
          )}
          {has('fonts') && (
            <SwitchField
              label="Font inside the file"
              on={request.fonts}
              onChange={(fonts) => onChange({ fonts })}
            />
          )}
          {has('document') && (
            <SwitchField
              label="Map inside the file"
              hint="So that it can be opened here again. Whoever gets the file gets the whole map with its notes."
              on={request.document}
              onChange={(document) => onChange({ document })}
            />
          )}
        </fieldset>
      )}
    </div>
  )
}

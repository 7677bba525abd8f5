/** Opening and saving: handles, downloads, permissions, and files that changed or went away meanwhile. */
import { describe, expect, it } from 'vitest'
import { explainFileError, maxFileBytes } from '../../../src/app/browser/file-error.ts'
import { createFiles, graphFile, anyMapFile } from '../../../src/app/browser/files.ts'
import { formats } from '../../../src/formats/formats.ts'
import { fakeFile, handlePickers, plainPickers, type FakeFile } from './fake-files.ts'

const request = { title: 'Belt and Road', type: graphFile, content: () => '{"title":"new"}' }

async function opened(file: FakeFile) {
  const files = createFiles(handlePickers(file))
  const result = await files.open(graphFile)
  if (!result?.ok) throw new Error('the file did not open')
  return { files, document: result.value.file }
}

describe('the types of files that can be opened', () => {
  it('are those of every format that can be read', () => {
    const { mime, others = {} } = anyMapFile
    for (const { reader, mediaType, extensions } of formats) {
      expect(
        reader === undefined || extensions.every((each) => others[mediaType]?.includes(each)),
        mediaType,
      ).toBe(true)
    }
    expect(mime).toBe('application/json')
  })
})

describe('open', () => {
  it('reads the chosen file and keeps its handle', async () => {
    const file = fakeFile('map.json', '{"title":"“Straße” 一带一路"}')
    const result = await createFiles(handlePickers(file)).open(graphFile)
    expect(result).toMatchObject({ ok: true, value: { text: '{"title":"“Straße” 一带一路"}' } })
    expect(result?.ok && result.value.file).toMatchObject({ name: 'map.json', handle: file })
  })

  it('answers nothing when the picker is cancelled', async () => {
    expect(await createFiles(handlePickers(undefined)).open(graphFile)).toBeUndefined()
    expect(await createFiles(plainPickers()).open(graphFile)).toBeUndefined()
  })

  it('calls the picker before anything else, in the same turn', () => {
    const pickers = handlePickers(undefined)
    void createFiles(pickers).open(graphFile)
    expect(pickers.log).toEqual(['open Argument graph'])
  })

  it('reads a chosen file without handle where there are none', async () => {
    const files = createFiles(plainPickers(new File(['{}'], 'map.json')))
    expect(await files.open(graphFile)).toEqual({
      ok: true,
      value: { file: { name: 'map.json' }, bytes: new TextEncoder().encode('{}'), text: '{}' },
    })
    expect(files.canSaveInPlace).toBe(false)
  })

  it('refuses a file over the limit without reading it', async () => {
    const large = new File([], 'large.json')
    Object.defineProperty(large, 'size', { value: maxFileBytes + 1 })
    Object.defineProperty(large, 'arrayBuffer', { value: () => Promise.reject(new Error('it was read')) })
    expect(await createFiles(plainPickers(large)).open(graphFile)).toEqual({
      ok: false,
      error: { kind: 'tooLarge', bytes: maxFileBytes + 1, name: 'large.json' },
    })
  })

  it('reads a file of exactly the limit', async () => {
    const file = new File([new Uint8Array(maxFileBytes).fill(32)], 'full.json')
    expect((await createFiles(plainPickers(file)).open(graphFile))?.ok).toBe(true)
  })

  it('answers bytes without text for what is not UTF-8, instead of guessing', async () => {
    const latin1 = fakeFile('latin1.json', new Uint8Array([0x22, 0xe4, 0x22]))
    expect(await createFiles(handlePickers(latin1)).open(graphFile)).toMatchObject({
      ok: true,
      value: { bytes: new Uint8Array([0x22, 0xe4, 0x22]), text: undefined },
    })
  })

  it('says what the browser said when the picker itself fails', async () => {
    const files = createFiles(handlePickers(new DOMException('cross-origin frame', 'SecurityError')))
    expect(await files.open(graphFile)).toMatchObject({ ok: false, error: { kind: 'refused', to: 'read' } })
  })
})

describe('read', () => {
  it('asks for permission again when it has lapsed', async () => {
    const file = fakeFile('map.json', '{}')
    file.permission.read = 'prompt'
    expect(await createFiles(handlePickers(undefined)).read(file)).toMatchObject({ ok: true })
    expect(file.asked).toEqual(['read'])
  })

  it('says that permission was refused', async () => {
    const file = fakeFile('map.json', '{}')
    file.permission.read = 'prompt'
    file.answer = 'denied'
    expect(await createFiles(handlePickers(undefined)).read(file)).toEqual({
      ok: false,
      error: { kind: 'refused', to: 'read', name: 'map.json' },
    })
  })

  it('says that the file has gone', async () => {
    const file = fakeFile('map.json', '{}')
    file.exists = false
    expect(await createFiles(handlePickers(undefined)).read(file)).toEqual({
      ok: false,
      error: { kind: 'gone', name: 'map.json' },
    })
  })
})

describe('save', () => {
  it('writes the file that was opened, without a picker', async () => {
    const file = fakeFile('map.json', '{}')
    const { files, document } = await opened(file)
    const saved = await files.save({ ...request, file: document })
    expect(saved).toMatchObject({ ok: true, value: { name: 'map.json', handle: file } })
    expect(file.content).toBe('{"title":"new"}')
    expect(file.asked).toEqual([])
  })

  it('writes again and again, also when the caller still holds the file as it was opened', async () => {
    const file = fakeFile('map.json', '{}')
    const { files, document } = await opened(file)
    const results = await Promise.all([
      files.save({ ...request, file: document, content: () => 'first' }),
      files.save({ ...request, file: document, content: () => 'second' }),
    ])
    expect(results.every((result) => result?.ok)).toBe(true)
    expect(file.content).toBe('second')
    expect(file.mostOpen).toBe(1)
  })

  it('asks for permission to write before it makes the content', async () => {
    const file = fakeFile('map.json', '{}')
    const { files, document } = await opened(file)
    file.permission.readwrite = 'prompt'
    const content = () => `asked: ${file.asked.join()}`
    expect(await files.save({ ...request, file: document, content })).toMatchObject({ ok: true })
    expect(file.content).toBe('asked: readwrite')
  })

  it('leaves the file alone when writing is refused', async () => {
    const file = fakeFile('map.json', '{}')
    const { files, document } = await opened(file)
    file.permission.readwrite = 'prompt'
    file.answer = 'denied'
    expect(await files.save({ ...request, file: document })).toEqual({
      ok: false,
      error: { kind: 'refused', to: 'write', name: 'map.json' },
    })
    expect(file.content).toBe('{}')
  })

  it('does not overwrite what another program wrote, until told to', async () => {
    const file = fakeFile('map.json', '{}')
    const { files, document } = await opened(file)
    file.content = '{"by":"somebody else"}'
    expect(await files.save({ ...request, file: document })).toEqual({
      ok: false,
      error: { kind: 'changedOutside', name: 'map.json' },
    })
    expect(file.content).toBe('{"by":"somebody else"}')
    expect(await files.save({ ...request, file: document, overwrite: true })).toMatchObject({ ok: true })
    expect(file.content).toBe('{"title":"new"}')
  })

  it('notices changes by another program after a restart too', async () => {
    const file = fakeFile('map.json', '{}')
    const { document } = await opened(file)
    file.content = '{"by":"somebody else"}'
    const afterRestart = createFiles(handlePickers(undefined))
    expect(await afterRestart.save({ ...request, file: document })).toMatchObject({
      error: { kind: 'changedOutside' },
    })
  })

  it.each([
    ['QuotaExceededError', { kind: 'full' }],
    ['NotAllowedError', { kind: 'refused', to: 'write' }],
    ['UnknownError', { kind: 'failed', to: 'write', detail: 'the disk says no' }],
  ])('keeps the old content when writing ends in %s', async (failure, error) => {
    const file = fakeFile('map.json', '{}')
    const { files, document } = await opened(file)
    file.failure = failure
    expect(await files.save({ ...request, file: document })).toEqual({
      ok: false,
      error: { ...error, name: 'map.json' },
    })
    expect(file.content).toBe('{}')
    expect(file.open).toBe(0)
    file.failure = undefined
    expect(await files.save({ ...request, file: document })).toMatchObject({ ok: true })
  })

  it('says that the file has gone', async () => {
    const file = fakeFile('map.json', '{}')
    const { files, document } = await opened(file)
    file.exists = false
    expect(await files.save({ ...request, file: document })).toEqual({
      ok: false,
      error: { kind: 'gone', name: 'map.json' },
    })
  })

  it('lets the user choose when the document has no file', async () => {
    const file = fakeFile('chosen.json')
    const pickers = handlePickers(file)
    const saved = await createFiles(pickers).save(request)
    expect(pickers.log).toEqual(['save Belt and Road.json'])
    expect(saved).toMatchObject({ ok: true, value: { name: 'chosen.json', handle: file } })
    expect(file.content).toBe('{"title":"new"}')
  })

  it('makes a download where there are no handles', async () => {
    const pickers = plainPickers()
    const files = createFiles(pickers)
    expect(await files.save({ ...request, file: { name: 'map.json' } })).toEqual({
      ok: true,
      value: { name: 'map.json' },
    })
    const [download] = pickers.downloads
    expect(download?.name).toBe('map.json')
    expect(await download?.content.text()).toBe('{"title":"new"}')
  })
})

describe('saveAs', () => {
  it('calls the picker in the same turn, before it makes the content', async () => {
    const pickers = handlePickers(fakeFile('chosen.json'))
    const content = () => {
      pickers.log.push('content')
      return '{}'
    }
    const saving = createFiles(pickers).saveAs({ ...request, content })
    expect(pickers.log).toEqual(['save Belt and Road.json'])
    await saving
    expect(pickers.log).toEqual(['save Belt and Road.json', 'content'])
  })

  it('answers nothing when the picker is cancelled, even if the content fails', async () => {
    const files = createFiles(handlePickers(undefined))
    expect(await files.saveAs(request)).toBeUndefined()
    const content = () => Promise.reject(new Error('no content'))
    expect(await files.saveAs({ ...request, content })).toBeUndefined()
  })

  it('reports content that cannot be made', async () => {
    const content = () => Promise.reject(new Error('no content'))
    const error = { kind: 'failed', to: 'write', detail: 'no content' }
    const withHandles = createFiles(handlePickers(fakeFile('chosen.json')))
    expect(await withHandles.saveAs({ ...request, content })).toMatchObject({ ok: false, error })
    expect(await createFiles(plainPickers()).saveAs({ ...request, content })).toMatchObject({
      ok: false,
      error,
    })
  })

  it('suggests the name the file has', async () => {
    const file = fakeFile('map.json', '{}')
    const pickers = handlePickers(file)
    await createFiles(pickers).saveAs({ ...request, file: { name: 'map.json', handle: file } })
    expect(pickers.log).toEqual(['save map.json'])
  })
})

describe('explainFileError', () => {
  const name = 'map.json'
  it.each([
    { kind: 'refused', to: 'read', name } as const,
    { kind: 'refused', to: 'write', name } as const,
    { kind: 'gone', name } as const,
    { kind: 'full', name } as const,
    { kind: 'tooLarge', bytes: 25_100_000, name } as const,
    { kind: 'notText', name } as const,
    { kind: 'changedOutside', name } as const,
    { kind: 'folder', name } as const,
    { kind: 'failed', to: 'read', detail: 'it said no', name } as const,
    { kind: 'failed', to: 'write', detail: 'it said no', name } as const,
  ])('names the file and a way out: $kind $to', (error) => {
    const sentence = explainFileError(error)
    expect(sentence).toContain('“map.json”')
    expect(sentence).toMatch(/open|save|drop|choose|copy|split/i)
  })

  it('tells the size in the unit of the limit, never a size that would have been taken', () => {
    const sentence = (bytes: number) => explainFileError({ kind: 'tooLarge', bytes, name })
    expect(sentence(maxFileBytes + 1)).toContain('has 25.1 MB; files up to 25 MB')
    expect(sentence(30 * 2 ** 20)).toContain('has 30 MB; files up to 25 MB')
  })
})

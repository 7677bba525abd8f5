/** What is dropped on the window or pasted as a file. */
import { describe, expect, it } from 'vitest'
import { readTransfer } from '../../../src/app/browser/file-transfer.ts'
import { createFiles } from '../../../src/app/browser/files.ts'
import { fakeFile, handlePickers, plainPickers } from './fake-files.ts'

const files = createFiles(handlePickers(undefined))
const text = { kind: 'string', getAsFile: () => null }

describe('readTransfer', () => {
  it('reads a dropped file and keeps its handle', async () => {
    const handle = fakeFile('map.json', '{}')
    const item = {
      kind: 'file',
      getAsFile: () => new File(['{}'], 'map.json'),
      getAsFileSystemHandle: () => Promise.resolve(handle),
    }
    expect(await readTransfer(files, { items: [text, item] })).toMatchObject({
      ok: true,
      value: { file: { name: 'map.json', handle }, text: '{}' },
    })
  })

  it('asks for file and handle within the event', () => {
    const asked: string[] = []
    const item = {
      kind: 'file',
      getAsFile: () => {
        asked.push('file')
        return null
      },
      getAsFileSystemHandle: () => {
        asked.push('handle')
        return Promise.resolve(null)
      },
    }
    void readTransfer(files, { items: [item] })
    expect(asked).toEqual(['file', 'handle'])
  })

  it('reads the file alone where there are no handles', async () => {
    const item = { kind: 'file', getAsFile: () => new File(['{}'], 'map.json') }
    expect(await readTransfer(createFiles(plainPickers()), { items: [item] })).toEqual({
      ok: true,
      value: { file: { name: 'map.json' }, bytes: new TextEncoder().encode('{}'), text: '{}' },
    })
  })

  it('answers nothing when what came is no file', async () => {
    expect(await readTransfer(files, { items: [text] })).toBeUndefined()
  })

  it('refuses several files', async () => {
    const item = (name: string) => ({ kind: 'file', getAsFile: () => new File([], name) })
    expect(await readTransfer(files, { items: [item('a.json'), item('b.json')] })).toEqual({
      ok: false,
      error: { kind: 'several', count: 2, name: 'a.json' },
    })
  })

  it('refuses a folder', async () => {
    const item = {
      kind: 'file',
      getAsFile: () => null,
      getAsFileSystemHandle: () => Promise.resolve({ kind: 'directory', name: 'maps' } as const),
    }
    expect(await readTransfer(files, { items: [item] })).toEqual({
      ok: false,
      error: { kind: 'folder', name: 'maps' },
    })
  })
})

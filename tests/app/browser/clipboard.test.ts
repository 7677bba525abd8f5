/** Clips between windows, browsers and other programs, and a browser that says no. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxFileBytes } from '../../../src/app/browser/file-error.ts'
import { jsonFromHtml, toHtml } from '../../../src/app/browser/clip-html.ts'
import {
  explainClipboardError,
  fillTransfer,
  readClipboard,
  readPaste,
  writeClip,
  type ClipboardHost,
} from '../../../src/app/browser/clipboard.ts'

const clip = {
  json: '{"text":"Ist das „gut“? 一带一路 🙂 </div>"}',
  text: '+ It is <good> & cheap\n  – “Is it?”',
}

/** The data of a copy, paste or drop event. */
function fakeTransfer() {
  const data = new Map<string, string>()
  return {
    getData: (type: string) => data.get(type) ?? '',
    setData: (type: string, value: string) => void data.set(type, value),
  }
}

/** A system clipboard that carries these types and nothing else. */
function fakeClipboard(carries: readonly string[]) {
  let items: ClipboardItem[] = []
  const host: ClipboardHost = {
    clipboard: {
      write: async (written) => {
        items = written
      },
      read: async () => items,
    },
    makeItem: (data) => {
      const types = Object.keys(data).filter((type) => carries.includes(type))
      return {
        types,
        presentationStyle: 'unspecified',
        getType: async (type) =>
          data[type] ?? Promise.reject(new DOMException(`no ${type}`, 'NotFoundError')),
      }
    },
    supports: (type) => carries.includes(type),
  }
  return { host, types: () => items.flatMap((item) => item.types) }
}

const custom = 'web application/x-counterpoint+json'

describe('toHtml and jsonFromHtml', () => {
  it('give any JSON back, whatever is put around it', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: 'grapheme' }), fc.string(), (json, text, around) => {
        expect(jsonFromHtml(`${around}<html><body>${toHtml({ json, text })}</body>${around}`)).toBe(json)
      }),
    )
  })

  it('carry large clips', () => {
    const json = JSON.stringify('一带一路'.repeat(100_000))
    expect(jsonFromHtml(toHtml({ json, text: '' }))).toBe(json)
  })

  it('show other programs the text, line by line, and nothing as markup', () => {
    const html = toHtml({ json: '{}', text: 'a < b & "c"\n  d' })
    expect(html.replace(/<div [^>]*>/, '')).toBe('a &lt; b &amp; &quot;c&quot;<br>&nbsp;&nbsp;d</div>')
  })

  it.each([
    '',
    '<p>text</p>',
    '<div data-counterpoint="">',
    '<div data-counterpoint="A">',
    '<div data-counterpoint="/w==">',
  ])('find nothing in %j', (html) => {
    expect(jsonFromHtml(html)).toBeUndefined()
  })
})

describe('readPaste', () => {
  it('gives back what a copy event was filled with', () => {
    const transfer = fakeTransfer()
    fillTransfer(transfer, clip)
    expect(readPaste(transfer)).toEqual({ ok: true, value: clip })
  })

  it('gives only text from other programs', () => {
    const transfer = fakeTransfer()
    transfer.setData('text/plain', 'a claim')
    transfer.setData('text/html', '<b>a claim</b>')
    expect(readPaste(transfer)).toEqual({ ok: true, value: { json: undefined, text: 'a claim' } })
  })

  it('gives nothing when there is no text', () => {
    expect(readPaste(fakeTransfer())).toBeUndefined()
  })

  it('refuses more than can be opened', () => {
    const transfer = {
      getData: (type: string) => (type === 'text/plain' ? ' '.repeat(maxFileBytes + 1) : ''),
    }
    expect(readPaste(transfer)).toEqual({ ok: false, error: { kind: 'tooLarge' } })
  })
})

describe('writeClip and readClipboard', () => {
  it.each([
    ['the custom type', [custom, 'text/html', 'text/plain']],
    ['HTML', ['text/html', 'text/plain']],
    ['the custom type alone', [custom, 'text/plain']],
  ])('carry a clip by %s', async (_, carries) => {
    const { host, types } = fakeClipboard(carries)
    expect(await writeClip(host, clip)).toEqual({ ok: true, value: undefined })
    expect(types().sort()).toEqual([...carries].sort())
    expect(await readClipboard(host)).toEqual({ ok: true, value: clip })
  })

  it('carry the text where nothing else survives', async () => {
    const { host } = fakeClipboard(['text/plain'])
    await writeClip(host, clip)
    expect(await readClipboard(host)).toEqual({ ok: true, value: { json: undefined, text: clip.text } })
  })

  it('copy the old way where there is no asynchronous clipboard', async () => {
    const transfer = fakeTransfer()
    const copyNow: ClipboardHost['copyNow'] = (fill) => {
      fill(transfer)
      return true
    }
    expect(await writeClip({ copyNow }, clip)).toEqual({ ok: true, value: undefined })
    expect(readPaste(transfer)).toEqual({ ok: true, value: clip })
  })

  it('read plain text where the browser gives no more', async () => {
    const host = { clipboard: { readText: async () => 'a claim' } }
    expect(await readClipboard(host)).toEqual({ ok: true, value: { json: undefined, text: 'a claim' } })
  })

  it('say that the browser denies the clipboard', async () => {
    const no = () => Promise.reject(new DOMException('Read permission denied.', 'NotAllowedError'))
    expect(await readClipboard({ clipboard: { read: no } })).toEqual({
      ok: false,
      error: { kind: 'denied', to: 'read' },
    })
    const host = { ...fakeClipboard([]).host, clipboard: { write: no } }
    expect(await writeClip(host, clip)).toEqual({ ok: false, error: { kind: 'denied', to: 'write' } })
  })

  it('say so too where the browser has no such function', async () => {
    expect(await readClipboard({})).toEqual({ ok: false, error: { kind: 'denied', to: 'read' } })
    expect(await writeClip({}, clip)).toEqual({ ok: false, error: { kind: 'denied', to: 'write' } })
    expect(await writeClip({ copyNow: () => false }, clip)).toMatchObject({ ok: false })
  })

  it('say what else went wrong', async () => {
    const read = () => Promise.reject(new DOMException('the clipboard is busy', 'DataError'))
    expect(await readClipboard({ clipboard: { read } })).toEqual({
      ok: false,
      error: { kind: 'failed', to: 'read', detail: 'the clipboard is busy' },
    })
  })
})

describe('explainClipboardError', () => {
  it('names the key that works instead, as it is called here', () => {
    expect(explainClipboardError({ kind: 'denied', to: 'read' }, '⌘')).toContain('Press ⌘+V instead')
    expect(explainClipboardError({ kind: 'denied', to: 'write' }, 'Ctrl')).toContain('Press Ctrl+C instead')
  })
})

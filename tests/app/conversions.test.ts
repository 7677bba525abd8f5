/** Exports as the application makes them: to files, the clipboard and paper. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClipboardHost } from '../../src/app/browser/clipboard.ts'
import { pngNotes } from '../../src/app/dialogs/export/png-notes.ts'
import { requestOf, usualExport } from '../../src/app/export-targets.ts'
import { createState } from '../../src/editor/state.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { graph, withNodes } from '../support/graph-builder.ts'
import { fakeFile, handlePickers, plainPickers } from './browser/fake-files.ts'
import { noticesOf } from './desk.ts'
import { fakeGlobals, startApplication } from './fake-browser.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const map: ArgumentGraph = {
  ...withNodes(graph`c1 supports c0; k1 attacks c1; k2 attacks r1`, {
    c0: { text: 'Keep the lanes.', rating: 'high' },
    c1: { text: 'Delay fell.' },
  }),
  title: 'Buses',
}

function showing(options: Parameters<typeof startApplication>[0] = {}) {
  const started = startApplication(options)
  started.application.set({ editor: createState(map) })
  return started
}

/** A clipboard that keeps what is put on it, by media type. */
function keeping(): ClipboardHost & { readonly kept: Map<string, Promise<Blob>> } {
  const kept = new Map<string, Promise<Blob>>()
  return {
    kept,
    clipboard: { write: async () => {} },
    makeItem: (data) => {
      for (const [type, content] of Object.entries(data)) kept.set(type, Promise.resolve(content))
      return {} as ClipboardItem
    },
  }
}

describe('exporting to a file', () => {
  it('writes what was chosen and says what the format could not carry', async () => {
    const file = fakeFile('buses.mmd')
    const { application } = showing({ pickers: handlePickers(file) })
    expect(await application.conversions.save({ ...usualExport, to: 'mermaid' })).toBe(true)
    expect(file.content).toContain('flowchart')
    expect(noticesOf(application).join(' ')).toContain('no place in Mermaid')
  })

  it('is remembered for the next time, apart from the part of the map', async () => {
    const { application } = showing({ pickers: handlePickers(fakeFile('buses.svg')) })
    const { picture } = usualExport
    const what = { part: 'branch', node: 'c1' } as const
    await application.conversions.save({ ...usualExport, picture: { ...picture, theme: 'print', what } })
    expect(requestOf(application.browser.settings.load().export)).toEqual({
      ...usualExport,
      picture: { ...picture, theme: 'print' },
    })
  })

  it('does nothing when the picker is cancelled', async () => {
    const { application } = showing({ pickers: handlePickers(undefined) })
    expect(await application.conversions.save(usualExport)).toBe(false)
    expect(noticesOf(application)).toEqual([])
  })

  it('downloads where files cannot be written', async () => {
    const pickers = plainPickers()
    const { application } = showing({ pickers })
    expect(await application.conversions.save(usualExport)).toBe(true)
    expect(pickers.downloads.map(({ name }) => name)).toEqual(['Buses.svg'])
  })
})

describe('a PNG that is asked for', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="4000" viewBox="0 0 9000 4000">'
  const chromium = 'Mozilla/5.0 Chrome/140.0 Safari/537.36'

  it('has its size told, or that it is too large for this browser, with every way out', () => {
    expect(pngNotes(svg, 1, chromium)).toEqual(['9,000 × 4,000 pixels.'])
    expect(pngNotes(svg, 4, chromium)[0]).toMatch(/36,000 × 16,000 pixels, more than .* parts.* SVG and PDF/)
    const safari = 'Mozilla/5.0 Version/17.0 Safari/605.1.15'
    expect(pngNotes(svg, 1, safari)[0]).toContain('more than can be painted here')
  })
})

describe('copying for other programs', () => {
  it.each([
    ['edit.copy-as-text', 'text/plain', 'Keep the lanes.'],
    ['edit.copy-as-markdown', 'text/plain', 'Keep the lanes.'],
    ['edit.copy-as-picture', 'image/png', 'PNG'],
  ])('%s puts the whole map on the clipboard where nothing is selected', async (id, type, words) => {
    const clipboard = keeping()
    const { application } = showing({ clipboard })
    application.run(id)
    await vi.waitFor(() => expect(noticesOf(application).join(' ')).toContain('Copied as'))
    expect(await (await clipboard.kept.get(type))?.text()).toContain(words)
  })

  it('takes only what is selected, or a branch', async () => {
    const clipboard = keeping()
    const { application } = showing({ clipboard })
    application.select(['c1'])
    await application.conversions.copyAs('text', 'selection')
    const selected = await (await clipboard.kept.get('text/plain'))?.text()
    expect(selected).toContain('Delay fell.')
    expect(selected).not.toContain('k1')
    await application.conversions.copyAs('text', 'branch')
    const branch = await (await clipboard.kept.get('text/plain'))?.text()
    expect(branch).toContain('k1')
    expect(branch).not.toContain('Keep the lanes.')
  })

  it('says which keys work where the browser gives no clipboard', async () => {
    const { application } = showing()
    expect(await application.conversions.copy({ ...usualExport, to: 'mermaid' })).toBe(false)
    expect(noticesOf(application)).toHaveLength(1)
  })
})

describe('printing', () => {
  it('hands pages that are pictures to the browser', async () => {
    const { application, browser } = showing()
    expect(await application.conversions.print({ ...usualExport, to: 'pdf' })).toBe(true)
    expect(browser.printed).toHaveLength(1)
    expect(browser.printed[0]).toContain('Keep the lanes.')
  })
})

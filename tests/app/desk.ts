/** A person with files at hand: what the pickers give next, files opened and held back, and what is on the screen. */
import { vi } from 'vitest'
import type { Application } from '../../src/app/application.ts'
import type { EditorState } from '../../src/editor/state.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { fakeFile, handlePickers, type FakeFile } from './browser/fake-files.ts'
import { startApplication, type FakeBrowser, type FakeStorage } from './fake-browser.ts'

export function editorOf(application: Application): EditorState {
  return application.store.getState().editor
}

export function titleOf(application: Application): string {
  return editorOf(application).graph.title
}

/** The texts of the notices that are shown, oldest first. */
export function noticesOf(application: Application): string[] {
  return application.store.getState().notices.map(({ text }) => text)
}

/** What the user decides when asked about unsaved changes: to let them go. */
export function discard(application: Application): void {
  const { dialog } = application.store.getState()
  if (dialog?.name !== 'discard') throw new Error('nothing was asked')
  dialog.proceed()
}

/** Waits until this holds: for what is done by the machine and not by the clock, such as reading a file. */
export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 15_000, interval: 5 })
}

export interface Desk {
  readonly application: Application
  readonly browser: FakeBrowser
  /** What the next picker gives; undefined is cancelling it. */
  readonly pick: (file: FakeFile | undefined) => void
  /** Opens a file with this document, and answers the file. */
  readonly open: (shown: ArgumentGraph, name?: string) => Promise<FakeFile>
}

/** An application in a browser with file handles. */
export function atDesk(options: { readonly storage?: FakeStorage } = {}): Desk {
  let picked: FakeFile | undefined
  const started = startApplication({
    ...options,
    pickers: {
      ...handlePickers(undefined),
      open: (type) => handlePickers(picked).open?.(type) ?? Promise.reject(new Error('no picker')),
      save: (type, name) =>
        handlePickers(picked).save?.(type, name) ?? Promise.reject(new Error('no picker')),
    },
  })
  const { documents } = started.application
  return {
    ...started,
    pick: (file) => {
      picked = file
    },
    open: async (shown, name = 'roads.json') => {
      picked = fakeFile(name, writeGraph(shown))
      await documents.open()
      return picked
    },
  }
}

/** Holds what is written to a file back until the answer is called. */
export function heldBack(file: FakeFile): () => void {
  const write = file.createWritable.bind(file)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  file.createWritable = async () => {
    await held
    return write()
  }
  return () => release()
}

/** How much JavaScript a page is sent, workers included: the number the editor keeps below 250 kB. */
import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'

/** One script as sent. */
export interface SentScript {
  /** File name without folder. */
  readonly name: string
  readonly bytes: number
  /** Bytes after gzip at its best level, as a web server with compression sends it. */
  readonly gzipped: number
}

/** Notes every script that the page asks for from now on; call the answer to get them, largest first. */
export function watchScripts(page: Page): () => Promise<SentScript[]> {
  const responses = new Map<string, Response>()
  page.context().on('response', (response) => {
    if (/\.m?js$/.test(new URL(response.url()).pathname)) responses.set(response.url(), response)
  })
  return async () => {
    const scripts = await Promise.all([...responses.values()].map(measure))
    return scripts.toSorted((a, b) => b.gzipped - a.gzipped)
  }
}

async function measure(response: Response): Promise<SentScript> {
  const body = await response.body()
  return {
    name: new URL(response.url()).pathname.split('/').at(-1) ?? '',
    bytes: body.length,
    gzipped: gzipSync(body, { level: 9 }).length,
  }
}

/** The server of the built editor keeps its promises about addresses, headers and ports. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { policy } from '../../src/dev/policy.mjs'
import { serve } from '../../src/dev/serve.mjs'

let folder: string
let server: Awaited<ReturnType<typeof serve>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'dist', 'index.html'), '<title>Counterpoint</title>')
  writeFileSync(join(folder, 'dist', '.built-from'), 'sources')
  writeFileSync(join(folder, 'dist', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'dist', 'assets', 'graph.json'), '{}')
  server = await serve(join(folder, 'dist'), 0)
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Asks for a path exactly as written; fetch would tidy it up first. */
function ask(path: string, method = 'GET'): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('serve', () => {
  it('sends the page with the policy as a header', async () => {
    const response = await fetch(server.url)
    expect(await response.text()).toContain('Counterpoint')
    expect(response.headers.get('content-security-policy')).toBe(policy)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
  })

  it.each([
    ['', 'text/html; charset=utf-8'],
    ['assets/a.js', 'text/javascript; charset=utf-8'],
    ['assets/graph.json', 'application/json; charset=utf-8'],
  ])('sends "/%s" as %s', async (path, type) => {
    const response = await fetch(server.url + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/.built-from',
    '/assets/none.js',
    '/%E0%A4%A',
  ])('does not find "%s"', async (path) => {
    expect(await ask(path)).toEqual({ status: 404, body: 'Not found\n' })
  })

  it('sends a file again only when it has changed', async () => {
    const first = await fetch(server.url)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const tag = first.headers.get('etag')!
    const second = await fetch(server.url, { headers: { 'If-None-Match': tag } })
    expect(second.status).toBe(304)
  })

  it('keeps serving the build it began with', async () => {
    rmSync(join(folder, 'dist'), { recursive: true })
    expect((await ask('/assets/a.js')).body).toBe('export {}')
  })

  it('answers nothing but reading', async () => {
    expect((await ask('/', 'POST')).status).toBe(405)
    expect(await ask('/', 'HEAD')).toEqual({ status: 200, body: '' })
  })

  it('takes the next free port when the wanted one is in use', async () => {
    const second = await serve(join(folder, 'dist'), server.port)
    expect(second.port).toBeGreaterThan(server.port)
    expect((await fetch(second.url)).status).toBe(200)
    await second.close()
  })

  it('closes although a browser keeps its connection open', async () => {
    const extra = await serve(join(folder, 'dist'), 0)
    const socket = connect(extra.port, '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    const ended = new Promise((resolve) => socket.once('close', resolve))
    await extra.close()
    await ended
    expect(socket.destroyed).toBe(true)
  })

  it('says what to do when there is no build', async () => {
    await expect(serve(join(folder, 'nowhere'), 0)).rejects.toThrow('npm run build')
  })
})

// @ts-check
/**
 * A small web server for the built editor, on Node alone: `npm start`, the end-to-end tests and the
 * benchmarks use it. It promises to serve this machine only, to send the Content-Security-Policy, and
 * to serve one consistent build: all files are read at the start, so a later build never mixes with
 * the page that is open, and an address can never reach a file outside the folder.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { policy } from './policy.mjs'

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** How many ports after the wanted one are tried before any free one is taken. */
const portsTried = 20

/**
 * @typedef {{ readonly body: Buffer, readonly type: string, readonly tag: string }} ServedFile
 * @typedef {{ readonly url: string, readonly port: number, readonly close: () => Promise<void> }} RunningServer
 */

/**
 * Serves a folder on localhost until it is closed.
 * @param {string} folder with an index.html; throws when there is none
 * @param {number} port the wanted port; the next free one is taken if it is in use, 0 means any
 * @returns {Promise<RunningServer>} once it answers; `url` ends in a slash
 */
export async function serve(folder, port) {
  const files = await readFolder(folder)
  if (!files.has('/index.html')) throw new Error(`"${folder}" has no index.html: run \`npm run build\` first`)
  const servers = await listen((request, response) => answer(files, request, response), port)
  const address = servers[0]?.address()
  if (!address || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://localhost:${address.port}/`,
    port: address.port,
    close: async () => {
      await Promise.all(servers.map(stop))
    },
  }
}

/**
 * @param {ReadonlyMap<string, ServedFile>} files
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(files, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const headers = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
  const file = find(files, request.url ?? '/')
  if (!file) {
    response.writeHead(404, { ...headers, 'Content-Type': types['.txt'] }).end('Not found\n')
    return
  }
  // Asked again each time, sent only when it changed: programs take turns on localhost's ports.
  const caching = { ...headers, 'Cache-Control': 'no-cache', ETag: file.tag }
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304, caching).end()
    return
  }
  response.writeHead(200, { ...caching, 'Content-Type': file.type, 'Content-Length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/**
 * @param {string} folder
 * @returns {Promise<Map<string, ServedFile>>} by address path
 */
async function readFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  /** @type {Map<string, ServedFile>} */
  const files = new Map()
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    const body = await readFile(path)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, {
      body,
      type: types[extname(entry.name)] ?? 'application/octet-stream',
      tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    })
  }
  return files
}

/**
 * The file at an address. A plain name directly under the root is a view of the one page.
 * @param {ReadonlyMap<string, ServedFile>} files
 * @param {string} address path and query as requested
 * @returns {ServedFile | undefined}
 */
function find(files, address) {
  let path
  try {
    path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '/')
  } catch {
    return undefined // not a well-formed address
  }
  return files.get(path) ?? (/^\/[\w-]*$/.test(path) ? files.get('/index.html') : undefined)
}

/**
 * Listens on the wanted port or the next one that is free.
 * @param {import('node:http').RequestListener} listener
 * @param {number} wanted
 * @returns {Promise<import('node:http').Server[]>} listening, all on the same port
 */
async function listen(listener, wanted) {
  const ports = wanted === 0 ? [] : Array.from({ length: portsTried }, (_, step) => wanted + step)
  for (const port of [...ports.filter((candidate) => candidate <= 65_535), 0, 0, 0]) {
    const servers = await listenOnBoth(listener, port)
    if (servers) return servers
  }
  throw new Error('no port of this machine is free')
}

/**
 * Browsers may take "localhost" for either loopback address: unless both are ours, the page of
 * another program could answer.
 * @param {import('node:http').RequestListener} listener
 * @param {number} port
 * @returns {Promise<import('node:http').Server[] | undefined>} undefined when the port is in use
 */
async function listenOnBoth(listener, port) {
  const first = createServer(listener)
  if ((await tryListen(first, '127.0.0.1', port)) !== undefined) return undefined
  const address = first.address()
  const taken = address !== null && typeof address === 'object' ? address.port : port
  const second = createServer(listener)
  const failure = await tryListen(second, '::1', taken)
  if (failure === undefined) return [first, second]
  if (failure !== 'EADDRINUSE') return [first] // this machine has no IPv6
  await stop(first)
  return undefined
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>} the system's code for why it cannot listen there
 */
function tryListen(server, host, port) {
  return new Promise((resolve) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? 'unknown'))
    server.listen(port, host, () => resolve(undefined))
  })
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function stop(server) {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

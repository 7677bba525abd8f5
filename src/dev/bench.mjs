// @ts-check
/**
 * `npm run bench`: runs every tests/bench/*.bench.ts and prints its table as Markdown, ready for the
 * README. Each file exports `bench(): Promise<Bench>`. `npm run bench -- layout` runs those whose name
 * contains a word. Numbers are of this machine, which is named above the tables.
 */
import { readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'

/**
 * @typedef {object} Bench
 * @property {string} title
 * @property {string} [note] a sentence below the table
 * @property {readonly Record<string, string | number>[]} rows all with the same keys: the columns
 */

process.env['NODE_ENV'] = 'production'
process.exitCode = await main(process.argv.slice(2))

/**
 * @param {readonly string[]} words
 * @returns {Promise<number>} exit status
 */
async function main(words) {
  ensureInstalled()
  const folder = join(root, 'tests', 'bench')
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.bench.ts') && (words.length === 0 || words.some((word) => name.includes(word))),
  )
  if (files.length === 0) {
    console.error(`No benchmark is called like "${words.join('" or "')}".`)
    return 2
  }
  console.log(machine())
  const { createServer } = await import('vite')
  const vite = await createServer({
    root,
    mode: 'production',
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  let status = 0
  for (const file of files.sort()) {
    try {
      const { bench } = await vite.ssrLoadModule(join(folder, file))
      console.log(`\n${markdown(await bench())}`)
    } catch (error) {
      console.error(`\n${file} failed:`, error)
      status = 1
    }
  }
  await vite.close()
  return status
}

/** @returns {string} the machine in one line */
function machine() {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'processor'}, ${memory} GB, Node.js ${process.versions.node}`
}

/**
 * @param {Bench} bench
 * @returns {string} heading, table with aligned columns, note
 */
function markdown({ title, note, rows }) {
  const columns = Object.keys(rows[0] ?? {})
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
  const widths = columns.map((_, index) => Math.max(3, ...cells.map((row) => (row[index] ?? '').length)))
  const numeric = columns.map((column) =>
    rows.every((row) => /^(< )?[\d.,]+( |$)/.test(String(row[column] ?? ''))),
  )
  const line = (/** @type {readonly string[]} */ row) =>
    `| ${row
      .map((cell, index) =>
        numeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join(' | ')} |`
  const rule = `| ${widths.map((width, index) => (numeric[index] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  const [head = [], ...body] = cells
  return [`### ${title}`, '', line(head), rule, ...body.map(line), ...(note ? ['', note] : [])].join('\n')
}

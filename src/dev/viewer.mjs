// @ts-check
/**
 * Builds the program inside exported web pages (src/viewer) into one classic script and one style sheet, as
 * the source of src/formats/html/viewer.generated.ts. Exports then need no bundler, in a browser and in Node
 * alike, and give the same bytes everywhere.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './root.mjs'

/** @returns {Promise<string>} a module that exports `viewerScript` and `viewerStyle` */
export async function viewerModule() {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      write: false,
      target: ['chrome120', 'edge120', 'firefox121', 'safari17'],
      modulePreload: false,
      lib: {
        entry: join(root, 'src/viewer/viewer.ts'),
        formats: ['iife'],
        name: 'viewer',
        fileName: 'viewer',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (!chunk) throw new Error('the viewer gave no script')
  const script = chunk.code.trim()
  if (/<\/script|<!--/i.test(script)) throw new Error('the viewer holds words that would end its element')
  const style = ['page.css', 'window.css']
    .map((name) => readFileSync(join(root, 'src/viewer', name), 'utf8'))
    .join('\n')
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
  return [
    '/**',
    ' * The program and the style sheet of exported web pages, built from src/viewer by src/dev/viewer.mjs.',
    ' * Generated: do not edit, run `npm run generate` instead.',
    ' */',
    '',
    `export const viewerScript = ${quoted(script)}`,
    '',
    `export const viewerStyle = ${quoted(style)}`,
    '',
  ].join('\n')
}

/** @param {string} text @returns {string} a literal in which no markup could be found either */
function quoted(text) {
  return JSON.stringify(text).replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--')
}

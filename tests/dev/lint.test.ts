/**
 * Lint watches the layers: each rule of .oxlintrc.json that keeps the design in shape finds a file
 * that breaks it, and lets pass what the design allows.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../src/dev/root.mjs'

/** A line of code that imports this module for its effect on the layers alone. */
const imports = (module: string) => `import * as other from '${module}'\nexport const own = other\n`

/** What must be found: path of a seeded file, the rule, the code. */
const violations: readonly (readonly [path: string, rule: string, code: string])[] = [
  ...layerViolations('model', ['reasoning', 'scene', 'formats', 'editor', 'app', 'cli']),
  ...layerViolations('reasoning', ['scene', 'formats', 'editor', 'app', 'cli']),
  ...layerViolations('scene', ['reasoning', 'formats', 'editor', 'app', 'cli']),
  ...layerViolations('formats', ['editor', 'app', 'cli']),
  ...layerViolations('editor', ['app', 'cli']),
  ...layerViolations('cli', ['editor', 'app']),
  ...layerViolations('app', ['cli', 'dev']),
  ...['model', 'reasoning', 'scene', 'formats', 'editor', 'cli'].flatMap((layer) =>
    [
      'react',
      'react-dom/client',
      '@base-ui/react/menu',
      '@xyflow/react',
      'zustand/vanilla',
      'idb-keyval',
    ].map((module) => importing(layer, module)),
  ),
  ...['model', 'reasoning', 'scene', 'formats', 'editor'].flatMap((layer) =>
    ['node:fs', 'nanoid'].map((module) => importing(layer, module)),
  ),
  ...['model', 'reasoning', 'formats', 'editor', 'cli', 'app', 'app/canvas', 'app/browser'].map((layer) =>
    importing(layer, '@dagrejs/dagre'),
  ),
  ...['app', 'app/panels', 'app/dialogs', 'app/browser'].map((layer) => importing(layer, '@xyflow/react')),
  ...['app', 'app/panels', 'app/canvas'].map((layer) => importing(layer, 'idb-keyval')),
  ['src/viewer/model.ts', 'eslint(no-restricted-imports)', imports('../model/graph.ts')],
  ['src/viewer/immer.ts', 'eslint(no-restricted-imports)', imports('immer')],
  [
    'src/viewer/markup.ts',
    'eslint(no-restricted-properties)',
    "export const a = (b: HTMLElement) => (b.innerHTML = 'c')\n",
  ],
  ['src/model/global.ts', 'eslint(no-restricted-globals)', 'export const width = () => window.innerWidth\n'],
  [
    'src/scene/global.ts',
    'eslint(no-restricted-globals)',
    "export const a = () => document.querySelector('a')\n",
  ],
  ['src/editor/clock.ts', 'eslint(no-restricted-properties)', 'export const now = () => Date.now()\n'],
  ['src/formats/chance.ts', 'eslint(no-restricted-properties)', 'export const id = () => Math.random()\n'],
  [
    'src/app/panels/storage.ts',
    'eslint(no-restricted-globals)',
    "export const a = () => localStorage.getItem('a')\n",
  ],
  [
    'src/app/panels/clipboard.ts',
    'eslint(no-restricted-properties)',
    'export const text = () => navigator.clipboard.readText()\n',
  ],
  [
    'src/app/markup.tsx',
    'react(no-danger)',
    'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />\n',
  ],
  [
    'src/model/cycle-a.ts',
    'import(no-cycle)',
    "import { b } from './cycle-b.ts'\nexport const a = () => b\n",
  ],
  ['src/model/long.ts', 'eslint(max-lines)', `export const a = 1\n${'// one more line\n'.repeat(400)}`],
  ['src/app/default.ts', 'import(no-default-export)', 'export default 1\n'],
  ['src/app/any.ts', 'typescript(no-explicit-any)', 'export const a: any = 1\n'],
  ['src/app/unsafe.ts', 'typescript(no-unsafe-assignment)', "export const a: string = JSON.parse('1')\n"],
  [
    'src/app/floating.ts',
    'typescript(no-floating-promises)',
    'export function a(): void {\n  Promise.resolve(1)\n}\n',
  ],
  ['src/app/console.ts', 'eslint(no-console)', "export const a = () => console.error('a')\n"],
  [
    'tests/focused.test.ts',
    'vitest(no-focused-tests)',
    "import { expect, it } from 'vitest'\nit.only('a', () => expect(1).toBe(1))\n",
  ],
  [
    'tests/skipped.test.ts',
    'vitest(no-disabled-tests)',
    "import { expect, it } from 'vitest'\nit.skip('a', () => expect(1).toBe(1))\n",
  ],
  [
    'e2e/sleep.spec.ts',
    'eslint(no-restricted-properties)',
    "import type { Page } from '@playwright/test'\nexport const a = (page: Page) => page.waitForTimeout(1)\n",
  ],
]

/** What must pass. */
const allowed: readonly (readonly [path: string, code: string])[] = [
  ['src/model/b.ts', imports('immer')],
  ['src/reasoning/a.ts', imports('../model/b.ts')],
  ['src/scene/a.ts', imports('../model/b.ts')],
  ['src/scene/b.ts', imports('@dagrejs/dagre')],
  ['src/formats/json/a.ts', imports('../../scene/a.ts')],
  ['src/formats/json/b.ts', imports('../../reasoning/a.ts')],
  ['src/editor/a.ts', imports('../formats/json/a.ts')],
  ['src/app/a.ts', imports('../editor/a.ts')],
  ['src/app/b.tsx', imports('react')],
  ['src/app/panels/a.ts', imports('../browser/a.ts')],
  ['src/app/canvas/a.ts', imports('@xyflow/react')],
  ['src/app/browser/a.ts', imports('idb-keyval')],
  ['src/app/browser/b.ts', 'export const text = () => navigator.clipboard.readText()\n'],
  ['src/cli/a.ts', imports('../formats/json/a.ts')],
  ['src/cli/b.ts', imports('node:fs')],
  ['tests/a.test.ts', imports('../src/editor/a.ts')],
]

function layerViolations(layer: string, above: readonly string[]) {
  return above.map(
    (name) =>
      [
        `src/${layer}/imports-${name}.ts`,
        'eslint(no-restricted-imports)',
        imports(`../${name}/a.ts`),
      ] as const,
  )
}

function importing(layer: string, module: string) {
  const name = module.replaceAll(/[^a-z]+/g, '-')
  return [`src/${layer}/imports-${name}.ts`, 'eslint(no-restricted-imports)', imports(module)] as const
}

describe('lint', () => {
  let folder: string
  let found: ReadonlyMap<string, readonly string[]>

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterpoint-'))
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) {
      copyFileSync(join(root, name), join(folder, name))
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    write('src/model/cycle-b.ts', "import { a } from './cycle-a.ts'\nexport const b = () => a\n")
    write('src/dev/a.ts', 'export {}\n')
    for (const [path, , code] of violations) write(path, code)
    for (const [path, code] of allowed) write(path, code)
    found = lint()
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function write(path: string, code: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }

  /** The rules that were broken, by path. */
  function lint(): Map<string, string[]> {
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
    const { stdout } = spawnSync(
      process.execPath,
      [oxlint, '--type-aware', '-f', 'json', 'src', 'tests', 'e2e'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    const report = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
    const rules = new Map<string, string[]>()
    for (const { code, filename } of report.diagnostics) {
      const path = filename.replaceAll('\\', '/')
      rules.set(path, [...(rules.get(path) ?? []), code])
    }
    return rules
  }

  it.each(violations)('finds in %s a breach of %s', (path, rule) => {
    expect(found.get(path)).toContain(rule)
  })

  it.each(allowed)('lets %s pass', (path) => {
    expect(found.get(path) ?? []).toEqual([])
  })
})

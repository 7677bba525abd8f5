/** The documentation keeps up with the project: what it lists is what there is. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../src/dev/root.mjs'

const read = (name: string) => readFileSync(join(root, name), 'utf8')
const project = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const packages = Object.entries({ ...project.dependencies, ...project.devDependencies })

describe('CONTRIBUTING', () => {
  const text = read('CONTRIBUTING.md')

  it('gives a reason for every dependency and names no other', () => {
    const listed = [...text.slice(text.indexOf('## Dependencies')).matchAll(/^\| (`.*?`) +\|/gm)]
      .flatMap(([, names = '']) => names.split(', '))
      .map((name) => name.replaceAll('`', ''))
    expect(listed.toSorted()).toEqual(packages.map(([name]) => name).toSorted())
  })

  it('names only commands and files that exist', () => {
    for (const [, script = ''] of text.matchAll(/`npm run (\w+)/g))
      expect(project.scripts).toHaveProperty(script)
    const paths = [...text.matchAll(/`((?:src|tests|e2e)\/[\w./-]+\.\w+)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !path.includes('version-N'))
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

describe('package.json', () => {
  it('pins every dependency to one version', () => {
    for (const [name, version] of packages) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
  })
})

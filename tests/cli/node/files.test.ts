/** Files through Node: written as a whole or not at all, under the name they had. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../../src/cli/node/files.ts'
import { FileError } from '../../../src/cli/surroundings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)

describe('write', () => {
  it('makes missing folders and leaves nothing beside the file', async () => {
    await nodeFiles.write(at('a/b/c.txt'), 'text')
    expect(readFileSync(at('a/b/c.txt'), 'utf8')).toBe('text')
    expect(readdirSync(at('a/b'))).toEqual(['c.txt'])
  })

  it('replaces a file and keeps who may read it', async () => {
    writeFileSync(at('a.txt'), 'before')
    chmodSync(at('a.txt'), 0o640)
    await nodeFiles.write(at('a.txt'), new Uint8Array([65]))
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('A')
    expect(statSync(at('a.txt')).mode & 0o777).toBe(0o640)
  })

  it('writes to where a link leads', async () => {
    writeFileSync(at('real.txt'), 'before')
    symlinkSync(at('real.txt'), at('link.txt'))
    await nodeFiles.write(at('link.txt'), 'after')
    expect(lstatSync(at('link.txt')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('real.txt'), 'utf8')).toBe('after')
  })

  it('writes to a device as it is', async () => {
    await nodeFiles.write('/dev/null', 'text')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('refuses with a sentence where it cannot, and leaves nothing behind', async () => {
    mkdirSync(at('folder'))
    await expect(nodeFiles.write(at('folder'), 'text')).rejects.toThrow(FileError)
    await expect(nodeFiles.write(at('folder'), 'text')).rejects.toThrow(
      /cannot be written: it is a folder\.$/,
    )
    expect(readdirSync(folder)).toEqual(['folder'])
  })
})

describe('read', () => {
  it('refuses with a sentence', async () => {
    await expect(nodeFiles.read(at('none'))).rejects.toThrow('It cannot be read: there is no such file.')
    await expect(nodeFiles.read(folder)).rejects.toThrow('It cannot be read: it is a folder.')
  })
})

describe('list', () => {
  it('goes through folders in a stable order and follows no link to a folder', async () => {
    for (const name of ['b.txt', 'a/z.txt', 'a/y/x.txt', '.git/c.txt', 'node_modules/d/e.txt', '.f']) {
      await nodeFiles.write(at(name), '')
    }
    symlinkSync(folder, at('a/loop'))
    symlinkSync(at('b.txt'), at('linked.txt'))
    expect(await nodeFiles.list(folder)).toEqual(['a/y/x.txt', 'a/z.txt', 'b.txt', 'linked.txt'])
  })
})

describe('identityOf', () => {
  it('is the same for all names of a file, and of one that is not there yet', async () => {
    writeFileSync(at('a.txt'), '')
    symlinkSync(folder, at('link'))
    const names = [at('a.txt'), `${folder}/./a.txt`, at('link/a.txt')]
    const identities = await Promise.all(names.map((name) => nodeFiles.identityOf(name)))
    expect(new Set(identities).size).toBe(1)
    expect(await nodeFiles.identityOf(at('link/new/x'))).toBe(await nodeFiles.identityOf(at('new/x')))
    expect(await nodeFiles.identityOf(at('new/y'))).not.toBe(await nodeFiles.identityOf(at('new/x')))
  })
})

/**
 * The file system through Node. A file is written beside its place under a name of its own and then moved
 * there in one step, so that nobody ever finds half of it, and a full disk leaves what was there before.
 */
import { existsSync, realpathSync, rmSync, type Dirent } from 'node:fs'
import { chmod, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { FileError, type Files } from '../surroundings.ts'

/** More is not read into memory, whatever it is: the readers refuse far less. */
const mostBytes = 512 * 2 ** 20

/** Files being written, to be taken away when the program is ended in the midst of it. */
const halfWritten = new Set<string>()

/** Removes what is half written; for the moment before the program is ended by a signal. */
export function removeHalfWritten(): void {
  for (const path of halfWritten) rmSync(path, { force: true })
}

export const nodeFiles: Files = {
  read: async (path) => {
    try {
      const { size } = await stat(path)
      if (size > mostBytes) throw new FileError('The file is too large to be a map.')
      return new Uint8Array(await readFile(path))
    } catch (error) {
      throw error instanceof FileError ? error : new FileError(`It cannot be read: ${reasonOf(error)}.`)
    }
  },

  kindOf: async (path) => {
    try {
      const stats = await stat(path)
      return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other'
    } catch {
      // What cannot be looked at is not there for us; reading it says why.
      return undefined
    }
  },

  list: async (folder) => {
    const names: string[] = []
    const waiting = ['']
    for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
      for (const entry of await entriesOf(join(folder, below))) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
        const name = below === '' ? entry.name : `${below}/${entry.name}`
        // Links to folders are not followed: they may lead in circles.
        if (entry.isDirectory()) waiting.push(name)
        else if (entry.isFile() || (await isLinkToFile(entry, join(folder, name)))) names.push(name)
      }
    }
    return names.sort()
  },

  write: async (path, content) => {
    try {
      await replace(realPlace(path), content)
    } catch (error) {
      throw new FileError(`"${path}" cannot be written: ${reasonOf(error)}.`)
    }
  },

  identityOf: async (path) => {
    const place = realPlace(path)
    try {
      const { dev, ino } = await stat(place, { bigint: true })
      // On systems that tell upper from lower case and those that do not, this is the file itself.
      return ino === 0n ? place : `${dev}:${ino}`
    } catch {
      // It does not exist yet.
      return place
    }
  },
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch {
    // A folder that may not be looked into holds nothing for us.
    return []
  }
}

async function isLinkToFile(entry: Dirent, path: string): Promise<boolean> {
  return entry.isSymbolicLink() && (await nodeFiles.kindOf(path)) === 'file'
}

async function replace(place: string, content: string | Uint8Array): Promise<void> {
  const before = await stat(place).catch(() => undefined)
  if (before && !before.isFile()) {
    // A device or a pipe cannot be replaced, only written to.
    await writeFile(place, content)
    return
  }
  await mkdir(dirname(place), { recursive: true })
  const beside = join(dirname(place), `.${basename(place).slice(0, 100)}.${process.pid}.tmp`)
  halfWritten.add(beside)
  try {
    const file = await open(beside, 'w')
    try {
      await file.writeFile(content)
    } finally {
      await file.close()
    }
    if (before) await chmod(beside, before.mode)
    await rename(beside, place)
  } finally {
    halfWritten.delete(beside)
    await rm(beside, { force: true })
  }
}

/** Where the path leads in the end: through links, as far as there is anything. */
function realPlace(path: string): string {
  const whole = resolve(path)
  let there = whole
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  return join(realpathSync(there), whole.slice(there.length))
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EROFS: 'nothing can be written there',
  ENOSPC: 'there is no space left',
  EDQUOT: 'there is no space left',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'a part of the path is no folder',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'another program is using it',
}

/** Why the system did not do something, for the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

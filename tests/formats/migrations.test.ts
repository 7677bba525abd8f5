import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkMigrations, migrate, migrations, type Migration } from '../../src/formats/json/migrations.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { currentVersion } from '../../src/model/graph.ts'

const fixtures = new URL('../fixtures/', import.meta.url)

function step(to: number): Migration {
  return {
    to,
    because: 'a test',
    up: (raw) => ({ ...raw, steps: [...((raw['steps'] as number[] | undefined) ?? []), to] }),
  }
}

describe('migrations', () => {
  it('lead from every version to the next, up to the current one', () => {
    expect(() => {
      checkMigrations(migrations, currentVersion)
    }).not.toThrow()
    expect(migrations.map(({ because }) => because)).not.toContain('')
  })

  it('are refused at start if one is missing, repeated, too many or out of order', () => {
    expect(() => {
      checkMigrations([step(2), step(3)], 3)
    }).not.toThrow()
    for (const wrong of [
      [step(2)],
      [step(3), step(2)],
      [step(2), step(2)],
      [step(2), step(3), step(4)],
      [],
    ]) {
      expect(() => {
        checkMigrations(wrong, 3)
      }).toThrow('should lead to "2, 3"')
    }
  })

  it('run from the version of the file, in order, on copies', () => {
    const raw = { version: 2 }
    expect(migrate(raw, 2, [step(2), step(3), step(4)])).toEqual({ version: 4, steps: [3, 4] })
    expect(raw).toEqual({ version: 2 })
  })

  it('open the frozen fixture of every version', () => {
    const names = readdirSync(fixtures).filter((name) => name.startsWith('version-'))
    expect(names).toEqual(Array.from({ length: currentVersion }, (_, index) => `version-${index + 1}.json`))
    for (const name of names) expect(readGraph(readFileSync(new URL(name, fixtures), 'utf8')).ok).toBe(true)
  })
})

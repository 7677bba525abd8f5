import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explainShareLinkError,
  isShareFragment,
  longestLink,
  longLink,
  readShareFragment,
  shareFragment,
  shareLinkNote,
} from '../../src/formats/share-link.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'

function fragmentOf(json: string | Buffer): string {
  return `#v1=${deflateRawSync(json).toString('base64url')}`
}

describe('shareFragment and readShareFragment', () => {
  it('give back any document', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 20 }), async (document) => {
        const fragment = await shareFragment(document)
        expect(fragment).toMatch(/^#v1=[\w-]+$/)
        expect(await readShareFragment(fragment)).toEqual({ ok: true, value: document })
        expect(await readShareFragment(fragment.slice(1))).toEqual({ ok: true, value: document })
      }),
      { numRuns: 60 },
    )
  })

  it('read what another program wrote', async () => {
    const json = JSON.stringify({
      format: 'counterpoint',
      version: 1,
      title: 'Straße',
      sources: {},
      sections: {},
      nodes: {},
      relations: {},
    })
    expect(await readShareFragment(fragmentOf(json))).toMatchObject({ ok: true, value: { title: 'Straße' } })
  })

  it('make links shorter than the file', async () => {
    const small = graph`e1 supports c1; k1 attacks c1`
    expect((await shareFragment(small)).length).toBeLessThan(400)
  })

  it('refuse a link that was cut, at whatever place', async () => {
    const fragment = await shareFragment(graph`e1 supports c1; k1 attacks c1`)
    for (let length = 4; length < fragment.length; length += 1) {
      expect(await readShareFragment(fragment.slice(0, length))).toEqual({
        ok: false,
        error: { kind: 'damaged' },
      })
    }
  })

  it('refuse characters that no link has', async () => {
    for (const strange of ['#v1=a b', '#v1=%41', '#v1=', '#v1=ä', '#v1=AAAA.']) {
      expect(await readShareFragment(strange)).toEqual({ ok: false, error: { kind: 'damaged' } })
    }
  })

  it('refuse a bomb', async () => {
    const part = deflateRawSync(Buffer.alloc(2 ** 24, 32), { finishFlush: constants.Z_SYNC_FLUSH })
    const gigabyte = Buffer.concat([...Array.from({ length: 64 }, () => part), deflateRawSync('')])
    expect(await readShareFragment(`#v1=${gigabyte.toString('base64url')}`)).toEqual({
      ok: false,
      error: { kind: 'tooLarge' },
    })
  })

  it('refuse a fragment longer than any address', async () => {
    expect(await readShareFragment(`#v1=${'A'.repeat(3 * 2 ** 20)}`)).toEqual({
      ok: false,
      error: { kind: 'tooLarge' },
    })
  })

  it('say what is wrong with the document in it', async () => {
    const found = await readShareFragment(fragmentOf('{"format": "counterpoint", "version": 99}'))
    expect(found).toMatchObject({
      ok: false,
      error: { kind: 'document', error: { kind: 'tooNew', version: 99 } },
    })
    expect(found.ok ? '' : explainShareLinkError(found.error)).toContain('format version 99')
  })

  it('tell a link of a later version from an anchor of another kind', async () => {
    expect(await readShareFragment('#v2=AAAA')).toEqual({ ok: false, error: { kind: 'tooNew' } })
    expect(await readShareFragment('#legend')).toEqual({ ok: false, error: { kind: 'notALink' } })
    expect(['#v1=AAAA', 'v12=', '#legend', '', '#v=1'].map(isShareFragment)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('shareLinkNote', () => {
  it('says nothing about links that every program takes', () => {
    expect(shareLinkNote(longLink)).toBeUndefined()
  })

  it('warns of programs that cut long links', () => {
    expect(shareLinkNote(longLink + 1)).toMatchObject({ copy: true })
    expect(shareLinkNote(12_345)?.message).toMatch(/12,345 characters.*cut long links/)
  })

  it('refuses links that reach no browser, with a way out', () => {
    expect(shareLinkNote(longestLink)).toMatchObject({ copy: true })
    expect(shareLinkNote(longestLink + 1)).toMatchObject({ copy: false })
    expect(shareLinkNote(longestLink + 1)?.message).toContain('Save the map as a file')
  })
})

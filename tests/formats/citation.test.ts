import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullCitation, shortCitation, titleOf, yearOf } from '../../src/formats/citation.ts'
import { readSources } from '../../src/formats/csl-json.ts'
import { allowedLink, doiOf, linkOfSource } from '../../src/formats/links.ts'
import type { Source } from '../../src/model/graph.ts'

const result = readSources(readFileSync(new URL('../fixtures/sources.csl.json', import.meta.url), 'utf8'))
const sources = new Map(result.ok ? result.value.items.map(({ id, source }) => [id, source]) : [])

function source(id: string): Source {
  const found = sources.get(id)
  if (!found) throw new Error(`no source "${id}"`)
  return found
}

const report = 'http:-zotero.org-users-1-items-ABCD'

describe('shortCitation', () => {
  it('names one author, two, or the first of more, and the year', () => {
    expect(shortCitation(source('hurley2019'))).toBe('Hurley et al. 2019')
    expect(shortCitation(source('17'))).toBe('van den Berg and Ōe 1998')
    expect(shortCitation(source(report))).toBe('City Transport Office 2024')
    expect(shortCitation(source('plato'))).toBe('Plato 375 BC')
  })

  it('falls back on editors, the title and what there is', () => {
    expect(shortCitation({ type: 'book', editor: [{ family: 'Lee' }], title: 'T' })).toBe('Lee n.d.')
    expect(shortCitation(source('data'))).toBe('Freight rates? in press')
    expect(shortCitation({ type: 'book', title: `${'Road '.repeat(20)}` })).toBe(
      'Road Road Road Road Road Road Road Road… n.d.',
    )
    expect(shortCitation({ type: 'book' })).toBe('Untitled source n.d.')
  })
})

describe('fullCitation', () => {
  it('puts everything into one line', () => {
    expect(fullCitation(source('hurley2019'))).toBe(
      'Hurley, J., Morris, S. and Portelance, G. (2019). Examining the debt implications of a policy perspective. Journal of Infrastructure, Policy and Development, 3(1), 139–175. https://doi.org/10.24294/jipd.v3i1.1123',
    )
    expect(fullCitation(source(report))).toBe(
      'City Transport Office (2024). One year of bus lanes. City Transport Office, Porto. https://example.org/trial',
    )
    expect(fullCitation(source('17'))).toBe('van den Berg, J.-L. and Ōe, K. M. (1998). 道路与贸易.')
  })

  it('leaves out what is missing or may not be followed', () => {
    expect(fullCitation(source('data'))).toBe('Freight rates? [data set] (in press).')
    expect(fullCitation(source('toString-2'))).toBe('Untitled (n.d.).')
    expect(fullCitation({ type: 'constructor' })).toBe('Untitled (n.d.).')
  })

  it('names six of more than seven authors', () => {
    const author = Array.from({ length: 9 }, (_, index) => ({ family: `A${index}` }))
    expect(fullCitation({ type: 'book', author })).toMatch(/^A0, A1, A2, A3, A4, A5 and others \(n\.d\.\)/)
  })

  it('bears fields of any shape', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()))
    const fields = [
      'title',
      'author',
      'editor',
      'issued',
      'page',
      'DOI',
      'URL',
      'genre',
      'volume',
      'container-title',
    ]
    const any = fc.tuple(...fields.map(() => anything)).map((values) => ({
      ...Object.fromEntries(fields.map((field, index) => [field, values[index]])),
      type: 'book',
    }))
    fc.assert(
      fc.property(any, (broken) => {
        const cited = broken as unknown as Source
        expect(shortCitation(cited)).not.toMatch(/\[object|undefined|NaN/)
        expect(fullCitation(cited)).not.toMatch(/\n/)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('yearOf', () => {
  it('reads every way in which CSL writes dates', () => {
    const year = (issued: unknown): string | undefined => yearOf({ type: 'book', issued })
    expect(year({ 'date-parts': [['2019', '6']] })).toBe('2019')
    expect(year({ 'date-parts': [[2019], [2020]] })).toBe('2019')
    expect(year('2019-06-01/2020')).toBe('2019')
    expect(year({ literal: 'forthcoming' })).toBe('forthcoming')
    expect(year({ 'date-parts': [[]], raw: '1st of May, 2024' })).toBe('2024')
    expect(year(2019)).toBeUndefined()
  })
})

describe('titleOf', () => {
  it('takes out the markup of CSL and nothing else', () => {
    expect(titleOf({ type: 'book', title: 'CO<sub>2</sub> if a < b and <em>c</em>' })).toBe(
      'CO2 if a < b and <em>c</em>',
    )
    expect(titleOf({ type: 'book', title: '<span class="nocase">iOS</span>' })).toBe('iOS')
    expect(titleOf({ type: 'book', title: ' <i></i> ' })).toBeUndefined()
  })
})

describe('links', () => {
  it('lead to pages and mail, and nowhere else', () => {
    expect(allowedLink('https://example.org/a b')).toBe('https://example.org/a%20b')
    expect(allowedLink('HTTP://example.org')).toBe('http://example.org/')
    expect(allowedLink('mailto:a@example.org')).toBe('mailto:a@example.org')
    for (const address of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'blob:https://example.org/1',
      'ftp://example.org',
      'example.org',
      '//example.org',
      '',
      7,
      undefined,
    ]) {
      expect([address, allowedLink(address)]).toEqual([address, undefined])
    }
  })

  it('take a source to its DOI first, then to its URL', () => {
    expect(linkOfSource({ type: 'book', DOI: 'doi: 10.1000/A<b>#1', URL: 'https://example.org' })).toBe(
      'https://doi.org/10.1000/a%3Cb%3E%231',
    )
    expect(linkOfSource({ type: 'book', DOI: '10.1000/\ud800' })).toBe('https://doi.org/10.1000/%EF%BF%BD')
    expect(linkOfSource({ type: 'book', DOI: 'none', URL: 'https://example.org' })).toBe(
      'https://example.org/',
    )
    expect(linkOfSource({ type: 'book', URL: 'javascript:alert(1)' })).toBeUndefined()
  })

  it('know a DOI by its form', () => {
    const doi = (DOI: unknown): string | undefined => doiOf({ type: 'book', DOI })
    expect(doi('https://dx.doi.org/10.1000.10/X-1')).toBe('10.1000.10/x-1')
    expect(doi('10.1/x')).toBeUndefined()
    expect(doi(`10.${'1'.repeat(50_000)}`)).toBeUndefined()
    expect(doi(10.1)).toBeUndefined()
  })
})

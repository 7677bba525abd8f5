import { describe, expect, it } from 'vitest'
import { readCaf } from '../../../src/formats/carneades/read-caf.ts'
import { detectFormat } from '../../../src/formats/detect.ts'
import { corpusFiles, countMatches } from '../../support/corpus.ts'
import { errorOf, importOf, oversized, readBroken, relationsOf } from '../../support/reader-laws.ts'

function statement(id: string, words: string, more = ''): string {
  return `<statement id="${id}"${more}><descriptions>${words}</descriptions></statement>`
}

function said(text: string, language = 'en'): string {
  return `<description lang="${language}">${text}</description>`
}

function argument(id: string, conclusion: string, premises: readonly string[], more = ''): string {
  const list = premises.map((one) => `<premise statement="${one}"/>`).join('')
  return `<argument id="${id}"${more}><conclusion statement="${conclusion}"/><premises>${list}</premises></argument>`
}

function caf(statements: string, args: string, more = ''): string {
  return `<?xml version="1.0"?>
<caf version="1.3"><metadata title="Bus  lanes" creator="A. Smith"><descriptions>${said('About the\n        lanes.')}${said('Über die Spuren.', 'de')}</descriptions></metadata>
<statements>${statements}</statements><arguments>${args}</arguments>${more}</caf>`
}

const words = statement(
  'c',
  `${said('Die Spuren bleiben.', 'de')}${said('\n  Keep the\n    lanes.\n\n - one\n - two\n')}`,
  ' main="true"',
)
const premises =
  statement('e', said('Delay fell.')) + statement('a', said('Riders mind &lt;b&gt;delay&lt;/b&gt;.'))
const lanes = caf(
  words + premises + statement('k', said('It was summer.')) + statement('u', '', ' atom="(undercut a1)"'),
  argument('a1', 'c', ['e', 'a'], ' pro="true" weight="0.9" scheme="Practical Reasoning"') +
    argument('a2', 'c', ['k'], ' pro="false" weight="0.3"') +
    argument('a3', 'u', ['k'], ' pro="true"'),
  `<references><metadata key="Smith" title="Lanes" creator="Smith" date="2024-05" identifier="https://example.org/a" format="pdf"><descriptions/></metadata>
   <metadata key="Lee" title="Delay" date="May, 2024" identifier="javascript:alert(1)"/></references>`,
)

describe('readCaf', () => {
  it('reads arguments for and against with linked premises', async () => {
    const { graph, notes } = await importOf(readCaf, lanes)
    expect(relationsOf(graph)).toEqual(['e, a supports c', 'k attacks c', 'k attacks a1'])
    expect(graph.relations['a1']).toMatchObject({ weight: 'strong', scheme: 'practical-reasoning' })
    expect(graph.relations['a2']?.weight).toBe('weak')
    expect(notes).toEqual([])
  })

  it('makes arguments for an undercut without words attacks on the argument', async () => {
    const { graph } = await importOf(readCaf, lanes)
    expect(Object.keys(graph.nodes)).toEqual(['c', 'e', 'a', 'k'])
    expect(graph.relations['a3']).toEqual({
      kind: 'attacks',
      from: ['k'],
      to: 'a1',
      ext: { caf: { conclusion: 'u' } },
    })
  })

  it('lets an undercut with words attack the argument, and be argued for', async () => {
    const text = lanes.replace(
      statement('u', '', ' atom="(undercut a1)"'),
      statement('u', said('Odd trial.'), ' atom="(undercut a1)"'),
    )
    const { graph } = await importOf(readCaf, text)
    expect(relationsOf(graph)).toEqual(['e, a supports c', 'k attacks c', 'k supports u', 'u attacks a1'])
    expect(graph.nodes['u']?.text).toBe('Odd trial.')
  })

  it('leaves out an undercut that nothing speaks for, and says so', async () => {
    const text = caf(premises + statement('u', '', ' atom="(undercut a1)"'), argument('a1', 'e', ['a']))
    const { graph, notes } = await importOf(readCaf, text)
    expect(relationsOf(graph)).toEqual(['a supports e'])
    expect(notes).toEqual([
      {
        message:
          '1 statement only says that an argument is undercut, which no argument concludes; it is left out.',
      },
    ])
  })

  it('takes the language that most is written in and keeps the others', async () => {
    const { graph } = await importOf(readCaf, lanes)
    expect(graph.nodes['c']?.text).toBe('Keep the lanes.\n\n- one\n- two')
    expect(graph.nodes['c']?.ext).toEqual({
      caf: { main: 'true', descriptions: { de: 'Die Spuren bleiben.' } },
    })
    expect([graph.title, graph.description]).toEqual(['Bus lanes', 'About the lanes.'])
    expect(graph.ext).toEqual({ caf: { creator: 'A. Smith', descriptions: { de: 'Über die Spuren.' } } })
  })

  it('takes another language where that one is missing', async () => {
    const { graph } = await importOf(readCaf, caf(statement('a', said('Nur deutsch.', 'de')) + words, ''))
    expect(graph.nodes['a']?.text).toBe('Nur deutsch.')
  })

  it('reads references as sources, and opens no address that is not one of the web', async () => {
    const { graph } = await importOf(readCaf, lanes)
    expect(graph.sources).toEqual({
      Smith: {
        type: 'document',
        title: 'Lanes',
        author: [{ literal: 'Smith' }],
        issued: { 'date-parts': [[2024, 5]] },
        URL: 'https://example.org/a',
        ext: { caf: { format: 'pdf' } },
      },
      Lee: {
        type: 'document',
        title: 'Delay',
        issued: { literal: 'May, 2024' },
        ext: { caf: { identifier: 'javascript:alert(1)' } },
      },
    })
  })

  it('takes statements from the sources that they name, and descriptions of records as notes', async () => {
    const metadata = `<metadata source="Smith;Lee; Nobody"><descriptions>${said('See there.')}</descriptions></metadata>`
    const text = lanes
      .replace('<statement id="e">', `<statement id="e">${metadata}`)
      .replace(/(<argument id="a1"[^>]*>)/, `$1${metadata}`)
    const { graph } = await importOf(readCaf, text)
    expect(graph.nodes['e']).toMatchObject({
      text: 'Delay fell.',
      note: 'See there.',
      excerpts: [{ source: 'Smith' }, { source: 'Lee' }],
    })
    expect(graph.relations['a1']?.note).toBe('See there.')
    expect(graph.relations['a1']?.ext?.['caf']).toMatchObject({ sources: ['Smith', 'Lee', 'Nobody'] })
  })

  it('keeps roles and weights as they were', async () => {
    const text = lanes.replace(
      '<premise statement="e"/>',
      '<premise statement="e" role="Goal" implicit="true"/>',
    )
    const { graph } = await importOf(readCaf, text)
    expect(graph.relations['a1']?.ext).toEqual({
      caf: {
        weight: 0.9,
        scheme: 'Practical Reasoning',
        premises: [{ statement: 'e', role: 'Goal', implicit: true }, { statement: 'a' }],
      },
    })
  })

  it('puts a premise that denies a statement on the map, against that statement', async () => {
    const text = lanes.replace('<premise statement="e"/>', '<premise statement="e" positive="false"/>')
    const { graph, notes } = await importOf(readCaf, text)
    expect(relationsOf(graph)).toEqual([
      'not-e attacks e',
      'e attacks not-e',
      'not-e, a supports c',
      'k attacks c',
      'k attacks a1',
    ])
    expect(graph.nodes['not-e']?.text).toBe('It is not the case that: Delay fell.')
    expect(notes).toHaveLength(1)
  })

  it('says that the file has parts which it does not know', async () => {
    const { notes } = await importOf(readCaf, caf(premises, '', '<rules/>'))
    expect(notes.map(({ message }) => message).join()).toContain('1 part of the file is none')
  })

  it('lists what is not declared, has no premise or undercuts nothing', async () => {
    const text = caf(
      premises + statement('u', said('Odd.'), ' atom="(undercut gone)"'),
      argument('a1', 'z', ['e']) + argument('a2', 'e', []),
    )
    const { graph, notes, offers } = await importOf(readCaf, text)
    expect(relationsOf(graph)).toEqual(['e supports z'])
    expect(notes.map(({ message }) => message).join(' ')).toMatch(
      /not declared.*no premise.*leads to nothing/,
    )
    expect(offers.map(({ id }) => id)).toContain('complete-relations')
  })

  it('keeps both of two statements or arguments with one id, and says so', async () => {
    const text = caf(
      premises + statement('e', said('Again.')),
      argument('a1', 'e', ['a']) + argument('a1', 'a', ['e']),
    )
    const { graph, notes } = await importOf(readCaf, text)
    expect(Object.values(graph.nodes).map((one) => one.text)).toContain('Again.')
    expect(relationsOf(graph)).toEqual(['a supports e', 'e supports a'])
    expect(notes.map(({ message }) => message).join()).toMatch(/^2 statements or arguments have ids/)
  })

  it('keeps HTML as text, and ids that JavaScript reserves away from objects', async () => {
    const { graph } = await importOf(
      readCaf,
      lanes.replaceAll('"e"', '"__proto__"').replaceAll('"k"', '"toString"'),
    )
    expect(graph.nodes['a']?.text).toBe('Riders mind <b>delay</b>.')
    expect(relationsOf(graph)[0]).toBe('__proto__-2, a supports c')
  })

  it('is found by the content, and refuses what is none, entities, too much and too deep', async () => {
    expect(detectFormat(lanes)).toBe('caf')
    expect(await errorOf(readCaf, '<caf/>')).toContain('unreadable: There are no <statements>')
    expect(await errorOf(readCaf, lanes.slice(0, -20))).toContain('unreadable')
    expect(await errorOf(readCaf, `<!DOCTYPE caf [<!ENTITY a "aa">]>${lanes.slice(21)}`)).toContain('refused')
    expect(await errorOf(readCaf, oversized('<caf>'))).toContain('tooLarge')
    expect(await errorOf(readCaf, `<caf>${'<a>'.repeat(600)}${'</a>'.repeat(600)}</caf>`)).toContain(
      'tooDeep',
    )
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const words = ['(undercut a1)', '(undercut a3)', 'pro="false"', 'statement="u"', '</premises>', 'id="a1"']
    expect(await readBroken(readCaf, [lanes], words)).toBeGreaterThan(100)
  })
})

for (const { name, text } of corpusFiles('carneades-caf', '.xml')) {
  describe(`the map ${name}`, () => {
    it('is read whole', async () => {
      const { graph, notes } = await importOf(readCaf, text)
      const undercuts = countMatches(text, /atom="\(undercut /g)
      expect(Object.keys(graph.nodes)).toHaveLength(countMatches(text, /<statement /g) - undercuts)
      expect(Object.keys(graph.nodes)).toHaveLength(35)
      expect(Object.keys(graph.relations)).toHaveLength(17)
      const attacks = Object.values(graph.relations).filter(({ kind }) => kind === 'attacks')
      expect(attacks).toHaveLength(2 + 1)
      expect(attacks.filter(({ to }) => Object.hasOwn(graph.relations, to))).toHaveLength(1)
      expect(Object.values(graph.relations).flatMap(({ from }) => from)).toHaveLength(31)
      expect(Object.keys(graph.sources)).toHaveLength(14)
      expect(Object.values(graph.nodes).every(({ text: said }) => !/urn:uuid/.test(said))).toBe(true)
      expect(JSON.stringify(graph).match(/"descriptions":\{"de"/g)).toHaveLength(10)
      expect(notes).toEqual([])
    })
  })
}

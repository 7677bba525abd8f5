import { describe, expect, it } from 'vitest'
import {
  attributesOf,
  elementIn,
  elementsBelow,
  elementsIn,
  localName,
  parseXml,
  textIn,
  type XmlElement,
} from '../../src/formats/xml.ts'

async function rootOf(text: string): Promise<XmlElement> {
  const parsed = await parseXml(text)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

async function faultOf(text: string): Promise<string> {
  const parsed = await parseXml(text)
  if (parsed.ok) throw new Error('the text was parsed')
  const { kind, place, message } = parsed.error
  expect(message).toMatch(/\.$/)
  return [kind, place].filter((part) => part !== undefined).join(', ')
}

describe('parseXml', () => {
  it('keeps elements and texts in order, with their blanks', async () => {
    const root = await rootOf('<a> one <b/>two\n<c>three</c> </a>')
    expect(root.content.map((one) => (typeof one === 'string' ? one : one.name))).toEqual([
      ' one ',
      'b',
      'two\n',
      'c',
      ' ',
    ])
    expect(textIn(root)).toBe(' one two\nthree ')
  })

  it('reads CDATA as text and leaves comments and instructions out', async () => {
    const root = await rootOf('<?xml version="1.0"?><a>x<![CDATA[<b>&amp;]]><!-- c --><?pi?>y</a>')
    expect(textIn(root)).toBe('x<b>&amp;y')
  })

  it('decodes the five named references and numbered ones, and no other', async () => {
    const root = await rootOf('<a b="&lt;&#228;&#10;&quot;">&amp;lt; &#x41; &eacute; &unknown;</a>')
    expect(root.attributes.get('b')).toBe('<ä\n"')
    expect(textIn(root)).toBe('&lt; A &eacute; &unknown;')
  })

  it('knows the line of each element', async () => {
    const root = await rootOf('\uFEFF\n<?xml version="1.0"?>\n<a>\n  <b/>\n  <c\n  d="1"/></a>')
    expect([root, ...elementsIn(root)].map(({ line }) => line)).toEqual([3, 4, 5])
  })

  it('finds elements by their names without prefix', async () => {
    const root = await rootOf('<a xmlns:y="u"><y:b>1</y:b><c><b>2</b></c></a>')
    expect(elementsIn(root, 'b').map(textIn)).toEqual(['1'])
    expect(elementsBelow(root, 'b').map(textIn)).toEqual(['1', '2'])
    expect(elementIn(root, 'c')?.name).toBe('c')
    expect(elementsIn(root).map(localName)).toEqual(['b', 'c'])
  })

  it('refuses entities of its own before anything is parsed, wherever they hide', async () => {
    expect(await faultOf('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toBe('refused')
    expect(await faultOf('<?xml version="1.0"?>\n<!-- > -->\n<!doctype a SYSTEM "x>y" [ ]><a/>')).toBe(
      'refused',
    )
  })

  it('takes a document type that only names one, and loads nothing', async () => {
    expect((await rootOf('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a>&x;</a>')).content).toEqual([
      '&x;',
    ])
    expect((await rootOf('<!DOCTYPE a PUBLIC "-//X [Y]//EN" "u"><a/>')).name).toBe('a')
  })

  it('expands nothing that is declared further down', async () => {
    const parsed = await parseXml('<a><!DOCTYPE b [<!ENTITY x "yyy">]>&x;</a>')
    expect(JSON.stringify(parsed)).not.toContain('&x;yyy')
  })

  it.each([
    ['<a>', 'unreadable, line 1'],
    ['<a>\n<b></a>', 'unreadable, line 2'],
    ['<a/><b/>', 'unreadable'],
    ['<a b="1" b="2"/>', 'unreadable, line 1'],
    ['no XML', 'unreadable, line 1'],
    ['', 'unreadable, line 1'],
    ['<__proto__/>', 'unreadable'],
  ])('says where %j is broken', async (text, fault) => {
    expect(await faultOf(text)).toBe(fault)
  })

  it('keeps names of prototypes out of attributes as JSON', async () => {
    const root = await rootOf('<a toString="1" b="2"/>')
    expect(attributesOf(root)['b']).toBe('2')
    expect(Object.getPrototypeOf(attributesOf(root))).toBe(Object.prototype)
  })

  it('goes 500 levels deep and no further', async () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect((await parseXml(nested(500))).ok).toBe(true)
    expect(await faultOf(nested(502))).toBe('tooDeep')
    expect(await faultOf(nested(100_000))).toBe('tooDeep')
  })

  it('takes 25 MB and no more', async () => {
    expect(await faultOf(`<a>${'x'.repeat(25 * 2 ** 20)}</a>`)).toBe('tooLarge')
    expect(await faultOf(`<a>${'€'.repeat((25 * 2 ** 20) / 3)}</a>`)).toBe('tooLarge')
  })
})

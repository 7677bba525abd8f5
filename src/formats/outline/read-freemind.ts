/**
 * Reads maps of Freemind and Freeplane: a node stands under the one it is in, as support unless a sign before
 * its words says otherwise. Rich content is read as text. An arrow to another node is a second parent. Notes
 * and details are notes; icons and links stay in `ext.freemind`.
 */
import { shorten } from '../../model/naming.ts'
import { Assembly } from '../assembly.ts'
import type { Reader } from '../conversion.ts'
import { failed } from '../import-error.ts'
import { attributesOf, elementsIn, localName, parseXml, type XmlElement } from '../xml.ts'
import { htmlText, signedText, walkTree } from './tree.ts'

/** Reads a mind map (.mm). */
export const readFreemind: Reader = async (text) => {
  const parsed = await parseXml(text)
  if (!parsed.ok) return parsed
  const root = parsed.value
  if (localName(root) !== 'map') {
    return failed('unreadable', 'The file is no mind map of Freemind; its outermost element should be <map>.')
  }
  const assembly = new Assembly('freemind')
  const keys = new Map<XmlElement, string>()
  let title = ''
  for (const { element, parent } of walkTree(root, 'node')) {
    const key = keyOf(element, assembly)
    keys.set(element, key)
    const { words, stance } = signedText(textOf(element))
    if (title === '') title = shorten(words, 80)
    const id = element.attributes.get('ID')
    const note = notesOf(element)
    assembly.addNode(key, {
      text: words,
      ...(id === undefined ? {} : { id }),
      ...(note === '' ? {} : { note }),
      ...ownOf(element),
    })
    const above = parent && keys.get(parent)
    if (above !== undefined) {
      assembly.addRelation(`${key} to ${above}`, {
        kind: stance ?? 'supports',
        from: [key],
        to: above,
        place: `line ${element.line}`,
      })
    }
    if (assembly.isTooLarge) break
  }
  for (const [element, key] of keys) addArrows(element, key, assembly)
  return assembly.finish({ title })
}

/** The id, or the place in the file where there is none or it stands twice. */
function keyOf(element: XmlElement, assembly: Assembly): string {
  const id = element.attributes.get('ID')
  const key = `node ${id ?? ''}`
  return id !== undefined && !assembly.has(key) ? key : `place ${assembly.count}`
}

function textOf(element: XmlElement): string {
  const text = element.attributes.get('TEXT') ?? element.attributes.get('LOCALIZED_TEXT')
  return text ?? richTexts(element, 'NODE').join('\n')
}

function notesOf(element: XmlElement): string {
  return [...richTexts(element, 'DETAILS'), ...richTexts(element, 'NOTE')].join('\n\n')
}

function richTexts(element: XmlElement, type: string): string[] {
  return elementsIn(element, 'richcontent')
    .filter(({ attributes }) => (attributes.get('TYPE') ?? 'NODE').toUpperCase() === type)
    .map(htmlText)
    .filter((text) => text !== '')
}

function ownOf(element: XmlElement): { readonly own?: Readonly<Record<string, unknown>> } {
  const icons = elementsIn(element, 'icon').flatMap(({ attributes }) => attributes.get('BUILTIN') ?? [])
  const link = element.attributes.get('LINK')
  const values = elementsIn(element, 'attribute').map(attributesOf)
  const own = {
    ...(icons.length > 0 ? { icons } : {}),
    ...(link === undefined ? {} : { link }),
    ...(values.length > 0 ? { attributes: values } : {}),
  }
  return Object.keys(own).length > 0 ? { own } : {}
}

function addArrows(element: XmlElement, key: string, assembly: Assembly): void {
  for (const [index, arrow] of elementsIn(element, 'arrowlink').entries()) {
    const target = arrow.attributes.get('DESTINATION')
    assembly.addRelation(`${key} arrow ${index}`, {
      kind: 'supports',
      from: [key],
      to: target === undefined ? undefined : `node ${target}`,
      own: { arrow: attributesOf(arrow) },
      place: `line ${arrow.line}`,
    })
  }
}

/** Which scheme an S-node of AIF names, wherever it does so, and what it says where it names none. */
import { fieldOf, type Fields } from '../slot/plain.ts'
import { idText, type AifNode } from './nodeset.ts'
import { schemeInText, schemeNamed, schemeNumbered } from './scheme-names.ts'

/** The text of an S-node that has nothing else to say: its type, as in most nodesets. */
export function defaultText(type: string): string {
  return type
}

/**
 * The scheme of an S-node as an id: from its field, its number, its text, or the list `schemefulfillments`
 * of xAIF, whose numbers are given by id of node.
 */
export function schemeOfNode(
  { id, text, raw }: Pick<AifNode, 'id' | 'text' | 'raw'>,
  numbers: ReadonlyMap<string, string>,
): string | undefined {
  const name = fieldOf(raw, 'scheme')
  if (typeof name === 'string' && name.trim() !== '') return schemeNamed(name)
  return (
    schemeNumbered(idText(fieldOf(raw, 'schemeID')) ?? '') ??
    schemeInText(text) ??
    schemeNumbered(numbers.get(id) ?? '')
  )
}

/** The numbers of schemes by the id of the node, from the list that xAIF has for them. */
export function schemeNumbersIn(rest: Fields): ReadonlyMap<string, string> {
  const list = fieldOf(rest, 'schemefulfillments')
  const numbers = new Map<string, string>()
  for (const one of Array.isArray(list) ? list : []) {
    const [node, scheme] = [idText(fieldOf(one, 'nodeID')), idText(fieldOf(one, 'schemeID'))]
    if (node !== undefined && scheme !== undefined) numbers.set(node, scheme)
  }
  return numbers
}

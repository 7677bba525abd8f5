/**
 * What Argdown's own library finds in a text, counted from its model without any code of ours: the second
 * opinion that reading and writing Argdown are tested against.
 */
import { argdown, IEquivalenceClass, type IArgdownRequest } from '@argdown/core'

/** Statements, arguments, relations and headings as the library has them. */
export interface CoreModel {
  readonly errors: readonly string[]
  readonly statements: readonly { readonly title: string; readonly tags: readonly string[] }[]
  /** What each statement says. */
  readonly texts: readonly string[]
  readonly sketches: readonly string[]
  readonly reconstructed: readonly string[]
  /** Steps from premises to a conclusion in reconstructed arguments. */
  readonly inferences: number
  readonly relations: readonly { readonly type: string; readonly from: string; readonly to: string }[]
  /** Relations that are lines of the text, without those of statements that stand in for premises. */
  readonly lines: number
  readonly headings: number
  readonly frontMatter: unknown
}

/** The library's model of a text, with the settings in the text. */
export function coreModel(text: string): CoreModel {
  const request: IArgdownRequest = {
    input: text,
    process: ['parse-input', 'build-model'],
    logExceptions: false,
  }
  const response = argdown.run(request)
  const { statements = {}, arguments: args = {}, relations = [], sections = [] } = response
  const all = Object.values(args)
  const titles = (list: typeof all): string[] => list.map(({ title = '' }) => title)
  const isStandIn = (title = ''): boolean => statements[title]?.tags?.includes('stand-in') === true
  let headings = 0
  for (const open = [...sections]; open.length > 0; headings += 1) open.push(...(open.pop()?.children ?? []))
  return {
    errors: [...(response.parserErrors ?? []), ...(response.exceptions ?? [])].map(({ message }) => message),
    statements: Object.values(statements).map(({ title = '', tags = [] }) => ({ title, tags })),
    texts: Object.values(statements).map(
      (statement) => IEquivalenceClass.getCanonicalMemberText(statement) ?? '',
    ),
    sketches: titles(all.filter(({ pcs }) => pcs.length === 0)),
    reconstructed: titles(all.filter(({ pcs }) => pcs.length > 0)),
    inferences: all.flatMap(({ pcs }) => pcs).filter(({ role }) => role !== 'premise').length,
    relations: relations.map(({ relationType, from, to }) => ({
      type: relationType,
      from: from?.title ?? '',
      to: to?.title ?? '',
    })),
    lines: relations.filter(({ from }) => !isStandIn(from?.title)).length,
    headings,
    frontMatter: response.frontMatter,
  }
}

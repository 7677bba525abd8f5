/**
 * Argdown text to the model that Argdown's own library makes of it (@argdown/core 2.0.1): its lexer, parser
 * and model plug-in, and nothing else of it. What the file says of how it is to be processed is not obeyed,
 * except for `model: {mode: strict}`, which changes what relations mean. YAML is read without aliases.
 * Titles may be any words, also those that JavaScript reserves.
 */
import type { ArgdownTreeWalker, IArgdownRequest, IArgdownResponse, IRuleNode } from '@argdown/core'
import type { Result } from '../../model/result.ts'
import type { ImportError } from '../conversion.ts'
import { strayBackslash } from './check.ts'
import { Found, UnreadableYaml, type ArgdownModel, type Handler } from './model.ts'

/** The model of a text that has passed `refusalToParse`. */
export async function parseArgdown(text: string): Promise<Result<ArgdownModel, ImportError>> {
  const core = await import('@argdown/core')
  const request: IArgdownRequest = { input: text }
  const response: IArgdownResponse = {}
  try {
    // The parser's state is shared by all of its users; up to the end of this function nothing waits.
    const { tokens } = core.tokenize(text)
    const { ast, error } = firstErrorOnly(core.parser, () => {
      core.parser.input = tokens
      const ast: IRuleNode | undefined = core.parser.argdown()
      return { ast, error: core.parser.errors[0] }
    })
    if (error || !ast) {
      const line = error?.token.startLine ?? Number.NaN
      return failure(error?.message ?? '', Number.isFinite(line) ? line : tokens.at(-1)?.endLine)
    }
    response.ast = ast
    const walker = new core.ArgdownTreeWalker()
    const plugin = new core.ModelPlugin()
    plugin.prepare(request, response, silence)
    listen(walker, plugin.tokenListeners)
    listen(walker, plugin.ruleListeners)
    const found = new Found(response)
    listen(walker, found.listeners)
    walker.walk(request, response, silence)
    return { ok: true, value: found.model() }
  } catch (error) {
    if (error instanceof UnreadableYaml) return failure(error.message, error.line)
    if (error instanceof RangeError) {
      return {
        ok: false,
        error: {
          kind: 'tooDeep',
          message:
            'Something in the text is nested too deeply or is too long to be read; begin new paragraphs for deeper lines, and shorten long comments.',
        },
      }
    }
    const backslash = strayBackslash(text)
    if (backslash) return { ok: false, error: backslash }
    // The library throws its own errors, and breaks with others where a block stands in an unexpected place.
    return failure(error instanceof Error && error.name === 'ArgdownPluginError' ? error.message : '')
  }
}

/** Runs the parser without its attempts to go on after an error, whose time grows with the square of the text. */
function firstErrorOnly<T>(parser: object, run: () => T): T {
  const recovery = {
    recoveryEnabled: true,
    attemptInRepetitionRecovery: Reflect.get(parser, 'attemptInRepetitionRecovery') as unknown,
  }
  Object.assign(parser, { recoveryEnabled: false, attemptInRepetitionRecovery: () => undefined })
  try {
    return run()
  } finally {
    Object.assign(parser, recovery)
  }
}

function failure(message: string, line?: number): Result<never, ImportError> {
  const said = message.slice(0, 400).replaceAll(/\s+/g, ' ').trim().replace(/[.]*$/, '')
  const because = said === '' ? 'its blocks do not fit together' : `Argdown’s parser says: ${said}`
  return {
    ok: false,
    error: {
      kind: 'unreadable',
      message: `The text is not Argdown as it is understood here (${because}); correct it there, or paste it as an outline.`,
      ...(line === undefined || !Number.isFinite(line) ? {} : { place: `line ${line}` }),
    },
  }
}

function listen(walker: ArgdownTreeWalker, listeners: Readonly<Record<string, unknown>>): void {
  for (const [event, listener] of Object.entries(listeners)) {
    if (typeof listener === 'function') walker.on(event, listener as Handler)
  }
}

const silence = { log: () => undefined, setLevel: () => undefined }

/** Conversions before their code is loaded: the first call loads it, so that a start need not. */
import type { Application } from './application.ts'
import type { Conversions } from './conversions.ts'

export function createLateConversions(application: Application): Conversions {
  let loading: Promise<Conversions> | undefined
  const loaded = () => {
    loading ??= import('./conversions.ts').then(({ createConversions }) => createConversions(application))
    return loading
  }
  return {
    open: async (...asked) => (await loaded()).open(...asked),
    take: async (...asked) => (await loaded()).take(...asked),
    export: async (...asked) => (await loaded()).export(...asked),
    pages: async (...asked) => (await loaded()).pages(...asked),
    save: async (...asked) => (await loaded()).save(...asked),
    copy: async (...asked) => (await loaded()).copy(...asked),
    print: async (...asked) => (await loaded()).print(...asked),
    copyAs: async (...asked) => (await loaded()).copyAs(...asked),
    copyLink: async (...asked) => (await loaded()).copyLink(...asked),
    cancel: () => void loading?.then((conversions) => conversions.cancel()),
  }
}

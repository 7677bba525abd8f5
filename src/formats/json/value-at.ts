/** The way into parsed JSON, over own properties only. */
import type { Path } from '../../model/problem.ts'

/** The object or list at a path, or undefined if there is none. */
export function valueAt(raw: object, path: Path): object | undefined {
  let at: unknown = raw
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = Reflect.get(at, key)
  }
  return typeof at === 'object' && at !== null ? at : undefined
}

/** Takes values out of plain JSON, many at once, so that places in lists stay right. */
import type { Path } from '../../model/problem.ts'
import { isFields } from './plain.ts'

/**
 * The value without what stands at the given paths; the very value if none of them leads anywhere. Paths
 * must not be empty. Recursion goes as deep as the paths.
 */
export function withoutPaths(value: unknown, paths: readonly Path[]): unknown {
  const isList = Array.isArray(value)
  if (!isList && !isFields(value)) return value
  const further = new Map<string, Path[]>()
  const out = new Set<string>()
  for (const [name, ...rest] of paths) {
    const key = String(name)
    if (rest.length === 0) out.add(key)
    else {
      const list = further.get(key)
      if (list) list.push(rest)
      else further.set(key, [rest])
    }
  }
  let isChanged = false
  const entries = Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
    const rest = further.get(name)
    const kept: unknown = rest ? withoutPaths(one, rest) : one
    if (out.has(name) || kept !== one) isChanged = true
    return out.has(name) ? [] : [[name, kept]]
  })
  if (!isChanged) return value
  return isList ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}

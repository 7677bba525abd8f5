/**
 * What is connected to what in an exported page, and which of it is to be seen: the same rule as on the
 * editor's map. A collapsed statement hides everything that is reached downwards only through it.
 */

/** As the page carries it; ids are those of the document. */
export interface Structure {
  readonly roots: readonly string[]
  readonly relations: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>
  /** What is collapsed at first. */
  readonly collapsed: readonly string[]
}

export interface Walker {
  /** Whether anything bears on a statement, so that it can be collapsed. */
  readonly hasGrounds: (id: string) => boolean
  /** Ids of all statements and relations that are to be seen. */
  readonly visible: (collapsed: ReadonlySet<string>) => ReadonlySet<string>
  /** How many statements below one are not seen. */
  readonly countHidden: (id: string, visible: ReadonlySet<string>) => number
}

export function createWalker({ roots, relations }: Structure): Walker {
  const all = new Map(Object.entries(relations))
  const into = new Map<string, string[]>()
  for (const [id, { to }] of all) {
    const list = into.get(to)
    if (list) list.push(id)
    else into.set(to, [id])
  }
  /** Everything reached downwards, stopping at those collapsed. */
  const reach = (from: readonly string[], collapsed: ReadonlySet<string>): Set<string> => {
    const reached = new Set(from)
    for (const id of reached) {
      if (collapsed.has(id)) continue
      for (const relation of into.get(id) ?? []) {
        reached.add(relation)
        for (const premise of all.get(relation)?.from ?? []) reached.add(premise)
      }
    }
    return reached
  }
  return {
    hasGrounds: (id) => into.has(id),
    visible: (collapsed) => {
      const reached = reach(roots, collapsed)
      // A relation may also join what is seen for other reasons; its target may be a relation of that kind.
      for (let before = -1; before !== reached.size;) {
        before = reached.size
        for (const [id, { from, to }] of all) {
          if (reached.has(to) && from.every((premise) => reached.has(premise))) reached.add(id)
        }
      }
      return reached
    },
    countHidden: (id, visible) => {
      let count = 0
      for (const below of reach([id], new Set())) if (!all.has(below) && !visible.has(below)) count += 1
      return count
    },
  }
}

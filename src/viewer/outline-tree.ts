/**
 * The outline of an exported page: a tree in one column (WAI-ARIA Authoring Practices, "Tree View"), with one
 * tab stop, arrow keys, Home, End, letters, * and Enter. A statement that stands in several places is
 * unfolded at its first one; the others lead there.
 */

export interface OutlineTree {
  /** Shows which statement is selected, unfolded as `collapsed` says, with these rows marked as found. */
  readonly show: (
    selected: string | undefined,
    collapsed: ReadonlySet<string>,
    found: ReadonlySet<string>,
  ) => void
  readonly focus: () => void
  /** Statements on the way from the root to this one, so that unfolding them brings it to light. */
  readonly above: (id: string) => readonly string[]
  /** The statement that arrow keys of the map lead to. */
  readonly beside: (id: string, direction: 'up' | 'down' | 'left' | 'right') => string | undefined
  /** All statements in the order of the outline. */
  readonly ids: readonly string[]
}

interface OutlineEvents {
  readonly select: (id: string) => void
  readonly open: () => void
  readonly setCollapsed: (ids: readonly string[], collapsed: boolean) => void
}

interface Row {
  readonly element: HTMLElement
  readonly id: string
  readonly level: number
  readonly repeats: boolean
  readonly parent: Row | undefined
  readonly children: Row[]
}

export function createOutline(tree: HTMLElement, { select, open, setCollapsed }: OutlineEvents): OutlineTree {
  const rows = readRows(tree)
  const first = new Map<string, Row>()
  for (const row of rows) if (!row.repeats) first.set(row.id, row)
  let current = rows[0]
  let folded: ReadonlySet<string> = new Set()

  const isFolded = (row: Row) => row.children.length > 0 && folded.has(row.id)
  const shown = () => rows.filter(({ element }) => !element.hidden)
  const go = (row: Row | undefined) => {
    if (!row) return
    current = row
    select(row.id)
    row.element.focus()
  }
  const fold = (row: Row, collapsed: boolean) => setCollapsed([row.id], collapsed)

  const keys: Readonly<Record<string, (row: Row) => void>> = {
    ArrowDown: (row) => go(shown()[shown().indexOf(row) + 1]),
    ArrowUp: (row) => go(shown()[shown().indexOf(row) - 1]),
    ArrowRight: (row) => (isFolded(row) ? fold(row, false) : go(row.children[0])),
    ArrowLeft: (row) => (row.children.length > 0 && !isFolded(row) ? fold(row, true) : go(row.parent)),
    Home: () => go(shown()[0]),
    End: () => go(shown().at(-1)),
    Enter: () => open(),
    ' ': (row) => {
      if (row.children.length > 0) fold(row, !isFolded(row))
    },
    '*': (row) =>
      setCollapsed(
        (row.parent?.children ?? rows.filter(({ level }) => level === 1)).map(({ id }) => id),
        false,
      ),
  }
  tree.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current) return
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (act) act(current)
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) go(nextBeginningWith(event.key, shown(), current))
    else return
    event.preventDefault()
  })
  tree.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined
    const row = rows.find(({ element }) => element === target?.closest('[role=treeitem]'))
    if (!row) return
    current = row
    if (target?.closest('.twist') && row.children.length > 0) fold(row, !isFolded(row))
    else go(row)
  })

  return {
    show: (selected, collapsed, found) => {
      folded = collapsed
      const hidden = new Set<Row>()
      for (const row of rows) {
        if (row.parent && (hidden.has(row.parent) || isFolded(row.parent))) hidden.add(row)
        if (row.element.hidden !== hidden.has(row)) row.element.hidden = hidden.has(row)
        if (row.children.length > 0) set(row.element, 'aria-expanded', String(!isFolded(row)))
        row.element.classList.toggle('found', found.has(row.id))
      }
      const row =
        selected === undefined ? undefined : selected === current?.id ? current : first.get(selected)
      if (row) current = row
      while (current?.parent && hidden.has(current)) current = current.parent
      for (const each of rows) {
        set(each.element, 'tabindex', each === current ? '0' : '-1')
        set(each.element, 'aria-selected', String(each === row))
      }
      row?.element.scrollIntoView({ block: 'nearest' })
    },
    focus: () => current?.element.focus(),
    above: (id) => {
      const way: string[] = []
      for (let row = first.get(id)?.parent; row; row = row.parent) way.push(row.id)
      return way
    },
    beside: (id, direction) => {
      const row = first.get(id)
      if (!row) return rows[0]?.id
      if (direction === 'up') return row.parent?.id
      if (direction === 'down') return isFolded(row) ? undefined : row.children[0]?.id
      const siblings = row.parent?.children ?? rows.filter(({ level }) => level === 1)
      return siblings[siblings.indexOf(row) + (direction === 'left' ? -1 : 1)]?.id
    },
    ids: [...first.keys()],
  }
}

/** Writes only what changes: of thousands of rows few do. */
function set(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

function readRows(tree: HTMLElement): Row[] {
  const rows: Row[] = []
  /** The last row of each level. */
  const above: Row[] = []
  for (const element of tree.querySelectorAll<HTMLElement>('[role=treeitem]')) {
    const level = Number(element.getAttribute('aria-level'))
    const parent = above[level - 2]
    const row: Row = {
      element,
      id: element.dataset['id'] ?? '',
      level,
      repeats: element.classList.contains('repeats'),
      parent,
      children: [],
    }
    parent?.children.push(row)
    above[level - 1] = row
    rows.push(row)
  }
  return rows
}

function nextBeginningWith(letter: string, rows: readonly Row[], from: Row): Row | undefined {
  const at = rows.indexOf(from) + 1
  return [...rows.slice(at), ...rows.slice(0, at)].find(({ element }) =>
    element.querySelector('.words')?.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()),
  )
}

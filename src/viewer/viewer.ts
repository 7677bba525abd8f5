/**
 * The program inside an exported web page: map, outline and reading pane show the same selection and the
 * same collapsed branches. The page is readable without it. It loads nothing, stores nothing and never makes
 * markup from text. Built into src/formats/html/viewer.generated.ts by `npm run generate`.
 */
import { addFolds } from './folds.ts'
import { createMapView } from './map-view.ts'
import { createOutline } from './outline-tree.ts'
import { folded, search } from './search.ts'
import { createWalker, type Structure } from './structure.ts'

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no element "${id}"`)
  return element
}

const structure = JSON.parse(byId('counterpoint-structure').textContent ?? '') as Structure
const walker = createWalker(structure)
const frame = byId('map')
const reader = byId('reader')
const field = byId('search') as HTMLInputElement
const svg = frame.querySelector('svg')
if (!svg) throw new Error('the page has no map')

/** All parts of the picture that show an element; of a statement there is one. */
const parts = new Map<string, SVGGElement[]>()
for (const part of svg.querySelectorAll<SVGGElement>('[data-id]')) {
  const id = part.dataset['id'] ?? ''
  parts.set(id, [...(parts.get(id) ?? []), part])
}
const articles = new Map<string, HTMLElement>()
for (const article of reader.querySelectorAll<HTMLElement>('article[data-id]')) {
  articles.set(article.dataset['id'] ?? '', article)
}
/** What is searched: the statement's own words, notes, quotations and sources, not those of others named there. */
const texts = new Map(
  Array.from(articles, ([id, article]) => {
    const own = article.querySelectorAll('h2, .text, blockquote, .tags, a[href^="#source-"]')
    return [id, folded(Array.from(own, ({ textContent }) => textContent).join(' '))]
  }),
)

let collapsed: ReadonlySet<string> = new Set(structure.collapsed)
let selected: string | undefined
let found: readonly string[] = []

const map = createMapView(frame, svg, (target) => {
  const fold = target.closest('.fold')
  const id = target.closest<SVGElement>('.node[data-id], .fold')?.dataset['id']
  if (id === undefined) return select(undefined)
  if (fold) setCollapsed([id], !collapsed.has(id))
  else select(id)
})
const outline = createOutline(byId('tree'), {
  select: (id) => select(id, true),
  open: () => openReader(),
  setCollapsed: (ids, fold) => setCollapsed(ids, fold),
})
const order = new Map(outline.ids.map((id, index) => [id, index]))
const folds = addFolds(parts, walker.hasGrounds)

function show(): void {
  const visible = walker.visible(collapsed)
  const hits = new Set(found)
  const dims = field.value.trim() !== ''
  for (const [id, elements] of parts) {
    for (const element of elements) {
      element.classList.toggle('gone', !visible.has(id))
      element.classList.toggle('dim', dims && !hits.has(id))
      element.classList.toggle('selected', id === selected)
    }
  }
  folds.show((id) => (collapsed.has(id) ? walker.countHidden(id, visible) : undefined))
  outline.show(selected, collapsed, hits)
  for (const [id, article] of articles) article.classList.toggle('shown', id === selected)
  byId('about').hidden = selected !== undefined
  byId('to-about').hidden = selected === undefined
}

function setCollapsed(ids: readonly string[], fold: boolean): void {
  const next = new Set(collapsed)
  for (const id of ids) {
    if (!fold) next.delete(id)
    else if (walker.hasGrounds(id)) next.add(id)
  }
  collapsed = next
  show()
  const [only] = ids
  if (ids.length === 1 && only !== undefined) {
    const count = walker.countHidden(only, walker.visible(collapsed))
    announce(fold ? `Collapsed, ${count} hidden` : 'Expanded')
  }
}

/** Selects a statement, bringing it to light; none shows what the map is about. */
function select(id: string | undefined, moves = false): void {
  if (id !== undefined && !articles.has(id)) return
  selected = id
  if (id !== undefined) {
    const way = outline.above(id)
    if (!walker.visible(collapsed).has(id) || way.some((each) => collapsed.has(each))) {
      collapsed = new Set([...collapsed].filter((each) => !way.includes(each)))
    }
  }
  show()
  reader.scrollTop = 0
  const [part] = parts.get(id ?? '') ?? []
  if (moves && part) map.reveal(part)
  document.body.classList.toggle('reading', id !== undefined)
  // Only the fragment changes, so that the address leads back here.
  history.replaceState(null, '', id === undefined ? '#about' : `#s-${id}`)
}

function openReader(): void {
  if (selected === undefined) return
  setView('read')
  articles.get(selected)?.focus()
}

function announce(text: string): void {
  byId('status').textContent = text
}

/** On a phone one part at a time is shown. */
function setView(view: string): void {
  document.body.dataset['view'] = view
  for (const button of document.querySelectorAll('[data-view-button]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-view-button') === view))
  }
}

/** What an address within the page stands for; answers whether it was a statement. */
function follow(hash: string): boolean {
  const id = hash.startsWith('#s-') ? decodeURIComponent(hash.slice(3)) : undefined
  if (id !== undefined && articles.has(id)) {
    select(id, true)
    return true
  }
  if (hash === '') return false
  select(undefined)
  setView('read')
  document.getElementById(hash.slice(1))?.scrollIntoView()
  return false
}

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
  const hash = link?.getAttribute('href') ?? ''
  if (!link || hash === '#reader') return
  event.preventDefault()
  if (follow(hash) && selected !== undefined) articles.get(selected)?.focus()
})
addEventListener('hashchange', () => follow(location.hash))

const buttons: Readonly<Record<string, () => void>> = {
  'zoom-in': () => map.zoomBy(1.25),
  'zoom-out': () => map.zoomBy(0.8),
  'zoom-fit': () => map.fit(),
  'expand-all': () => setCollapsed([...collapsed], false),
  'collapse-all': () =>
    setCollapsed(
      outline.ids.filter((id) => walker.hasGrounds(id)),
      true,
    ),
}
for (const [id, act] of Object.entries(buttons)) byId(id).addEventListener('click', act)
for (const button of document.querySelectorAll<HTMLElement>('[data-view-button]')) {
  button.addEventListener('click', () => setView(button.dataset['viewButton'] ?? 'map'))
}

field.addEventListener('input', () => {
  found = search(field.value, texts).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  show()
  announce(
    field.value.trim() === ''
      ? ''
      : found.length === 1
        ? '1 statement found'
        : `${found.length} statements found`,
  )
})
field.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && field.value !== '') {
    field.value = ''
    field.dispatchEvent(new Event('input'))
    event.preventDefault()
  }
  if (event.key !== 'Enter' || found.length === 0) return
  event.preventDefault()
  const at = selected === undefined ? -1 : found.indexOf(selected)
  const step = event.shiftKey ? (at < 0 ? found.length - 1 : at - 1 + found.length) : at + 1
  select(found[step % found.length], true)
  announce(`${(step % found.length) + 1} of ${found.length}: ${titleOf(selected)}`)
})

function titleOf(id: string | undefined): string {
  return articles.get(id ?? '')?.querySelector('h2')?.textContent ?? ''
}

const step = 60
const mapKeys: Readonly<Record<string, () => void>> = {
  '+': () => map.zoomBy(1.25),
  '=': () => map.zoomBy(1.25),
  '-': () => map.zoomBy(0.8),
  '0': () => map.actualSize(),
  '1': () => map.fit(),
  ' ': () => {
    if (selected !== undefined && walker.hasGrounds(selected))
      setCollapsed([selected], !collapsed.has(selected))
  },
  Enter: () => openReader(),
  Escape: () => select(undefined),
}
const arrows = {
  ArrowUp: { direction: 'up', x: 0, y: step },
  ArrowDown: { direction: 'down', x: 0, y: -step },
  ArrowLeft: { direction: 'left', x: step, y: 0 },
  ArrowRight: { direction: 'right', x: -step, y: 0 },
} as const

frame.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== frame) return
  const arrow = Object.hasOwn(arrows, event.key) ? arrows[event.key as keyof typeof arrows] : undefined
  const act = Object.hasOwn(mapKeys, event.key) ? mapKeys[event.key] : undefined
  if (arrow && event.shiftKey) map.panBy(arrow.x, arrow.y)
  else if (arrow) {
    const next = selected === undefined ? outline.ids[0] : outline.beside(selected, arrow.direction)
    if (next !== undefined) {
      select(next, true)
      announce(parts.get(next)?.[0]?.querySelector('title')?.textContent ?? titleOf(next))
    }
  } else if (act) act()
  else return
  event.preventDefault()
})
reader.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') outline.focus()
})
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement
  if ((event.key === '/' && !typing) || (event.key === 'f' && (event.ctrlKey || event.metaKey))) {
    field.focus()
    field.select()
    event.preventDefault()
  }
})

setView('map')
show()
const opening = location.hash
map.start(parts.get(structure.roots[0] ?? '')?.[0])
if (opening !== '' && opening !== '#about') follow(opening)

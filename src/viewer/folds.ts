/** The round buttons on the map's statements that collapse and expand what bears on them. */

const radius = 12

export interface Folds {
  /** `hidden` says of a statement how many others it hides, or undefined where it is open. */
  readonly show: (hidden: (id: string) => number | undefined) => void
}

/**
 * Adds one to each statement that has grounds. They are for pointers alone and hidden from assistive
 * technology: the keyboard has Space on the map, and the outline says what is collapsed.
 */
export function addFolds(
  parts: ReadonlyMap<string, readonly SVGGElement[]>,
  hasGrounds: (id: string) => boolean,
): Folds {
  const places = Array.from(parts, ([id, [node]]) => {
    const outline = node?.classList.contains('node') && hasGrounds(id) ? node.querySelector('path') : null
    return { id, node, box: outline?.getBBox() }
  })
  const texts = new Map<string, SVGTextElement>()
  // All are added after all were measured, so that the page is laid out once and not for each.
  for (const { id, node, box } of places) {
    if (!node || !box) continue
    const fold = make('g', {
      class: 'fold',
      transform: `translate(${box.x + box.width - 20} ${box.y + box.height})`,
      'aria-hidden': 'true',
    })
    fold.dataset['id'] = id
    const text = make('text', { y: 4, 'text-anchor': 'middle' })
    fold.append(make('circle', { r: radius }), text)
    node.append(fold)
    texts.set(id, text)
  }
  return {
    show: (hidden) => {
      for (const [id, text] of texts) {
        const count = hidden(id)
        const sign = count === undefined ? '−' : count === 0 ? '+' : `+${count}`
        if (text.textContent !== sign) text.textContent = sign
        text.parentElement?.classList.toggle('closed', count !== undefined)
      }
    },
  }
}

function make<Name extends 'g' | 'circle' | 'text'>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

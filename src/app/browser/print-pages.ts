/**
 * Printing pages that are pictures: they are put into the page for as long as the browser prints, each on a
 * sheet of its own, and only they are printed.
 */
import type { PageSize } from '../../formats/export-request.ts'

/** The sheet that says how large the paper is; rules made by script need no exception in the policy. */
const paperNames: Readonly<Record<Exclude<PageSize, 'fit'>, string>> = {
  a4: 'A4',
  a3: 'A3',
  letter: 'letter',
}

/**
 * Prints these SVG documents, one a sheet. All are turned as the first one is wide or tall. Resolves when the
 * browser's print dialog has closed; rejects when a page cannot be drawn.
 */
export async function printPages(
  window: Window & typeof globalThis,
  pages: readonly string[],
  paper: PageSize,
): Promise<void> {
  const { document } = window
  const addresses = pages.map((page) => URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' })))
  const sheets = document.createElement('div')
  sheets.className = 'sheets'
  const images = addresses.map((address) => {
    const image = new window.Image()
    image.src = address
    image.alt = ''
    sheets.append(image)
    return image
  })
  const rule = new window.CSSStyleSheet()
  document.body.append(sheets)
  try {
    await Promise.all(images.map((image) => image.decode()))
    const [first] = images
    const turned = first && first.naturalWidth > first.naturalHeight ? 'landscape' : 'portrait'
    rule.replaceSync(`@page { size: ${paperNames[paper === 'fit' ? 'a4' : paper]} ${turned}; margin: 0 }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule]
    window.print()
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rule)
    sheets.remove()
    for (const address of addresses) URL.revokeObjectURL(address)
  }
}

/**
 * Tables as CSV (RFC 4180: commas, CRLF, quotation marks doubled) in UTF-8 with a byte order mark, without
 * which Excel takes accented letters for others. A cell that a spreadsheet would take for a formula gets a
 * leading apostrophe, so that opening a file never computes or loads anything.
 */

/** The file, the first row being the names of the columns. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

/** Signs with which formulas start, also in the full width of East Asian scripts; a tab or line break may precede. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

function cellOf(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

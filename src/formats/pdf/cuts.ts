/** Where the pages of a poster begin, in one direction. */

/**
 * Starts of pages of a size that together show everything from 0 to the total, neighbours sharing at least
 * the overlap, every interval no longer than a page whole on one of them, in as few pages as that takes: each
 * page begins as late as what is not yet whole allows. All in one unit; at least one page; the overlap must
 * be smaller than the page.
 */
export function startsOfPages(
  total: number,
  page: number,
  overlap: number,
  intervals: readonly (readonly [from: number, to: number])[],
): readonly number[] {
  if (!(page > overlap) || overlap < 0) throw new Error(`pages of "${page}" cannot share "${overlap}"`)
  const pending = intervals.filter(([from, to]) => to - from <= page).sort((a, b) => a[0] - b[0])
  const starts = [0]
  let start = 0
  let next = 0
  while (start + page < total) {
    while (next < pending.length && (pending[next]?.[1] ?? 0) <= start + page) next += 1
    // Intervals come by their beginnings, so the first that is not whole begins first.
    const waiting = pending[next]?.[0] ?? Infinity
    const latest = start + page - overlap
    start = waiting > start ? Math.min(latest, waiting) : latest
    starts.push(start)
  }
  return starts
}

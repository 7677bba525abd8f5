/** How benchmarks take the time: the median of many runs, since a mean tells of other programs too. */

/** Milliseconds of one run: the median over about a second, after a warm-up. */
export function medianTime(run: () => unknown): number {
  const times: number[] = []
  for (let index = 0; index < 3; index += 1) run()
  const end = performance.now() + 1000
  while (times.length < 5 || (performance.now() < end && times.length < 200)) {
    const begun = performance.now()
    run()
    times.push(performance.now() - begun)
  }
  return median(times)
}

/** The middle one of these numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** Milliseconds as they are printed: "1,240 ms", "34.5 ms", "3.45 ms", "< 0.01 ms". */
export function milliseconds(time: number): string {
  if (time < 0.01) return '< 0.01 ms'
  const digits = time >= 100 ? 0 : time >= 10 ? 1 : 2
  return `${time.toLocaleString('en-GB', { maximumFractionDigits: digits })} ms`
}

/** The value below which this share of the values lies, in percent; NaN for none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

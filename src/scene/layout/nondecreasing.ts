/** Values in order, as near as possible to values that are not (isotonic regression: Barlow et al. 1972). */

/** The nondecreasing values with the least weighted squared distance to the wanted ones. */
export function nondecreasing(wanted: readonly number[], weights: readonly number[]): number[] {
  const pools: { mean: number; weight: number; count: number }[] = []
  for (const [index, value] of wanted.entries()) {
    let pool = { mean: value, weight: weights[index] ?? 1, count: 1 }
    for (let last = pools.at(-1); last && last.mean >= pool.mean; last = pools.at(-1)) {
      pools.pop()
      const weight = last.weight + pool.weight
      pool = {
        mean: (last.mean * last.weight + pool.mean * pool.weight) / weight,
        weight,
        count: last.count + pool.count,
      }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ mean, count }) => Array.from({ length: count }, () => mean))
}

/**
 * Solving a small dense system of linear equations: Gaussian elimination with partial pivoting (LU), as in
 * Golub and Van Loan, Matrix Computations. Time O(n³).
 */

/**
 * The x with matrix · x = right, for a square matrix of rows; both arguments are overwritten.
 * Undefined if the matrix is singular to working accuracy.
 */
export function solveLinear(matrix: readonly Float64Array[], right: Float64Array): Float64Array | undefined {
  const size = right.length
  const rows = [...matrix]
  for (let column = 0; column < size; column += 1) {
    const best = largestBelow(rows, column)
    const pivotRow = rows[best]
    const displaced = rows[column]
    const pivot = pivotRow?.[column] ?? 0
    if (!pivotRow || !displaced || !(Math.abs(pivot) > 1e-13)) return undefined
    rows[best] = displaced
    rows[column] = pivotRow
    const value = right[best] ?? 0
    right[best] = right[column] ?? 0
    right[column] = value
    for (let below = column + 1; below < size; below += 1) {
      const row = rows[below]
      const factor = (row?.[column] ?? 0) / pivot
      if (!row || factor === 0) continue
      for (let at = column + 1; at < size; at += 1) row[at] = (row[at] ?? 0) - factor * (pivotRow[at] ?? 0)
      right[below] = (right[below] ?? 0) - factor * value
    }
  }
  for (let index = size - 1; index >= 0; index -= 1) {
    const row = rows[index]
    let sum = right[index] ?? 0
    for (let at = index + 1; at < size; at += 1) sum -= (row?.[at] ?? 0) * (right[at] ?? 0)
    right[index] = sum / (row?.[index] ?? 1)
  }
  return right
}

function largestBelow(rows: readonly Float64Array[], column: number): number {
  let best = column
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row
  }
  return best
}

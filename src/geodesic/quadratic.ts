/** The quadratic form v^T A v. */
export function quadratic(matrix: readonly (readonly number[])[], v: readonly number[]): number {
  return matrix.reduce((sum, row, i) => sum + v[i] * row.reduce((inner, entry, j) => inner + entry * v[j], 0), 0);
}

/** Every leading minor is positive (Sylvester): by elimination without exchanges. */
export function isPositiveDefinite(matrix: readonly (readonly number[])[]): boolean {
  const rows = matrix.map((row) => [...row]);
  return rows.every((row, k) => {
    if (!(row[k] > 0)) return false;
    for (let i = k + 1; i < rows.length; i++) {
      const factor = rows[i][k] / row[k];
      for (let j = k; j < rows.length; j++) rows[i][j] -= factor * row[j];
    }
    return true;
  });
}

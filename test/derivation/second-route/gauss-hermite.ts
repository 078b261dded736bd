/** Nodes and weights of quadrature against the standard normal law: exact for polynomials of degree 2 n - 1. */
export function gaussHermite(n: number): readonly { readonly z: number; readonly weight: number }[] {
  const at = (x: number): readonly [value: number, before: number] => {
    let [before, value] = [0, 1];
    for (let k = 0; k < n; k++) [before, value] = [value, x * value - k * before];
    return [value, before];
  };
  const factorial = Array.from({ length: n }, (_, k) => k + 1).reduce((a, b) => a * b, 1);
  const roots: number[] = [];
  for (let low = -8.003; low < 8; low += 0.01) {
    let [a, b] = [low, low + 0.01];
    if (at(a)[0] * at(b)[0] > 0) continue;
    for (let round = 0; round < 60; round++) {
      const middle = (a + b) / 2;
      if (at(a)[0] * at(middle)[0] <= 0) b = middle;
      else a = middle;
    }
    roots.push(a);
  }
  return roots.map((z) => ({ z, weight: factorial / (n * n * at(z)[1] ** 2) }));
}

/** Interpolation of functions on [0, 1] at the Chebyshev points of one degree. */
export interface ChebyshevGrid {
  readonly degree: number;
  /** degree + 1 points from 0 to 1. */
  readonly nodes: readonly number[];
  /** The derivatives of the interpolating polynomial at the nodes from its values there. */
  readonly differentiation: readonly (readonly number[])[];
  /** Clenshaw-Curtis weights: the integral of the interpolating polynomial from its values. */
  readonly weights: readonly number[];
  /** The interpolating polynomial at a point, from its values at the nodes. */
  readonly interpolate: (values: readonly number[], at: number) => number;
}

/**
 * The Chebyshev extreme points x_k = (1 - cos(k pi/N))/2 with the matrices that belong to them
 * [Trefethen 2000, Spectral Methods in MATLAB] (chapters 6 and 12), barycentric interpolation
 * [Berrut, Trefethen 2004, Barycentric Lagrange interpolation] (4.2, 5.4).
 */
export function chebyshevGrid(degree: number): ChebyshevGrid {
  const range = Array.from({ length: degree + 1 }, (_, k) => k);
  const nodes = range.map((k) => Math.sin((k * Math.PI) / (2 * degree)) ** 2);
  const barycentric = range.map((k) => (k % 2 === 0 ? 1 : -1) * (k === 0 || k === degree ? 1 / 2 : 1));
  // Differences of nodes as products of sines lose no digits where nodes crowd.
  const gap = (j: number, k: number): number =>
    Math.sin(((j + k) * Math.PI) / (2 * degree)) * Math.sin(((j - k) * Math.PI) / (2 * degree));
  const differentiation = range.map((j) => {
    const row = range.map((k) => (j === k ? 0 : barycentric[k] / barycentric[j] / gap(j, k)));
    row[j] = -row.reduce((sum, value) => sum + value, 0); // constants have derivative zero
    return row;
  });
  return {
    degree,
    nodes,
    differentiation,
    weights: clenshawCurtis(degree),
    interpolate: (values, at) => {
      const hit = nodes.indexOf(at);
      if (hit >= 0) return values[hit];
      let [above, below] = [0, 0];
      for (const k of range) {
        const weight = barycentric[k] / (at - nodes[k]);
        above += weight * values[k];
        below += weight;
      }
      return above / below;
    },
  };
}

/** For even degrees: the integral of T_2m over [-1, 1] is 2/(1 - 4m^2); half of it for the interval [0, 1]. */
function clenshawCurtis(degree: number): number[] {
  return Array.from({ length: degree + 1 }, (_, k) => {
    let sum = 0;
    for (let m = 0; m <= degree / 2; m++) {
      const half = m === 0 || 2 * m === degree ? 1 / 2 : 1;
      sum += (half * 2 * Math.cos((2 * m * k * Math.PI) / degree)) / (1 - 4 * m * m);
    }
    return (sum * (k === 0 || k === degree ? 1 : 2)) / (2 * degree);
  });
}

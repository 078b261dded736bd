import { DomainError } from '../../errors.ts';

/** A density on the plane, and functions of which the first is one, whose integrals against it are to settle. */
export interface PlaneDensity {
  readonly logDensity: (t: readonly number[]) => number;
  readonly factors: (t: readonly number[]) => ArrayLike<number>;
}

/** Points of the plane with two sets of weights; see {@link EmbeddedRule}. */
export interface PlaneRule {
  readonly nodes: readonly (readonly number[])[];
  readonly weights: Float64Array;
  readonly coarse: Float64Array;
}

const coveredDrop = 50;
const farthest = 40;
const mostNodes = 400_000;
const tolerance = 1e-10;

/**
 * A rule for the integrals of the factors against a density on the plane with one mode: t = mode + L (sinh u, sinh v), L a
 * root of the inverse Hessian of -log p there, and equal steps in u and v, which converge exponentially and are halved
 * until the integrals are settled. Throws {@link DomainError} where they do not settle.
 */
export function planeRule({ logDensity, factors }: PlaneDensity): PlaneRule {
  const mode = modeOf(logDensity);
  const root = rootAt(logDensity, mode);
  const height = logDensity(mode);
  const at = (u: number, v: number): number[] => {
    const [a, b] = [Math.sinh(u), Math.sinh(v)];
    return [mode[0] + root[0] * a, mode[1] + root[1] * a + root[2] * b];
  };
  const slope = (u: number, v: number): number =>
    Math.log(root[0] * root[2]) + Math.log(Math.cosh(u)) + Math.log(Math.cosh(v));
  const log = (u: number, v: number): number => {
    const value = logDensity(at(u, v)) + slope(u, v) - height;
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  const box = boxOf(log);
  const values = (step: number): { nodes: number[][]; weights: number[]; sums: number[]; sizes: number[] } => {
    const [nodes, weights, sums, sizes]: [number[][], number[], number[], number[]] = [[], [], [], []];
    for (let i = Math.ceil(box.low[0] / step); i * step <= box.high[0]; i++) {
      for (let j = Math.ceil(box.low[1] / step); j * step <= box.high[1]; j++) {
        const relative = log(i * step, j * step);
        if (relative < -coveredDrop - 30) continue;
        const node = at(i * step, j * step);
        nodes.push(node);
        weights.push(step * step * Math.exp(slope(i * step, j * step)));
        if (nodes.length > mostNodes) throw unsettled();
        const mass = step * step * Math.exp(relative);
        Array.from(factors(node)).forEach((factor, k) => {
          sums[k] = (sums[k] ?? 0) + mass * factor;
          sizes[k] = (sizes[k] ?? 0) + mass * Math.abs(factor);
        });
      }
    }
    return { nodes, weights, sums, sizes };
  };
  let before = values(1 / 2);
  for (let step = 1 / 4; ; step /= 2) {
    const after = values(step);
    const settled = after.sums.every(
      (sum, k) => Math.abs(sum - before.sums[k]) <= tolerance * Math.max(after.sizes[k], after.sizes[0]),
    );
    if (settled) return joined(after, before);
    before = after;
  }
}

function joined(
  fine: { readonly nodes: readonly (readonly number[])[]; readonly weights: readonly number[] },
  coarse: { readonly nodes: readonly (readonly number[])[]; readonly weights: readonly number[] },
): PlaneRule {
  const places = new Map(coarse.nodes.map((node, k) => [node.join(), k]));
  return {
    nodes: fine.nodes,
    weights: Float64Array.from(fine.weights),
    coarse: Float64Array.from(fine.nodes, (node) => coarse.weights[places.get(node.join()) ?? -1] ?? 0),
  };
}

function unsettled(): DomainError {
  return new DomainError(
    'an integral over two variables does not settle: the density may have several modes or heavy tails',
  );
}

/** The mode, by ascent in one variable at a time with steps that grow and shrink [Hooke, Jeeves 1961]. */
function modeOf(logDensity: (t: readonly number[]) => number): number[] {
  const f = (t: readonly number[]): number => {
    const value = logDensity(t);
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  const starts = [-8, -4, -2, -1, 0, 1, 2, 4, 8].flatMap((a) => [-8, -4, -2, -1, 0, 1, 2, 4, 8].map((b) => [a, b]));
  let best = starts.reduce((found, start) => (f(start) > f(found) ? start : found));
  let value = f(best);
  if (value === Number.NEGATIVE_INFINITY) throw new DomainError('the density vanishes wherever it was looked at');
  const directions = [
    [1, 0],
    [0, 1],
    [1, 1],
    [1, -1],
  ];
  for (let step = 2; step > 1e-7; ) {
    let moved = false;
    for (const direction of directions) {
      for (const sign of [1, -1]) {
        for (let reach = step; ; reach *= 2) {
          const next = best.map((coordinate, k) => coordinate + sign * reach * direction[k]);
          const there = f(next);
          if (!(there > value)) break;
          [best, value, moved] = [next, there, true];
          if (best.some((coordinate) => Math.abs(coordinate) > 1e12))
            throw new DomainError('the density does not fall off: its integral diverges');
        }
      }
    }
    if (!moved) step /= 2;
  }
  return best;
}

/** The lower triangular L, as L11, L21, L22, with L L^T the inverse of minus the Hessian; widths where that fails. */
function rootAt(f: (t: readonly number[]) => number, mode: readonly number[]): readonly [number, number, number] {
  const widths = [0, 1].map((k) => widthAlong(f, mode, k));
  const [h, k] = widths.map((width) => width / 8);
  const top = f(mode);
  const shifted = (a: number, b: number): number => f([mode[0] + a * h, mode[1] + b * k]) - top;
  const xx = -(shifted(1, 0) + shifted(-1, 0)) / h ** 2;
  const yy = -(shifted(0, 1) + shifted(0, -1)) / k ** 2;
  const xy = -(shifted(1, 1) - shifted(1, -1) - shifted(-1, 1) + shifted(-1, -1)) / (4 * h * k);
  const determinant = xx * yy - xy * xy;
  if (!(xx > 0 && yy > 0 && determinant > 1e-6 * xx * yy)) return [widths[0], 0, widths[1]];
  const [a, b, c] = [yy / determinant, -xy / determinant, xx / determinant];
  return [Math.sqrt(a), b / Math.sqrt(a), Math.sqrt(c - (b * b) / a)];
}

function widthAlong(f: (t: readonly number[]) => number, mode: readonly number[], k: number): number {
  const level = f(mode) - 1;
  const sides = [1, -1].map((sign) => {
    let far = 1e-6;
    while (f(mode.with(k, mode[k] + sign * far)) > level && far < 1e12) far *= 1.5;
    return far;
  });
  return (sides[0] + sides[1]) / 2;
}

/** Where the integrand is not negligible, for some value of the other coordinate. */
function boxOf(log: (u: number, v: number) => number): { low: number[]; high: number[] } {
  const inner = Array.from({ length: 33 }, (_, k) => (k - 16) / 2);
  const end = (axis: 0 | 1, sign: 1 | -1): number => {
    const largest = (u: number): number => Math.max(...inner.map((v) => (axis === 0 ? log(u, v) : log(v, u))));
    let u = 0;
    while (largest(sign * u) > -coveredDrop) {
      u += 1 / 4;
      if (u > farthest)
        throw new DomainError('the integral of the density diverges, or its tails are too heavy for two variables');
    }
    return sign * u;
  };
  return { low: [end(0, -1), end(1, -1)], high: [end(0, 1), end(1, 1)] };
}

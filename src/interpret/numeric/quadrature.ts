import { DomainError } from '../../errors.ts';

/** Points of the real line with weights: the integral of f is about the sum of weight f(node). */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** A rule for a density, the rule of twice its step, and by how much the density magnifies rounding of the nodes. */
export interface LineQuadrature {
  readonly fine: QuadratureRule;
  /** The difference of the two rules bounds the error of `fine`. */
  readonly coarse: QuadratureRule;
  /** 1 + |peak| / width: nodes near a far and narrow peak differ from one another in their last digits only. */
  readonly amplification: number;
}

/** How far the log-density drops below its peak within the nodes: polynomial factors of size 1e8 stay below 1e-18. */
export const coveredDrop = 60;
const finestStep = 2 ** -9;
const settled = 1e-13;
/** Where rounding of the nodes alone moves the moments by more than this, there is no point in a rule. */
const coarsest = 1e-7;

/**
 * A rule for the integrals of polynomials, and of other functions of moderate growth, against the density exp(l) on the
 * real line, l being the given log-density. Substitutes x = c + s sinh(t), with c the peak and s the width of the
 * density, and takes the trapezoidal rule in t, which converges exponentially for analytic integrands
 * [Takahasi & Mori 1974, Double exponential formulas for numerical integration]; its step is halved until the total mass
 * and the first and second moments of l are settled: they grow like the squares and fourth powers of x for a normal density,
 * and like those of log x where the tails fall off like powers, as products of scores do.
 *
 * Nodes reach to where the density has dropped below exp(-covered) of its peak. The density is taken to have one peak. Throws {@link DomainError} where the moments do not settle.
 */
export function lineQuadrature(logDensity: (x: number) => number, covered: number = coveredDrop): LineQuadrature {
  const peak = findPeak(logDensity);
  const scale = (dropDistance(logDensity, peak, 1) + dropDistance(logDensity, peak, -1)) / 2;
  const top = logDensity(peak);
  const amplification = 1 + Math.abs(peak) / scale;
  // A node of the size of the peak is rounded by that much of the width.
  const settling = Math.max(settled, 2 ** -49 * amplification);
  if (settling > coarsest)
    throw new DomainError(`the density is too narrow for double precision: width ${scale} at ${peak}.`);
  const reach = coveredReach((t) => logDensity(peak + scale * Math.sinh(t)) + Math.log(Math.cosh(t)) - top + covered);
  let coarse = sinhRule(peak, scale, reach, 1 / 2);
  for (let step = 1 / 4; step >= finestStep; step /= 2) {
    const fine = sinhRule(peak, scale, reach, step);
    const [before, after] = [coarse, fine].map((rule) => moments(rule, logDensity, top));
    if (after!.every((moment, k) => Math.abs(moment - before![k]!) <= settling * Math.abs(moment)))
      return { fine, coarse, amplification };
    coarse = fine;
  }
  throw new DomainError(
    `the moments of the density near ${peak} do not settle under quadrature: it may have several peaks, jumps or kinks.`,
  );
}

/** The largest value of a function with one peak: the best of a grid over all magnitudes, then golden section. */
function findPeak(f: (x: number) => number): number {
  const magnitudes = Array.from({ length: 161 }, (_, k) => 10 ** ((k - 80) / 8));
  const grid = [...magnitudes.toReversed().map((x) => -x), 0, ...magnitudes];
  const best = grid.reduce((found, x, k) => (f(x) > f(grid[found]!) ? k : found), magnitudes.length);
  let [low, high] = [grid[Math.max(best - 1, 0)]!, grid[Math.min(best + 1, grid.length - 1)]!];
  const ratio = (Math.sqrt(5) - 1) / 2;
  while (high - low > 1e-9 * (Math.abs(low) + Math.abs(high))) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (left <= low || right >= high) break;
    if (f(left) >= f(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** How far from the peak, in one direction, the log-density has dropped by one: by doubling, then bisection. */
function dropDistance(f: (x: number) => number, peak: number, direction: 1 | -1): number {
  const dropped = (distance: number): boolean => !(f(peak + direction * distance) > f(peak) - 1);
  let far = 2 ** -40 * Math.max(Math.abs(peak), 2 ** -40);
  while (!dropped(far)) {
    far *= 2;
    if (far > 1e150)
      throw new DomainError(`the density does not fall off from its peak at ${peak}: it has no integral.`);
  }
  let near = 0;
  for (let i = 0; i < 20; i++) {
    const middle = (near + far) / 2;
    if (dropped(middle)) far = middle;
    else near = middle;
  }
  return far;
}

/** The interval of t outside which a function that is positive at 0 is negative, in quarters. */
function coveredReach(excess: (t: number) => number): { low: number; high: number } {
  const limit = 300;
  let [low, high] = [0, 0];
  while (excess(high) > 0 && high < limit) high += 1 / 4;
  while (excess(low) > 0 && low > -limit) low -= 1 / 4;
  return { low, high };
}

function sinhRule(
  peak: number,
  scale: number,
  { low, high }: { low: number; high: number },
  step: number,
): QuadratureRule {
  const count = Math.floor((high - low) / step) + 1;
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const t = low + k * step;
    nodes[k] = peak + scale * Math.sinh(t);
    weights[k] = step * scale * Math.cosh(t);
  }
  return { nodes, weights };
}

/** Mass, and first and second moments of the log-density below the top, relative to the top. */
function moments({ nodes, weights }: QuadratureRule, f: (x: number) => number, top: number): number[] {
  const sums = [0, 0, 0];
  nodes.forEach((x, k) => {
    const drop = f(x) - top;
    const mass = weights[k]! * Math.exp(drop);
    if (mass > 0)
      [1, drop, drop * drop].forEach((power, i) => {
        sums[i] = sums[i]! + mass * power;
      });
  });
  return sums;
}

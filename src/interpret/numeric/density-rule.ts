import { DomainError } from '../../errors.ts';
import { adaptivePanels, type EmbeddedRule } from './adaptive-panels.ts';
import { type Mode, modesOf } from './density-modes.ts';

/** A density on the real line, and further functions whose integrals against it a rule is to settle. */
export interface LineDensity {
  readonly logDensity: (t: number) => number;
  /** Values at a point of the functions, of which the first is one; asked for where the density is not negligible. */
  readonly factors: (t: number) => ArrayLike<number>;
  /** Something near the log-density that is faster to compute, to find its modes by. */
  readonly rough?: (t: number) => number;
  /** Where doubles end: what has not fallen off before is not known. */
  readonly limits?: { readonly low: number; readonly high: number };
}

/** How far the logarithm of the integrand falls before it is left out. */
const coveredDrop = 60;
/** Tails must have fallen this far where doubles end, or the integral is not known. */
const leastDrop = 40;
const farthest = { low: -1e150, high: 1e150 };
/** Integrals are settled to the first, or to what rounding of the points leaves, which must not exceed the second. */
const tolerances = { least: 1e-12, most: 1e-8 };
/** What an integrand may still be at the ends, relative to its integral. */
const negligible = 1e-11;

/**
 * A rule for the integrals of the factors against the density over the real line. Substitutes t = c + s sinh(u), c the
 * highest mode and s its width, so that tails fall exponentially in u, and takes adaptive panels in u, with breaks at the
 * modes. The weights do not contain the density. Throws {@link DomainError} where an integral diverges, or converges too
 * slowly to be known in double precision.
 */
export function densityRule({ logDensity, factors, rough = logDensity, limits = farthest }: LineDensity): EmbeddedRule {
  const modes = modesOf(rough);
  const [{ place, width }] = modes;
  if (place > 0.99 * limits.high || place < 0.99 * limits.low) throw diverging();
  const height = logDensity(place);
  const tolerance = tolerances.least + Math.max(...modes.map((mode) => 2 ** -49 * Math.abs(mode.place / mode.width)));
  if (tolerance > tolerances.most)
    throw new DomainError(`the density is too narrow for double precision: a peak of width ${width} at ${place}`);
  const at = (u: number): number => place + width * Math.sinh(u);
  const slope = (u: number): number => Math.log(width) + Math.log(Math.cosh(u));
  const logIntegrand = (u: number): number => {
    const value = logDensity(at(u)) + slope(u) - height;
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  const integrands = (u: number): ArrayLike<number> => {
    const density = Math.exp(logIntegrand(u));
    if (density === 0) return zeros;
    return Array.from(factors(at(u)), (factor) => density * factor);
  };
  const zeros = Array.from(factors(place), () => 0);
  const inverse = (t: number): number => Math.asinh((t - place) / width);
  const inside = modes.map((mode) => inverse(mode.place));
  const top = Math.max(...inside.map(logIntegrand));
  const [least, most] = [inverse(limits.low), inverse(limits.high)];
  let [from, to] = [
    reach(logIntegrand, top, Math.min(...inside), least),
    reach(logIntegrand, top, Math.max(...inside), most),
  ];
  for (;;) {
    const rule = adaptivePanels(breaksOf(modes, from, to, inverse), integrands, tolerance);
    const open = { low: isOpen(integrands(from), rule.sizes), high: isOpen(integrands(to), rule.sizes) };
    if (!open.low && !open.high) return mapped(rule, at, slope);
    // A factor grows so fast that the ends matter: further out, if there is room.
    if ((open.high && to >= most) || (open.low && from <= least))
      throw new DomainError('an expectation diverges, or converges too slowly for double precision');
    if (open.high) to = Math.min(most, to + Math.max(5, to - inside[0]));
    if (open.low) from = Math.max(least, from - Math.max(5, inside[0] - from));
  }
}

/** Where the integrand has become negligible on the way from a mode to where doubles end. */
function reach(logIntegrand: (u: number) => number, top: number, start: number, end: number): number {
  const step = Math.sign(end - start) / 4;
  let u = start;
  while (logIntegrand(u) > top - coveredDrop) {
    if (Math.abs(end - u) <= 1 / 4) {
      // At the very end the density may already count as zero.
      if (logIntegrand(start + 0.999 * (end - start)) <= top - leastDrop) return end;
      throw diverging();
    }
    u += step;
  }
  return u;
}

function diverging(): DomainError {
  return new DomainError('the integral of the density diverges, or converges too slowly for double precision');
}

/** The ends, whole numbers between them, and points around each mode. */
function breaksOf(modes: readonly Mode[], from: number, to: number, inverse: (t: number) => number): number[] {
  const around = modes.flatMap(({ place, width }, k) =>
    (k === 0 ? [0] : [-16, -4, -1, 0, 1, 4, 16]).map((steps) => inverse(place + steps * width)),
  );
  const count = Math.ceil(to - from);
  const even = Array.from({ length: count + 1 }, (_, k) => from + ((to - from) * k) / count);
  const all = [...even, ...around].filter((u) => u >= from && u <= to).sort((a, b) => a - b);
  return all.filter((u, k) => k === 0 || u - all[k - 1] > 1e-9);
}

/** The integrand does not vanish at this end, compared with the sizes of the integrals and of the first one. */
function isOpen(values: ArrayLike<number>, sizes: readonly number[]): boolean {
  return Array.from(values).some((value, k) => Math.abs(value) > negligible * Math.max(sizes[k], sizes[0]));
}

function mapped(rule: EmbeddedRule, at: (u: number) => number, slope: (u: number) => number): EmbeddedRule {
  const scaled = (weights: Float64Array): Float64Array => weights.map((w, k) => w * Math.exp(slope(rule.nodes[k])));
  return { nodes: rule.nodes.map(at), weights: scaled(rule.weights), coarse: scaled(rule.coarse) };
}

import { rational, rationals, rationalToNumber } from '../../algebra/index.ts';
import { DomainError } from '../../errors.ts';
import type { EmbeddedRule } from './adaptive-panels.ts';
import { modesOf } from './density-modes.ts';
import { densityRule, type LineDensity } from './density-rule.ts';

/** Terms that are added one by one before the rest is taken as an integral. */
const direct = 2048;
const coveredDrop = 60;
/** Orders of the differences in the correction of the integral: for the rule, and for the coarser one. */
const orders = { fine: 12, coarse: 9 };

/**
 * A rule for sums of the factors against the density over first, first + 1, ...: terms one by one where they become
 * negligible soon; otherwise the integral from there on, corrected by Gregory's formula, sum_(k >= 0) f(N + k) =
 * integral_N^inf f + sum_(n >= 1) G_n D^(n-1) f(N), D the forward difference [Jordan 1965, Calculus of Finite Differences,
 * 99], which sums slowly falling tails and broad peaks alike. The density must then be smooth between the integers.
 * Throws {@link DomainError} where a sum diverges or converges too slowly.
 */
export function countRule({ logDensity, factors }: LineDensity, first: number): EmbeddedRule {
  const values: number[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (let x = first; x < first + direct; x++) {
    const value = logDensity(x);
    if (value === Number.POSITIVE_INFINITY) throw new DomainError(`the density is infinite at ${x}`);
    values.push(Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);
    top = Math.max(top, values[values.length - 1]);
  }
  const last = values.findLastIndex((value) => value > top - coveredDrop);
  if (top > Number.NEGATIVE_INFINITY && last < direct * 0.9) return oneByOne(first, values, top);
  const start = first + direct;
  refuseNarrowPeaks(logDensity, start);
  const tail = densityRule({
    logDensity: (t) => logDensity(start + Math.exp(t)) + t,
    factors: (t) => factors(start + Math.exp(t)),
    limits: { low: -690, high: 345 },
  });
  const ends = { fine: gregory(orders.fine), coarse: gregory(orders.coarse) };
  const corrections = Array.from({ length: orders.fine }, (_, k) => k);
  const nodes = [
    ...values.map((_, k) => first + k),
    ...corrections.map((k) => start + k),
    ...Array.from(tail.nodes, (t) => start + Math.exp(t)),
  ];
  const weights = (end: readonly number[], rest: Float64Array): Float64Array =>
    Float64Array.from([
      ...values.map(() => 1),
      ...corrections.map((k) => end[k] ?? 0),
      ...Array.from(rest, (w, k) => w * Math.exp(tail.nodes[k])),
    ]);
  return {
    nodes: Float64Array.from(nodes),
    weights: weights(ends.fine, tail.weights),
    coarse: weights(ends.coarse, tail.coarse),
  };
}

/** A sum is an integral only where the density is broad compared with the steps. */
function refuseNarrowPeaks(logDensity: (x: number) => number, start: number): void {
  const modes = modesOf((t) => logDensity(start + Math.exp(t)) + t);
  const narrow = modes.find(({ place, width }) => place > 0 && Math.exp(place) * width < 4);
  if (narrow === undefined) return;
  throw new DomainError(
    `the probabilities near ${Math.round(start + Math.exp(narrow.place))} are too narrow a peak to be summed`,
  );
}

function oneByOne(first: number, values: readonly number[], top: number): EmbeddedRule {
  const kept = values.flatMap((value, k) => (value > top - 2 * coveredDrop ? [first + k] : []));
  const weights = new Float64Array(kept.length).fill(1);
  return { nodes: Float64Array.from(kept), weights, coarse: weights };
}

/** The weights of f(N), f(N + 1), ... in the correction with differences up to the given order. */
function gregory(count: number): number[] {
  const { zero, one, add, subtract, multiply } = rationals;
  // x/log(1 + x) = sum G_n x^n, so that sum_k (-1)^k G_(n-k)/(k + 1) = 0 for n > 0.
  const numbers = [one];
  for (let n = 1; n <= count; n++) {
    let value = zero;
    for (let k = 1; k <= n; k++) value = add(value, multiply(rational(k % 2 === 0 ? 1 : -1, k + 1), numbers[n - k]));
    numbers.push(subtract(zero, value));
  }
  const weights = new Array<number>(count).fill(0);
  for (let n = 1; n <= count; n++) {
    let binomial = 1;
    for (let k = n - 1; k >= 0; k--) {
      weights[k] += rationalToNumber(numbers[n]) * binomial * ((n - 1 - k) % 2 === 0 ? 1 : -1);
      binomial = (binomial * k) / (n - k);
    }
  }
  return weights;
}

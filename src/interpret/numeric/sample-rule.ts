import { integerRatioToNumber, rationalToNumber } from '../../algebra/index.ts';
import { UnsupportedError } from '../../errors.ts';
import { numberOf, type SampleSpace } from '../../families/index.ts';
import type { EmbeddedRule } from './adaptive-panels.ts';
import { circleRule } from './circle-rule.ts';
import { countRule } from './count-rule.ts';
import { modesOf } from './density-modes.ts';
import { densityRule, type LineDensity } from './density-rule.ts';
import { planeRule } from './plane-rule.ts';

/**
 * The value of one sample variable. Near an end of an interval it is given by its distance from that end, which holds more
 * digits: x = low + gap, or x = high - gap.
 */
export interface SampleValue {
  readonly from: 'origin' | 'low' | 'high';
  readonly gap: number;
}

/** A point of the sample space with its weight in a rule, and in a coarser one. Weights do not contain the density. */
export interface WeightedPoint {
  readonly point: readonly SampleValue[];
  readonly weight: number;
  readonly coarse: number;
}

/** A density over a sample space and the functions, the first of them one, whose integrals against it are to settle. */
export interface SampleDensity {
  readonly logDensity: (point: readonly SampleValue[]) => number;
  readonly factors: (point: readonly SampleValue[]) => ArrayLike<number>;
}

/**
 * Points and weights for the expectations of the factors under a density: sums over finite and countable factors of the
 * sample space, adaptive quadrature over the others, at most two of which are infinite sets. Throws
 * {@link UnsupportedError} for more, {@link DomainError} where an integral diverges or does not settle.
 */
export function sampleRule(space: SampleSpace, density: SampleDensity): WeightedPoint[] {
  const factors = space.kind === 'product' ? space.factors : [space];
  const infinite = factors.filter(({ kind }) => kind !== 'finite').length;
  if (infinite > 2) {
    throw new UnsupportedError(
      `numeric expectations are taken over at most two variables with infinitely many values, here are ${infinite}: give a density whose integrals are recognised, or integrate variables out`,
    );
  }
  const order = [...factors.keys()].sort(
    (a, b) => Number(factors[b].kind === 'finite') - Number(factors[a].kind === 'finite'),
  );
  return nested(factors, order, density, new Array(factors.length));
}

/** The rule for the factors in `order`, the values of the others being given. */
function nested(
  factors: readonly SampleSpace[],
  order: readonly number[],
  density: SampleDensity,
  given: readonly SampleValue[],
): WeightedPoint[] {
  const [place, ...others] = order;
  const at = (value: SampleValue): SampleValue[] => given.with(place, value);
  if (others.length === 0) {
    return oneVariable(factors[place], {
      logDensity: (value) => density.logDensity(at(value)),
      factors: (value) => density.factors(at(value)),
    }).map(({ value, weight, coarse }) => ({ point: at(value), weight, coarse }));
  }
  const lines = order.map((index) => lineForm(factors[index]));
  if (order.length === 2 && lines.every((line) => line !== null))
    return onPlane(lines as LineForm[], order, density, given);
  const known = new Map<string, WeightedPoint[]>();
  const inner = (value: SampleValue): WeightedPoint[] => {
    const key = `${value.from} ${value.gap}`;
    const rule = known.get(key) ?? nested(factors, others, density, at(value));
    known.set(key, rule);
    return rule;
  };
  const outer = oneVariable(factors[place], {
    logDensity: (value) => logIntegral(inner(value), density),
    ...(others.length > 1
      ? {}
      : {
          rough: (value) =>
            roughIntegral(factors[others[0]], (last) => density.logDensity(at(value).with(others[0], last))),
        }),
    factors: (value) => means(inner(value), density),
  });
  return outer.flatMap(({ value, weight, coarse }) =>
    inner(value).map((within) => ({
      point: within.point,
      weight: weight * within.weight,
      coarse: coarse * within.coarse,
    })),
  );
}

/** Two variables that are images of the real line, together. */
function onPlane(
  lines: readonly LineForm[],
  order: readonly number[],
  density: SampleDensity,
  given: readonly SampleValue[],
): WeightedPoint[] {
  const at = (t: readonly number[]): SampleValue[] =>
    order.reduce<SampleValue[]>((point, place, k) => point.with(place, lines[k].value(t[k])), [...given]);
  const logSlope = (t: readonly number[]): number => lines[0].logSlope(t[0]) + lines[1].logSlope(t[1]);
  const outside = (t: readonly number[]): boolean =>
    lines.some(({ limits }, k) => limits !== undefined && (t[k] < limits.low || t[k] > limits.high));
  const { nodes, weights, coarse } = planeRule({
    logDensity: (t) => (outside(t) ? Number.NEGATIVE_INFINITY : density.logDensity(at(t)) + logSlope(t)),
    factors: (t) => density.factors(at(t)),
  });
  return nodes.map((t, k) => {
    const slope = Math.exp(logSlope(t));
    return { point: at(t), weight: weights[k] * slope, coarse: coarse[k] * slope };
  });
}

function logIntegral(rule: readonly WeightedPoint[], { logDensity }: SampleDensity): number {
  const values = rule.map(({ point }) => logDensity(point));
  const top = Math.max(...values);
  if (top === Number.NEGATIVE_INFINITY) return top;
  return top + Math.log(rule.reduce((sum, { weight }, k) => sum + weight * Math.exp(values[k] - top), 0));
}

function means(rule: readonly WeightedPoint[], density: SampleDensity): number[] {
  const log = logIntegral(rule, density);
  const sums: number[] = [];
  for (const { point, weight } of rule) {
    const mass = weight * Math.exp(density.logDensity(point) - log);
    if (mass === 0) continue;
    Array.from(density.factors(point)).forEach((factor, k) => {
      sums[k] = (sums[k] ?? 0) + mass * factor;
    });
  }
  return sums;
}

/** The height of the highest mode times its width stands for an integral over one more variable. */
function roughIntegral(space: SampleSpace, logDensity: (value: SampleValue) => number): number {
  const line = lineForm(space);
  const heights =
    line === null
      ? Array.from({ length: 64 }, (_, k) => logDensity(plain(k)))
      : modesOf((t) => logDensity(line.value(t)) + line.logSlope(t)).map(
          ({ height, width }) => height + Math.log(width),
        );
  return Math.max(...heights);
}

interface OneVariable {
  readonly logDensity: (value: SampleValue) => number;
  readonly rough?: (value: SampleValue) => number;
  readonly factors: (value: SampleValue) => ArrayLike<number>;
}

interface WeightedValue {
  readonly value: SampleValue;
  readonly weight: number;
  readonly coarse: number;
}

function oneVariable(space: SampleSpace, density: OneVariable): WeightedValue[] {
  switch (space.kind) {
    case 'finite':
      return space.states.map(([state], k) => {
        const weight = integerRatioToNumber(space.weights?.[k] ?? 1, 1);
        return { value: plain(rationalToNumber(state)), weight, coarse: weight };
      });
    case 'counts':
      return withPlain(countRule(along(density, plain), space.first));
    case 'integers':
      return [
        ...withPlain(countRule(along(density, plain), 0)),
        ...withPlain(
          countRule(
            along(density, (x) => plain(-x)),
            1,
          ),
        ).map((term) => ({ ...term, value: plain(-term.value.gap) })),
      ];
    case 'circle':
      return withPlain(circleRule(along(density, plain)));
    case 'line':
    case 'half-line':
    case 'interval':
      return substituted(density, lineForm(space) as LineForm);
    default:
      throw new UnsupportedError(`there is no numeric rule for a sample space of the kind ${space.kind}`);
  }
}

function plain(gap: number): SampleValue {
  return { from: 'origin', gap };
}

function along({ logDensity, factors, rough }: OneVariable, value: (t: number) => SampleValue): LineDensity {
  return {
    logDensity: (t) => logDensity(value(t)),
    factors: (t) => factors(value(t)),
    ...(rough === undefined ? {} : { rough: (t) => rough(value(t)) }),
  };
}

function withPlain({ nodes, weights, coarse }: EmbeddedRule): WeightedValue[] {
  return Array.from(nodes, (x, k) => ({ value: plain(x), weight: weights[k], coarse: coarse[k] }));
}

/** A sample space as the image of the real line, x = x(t), `logSlope` the logarithm of |dx/dt|. */
interface LineForm {
  readonly value: (t: number) => SampleValue;
  readonly logSlope: (t: number) => number;
  /** Where x, its square and its distance from the ends leave the range of doubles. */
  readonly limits?: { readonly low: number; readonly high: number };
}

const sigmoid = (t: number): number => 1 / (1 + Math.exp(-t));

function lineForm(space: SampleSpace): LineForm | null {
  if (space.kind === 'line') return { value: plain, logSlope: () => 0 };
  if (space.kind === 'half-line')
    return { value: (t) => plain(Math.exp(t)), logSlope: (t) => t, limits: { low: -690, high: 345 } };
  if (space.kind !== 'interval') return null;
  const [low, high] = [space.low, space.high].map((bound) => (bound === null ? null : numberOf(bound)));
  if (low === null || high === null) {
    const from = low === null ? 'high' : 'low';
    return { value: (t) => ({ from, gap: Math.exp(t) }), logSlope: (t) => t, limits: { low: -690, high: 345 } };
  }
  const length = high - low;
  return {
    value: (t) => (t < 0 ? { from: 'low', gap: length * sigmoid(t) } : { from: 'high', gap: length * sigmoid(-t) }),
    logSlope: (t) => Math.log(length) + Math.log(sigmoid(t)) + Math.log(sigmoid(-t)),
    limits: { low: -690, high: 690 },
  };
}

/** A rule on the real line for x = x(t). */
function substituted(density: OneVariable, { value, logSlope, limits }: LineForm): WeightedValue[] {
  const { rough } = density;
  // Where x leaves the range of doubles, the density counts as zero.
  const within = (f: (value: SampleValue) => number) => (t: number) =>
    limits !== undefined && (t < limits.low || t > limits.high) ? Number.NEGATIVE_INFINITY : f(value(t)) + logSlope(t);
  const { nodes, weights, coarse } = densityRule({
    logDensity: within(density.logDensity),
    factors: (t) => density.factors(value(t)),
    ...(rough === undefined ? {} : { rough: within(rough) }),
    ...(limits === undefined ? {} : { limits }),
  });
  return Array.from(nodes, (t, k) => {
    const slope = Math.exp(logSlope(t));
    return { value: value(t), weight: weights[k] * slope, coarse: coarse[k] * slope };
  });
}

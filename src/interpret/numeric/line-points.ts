import { rationalToNumber } from '../../algebra/index.ts';
import { type Expression, evaluateExpression, isNumberPi, parseExpression, realNumbers } from '../../calculus/index.ts';
import { InputError } from '../../errors.ts';
import type { Family, Point } from '../../families/index.ts';
import type { Dtype } from '../../program/index.ts';
import { constantOf } from '../statistical-model.ts';
import { coveredDrop, lineQuadrature, type QuadratureRule } from './quadrature.ts';
import type { SamplePoints, SampleSpaceRule } from './sample-space-rule.ts';

/** A substitution for the sample variables by functions of t on the real line, with the logarithm of dx/dt. */
export interface Substitution {
  readonly values: readonly ((t: number) => number)[];
  logSlope(t: number): number;
}

const sigmoid = (t: number): number => 1 / (1 + Math.exp(-t));

/** x = t. */
export const identity: Substitution = { values: [(t) => t], logSlope: () => 0 };
/** x = exp(t). */
export const exponential: Substitution = { values: [Math.exp], logSlope: (t) => t };
/** x = 1/(1 + exp(-t)) and 1 - x, both to full precision: where one is near 1, the other is not computed from it. */
export const logistic: Substitution = {
  values: [sigmoid, (t) => sigmoid(-t)],
  logSlope: (t) => Math.log(sigmoid(t)) + Math.log(sigmoid(-t)),
};

/** A family near a point, and the number format in which a program will compute at the points placed there. */
export interface Placement {
  readonly family: Family;
  readonly point: Point;
  readonly dtype: Dtype;
}

/** How far nodes follow the density down: in float32, exponentials of more leave the range once they are squared. */
function covered({ dtype }: Placement): number {
  return dtype === 'float64' ? coveredDrop : coveredDrop / 2;
}

/** Points for a density in one variable, by a rule for the line. */
export function onLine(placement: Placement, { values, logSlope }: Substitution): SampleSpaceRule {
  const { family } = placement;
  const { variables } = family.sampleSpace;
  const logDensity = (t: number): number => {
    const slope = logSlope(t);
    // Where x underflows or overflows, the density counts as zero.
    if (Math.abs(slope) > 700) return Number.NEGATIVE_INFINITY;
    return logDensityAt(placement, (name) => values[variables.indexOf(name)]?.(t)) + slope;
  };
  const { fine, coarse, amplification } = lineQuadrature(logDensity, covered(placement));
  const points = ({ nodes, weights }: QuadratureRule): SamplePoints => ({
    variables: Object.fromEntries(variables.map((variable, k) => [variable, nodes.map(values[k]!)])),
    weights: weights.map((weight, k) => weight * Math.exp(logSlope(nodes[k]!))),
  });
  return { fine: points(fine), coarse: points(coarse), amplification };
}

/** The ends of an interval in coordinates, at least one of them given. */
interface Ends {
  readonly low: Expression | null;
  readonly high: Expression | null;
}

/**
 * Points in an interval whose ends may move with the coordinates: the points then keep their distance from the end, or
 * their proportion between both.
 */
export function onInterval(placement: Placement, { low, high }: Ends): SampleSpaceRule {
  if (low === null && high === null) return onLine(placement, identity);
  if (low !== null && high !== null) {
    const span: Expression = { kind: 'add', terms: [high, { kind: 'negate', of: low }] };
    return onPiece(placement, { origin: low, span, offset: logistic.values[0]!, logSlope: logistic.logSlope });
  }
  const sign = high === null ? 1 : -1;
  return onPiece(placement, { ...halfLine(sign), origin: (low ?? high)!, span: one });
}

/** Points on both sides of a cut, which move with it; the second sample variable says on which side. */
export function aroundCut(placement: Placement, cut: Expression): SampleSpaceRule {
  const side = (sign: 1 | -1): SampleSpaceRule =>
    onPiece(placement, { ...halfLine(sign), origin: cut, span: one, sign });
  const [right, left] = [side(1), side(-1)];
  const join = (a: SamplePoints, b: SamplePoints): SamplePoints => ({
    ...a,
    variables: Object.fromEntries(
      Object.entries(a.variables).map(([name, values]) => [name, joined(values, b.variables[name]!)]),
    ),
    weights: joined(a.weights, b.weights),
  });
  return {
    fine: join(right.fine, left.fine),
    coarse: join(right.coarse!, left.coarse!),
    amplification: Math.max(right.amplification, left.amplification),
  };
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.of(...a, ...b);
}

const one = parseExpression('1');

function halfLine(sign: 1 | -1): Pick<Piece, 'offset' | 'logSlope'> {
  return { offset: (t) => sign * Math.exp(t), logSlope: (t) => t };
}

/** The part x = origin + span*offset(t) of a sample space, t on the real line; `sign` is the second sample variable. */
interface Piece {
  readonly origin: Expression;
  readonly span: Expression;
  readonly offset: (t: number) => number;
  readonly logSlope: (t: number) => number;
  readonly sign?: 1 | -1;
}

function onPiece(placement: Placement, { origin, span, offset, logSlope, sign }: Piece): SampleSpaceRule {
  const [variable, second] = placement.family.sampleSpace.variables;
  const [start, size] = [origin, span].map((e) => numberAt(placement, e));
  const sides: Record<string, number> = second === undefined || sign === undefined ? {} : { [second]: sign };
  const logDensity = (t: number): number => {
    const x = start! + size! * offset(t);
    // Where the distance from the end is lost to rounding, or overflows, the density counts as zero.
    if (x === start || !Number.isFinite(x) || logSlope(t) < -700) return Number.NEGATIVE_INFINITY;
    return logDensityAt(placement, (name) => (name === variable ? x : sides[name])) + logSlope(t);
  };
  const { fine, coarse } = lineQuadrature(logDensity, covered(placement));
  const rounded = placement.dtype === 'float64' ? (x: number): number => x : Math.fround;
  /** The point differs from the end in the number format of the program, and does not overflow. */
  const isTold = (t: number): boolean => {
    const x = rounded(rounded(start!) + rounded(size! * offset(t)));
    return x !== rounded(start!) && Number.isFinite(x);
  };
  const points = ({ nodes, weights }: QuadratureRule): SamplePoints => {
    const chosen = (values: Float64Array): Float64Array => values.filter((_, k) => isTold(nodes[k]!));
    const offsets = chosen(nodes.map(offset));
    return {
      variables: {
        [variable!]: offsets,
        ...Object.fromEntries(Object.keys(sides).map((name) => [name, offsets.map(() => sides[name]!)])),
      },
      weights: chosen(weights.map((weight, k) => weight * Math.exp(logSlope(nodes[k]!)))),
      moving: { variable: variable!, origin, span },
    };
  };
  const sizeOfPoints = Math.abs(start!) / Math.max(...points(fine).variables[variable!]!.map(Math.abs));
  return { fine: points(fine), coarse: points(coarse), amplification: 1 + sizeOfPoints };
}

/** The log-density of a family at a point, for values of its sample variables. */
export function logDensityAt(
  { family, point }: Pick<Placement, 'family' | 'point'>,
  sample: (name: string) => number | undefined,
): number {
  return numberAt({ family, point }, family.logDensity, sample);
}

function numberAt(
  { family, point }: Pick<Placement, 'family' | 'point'>,
  expression: Expression,
  sample: (name: string) => number | undefined = () => undefined,
): number {
  return evaluateExpression(realNumbers, expression, (name) => {
    const sampled = sample(name);
    if (sampled !== undefined) return sampled;
    const value = point[name] ?? constantOf(family, name);
    if (value !== undefined) return rationalToNumber(value);
    if (isNumberPi(name)) return Math.PI;
    throw new InputError(`${family.name}: no value for ${name}.`);
  });
}

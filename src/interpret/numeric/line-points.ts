import { rationalToNumber } from '../../algebra/index.ts';
import { type Expression, evaluateExpression, parseExpression, realNumbers } from '../../calculus/index.ts';
import { InputError } from '../../errors.ts';
import type { Family, Point } from '../../families/index.ts';
import { constantOf } from '../statistical-model.ts';
import { lineQuadrature, type QuadratureRule } from './quadrature.ts';
import type { SamplePoints, SampleSpaceRule } from './sample-points.ts';

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

/** Points for a density in one variable, by a rule for the line. */
export function onLine(family: Family, point: Point, { values, logSlope }: Substitution): SampleSpaceRule {
  const { variables } = family.sampleSpace;
  const logDensity = (t: number): number => {
    const slope = logSlope(t);
    // Where x underflows or overflows, the density counts as zero.
    if (Math.abs(slope) > 700) return Number.NEGATIVE_INFINITY;
    return logDensityAt(family, point, (name) => values[variables.indexOf(name)]?.(t)) + slope;
  };
  const { fine, coarse, amplification } = lineQuadrature(logDensity);
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
export function onInterval(family: Family, point: Point, { low, high }: Ends): SampleSpaceRule {
  if (low === null && high === null) return onLine(family, point, identity);
  if (low !== null && high !== null) {
    const span: Expression = { kind: 'add', terms: [high, { kind: 'negate', of: low }] };
    return onPiece(family, point, { origin: low, span, offset: logistic.values[0]!, logSlope: logistic.logSlope });
  }
  const sign = high === null ? 1 : -1;
  return onPiece(family, point, { ...halfLine(sign), origin: (low ?? high)!, span: one });
}

/** Points on both sides of a cut, which move with it; the second sample variable says on which side. */
export function aroundCut(family: Family, point: Point, cut: Expression): SampleSpaceRule {
  const side = (sign: 1 | -1): SampleSpaceRule =>
    onPiece(family, point, { ...halfLine(sign), origin: cut, span: one, sign });
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

function onPiece(family: Family, point: Point, { origin, span, offset, logSlope, sign }: Piece): SampleSpaceRule {
  const [variable, second] = family.sampleSpace.variables;
  const [start, size] = [origin, span].map((e) => numberAt(family, point, e));
  const sides: Record<string, number> = second === undefined || sign === undefined ? {} : { [second]: sign };
  const logDensity = (t: number): number => {
    const x = start! + size! * offset(t);
    // Where the distance from the end is lost to rounding, or overflows, the density counts as zero.
    if (x === start || !Number.isFinite(x) || logSlope(t) < -700) return Number.NEGATIVE_INFINITY;
    return logDensityAt(family, point, (name) => (name === variable ? x : sides[name])) + logSlope(t);
  };
  const { fine, coarse } = lineQuadrature(logDensity);
  const points = ({ nodes, weights }: QuadratureRule): SamplePoints => {
    const kept = nodes.map((t) => (logDensity(t) === Number.NEGATIVE_INFINITY ? 0 : 1));
    const chosen = (values: Float64Array): Float64Array => values.filter((_, k) => kept[k] === 1);
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
export function logDensityAt(family: Family, point: Point, sample: (name: string) => number | undefined): number {
  return numberAt(family, point, family.logDensity, sample);
}

function numberAt(
  family: Family,
  point: Point,
  expression: Expression,
  sample: (name: string) => number | undefined = () => undefined,
): number {
  return evaluateExpression(realNumbers, expression, (name) => {
    const sampled = sample(name);
    if (sampled !== undefined) return sampled;
    if (name === 'pi') return Math.PI;
    const value = point[name] ?? constantOf(family, name);
    if (value !== undefined) return rationalToNumber(value);
    throw new InputError(`${family.name}: no value for ${name}.`);
  });
}

import { integerRatioToNumber, rationalToNumber } from '../../algebra/index.ts';
import { evaluateExpression, realNumbers } from '../../calculus/index.ts';
import { DomainError, InputError, UnsupportedError } from '../../errors.ts';
import type { Family, Point } from '../../families/index.ts';
import { constantOf } from '../statistical-model.ts';
import { lineQuadrature, type QuadratureRule } from './quadrature.ts';

/**
 * Points of the sample space with weights, such that the sum over them of weight p(x) f(x) is the expectation of f:
 * exactly where the space is finite, by quadrature on the line.
 */
export interface SamplePoints {
  /** The values of each sample variable at the points. */
  readonly variables: Readonly<Record<string, Float64Array>>;
  readonly weights: Float64Array;
}

/** The points for a family near a parameter point. */
export interface SampleSpaceRule {
  readonly fine: SamplePoints;
  /** A coarser rule, where the rule is not exact: the difference bounds the error of `fine`. */
  readonly coarse?: SamplePoints;
  /** By how much the density magnifies rounding of the points; 1 where they are exact. */
  readonly amplification: number;
}

/**
 * Points for the expectations of a family near a parameter point. Throws {@link UnsupportedError} for a sample space that
 * depends on a constant without a value, {@link DomainError} where quadrature does not settle.
 */
export function samplePoints(family: Family, point: Point): SampleSpaceRule {
  const { sampleSpace } = family;
  switch (sampleSpace.kind) {
    case 'finite': {
      const columns = sampleSpace.variables.map((name, k) => [
        name,
        Float64Array.from(sampleSpace.states, (state) => rationalToNumber(state[k]!)),
      ]);
      const weights = Float64Array.from(sampleSpace.states, (_, k) =>
        integerRatioToNumber(sampleSpace.weights?.[k] ?? 1, 1),
      );
      return { fine: { variables: Object.fromEntries(columns), weights }, amplification: 1 };
    }
    case 'line':
      return onLine(family, point, identity);
    case 'half-line':
      return onLine(family, point, exponential);
    case 'counts': {
      const [variable] = sampleSpace.variables;
      const values = coveringCounts(
        (x) => logDensityAt(family, point, (name) => (name === variable ? x : undefined)),
        sampleSpace.first,
      );
      const weights = new Float64Array(values.length).fill(1);
      return { fine: { variables: { [variable]: values }, weights }, amplification: 1 };
    }
    case 'simplex':
      if (sampleSpace.variables.length === 2) return onLine(family, point, logistic);
      throw new UnsupportedError(
        `${family.name}: no rule for integrals over ${sampleSpace.variables.length} proportions, only over two.`,
      );
    case 'interval':
    case 'cut-line':
    case 'circle':
    case 'integers':
    case 'product':
    case 'positive-definite':
      throw new UnsupportedError(`${family.name}: programs have no rule for this sample space (${sampleSpace.kind}).`);
    case 'symbolic':
      throw new UnsupportedError(
        `${family.name} on ${sampleSpace.description}: numbers need a value for each constant, ${family.constants.map(({ name }) => name).join(', ')}.`,
      );
  }
}

/** A substitution for the sample variables by functions of t on the real line, with the logarithm of dx/dt. */
interface Substitution {
  readonly values: readonly ((t: number) => number)[];
  logSlope(t: number): number;
}

const sigmoid = (t: number): number => 1 / (1 + Math.exp(-t));
const identity: Substitution = { values: [(t) => t], logSlope: () => 0 };
const exponential: Substitution = { values: [Math.exp], logSlope: (t) => t };
/** Both proportions to full precision: where one is near 1, the other is not computed from it. */
const logistic: Substitution = {
  values: [sigmoid, (t) => sigmoid(-t)],
  logSlope: (t) => Math.log(sigmoid(t)) + Math.log(sigmoid(-t)),
};

/** Points for a density in one variable, by a rule for the line. */
function onLine(family: Family, point: Point, { values, logSlope }: Substitution): SampleSpaceRule {
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

/** Log-density, relative to its largest value, below which counts are left out. */
const coveredLogDrop = -60;
const mostCounts = 1_000_000;

/** The counts from `first` to where the density has become negligible behind its largest value. */
function coveringCounts(logDensity: (x: number) => number, first: number): Float64Array {
  let largest = Number.NEGATIVE_INFINITY;
  for (let x = first; x < first + mostCounts; x++) {
    const value = logDensity(x);
    largest = Math.max(largest, value);
    if (value - largest < coveredLogDrop) return Float64Array.from({ length: x - first }, (_, k) => first + k);
  }
  throw new DomainError(`the density does not become negligible within ${mostCounts} counts: its tail is too heavy.`);
}

function logDensityAt(family: Family, point: Point, sample: (name: string) => number | undefined): number {
  return evaluateExpression(realNumbers, family.logDensity, (name) => {
    const sampled = sample(name);
    if (sampled !== undefined) return sampled;
    if (name === 'pi') return Math.PI;
    const value = point[name] ?? constantOf(family, name);
    if (value !== undefined) return rationalToNumber(value);
    throw new InputError(`${family.name}: no value for ${name}.`);
  });
}

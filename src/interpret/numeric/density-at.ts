import { rationalToNumber } from '../../algebra/index.ts';
import {
  type ElementaryField,
  type Expression,
  isNumberPi,
  type Jet,
  type Jets,
  jets,
  realNumbers,
} from '../../calculus/index.ts';
import { DomainError } from '../../errors.ts';
import type { Family, SampleSpace } from '../../families/index.ts';
import { constantOf } from '../statistical-model.ts';
import { compiledExpression } from './compiled-expression.ts';
import { nearEnd } from './near-end.ts';
import { type SampleValue, sampleRule, type WeightedPoint } from './sample-rule.ts';
import { numberToWide, type WideNumber, wideNumbers, wideToNumber } from './wide-numbers.ts';

/** Real numbers where the logarithm of zero is minus infinity: a density may vanish at a point. */
const withZeros: ElementaryField<number> = {
  ...realNumbers,
  log: (a) => Math.log(Math.abs(a)),
};

/** The log-density of a family as a function of the sample, in numbers and in jets. */
export interface DensityAt {
  /** For coordinates with these values; minus infinity where the density vanishes. */
  readonly logDensity: (point: readonly SampleValue[]) => number;
  readonly jet: (field: Jets, point: readonly SampleValue[]) => Jet;
}

/** The log-density of a family, as it stands, at coordinates with the given values. */
export function densityAt(family: Family, values: readonly number[]): DensityAt {
  const { variables } = family.sampleSpace;
  const names = family.coordinates.map(({ name }) => name);
  const expressionAt = variants(family);
  const number = (name: string): number => {
    const index = names.indexOf(name);
    if (index >= 0) return values[index];
    const constant = constantOf(family, name);
    if (constant !== undefined) return rationalToNumber(constant);
    if (isNumberPi(name)) return Math.PI;
    throw new DomainError(`the name ${name} has no value at this point`);
  };
  const numbers = new Map<Expression, (sample: readonly number[]) => number>();
  const beyond = new Map<Expression, (sample: readonly WideNumber[]) => WideNumber>();
  /** Where the exponentials of a sum underflow, their logarithm is still known. */
  const farOut = (e: Expression, sample: readonly number[]): number => {
    const compiled =
      beyond.get(e) ?? compiledExpression(wideNumbers, e, variables, (name) => numberToWide(number(name)));
    beyond.set(e, compiled);
    return wideToNumber(compiled(sample.map(numberToWide)));
  };
  const inJets = new Map<Jets, Map<Expression, (sample: readonly Jet[]) => Jet>>();
  return {
    logDensity: (point) =>
      at(family, point, () => {
        const e = expressionAt(point);
        const compiled = numbers.get(e) ?? compiledExpression(withZeros, e, variables, number);
        numbers.set(e, compiled);
        const sample = point.map(({ gap }) => gap);
        const value = compiled(sample);
        return value === Number.NEGATIVE_INFINITY || Number.isNaN(value) ? farOut(e, sample) : value;
      }),
    jet: (field, point) =>
      at(family, point, () => {
        const e = expressionAt(point);
        const known = inJets.get(field) ?? new Map<Expression, (sample: readonly Jet[]) => Jet>();
        inJets.set(field, known);
        const coordinate = (name: string): Jet => {
          const index = names.indexOf(name);
          return index < 0 ? field.constant(number(name)) : field.coordinate(index, values[index]);
        };
        const compiled = known.get(e) ?? compiledExpression(field, e, variables, coordinate);
        known.set(e, compiled);
        return compiled(point.map(({ gap }) => field.constant(gap)));
      }),
  };
}

/** An error that says where in the sample space it arose. */
function at<T>(family: Family, point: readonly SampleValue[], evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(`the density is undefined at ${shownPoint(family, point)}: ${error.message}`, {
      cause: error,
    });
  }
}

/** A point of the sample space for messages. */
export function shownPoint({ sampleSpace: { variables } }: Family, point: readonly SampleValue[]): string {
  const ends = { origin: '', low: 'its lower end + ', high: 'its upper end - ' };
  return point.map(({ from, gap }, k) => `${variables[k]} = ${ends[from]}${Number(gap.toPrecision(6))}`).join(', ');
}

/** The log-density as an expression in the distances from the ends that a point is given by. */
function variants({ sampleSpace, logDensity }: Family): (point: readonly SampleValue[]) => Expression {
  const factors: readonly SampleSpace[] = sampleSpace.kind === 'product' ? sampleSpace.factors : [sampleSpace];
  if (factors.every(({ kind }) => kind !== 'interval')) return () => logDensity;
  const known = new Map<string, Expression>();
  return (point) => {
    const key = point.map(({ from }) => from).join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const expression = factors.reduce((e, factor, k) => {
      const { from } = point[k];
      if (factor.kind !== 'interval' || from === 'origin') return e;
      return nearEnd(e, factor.variables[0], factor[from] as Expression, from === 'low' ? 1 : -1);
    }, logDensity);
    known.set(key, expression);
    return expression;
  };
}

/** Expectations over a family at a point by quadrature or summation, in jets: two rules, whose difference is the doubt. */
export interface NumericExpectation {
  readonly fine: (integrand: (logDensity: Jet) => Jet) => Jet;
  readonly coarse: (integrand: (logDensity: Jet) => Jet) => Jet;
}

/**
 * The expectation of f(l) for the log-density l of a family at the given values of its coordinates, with the Taylor
 * expansion around them: the points of a rule that settles the density, its derivatives up to the order of the jets and
 * their products with two components of the score. Densities that are not normalised are divided by their integral.
 * Throws {@link DomainError} where an integral diverges or does not settle.
 */
export function numericExpectation(family: Family, field: Jets, values: readonly number[]): NumericExpectation {
  const { logDensity, jet } = densityAt(family, values);
  const units = scoreSizes(family, field.dimension, { logDensity, jet });
  const rule = sampleRule(family.sampleSpace, {
    logDensity,
    factors: (point) => settling(field, jet(field, point), units),
  });
  const terms = rule.flatMap((point) => {
    const value = logDensity(point.point);
    return value === Number.NEGATIVE_INFINITY ? [] : [{ ...point, value, jet: jet(field, point.point) }];
  });
  const top = terms.reduce((largest, { value }) => Math.max(largest, value), Number.NEGATIVE_INFINITY);
  const weighted = (which: 'weight' | 'coarse'): ((integrand: (logDensity: Jet) => Jet) => Jet) => {
    const shifted = terms.map((term) => field.subtract(term.jet, field.constant(top)));
    const masses = shifted.map((l, k) => field.multiply(field.constant(terms[k][which]), field.exp(l)));
    const total = field.sum(masses);
    const logTotal = family.normalised ? field.constant(-top) : field.log(total);
    const probabilities = masses.map((mass) => field.multiply(mass, field.exp(field.negate(logTotal))));
    const normalised = shifted.map((l) => field.subtract(l, logTotal));
    return (integrand) => field.sum(normalised.map((l, k) => field.multiply(probabilities[k], integrand(l))));
  };
  return { fine: weighted('weight'), coarse: weighted('coarse') };
}

/** The standard deviation of each component of the score: the unit in which its coordinate is measured here. */
function scoreSizes({ sampleSpace }: Family, dimension: number, { logDensity, jet }: DensityAt): number[] {
  const field = jets(dimension, 1);
  const squares = (point: readonly SampleValue[]): number[] => {
    const l = jet(field, point);
    return [1, ...Array.from({ length: dimension }, (_, index) => field.value(field.partial(l, index)) ** 2)];
  };
  const sums = new Array<number>(dimension + 1).fill(0);
  const rule = sampleRule(sampleSpace, { logDensity, factors: squares });
  const top = rule.reduce((largest, { point }) => Math.max(largest, logDensity(point)), Number.NEGATIVE_INFINITY);
  for (const { point, weight } of rule) {
    const mass = weight * Math.exp(logDensity(point) - top);
    if (mass === 0) continue;
    squares(point).forEach((square, k) => {
      sums[k] += mass * square;
    });
  }
  return sums.slice(1).map((sum) => Math.sqrt(sum / sums[0]) || 1);
}

/** The Taylor coefficients of p(theta)/p(theta_0), alone and times two components of the score, in units of the score. */
function settling(field: Jets, logDensity: Jet, units: readonly number[]): number[] {
  const ratio = field.exp(field.subtract(logDensity, field.constant(field.value(logDensity))));
  const scores = units.map((unit, index) => field.multiply(field.constant(1 / unit), field.partial(logDensity, index)));
  const products = scores.flatMap((s, i) => scores.slice(i).map((t) => field.multiply(ratio, field.multiply(s, t))));
  return [ratio, ...products].flatMap((jet) => inUnits(field, jet, units));
}

function inUnits(field: Jets, jet: Jet, units: readonly number[]): number[] {
  const scaled: number[] = [];
  field.fromTaylor(jet.order, (exponents) => {
    const place = scaled.length;
    scaled.push(jet.coefficients[place] / exponents.reduce((product, e, index) => product * units[index] ** e, 1));
    return 0;
  });
  return scaled;
}

/** The integral of exp(l) at the given values of the coordinates, and how far a coarser rule is from it. */
export function densityIntegral(
  family: Family,
  values: readonly number[],
): { readonly log: number; readonly doubt: number; readonly rule: readonly WeightedPoint[] } {
  const { logDensity } = densityAt(family, values);
  const rule = sampleRule(family.sampleSpace, { logDensity, factors: () => [1] });
  const heights = rule.map(({ point }) => logDensity(point));
  const top = heights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = (which: 'weight' | 'coarse'): number =>
    rule.reduce((total, term, k) => total + term[which] * Math.exp(heights[k] - top), 0);
  const [fine, coarse] = [sum('weight'), sum('coarse')];
  return { log: top + Math.log(fine), doubt: Math.abs(fine - coarse) / fine, rule };
}

import { rationalToNumber } from '../../algebra/index.ts';
import { evaluateExpression, isNumberPi } from '../../calculus/index.ts';
import { InputError } from '../../errors.ts';
import { checkPoint, type Family, type Point } from '../../families/index.ts';
import { fisherMetric } from '../../geometry/index.ts';
import type { Definition } from '../../notation/index.ts';
import { buildProgram, type Dtype, type Program, tensor, tensorType } from '../../program/index.ts';
import { simplify } from '../../transform/index.ts';
import { componentsOf } from '../components.ts';
import { constantOf, refuseSymbolicConstants, withKeptPartials } from '../statistical-model.ts';
import { type ProgramFunction, type ProgramFunctions, programFunctions } from './program-functions.ts';
import { samplePoints } from './sample-points.ts';
import type { SamplePoints } from './sample-space-rule.ts';

/** A metric as a program of the coordinates. */
export interface MetricProgram {
  /** From the coordinates, scalars by name, to `metric` [d, d]. */
  readonly program: Program;
  /** The same with a coarser rule for the expectation, where that is not exact: the difference bounds its error. */
  readonly coarse?: Program;
  /** By how much the density magnifies rounding of the sample points; 1 where they are exact. */
  readonly amplification: number;
}

/**
 * The Fisher metric of a family as a program of its coordinates: the definition of geometry/, its expectation summed over
 * the sample space or carried out by quadrature with nodes placed for `point`, its derivatives taken by `transform`. The
 * program is meant for derivatives at the point; away from it the nodes no longer fit. Any other definition of rank 2 by
 * an expectation may take the place of {@link fisherMetric}. Throws {@link InputError} for a point outside the domain or a
 * constant without a value.
 */
export function metricProgram(
  family: Family,
  point: Point,
  dtype: Dtype = 'float64',
  definition: Definition = fisherMetric,
): MetricProgram {
  checkPoint(family, point);
  refuseSymbolicConstants(family);
  const { fine, coarse, amplification } = samplePoints(family, point, dtype);
  const program = metricOver(family, fine, dtype, definition);
  return coarse
    ? { program, coarse: metricOver(family, coarse, dtype, definition), amplification }
    : { program, amplification };
}

function metricOver(family: Family, points: SamplePoints, dtype: Dtype, definition: Definition): Program {
  const names = family.coordinates.map(({ name }) => name);
  const { moving } = points;
  const shape = [points.weights.length];
  const others = moving === undefined ? {} : { [moving.variable]: shape };
  const field = withKeptPartials(programFunctions(names, dtype, others));
  const logDensity = logDensityOver(field, family, points);
  const weights = tensor(dtype, shape, points.weights);
  const atPoints = movedPoints(field, family, points);
  const expectation = (integrand: (l: ProgramFunction) => ProgramFunction): ProgramFunction => {
    const inside = integrand(logDensity);
    if (field.isZero(inside)) return field.zero;
    const summand = field.combine([logDensity, inside], (b, _, [l, f]) =>
      b.multiply(b.multiply(b.constant(weights), b.exp(l!)), f!),
    );
    return field.combine([atPoints(summand)], (b, _, [f]) => b.reduceSum(f!));
  };
  const components = componentsOf({ field, tensors: {}, expectation }, definition);
  const types = Object.fromEntries(names.map((name) => [name, tensorType(dtype)]));
  const metric = buildProgram(`metric_${family.name}`, types, (b, variables) => {
    const unused = Object.keys(others).map((name) => [name, b.full({ dtype, shape }, 0)]);
    const inputs = { ...variables, ...Object.fromEntries(unused) };
    const entries = names.flatMap((_, i) => names.map((__, j) => b.inline(components.at([i, j]), inputs)['value']!));
    const flat = b.concatenate(
      entries.map((entry) => b.reshape(entry, [1])),
      0,
    );
    return { metric: b.reshape(flat, [names.length, names.length]) };
  });
  return simplify(metric);
}

/**
 * Puts points that move with the coordinates in the place of their variable: only now, since scores are derivatives at
 * fixed sample.
 */
function movedPoints(
  field: ProgramFunctions,
  family: Family,
  { variables, moving }: SamplePoints,
): (f: ProgramFunction) => ProgramFunction {
  if (moving === undefined) return (f) => f;
  const { variable, origin, span } = moving;
  const [start, size] = [origin, span].map((e) => evaluateExpression(field, e, meaningOf(field, family, {})));
  const offsets = variables[variable]!;
  const place = field.add(
    start!,
    field.multiply(size!, field.constant(tensor(field.dtype, [offsets.length], offsets))),
  );
  return (f) => field.multiply(size!, field.replace(f, variable, place));
}

/** What the names in expressions mean: coordinates, sample variables at their points, constants. */
function meaningOf(
  field: ProgramFunctions,
  family: Family,
  points: Readonly<Record<string, ProgramFunction>>,
): (name: string) => ProgramFunction {
  const coordinates = family.coordinates.map(({ name }) => name);
  return (name) => {
    if (coordinates.includes(name)) return field.coordinate(name);
    const values = points[name];
    if (values) return values;
    if (isNumberPi(name)) return field.constant(Math.PI);
    const constant = constantOf(family, name);
    if (constant) return field.constant(rationalToNumber(constant));
    throw new InputError(
      `${family.name}: an expression contains "${name}", which is no coordinate, constant or sample variable.`,
    );
  };
}

/** The normalised log-density at all points, as a function of the coordinates. */
function logDensityOver(
  field: ProgramFunctions,
  family: Family,
  { variables, weights, moving }: SamplePoints,
): ProgramFunction {
  const { dtype } = field;
  const columns = Object.entries(variables).map(([name, values]): [string, ProgramFunction] => [
    name,
    name === moving?.variable ? field.coordinate(name) : field.constant(tensor(dtype, [values.length], values)),
  ]);
  const raw = evaluateExpression(field, family.logDensity, meaningOf(field, family, Object.fromEntries(columns)));
  if (family.normalised) return raw;
  return field.combine([raw], (b, _, [l]) => {
    const largest = b.reduceMax(b.stopGradient(l!)); // keeps exponentials in range; the result does not depend on it
    const shifted = b.subtract(l!, largest);
    const weight = b.constant(tensor(dtype, [weights.length], weights));
    return b.subtract(shifted, b.log(b.reduceSum(b.multiply(weight, b.exp(shifted)))));
  });
}

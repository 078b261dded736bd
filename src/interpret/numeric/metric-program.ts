import { rationalToNumber } from '../../algebra/index.ts';
import { evaluateExpression } from '../../calculus/index.ts';
import { InputError } from '../../errors.ts';
import { checkPoint, type Family, type Point } from '../../families/index.ts';
import { fisherMetric } from '../../geometry/index.ts';
import type { Definition } from '../../notation/index.ts';
import { buildProgram, type Dtype, type Program, tensor, tensorType } from '../../program/index.ts';
import { simplify } from '../../transform/index.ts';
import { componentsOf } from '../components.ts';
import { constantOf, refuseSymbolicConstants, withKeptPartials } from '../statistical-model.ts';
import { type ProgramFunction, type ProgramFunctions, programFunctions } from './program-functions.ts';
import { type SamplePoints, samplePoints } from './sample-points.ts';

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
  const { fine, coarse, amplification } = samplePoints(family, point);
  const program = metricOver(family, fine, dtype, definition);
  return coarse
    ? { program, coarse: metricOver(family, coarse, dtype, definition), amplification }
    : { program, amplification };
}

function metricOver(family: Family, points: SamplePoints, dtype: Dtype, definition: Definition): Program {
  const names = family.coordinates.map(({ name }) => name);
  const field = withKeptPartials(programFunctions(names, dtype));
  const logDensity = logDensityOver(field, family, points);
  const weights = tensor(dtype, [points.weights.length], points.weights);
  const expectation = (integrand: (l: ProgramFunction) => ProgramFunction): ProgramFunction => {
    const inside = integrand(logDensity);
    if (field.isZero(inside)) return field.zero;
    return field.combine([logDensity, inside], (b, _, [l, f]) =>
      b.reduceSum(b.multiply(b.multiply(b.constant(weights), b.exp(l!)), f!)),
    );
  };
  const components = componentsOf({ field, tensors: {}, expectation }, definition);
  const types = Object.fromEntries(names.map((name) => [name, tensorType(dtype)]));
  const metric = buildProgram(`metric_${family.name}`, types, (b, variables) => {
    const entries = names.flatMap((_, i) => names.map((__, j) => b.inline(components.at([i, j]), variables)['value']!));
    const flat = b.concatenate(
      entries.map((entry) => b.reshape(entry, [1])),
      0,
    );
    return { metric: b.reshape(flat, [names.length, names.length]) };
  });
  return simplify(metric);
}

/** The normalised log-density at all points, as a function of the coordinates. */
function logDensityOver(
  field: ProgramFunctions,
  family: Family,
  { variables, weights }: SamplePoints,
): ProgramFunction {
  const { dtype } = field;
  const coordinates = family.coordinates.map(({ name }) => name);
  const raw = evaluateExpression<ProgramFunction>(field, family.logDensity, (name) => {
    if (coordinates.includes(name)) return field.coordinate(name);
    const values = variables[name];
    if (values) return field.constant(tensor(dtype, [values.length], values));
    if (name === 'pi') return field.constant(Math.PI);
    const constant = constantOf(family, name);
    if (constant) return field.constant(rationalToNumber(constant));
    throw new InputError(
      `${family.name}: the log-density contains "${name}", which is no coordinate, constant or sample variable.`,
    );
  });
  if (family.normalised) return raw;
  return field.combine([raw], (b, _, [l]) => {
    const largest = b.reduceMax(b.stopGradient(l!)); // keeps exponentials in range; the result does not depend on it
    const shifted = b.subtract(l!, largest);
    const weight = b.constant(tensor(dtype, [weights.length], weights));
    return b.subtract(shifted, b.log(b.reduceSum(b.multiply(weight, b.exp(shifted)))));
  });
}

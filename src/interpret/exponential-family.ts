import { solveLinearSystem } from '../algebra/index.ts';
import type { DifferentialField } from '../calculus/index.ts';
import { DomainError } from '../errors.ts';
import { amariChentsov, amariChentsovFromMeans, fisherMetric, metricFromMeans } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf, kept } from './components.ts';
import { square } from './riemannian.ts';

/** Tensors of an exponential family that follow from the means of its statistics: which definition computes which. */
const fromMeans: ReadonlyMap<Definition, Definition> = new Map([
  [fisherMetric, metricFromMeans],
  [amariChentsov, amariChentsovFromMeans],
]);

/**
 * Metric and Amari-Chentsov tensor of the exponential family with log-density sum_a theta_a T_a + c, over any differential
 * field; `undefined` for other definitions. The means m of the statistics solve E[score] = 0, which is B m + dc = 0 with
 * the slopes B_ia = d_i theta_a: that the density integrates to one is the only input. Where B is singular, which is where
 * statistics and coordinates are not in one-to-one relation, components throw what `invert` throws for the transpose of B:
 * its null vectors are those of the metric.
 */
export function tensorsFromMeans<E>(
  field: DifferentialField<E>,
  natural: readonly E[],
  rest: E,
  invert: (matrix: E[][]) => unknown,
): (definition: Definition) => Components<E> | undefined {
  const slope = kept(field, 2, [], ([i, a]) => field.partial(natural[a], i));
  const range = natural.map((_, k) => k);
  let solution: readonly E[] | undefined;
  const solved = (): readonly E[] => {
    const right = range.map((i) => field.negate(field.partial(rest, i)));
    try {
      return solveLinearSystem(field, square(field, slope), right);
    } catch (error) {
      if (error instanceof DomainError) invert(range.map((a) => range.map((i) => slope.at([i, a]))));
      throw error;
    }
  };
  const means: Components<E> = {
    rank: 1,
    at: ([a]) => {
      solution ??= solved();
      return solution[a];
    },
  };
  return (definition) => {
    const computed = fromMeans.get(definition);
    return computed && componentsOf({ field, tensors: { slope, means } }, computed);
  };
}

import { solveLinearSystem } from '../algebra/index.ts';
import type { DifferentialField } from '../calculus/index.ts';
import { amariChentsov, amariChentsovFromMeans, fisherMetric, metricFromMeans } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf, kept } from './components.ts';

/** Tensors of an exponential family that follow from the means of its statistics: which definition computes which. */
const fromMeans: ReadonlyMap<Definition, Definition> = new Map([
  [fisherMetric, metricFromMeans],
  [amariChentsov, amariChentsovFromMeans],
]);

/**
 * Metric and Amari-Chentsov tensor of the exponential family with log-density sum_a theta_a T_a + c, over any differential
 * field; `undefined` for other definitions. The means m of the statistics solve E[score] = 0, which is B m + dc = 0 with
 * the slopes B_ia = d_i theta_a: that the density integrates to one is the only input. Components throw
 * {@link DomainError} where B is singular, which is where statistics and coordinates are not in one-to-one relation.
 */
export function tensorsFromMeans<E>(
  field: DifferentialField<E>,
  natural: readonly E[],
  rest: E,
): (definition: Definition) => Components<E> | undefined {
  const slope = kept(field, 2, [], ([i, a]) => field.partial(natural[a], i));
  const range = natural.map((_, k) => k);
  let solution: readonly E[] | undefined;
  const solved = (): readonly E[] =>
    solveLinearSystem(
      field,
      range.map((i) => range.map((a) => slope.at([i, a]))),
      range.map((i) => field.negate(field.partial(rest, i))),
    );
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

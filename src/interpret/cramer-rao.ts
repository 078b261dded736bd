import { inverseMatrix, type Matrix, nullSpace } from '../algebra/index.ts';
import type { ClosedForm, DifferentialField, Jet, Jets } from '../calculus/index.ts';
import { DomainError } from '../errors.ts';
import { cramerRaoBound } from '../geometry/index.ts';
import { type Components, componentsOf } from './components.ts';
import type { ExactField } from './exact-field.ts';
import type { Manifold } from './manifold.ts';
import { square } from './riemannian.ts';
import { exactNullDirections, nullDirections, numericNullDirections } from './singular-metric.ts';

/** The Cramer-Rao bounds of functions of the coordinates, from one observation. */
export interface CramerRao<E> {
  /** The bound of the covariance of unbiased estimators of each two of them. */
  readonly bound: readonly (readonly E[])[];
  /** The null directions of the metric in words: none of the functions changes along any. */
  readonly nullDirections: readonly string[];
}

/**
 * The bounds in closed form: {@link cramerRaoBound} of each two functions. Where the metric is singular, a generalised
 * inverse takes the place of the inverse, which is right for functions that do not change in its null directions; throws
 * {@link DomainError} for any other, of which no estimator is unbiased with finite variance.
 * @param names what the functions are called in errors
 */
export function exactCramerRao(
  { field, geometry, coordinates }: Manifold<ClosedForm> & { readonly field: ExactField },
  functions: readonly ClosedForm[],
  names: readonly string[],
): CramerRao<ClosedForm> {
  const metric = square(field, geometry.metric);
  const vectors = nullSpace(field, metric);
  const directions = exactNullDirections(field, coordinates, vectors);
  refuseChanging(names, directions, (f, v) => field.isZero(slope(field, functions[f], vectors[v])));
  const own = vectors.map((vector) => vector.findLastIndex((e) => !field.isZero(e)));
  return { bound: boundsOf(field, metric, own, functions), nullDirections: directions };
}

/** Units of rounding in the derivative of a function along a null direction, relative to its terms. */
const roundings = 2 ** -30;

/** The same in numbers at a point; null directions and what changes along them are judged to double precision. */
export function cramerRaoAt(
  { field, geometry, coordinates }: Manifold<Jet> & { readonly field: Jets },
  functions: readonly Jet[],
  names: readonly string[],
): CramerRao<Jet> {
  const metric = square(field, geometry.metric);
  const numbers = nullDirections(metric.map((row) => row.map(field.value)));
  const directions = numericNullDirections(coordinates, numbers);
  refuseChanging(names, directions, (f, v) => {
    const terms = numbers[v].map((component, i) => component * field.value(field.partial(functions[f], i)));
    const sum = terms.reduce((total, term) => total + term, 0);
    return Math.abs(sum) <= roundings * terms.reduce((total, term) => total + Math.abs(term), 0);
  });
  const own = numbers.map((vector) => vector.lastIndexOf(1));
  return { bound: boundsOf(field, metric, own, functions), nullDirections: directions };
}

function slope<E>(field: DifferentialField<E>, f: E, vector: readonly E[]): E {
  return field.sum(vector.map((component, i) => field.multiply(component, field.partial(f, i))));
}

function refuseChanging(
  names: readonly string[],
  directions: readonly string[],
  constantAlong: (f: number, direction: number) => boolean,
): void {
  directions.forEach((direction, v) => {
    const f = names.findIndex((_, k) => !constantAlong(k, v));
    if (f < 0) return;
    throw new DomainError(
      `no unbiased estimator of ${names[f]} has a finite variance: it changes along ${direction}, a null direction of the metric, about which the data say nothing`,
    );
  });
}

/**
 * The bounds with the generalised inverse that inverts the metric on the coordinates left when each null vector takes away
 * its `own`, the last that it changes: where df(n) = 0 for all null vectors n, every generalised inverse gives the same.
 */
function boundsOf<E>(
  field: DifferentialField<E>,
  metric: Matrix<E>,
  own: readonly number[],
  functions: readonly E[],
): E[][] {
  const kept = metric.flatMap((_, i) => (own.includes(i) ? [] : [i]));
  const inverse = inverseMatrix(
    field,
    kept.map((i) => kept.map((j) => metric[i][j])),
  );
  const inverseMetric: Components<E> = {
    rank: 2,
    at: ([i, j]) => {
      const [row, column] = [kept.indexOf(i), kept.indexOf(j)];
      return row < 0 || column < 0 ? field.zero : inverse[row][column];
    },
  };
  const scalar = (value: E): Components<E> => ({ rank: 0, at: () => value });
  const bound = (f: E, h: E): E =>
    componentsOf({ field, tensors: { inverseMetric, f: scalar(f), h: scalar(h) } }, cramerRaoBound).at([]);
  const rows: E[][] = functions.map(() => []);
  functions.forEach((f, a) => {
    for (let b = 0; b <= a; b++) {
      rows[a][b] = bound(f, functions[b]);
      rows[b][a] = rows[a][b];
    }
  });
  return rows;
}

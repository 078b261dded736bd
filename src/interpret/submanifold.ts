import { type ClosedForm, evaluator, laurentTerms } from '../calculus/index.ts';
import type { ExactModel } from './exact-field.ts';

/** A submanifold of an exponential family in closed form. */
export interface ExactSubmanifold {
  readonly field: ExactModel['field'];
  /** The names of the sufficient statistics, symbols of both fields. */
  readonly statistics: readonly string[];
  /** In the statistics and the coordinates of the submanifold. */
  readonly logDensity: ClosedForm;
  /** The family around it, and what its coordinates and constants are on the submanifold. */
  readonly around: ExactModel;
  readonly meaning: (name: string) => ClosedForm;
}

/**
 * The expectation of f(l) on a submanifold of an exponential family, whose score does not determine the moments of all
 * statistics: these are taken in the family around it, then its coordinates are expressed in those of the submanifold.
 */
export function submanifoldExpectation({
  field,
  statistics,
  logDensity,
  around,
  meaning,
}: ExactSubmanifold): ExactModel['expectation'] {
  const onSubmanifold = evaluator(around.field, field, meaning);
  const known = new Map<string, ClosedForm>();
  const moment = (exponents: readonly number[]): ClosedForm => {
    const key = exponents.join();
    const value = known.get(key) ?? onSubmanifold(around.expectation(() => monomialAround(exponents)));
    known.set(key, value);
    return value;
  };
  const monomialAround = (exponents: readonly number[]): ClosedForm =>
    exponents.reduce((product, exponent, index) => {
      const kernel = field.kernels[index];
      if (exponent === 0 || kernel.kind !== 'symbol') return product;
      return around.field.multiply(product, around.field.integerPower(around.field.symbol(kernel.name), exponent));
    }, around.field.one);
  return (integrand) =>
    field.sum(
      laurentTerms(field, integrand(logDensity), statistics).map(({ exponents, coefficient }) =>
        field.multiply(coefficient, moment(exponents)),
      ),
    );
}

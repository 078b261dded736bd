import {
  assume,
  by,
  calculation,
  declare,
  equation,
  normal,
  type SamplePoint,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { cofactor, cramersRule, det, h as inverse, inverseOnBothSides, M } from './determinants.ts';
import { g, h, isInverse } from './inverse-metric.ts';

const { delta, divide, multiply, sum } = term;

export const indexPlacement = calculation({
  label: 'T-2.2.19',
  title: 'whether indices stand above or below does not matter (as printed): for the metric',
  family: normal(),
  definitions: { upper: 'metric(sigma, sigma)/(metric(mu, mu)*metric(sigma, sigma) - metric(mu, sigma)^2)' },
  claim: 'upper = metric(mu, mu)',
  expected: 'refuted',
});

/** Any metric g whose determinant D is not zero, and g^ij by Cramer's rule: the cofactor of g_ji over D. */
const [i, j, k, m, n] = ['i', 'j', 'k', 'm', 'n'].map(declare.direction);
const coordinates = i.space;
const D = declare.function('D', []);
const [row, column] = [declare.direction('a'), declare.direction('b')];
const upper = (first: SamplePoint, second: SamplePoint): Term => divide(cofactor(g, second, first, row, column), D());
const isDeterminant = assume.equation('D is the determinant of g', D(), det(g, row, column));
const contraction = sum(j, multiply(g(i, j), upper(j, k)));

export const inverseMetric = statement({
  label: 'T-2.2.19/repaired',
  title:
    'g^ij is the inverse of g_ij, its cofactors over det g: their contraction is the identity, for any metric with det g not zero in any number of coordinates',
  given: [assume.nonzero(D), isDeterminant],
  claim: equation(contraction, delta(i, k)),
  expected: 'proved',
  proof: () =>
    start(contraction)
      .equals(divide(sum(j, multiply(g(i, j), cofactor(g, k, j, row, column))), D()), by.linearity)
      .equals(
        divide(multiply(delta(i, k), det(g, row, column)), D()),
        by.theorem(theoremOf(cramersRule), { spaces: { I: coordinates }, functions: [[M, g]] }),
      )
      .equals(divide(multiply(delta(i, k), D()), D()), by.assumption(isDeterminant))
      .equals(delta(i, k)),
});

export const inverseIsSymmetric = statement({
  label: 'T-2.2.19/symmetric',
  title: 'the inverse of a metric is symmetric: g^ij = g^ji',
  given: [isInverse],
  claim: equation(h(i, j), h(j, i)),
  expected: 'proved',
  proof: () =>
    start(h(i, j))
      .equals(sum(n, multiply(delta(j, n), h(i, n))), by.delta)
      .equals(sum(n, multiply(sum(m, multiply(h(j, m), g(m, n))), h(i, n))), by.assumption(isInverse))
      .equals(sum(m, multiply(h(j, m), sum(n, multiply(h(i, n), g(n, m))))), by.definition(g), by.rearrangement)
      .equals(sum(m, multiply(h(j, m), delta(i, m))), by.assumption(isInverse))
      .equals(h(j, i), by.delta),
});

/** Components with the index above. */
const v = declare.function('v', [i]);
const raised = (at: SamplePoint): Term => sum(k, multiply(h(at, k), v(k)));
const loweredAgain = sum(j, multiply(g(i, j), raised(j)));

export const raisedAndLowered = statement({
  label: 'T-2.2.19/components',
  title:
    'for components the place of the index only says which they are: raised by g^ij and lowered by g_ij they are the same',
  given: [isInverse],
  claim: equation(loweredAgain, v(i)),
  expected: 'proved',
  proof: () =>
    start(loweredAgain)
      .equals(sum(k, multiply(sum(j, multiply(g(i, j), h(j, k))), v(k))), by.rearrangement)
      .equals(
        sum(k, multiply(delta(i, k), v(k))),
        by.theorem(theoremOf(inverseOnBothSides), {
          spaces: { I: coordinates },
          functions: [
            [M, g],
            [inverse, h],
          ],
        }),
      )
      .equals(v(i), by.delta),
});

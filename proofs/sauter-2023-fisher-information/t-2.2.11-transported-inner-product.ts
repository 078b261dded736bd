import { by, equation, start, statement, term } from 'fisher-rao';
import { expectation, i, information, j, p, regularX, score, x } from './setting.ts';
import { k, m } from './tangent-space.ts';

const { multiply, sum } = term;

const unit = (along: typeof i, place: typeof k) => term.delta(place, along);

/** The inner product of the basis vectors i and j, by their representations. */
export const innerProductOfBasisVectors = expectation(
  x,
  p(x),
  multiply(sum(k, multiply(unit(i, k), score(k, p(x)))), sum(m, multiply(unit(j, m), score(m, p(x))))),
);

export const transported = statement({
  label: 'T-2.2.11',
  title:
    'the inner product of tangent vectors is that of their representations: for basis vectors the mean product of their scores',
  given: regularX,
  claim: equation(innerProductOfBasisVectors, information(x, p(x))),
  expected: 'proved',
  proof: () => start(innerProductOfBasisVectors).equals(information(x, p(x)), by.delta, by.rearrangement),
});

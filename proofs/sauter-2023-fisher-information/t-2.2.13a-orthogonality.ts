import { by, calculation, equation, normal, start, statement, term, theoremOf } from 'fisher-rao';
import { expectation, p, regularX, score, x } from './setting.ts';
import { A, B, inner, k, m, representation } from './tangent-space.ts';

export const orthogonality = calculation({
  label: 'T-2.2.13a/orthogonal',
  title: 'mean and width of the normal family are orthogonal',
  family: normal(),
  claim: 'metric(mu, sigma) = E(D(logdensity, mu)*D(logdensity, sigma)) = 0',
  expected: 'proved',
});

const { multiply, square, sum } = term;

const entry = (one: typeof k, other: typeof k) => expectation(x, p(x), multiply(score(one, p(x)), score(other, p(x))));

const inComponents = sum(k, sum(m, multiply(A(k), B(m), entry(k, m))));

export const innerProductInComponents = statement({
  label: 'T-2.2.13',
  title: 'in components the inner product is sum_ij A_i B_j g_ij',
  given: regularX,
  claim: equation(inner, inComponents),
  expected: 'proved',
  proof: () => start(inner).equals(inComponents, by.rearrangement),
});

const squaredLength = sum(k, sum(m, multiply(A(k), A(m), entry(k, m))));

const squaredNorm = expectation(x, p(x), square(representation(A, k)));

export const squaredLengthInComponents = statement({
  label: 'T-2.2.13a',
  title: 'the squared length of a tangent vector is sum_ij A_i A_j g_ij',
  given: regularX,
  claim: equation(squaredNorm, squaredLength),
  expected: 'proved',
  proof: () =>
    start(squaredNorm).equals(
      squaredLength,
      by.theorem(theoremOf(innerProductInComponents), { functions: [[B, (place: typeof k) => A(place)]] }),
    ),
});

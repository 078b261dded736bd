import { by, equation, start, statement, term } from 'fisher-rao';
import { expectation, p, regularX, score, x } from './setting.ts';
import { A, B, inner, k, m } from './tangent-space.ts';

const { multiply, sum } = term;

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

import { by, declare, equation, start, statement, term } from 'fisher-rao';
import { expectation, p, regularX, score, x, Y, y } from './setting.ts';
import { A, B, C, inner, k, m, representation } from './tangent-space.ts';

const { add, multiply, sum } = term;

const c = declare.function('c', Y);

const total = sum(k, multiply(add(multiply(c(y), A(k)), C(k)), score(k, p(x))));

const bilinear = expectation(x, p(x), multiply(total, representation(B, m)));

const ofC = expectation(x, p(x), multiply(representation(C, k), representation(B, m)));

export const innerProduct = statement({
  label: 'T-2.2.10',
  title: 'the inner product of representations, the mean of their product, is linear in each',
  given: regularX,
  claim: equation(bilinear, add(multiply(c(y), inner), ofC)),
  expected: 'proved',
  proof: () => start(bilinear).equals(add(multiply(c(y), inner), ofC), by.rearrangement),
});

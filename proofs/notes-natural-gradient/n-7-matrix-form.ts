import { by, equation, start, statement, term } from 'fisher-rao';
import { information, p, regularX, si, sj, x } from './setting.ts';

const { multiply, sum } = term;

export const matrixForm = statement({
  label: 'N-7',
  title: 'in matrix form it is the mean of the products of the entries of the score',
  given: regularX,
  claim: equation(information(x, p(x)), sum(x, multiply(p(x), si, sj))),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(sum(x, multiply(p(x), si, sj)), by.algebra),
});

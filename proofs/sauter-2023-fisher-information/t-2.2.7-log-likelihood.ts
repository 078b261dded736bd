import { by, equation, start, statement, term } from 'fisher-rao';
import { i, p, q, regularX, regularY, x, y } from './setting.ts';

const { add, derivative, log, multiply } = term;

const pair = multiply(p(x), q(y));

export const logLikelihood = statement({
  label: 'T-2.2.7',
  title: 'the log-likelihood of independent observations changes by the sum of the changes of theirs',
  given: [...regularX, ...regularY],
  claim: equation(derivative(i, log(pair)), add(derivative(i, log(p(x))), derivative(i, log(q(y))))),
  expected: 'proved',
  proof: () =>
    start(derivative(i, log(pair))).equals(
      add(derivative(i, log(p(x))), derivative(i, log(q(y)))),
      by.logarithmicDerivative,
      by.differentiation,
    ),
});

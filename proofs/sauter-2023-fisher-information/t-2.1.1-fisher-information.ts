import { by, calculation, equation, start, statement, term } from 'fisher-rao';
import { i, information, j, p, regularX, x } from './setting.ts';

const { multiply, sum } = term;

export const fisherInformation = statement({
  label: 'T-2.1.1',
  title: 'the information is symmetric in its two directions',
  given: regularX,
  claim: equation(
    information(x, p(x)),
    sum(x, multiply(p(x), term.derivative(j, term.log(p(x))), term.derivative(i, term.log(p(x))))),
  ),
  expected: 'proved',
  proof: () =>
    start(information(x, p(x))).equals(
      sum(x, multiply(p(x), term.derivative(j, term.log(p(x))), term.derivative(i, term.log(p(x))))),
      by.algebra,
    ),
});

export const positiveSemidefinite = calculation({
  label: 'T-2.1.1/semidefinite',
  title: 'and its quadratic form is a mean of squares; three outcomes with probabilities a p, a (1 - p), 1 - a',
  symbols: {
    a: 'unit',
    p: 'unit',
    s1: 'real',
    s2: 'real',
    s3: 'real',
    t1: 'real',
    t2: 'real',
    t3: 'real',
    u: 'real',
    v: 'real',
  },
  definitions: {
    F11: 'a*p*s1^2 + a*(1 - p)*s2^2 + (1 - a)*s3^2',
    F12: 'a*p*s1*t1 + a*(1 - p)*s2*t2 + (1 - a)*s3*t3',
    F22: 'a*p*t1^2 + a*(1 - p)*t2^2 + (1 - a)*t3^2',
  },
  claim: '0 <= u^2*F11 + 2*u*v*F12 + v^2*F22',
  difference: 'a*p*(u*s1 + v*t1)^2 + a*(1 - p)*(u*s2 + v*t2)^2 + (1 - a)*(u*s3 + v*t3)^2',
  expected: 'proved',
});

import { by, equation, experiment, start, statement, term } from 'fisher-rao';
import { expectation, i, p, regularX, score, x } from './setting.ts';

export const oneRepresentation = experiment({
  label: 'T-2.2.8',
  title: 'the 1-representation is the set of A_i d_i l without a sum (as printed): closed under addition',
  claim: 'the sum of (1, 0) and (0, 1) is a multiple of one of the axes',
  expected: 'refuted',
  instances: [{ first: [1, 0], second: [0, 1] }],
  evaluate: ({ first, second }) => {
    const total = first.map((value, k) => value + second[k]);
    return { left: total.filter((value) => value !== 0).length, right: 1 };
  },
});

export const meanOfTheRepresentation = statement({
  label: 'T-2.2.8/repaired',
  title: 'its elements sum_i A_i d_i l have mean zero, as each term has',
  given: regularX,
  claim: equation(term.multiply(3, expectation(x, p(x), score(i, p(x)))), 0),
  expected: 'proved',
  proof: () =>
    start(term.multiply(3, expectation(x, p(x), score(i, p(x)))))
      .equals(term.multiply(3, term.sum(x, term.derivative(i, p(x)))), by.logarithmicDerivative)
      .equals(term.multiply(3, term.derivative(i, term.sum(x, p(x)))), by.derivativeOfSum)
      .equals(term.multiply(3, term.derivative(i, 1)), by.normalisation(p))
      .equals(0, by.differentiation),
});
